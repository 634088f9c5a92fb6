"""The folder and the disk: whether papers can be written, what else writes there, and the clock."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path, PureWindowsPath

import lif
from lif.cli.machine.rows import Asked, Row, counted, quoted
from lif.cli.streams import reason
from lif.history import NotHere, commit_called, tracked
from lif.history.set_up import overlooked

PART = "The folder"
LEAST_FREE = 500_000_000
"""Bytes that a year of papers with their PDF and Word takes, with room to spare."""
LONGEST = 259
"""The longest path that Windows takes unless it was told otherwise."""
_SHARED = re.compile(
    r"(OneDrive|Dropbox|Google ?Drive|Box Sync|SharePoint|iCloud ?Drive|Mobile Documents)[^\\/]*",
    re.IGNORECASE,
)
_UNFIT = re.compile(r'[<>:"\\|?*\x00-\x1f]|[. ](?=/|$)')
_DEVICES = re.compile(r"(?:^|/)(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\.[^/]*)?(?=/|$)", re.IGNORECASE)


def rows(asked: Asked) -> Iterator[Row]:
    """The disk, the clock, and what is peculiar to the place."""
    yield _space(shutil.disk_usage(asked.here).free)
    yield _clock(date.today(), _days_known(asked.here))
    yield _synchronised(str(asked.here.resolve()), asked)
    if asked.root is None:
        return
    yield _changed(asked.root)
    yield _written(asked.root)
    yield _capitals(asked.root)
    yield _names(asked.root)


def _space(free: int) -> Row:
    said = f"{free / 1e9:.1f} GB free"
    if free >= LEAST_FREE:
        return Row(PART, "disk", "Room on the disk", said)
    how = ("empty the recycle bin, or move the folder to a disk with more room",)
    return Row(PART, "disk", "Room on the disk", said, "mend", how)


def _days_known(folder: Path) -> list[date]:
    """Days that have surely been: of the last commit, and when lif was put on this machine."""
    found = [date.fromtimestamp(Path(lif.__file__).stat().st_mtime)]
    with suppress(NotHere):
        found.append(commit_called(folder, "HEAD").on)
    return found


def _clock(today: date, known: Iterable[date]) -> Row:
    latest = max(known)
    if today >= latest - timedelta(days=1):  # a commit may come from where it is tomorrow already
        return Row(PART, "clock", "The clock", f"today is {today.isoformat()}")
    said = f"it says {today.isoformat()}, and something here was made on {latest.isoformat()}"
    how = ("set date and time, or have the system set them by itself; till then give --as-at",)
    return Row(PART, "clock", "The clock", said, "mend", how)


def _synchronised(path: str, asked: Asked) -> Row:
    """A folder that another program copies from and to while git writes in it breaks sooner or later."""
    about = "Nothing else writes in the folder"
    shared = _SHARED.search(path)
    away = path.startswith(("\\\\", "//"))
    if not shared and not away:
        return Row(PART, "place", about, "it is on this machine, and no service copies it")
    said = f"it is in {shared[0]}" if shared else "it is on another machine"
    said += ": a repository that is copied file by file, or written by two, breaks"
    to = "%USERPROFILE%\\boards" if asked.system == "windows" else "~/boards"
    how = (
        f"git clone {quoted(path)} {to}/{PureWindowsPath(path).name or 'board'}",
        "work there, and share by git push",
    )
    return Row(PART, "place", about, said, "mend", how)


def _changed(root: Path) -> Row:
    """Whether this person may write where records stand."""
    about = "Records can be changed"
    places = [root, *(folder for name in ("framework", "data") if (folder := root / name).is_dir())]
    closed = [place for place in places if not os.access(place, os.W_OK | os.X_OK)]
    if closed:
        how = ("ask whoever keeps the folder for the right to write in it, or work in a clone of your own",)
        return Row(PART, "writing", about, f"no, {closed[0]} is closed to you", "mend", how)
    return Row(PART, "writing", about, "yes")


def _written(root: Path) -> Row:
    about = "Papers can be written"
    build = root / "build"
    try:
        if build.exists() and not build.is_dir():
            raise NotADirectoryError(20, "a file stands where the folder should be")
        with tempfile.TemporaryFile(dir=build if build.is_dir() else root):
            pass
    except OSError as fault:
        how = ("take away what is called build, or name another folder: --out FOLDER",)
        return Row(PART, "build", about, f"no, not in {build}: {reason(fault)}", "mend", how)
    if (root / ".git").exists() and not overlooked(root, "build/paper.html"):
        how = ("write into .gitignore: build/",)
        return Row(PART, "build", about, f"yes, in {build}; git would commit them", "for information", how)
    return Row(PART, "build", about, f"yes, in {build}")


def _capitals(root: Path) -> Row:
    """Whether the disk tells `A.yaml` from `a.yaml`, and whether anything depends on it."""
    about = "Capital letters in names of files"
    same = (root / "LIF.YAML").exists() and (root / "LIF.YAML").samefile(root / "lif.yaml")
    said = "this disk does not tell them from small ones" if same else "this disk tells them from small ones"
    seen: dict[str, str] = {}
    clash = [(seen[p.casefold()], p) for p in _tracked(root) if seen.setdefault(p.casefold(), p) != p]
    if clash:
        one, other = clash[0]
        said += f"; {one} and {other} are one file on Windows and macOS"
        return Row(PART, "capitals", about, said, "mend", (f"git mv {quoted(other)} another-name",))
    return Row(PART, "capitals", about, f"{said}; no two names differ by that alone")


def _names(root: Path) -> Row:
    """Whether every file can be checked out on Windows."""
    about = "Names of files are fit for Windows"
    files = _tracked(root)
    unfit = [path for path in files if _UNFIT.search(path) or _DEVICES.search(path)]
    if unfit:
        said = f"no, {counted(len(unfit), 'file')}, as {unfit[0]}"
        return Row(PART, "file-names", about, said, "mend", (f"git mv {quoted(unfit[0])} another-name",))
    longest = max(map(len, files), default=0)
    if longest + len(str(root.resolve())) + 1 > LONGEST:
        said = f"the longest path has {longest} characters; with this folder before it, too many for Windows"
        return Row(PART, "file-names", about, said, "for information", ("git config core.longpaths true",))
    return Row(PART, "file-names", about, "yes")


def _tracked(root: Path) -> tuple[str, ...]:
    try:
        return tracked(root)
    except NotHere:
        return ()
