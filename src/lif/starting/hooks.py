"""The two hooks that look for personal data before a commit is made: written, and looked at."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from enum import Enum
from importlib.resources import files
from pathlib import Path

from lif.history import top
from lif.history.set_up import below_top, hooks_folder, settings

NAMES = ("pre-commit", "commit-msg")
_PYTHON = re.compile(r"^python='.*'$", re.MULTILINE)
_SAYS = re.compile(r"^\s*(?!#).*\blif\b.*\bprivacy scan --(staged|message)", re.MULTILINE)


class Standing(Enum):
    """How a hook stands."""

    RIGHT = "as this version of lif writes it"
    OTHER = "another way of calling lif privacy scan"
    PRE_COMMIT = "pre-commit's, which asks lif"
    OLD = "written by another version of lif, or altered"
    STRANGE = "something else, which does not look for personal data"
    NO_PROGRAM = "there, but not as a program, so git passes it by"
    MISSING = "missing"


WELL = {Standing.RIGHT, Standing.OTHER, Standing.PRE_COMMIT}


@dataclass(frozen=True, slots=True)
class Hook:
    """One of the hooks that git runs here, and how it stands."""

    name: str
    path: Path
    standing: Standing


def set_up_hooks(root: Path, python: str = "") -> list[str]:
    """Writes the hooks into the folder where git looks for them; what was done, in words.

    `python` is the program that runs lif where nothing else is found. A hook that somebody else wrote is
    left as it is. Raises OSError when a file cannot be written.
    """
    done = []
    elsewhere = _outside(root)
    for hook in hooks(root):
        if hook.standing in WELL:
            continue
        if hook.standing is Standing.STRANGE:
            done.append(f"{hook.path}: left as it is, since somebody else wrote it; {_to_add(hook.name)}")
        elif elsewhere:
            done.append(f"{hook.path}: not written, core.hooksPath leads out of the repository")
        else:
            _write(hook.path, _text(root, python))
            done.append(f"{hook.name}: git now looks for personal data {_WHEN[hook.name]}")
    return done


def hooks(root: Path) -> tuple[Hook, ...]:
    """The hooks of the repository that holds `root`, and how each stands; none outside a repository."""
    folder = hooks_folder(root)
    if folder is None:
        return ()
    return tuple(Hook(name, folder / name, _standing(root, folder / name)) for name in NAMES)


_WHEN = {"pre-commit": "in what is about to be committed", "commit-msg": "in the message of a commit"}


def _to_add(name: str) -> str:
    words = "--staged" if name == "pre-commit" else '--message "$1"'
    return f"add this line to it: lif privacy scan {words} || exit 1"


def _outside(root: Path) -> bool:
    """Whether hooks of every repository on this machine stand in one folder: not ours to write in."""
    folder = hooks_folder(root)
    leads = bool(settings(root).get("core.hookspath"))
    return folder is not None and leads and not folder.is_relative_to(top(root).resolve())


def _standing(root: Path, path: Path) -> Standing:
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return Standing.MISSING
    if not _runs(path):
        return Standing.NO_PROGRAM
    if _PYTHON.sub("", text) == _PYTHON.sub("", _text(root, "")):
        return Standing.RIGHT
    if "Written by `lif privacy hooks`" in text:
        return Standing.OLD
    if _SAYS.search(text):
        return Standing.OTHER
    return Standing.PRE_COMMIT if "pre-commit.com" in text and _named(root, path.name) else Standing.STRANGE


def _runs(path: Path) -> bool:
    """Whether git takes the file for a program; on Windows it takes any."""
    return os.name == "nt" or os.access(path, os.X_OK)


def _named(root: Path, name: str) -> bool:
    """Whether pre-commit's own file asks for what this hook is to do."""
    try:
        text = (top(root) / ".pre-commit-config.yaml").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    asked = "lif-privacy-message" if name == "commit-msg" else "lif-privacy"
    return re.search(rf"^[ -]*id: {asked}\s*$", text, re.MULTILINE) is not None


def _text(root: Path, python: str) -> str:
    text = files("lif.starting").joinpath("files", "hook").read_text(encoding="utf-8")
    for mark, words in (("board", below_top(root)), ("python", Path(python).as_posix() if python else "")):
        text = text.replace(f"{{{{ {mark} }}}}", words.replace("'", "'\\''"))
    return text


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    path.chmod(0o755)
