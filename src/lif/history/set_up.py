"""How git is set up on this machine and for a folder: its version, its settings, where its hooks stand."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from lif.history.running import SECONDS, told

_OURS = "command line:"
"""What git calls the settings that lif itself gives it."""


@dataclass(frozen=True, slots=True)
class Lines:
    """How the lines of a tracked file end: as git keeps it, as it stands, and what `.gitattributes` says."""

    path: str
    kept: str
    standing: str
    attribute: str


def version() -> tuple[int, ...] | None:
    """The version of git, as in (2, 39, 5); None without git."""
    if shutil.which("git") is None:
        return None
    found = re.search(r"\d+(?:\.\d+)+", told(Path(), SECONDS, "--version") or "")
    return tuple(int(part) for part in found[0].split(".")) if found else ()


def settings(root: Path) -> Mapping[str, str]:
    """Every setting of git that holds in a folder, by its name in small letters, without those lif gives."""
    listed = (told(root, SECONDS, "config", "--list", "-z", "--show-origin") or "").split("\0")
    found = {}
    for origin, setting in zip(listed[::2], listed[1::2], strict=False):
        name, _, value = setting.partition("\n")
        if not origin.startswith(_OURS):
            found[name.lower()] = value
    return found


def hooks_folder(root: Path) -> Path | None:
    """The folder whose hooks git runs for this repository; None outside one."""
    shared = (told(root, SECONDS, "rev-parse", "--git-common-dir") or "").strip("\n")
    if not shared:
        return None
    top = (told(root, SECONDS, "rev-parse", "--show-toplevel") or "").strip("\n")
    elsewhere = settings(root).get("core.hookspath", "")
    if elsewhere:
        return (Path(top) / Path(elsewhere).expanduser()).resolve()
    return (root / shared).resolve() / "hooks"


def below_top(root: Path) -> str:
    """The way from the top of the repository to a folder of it, as in `boards/hill`; empty at the top."""
    return (told(root, SECONDS, "rev-parse", "--show-prefix") or "").strip("\n").rstrip("/")


def line_ends(root: Path, paths: Iterable[str]) -> tuple[Lines, ...]:
    """How lines end in the tracked files under these paths."""
    listed = (told(root, SECONDS, "ls-files", "--eol", "-z", "--", *paths) or "").split("\0")
    found = []
    for entry in filter(None, listed):
        what, _, path = entry.partition("\t")
        kept, standing, attribute = [*what.split(None, 2), "", "", ""][:3]
        found.append(Lines(path, kept[2:], standing[2:], attribute.removeprefix("attr/").strip()))
    return tuple(found)


def overlooked(root: Path, path: str) -> bool:
    """Whether git has been told to overlook what stands under this path."""
    words = ("--no-literal-pathspecs", "check-ignore", "-q", "--no-index")  # that word knows no other way
    return told(root, SECONDS, *words, "--", path) is not None


def remote(root: Path) -> str:
    """Where the repository is sent to, by its address; empty where it is sent nowhere."""
    known = settings(root)
    names = [name for name in known if name.startswith("remote.") and name.endswith(".url")]
    return known[min(names, key=lambda name: name != "remote.origin.url")] if names else ""
