"""The folder of a site: what lif wrote there is written anew or taken away, and nothing else is touched."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from lif.cli.exits import CannotRun
from lif.cli.streams import reason

MARKER = "lif-site.txt"
"""It stands in every folder of a site and lists the files that lif wrote, each with its fingerprint."""
_HEAD = "# Made by lif site. It writes anew, and takes away, only the files that stand in this list.\n"
_BESIDE = ".lif-site-part"
"""A file is written here first, so that whoever reads the site never meets half a page."""
_LINE = re.compile(r"([0-9a-f]{64})  ([a-z0-9-]+(?:/[a-z0-9-]+)?\.(?:html|css|js|xml|ics|csv|json))")


@dataclass(frozen=True, slots=True)
class Written:
    """What was done: pages there are, files changed and taken away, and files left since they are changed."""

    pages: int
    changed: int
    gone: int
    left: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that may hold a site; `known` are the files lif wrote there, with their fingerprints."""

    path: Path
    known: Mapping[str, frozenset[str]]

    @classmethod
    def at(cls, path: Path) -> Folder:
        """The folder, which need not be there yet.

        Raises CannotRun when it cannot be read, or when it holds anything and was not made by lif.
        """
        try:
            real = path.resolve()
            marker = real / MARKER
            if marker.is_symlink():
                raise CannotRun(f"{path / MARKER} is a link: lif site writes through none")
            if marker.is_file():
                return cls(real, _known(marker.read_text(encoding="utf-8", errors="replace")))
            if real.exists() and any(real.iterdir()):
                raise CannotRun(
                    f"{path} holds files that lif site did not write; name a new or empty folder with --out"
                )
        except (OSError, RuntimeError) as fault:  # Python tells of links in a circle by a RuntimeError
            raise CannotRun(f"cannot write {path}: {reason(fault)}") from None
        return cls(real, {})

    def put(self, files: Mapping[str, bytes]) -> Written:
        """Puts the files there and takes away what lif wrote before and is no page any more.

        Until all of it is done the marker lists the old and the new, so that a site that was broken off
        can be made again. Raises CannotRun with the reason; what is in the way is told before anything is
        written.
        """
        fresh = {name: frozenset((sha256(content).hexdigest(),)) for name, content in files.items()}
        self._clear(files)
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            both = {name: self.known.get(name, frozenset()) | prints for name, prints in fresh.items()}
            self._write(MARKER, _listed({**self.known, **both}))
            changed = sum(self._put(name, content) for name, content in files.items())
            gone, left = self._take_away(set(self.known) - set(files))
            self._write(MARKER, _listed({**fresh, **{name: self.known[name] for name in left}}))
        except OSError as fault:
            with suppress(OSError):
                (self.path / _BESIDE).unlink()
            name = fault.filename or self.path
            raise CannotRun(f"cannot write {name}: {reason(fault)}") from None
        pages = sum(name.endswith(".html") for name in files)
        return Written(pages, changed, gone, tuple(left))

    def _clear(self, names: Iterable[str]) -> None:
        """Raises CannotRun where a link, or a file that lif did not write, stands in the place of one."""
        for folder in sorted({Path(name).parent for name in names}):
            place = self.path / folder
            if place.exists() and Path(os.path.realpath(place)) != place:
                raise CannotRun(f"{place} is a link: lif site writes through none")
            if place.exists() and not place.is_dir():
                raise CannotRun(f"{place} is in the way: a folder of the site has that name")
        for name in names:
            place = self.path / name
            if place.is_symlink() or (place.exists() and (name not in self.known or not place.is_file())):
                raise CannotRun(f"{place} is in the way: lif site did not write it; move it somewhere else")

    def _put(self, name: str, content: bytes) -> bool:
        """Writes a file, unless it is there already as it should be; gives whether it did."""
        place = self.path / name
        if place.is_file() and place.stat().st_size == len(content) and place.read_bytes() == content:
            return False
        place.parent.mkdir(exist_ok=True)
        self._write(name, content)
        return True

    def _write(self, name: str, content: bytes) -> None:
        """Writes a file beside and puts it in its place whole; never through what stands there."""
        beside = self.path / _BESIDE
        beside.unlink(missing_ok=True)
        with beside.open("xb") as file:
            file.write(content)
        beside.replace(self.path / name)

    def _take_away(self, names: Iterable[str]) -> tuple[int, list[str]]:
        """Deletes pages of an earlier build that are as lif wrote them; gives how many, and what it left."""
        gone, left = 0, []
        for name in sorted(names):
            place = self.path / name
            if not place.is_file() or Path(os.path.realpath(place)) != place:
                continue
            if sha256(place.read_bytes()).hexdigest() not in self.known[name]:
                left.append(name)
                continue
            place.unlink()
            gone += 1
            if place.parent != self.path and not any(place.parent.iterdir()):
                place.parent.rmdir()
        return gone, left


def _known(text: str) -> dict[str, frozenset[str]]:
    """The files that a marker lists; a line that lif would not have written is passed over."""
    found: dict[str, frozenset[str]] = {}
    for line in text.splitlines():
        if entry := _LINE.fullmatch(line):
            found[entry[2]] = found.get(entry[2], frozenset()) | {entry[1]}
    return found


def _listed(known: Mapping[str, frozenset[str]]) -> bytes:
    lines = (f"{print_}  {name}\n" for name in sorted(known) for print_ in sorted(known[name]))
    return f"{_HEAD}{''.join(lines)}".encode()
