"""A CSV file of any size, row by row, with the line and column of what is wrong with it."""

from __future__ import annotations

import csv
import hashlib
import stat
from collections.abc import Iterator
from pathlib import Path

LARGEST = 2_000_000_000
"""Most bytes of a national file; the largest that are known hold a fifth of this."""


class CannotRead(Exception):  # noqa: N818 - named for what was found
    """The file cannot be read as what it should be; the message names the place and says what to do."""


Row = tuple[int, list[str]]
"""The line on which a row ends in the file, and its cells."""


def ordinary(path: Path) -> int:
    """The size of an ordinary file in bytes. Raises CannotRead for anything else."""
    try:
        status = path.stat()
    except FileNotFoundError:
        raise CannotRead(f"{path}: there is no such file") from None
    except OSError:
        raise CannotRead(f"{path}: this file cannot be opened") from None
    if not stat.S_ISREG(status.st_mode):
        raise CannotRead(f"{path}: this is not an ordinary file")
    if status.st_size > LARGEST:
        raise CannotRead(f"{path}: {status.st_size:,} bytes; {LARGEST:,} is the most that can be imported")
    return status.st_size


def fingerprint(path: Path) -> str:
    """The SHA-256 of the file, read piece by piece."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class Table:
    """A CSV in UTF-8 with one header row; a byte order mark at its start is passed over.

    `columns` are the names in the header, in the file's order. Raises CannotRead when there is no header, a
    name stands twice, or the bytes are not UTF-8.
    """

    def __init__(self, path: Path) -> None:
        ordinary(path)
        self.path = path
        self.columns = next(self._rows(), (1, [""]))[1]
        if not any(name.strip() for name in self.columns):
            raise CannotRead(f"{path}:1:1: there is no header: the first line must name the columns")
        self.columns = [name.strip() for name in self.columns]
        if len(self.columns) == 1 and (";" in self.columns[0] or "\t" in self.columns[0]):
            raise CannotRead(f"{path}:1: the columns are not parted by commas: save it as CSV with commas")
        twice = next((name for name in self.columns if name and self.columns.count(name) > 1), None)
        if twice is not None:
            raise CannotRead(f"{path}:1: two columns are named '{twice}': give each column a name of its own")

    def rows(self) -> Iterator[Row]:
        """Every row after the header; blank lines are passed over. Raises CannotRead with the line."""
        width = len(self.columns)
        rows = self._rows()
        next(rows)
        for line, cells in rows:
            if len(cells) != width:
                if not any(cells):
                    continue
                raise CannotRead(
                    f"{self.path}:{line}: this row has {len(cells)} cells and the header has {width}: "
                    "look for a missing or stray comma or quotation mark"
                )
            yield line, cells

    def _rows(self) -> Iterator[Row]:
        try:
            with self.path.open(encoding="utf-8-sig", newline="") as file:
                reader = csv.reader(file, strict=True)
                try:
                    for cells in reader:
                        yield reader.line_num, cells
                except csv.Error as fault:
                    raise CannotRead(
                        f"{self.path}:{reader.line_num}: {_in_plain_words(str(fault))}"
                    ) from None
        except UnicodeDecodeError:
            raise CannotRead(_where_not_utf8(self.path)) from None


def _in_plain_words(fault: str) -> str:
    if "NUL" in fault:
        return "there is a NUL character: this is not a text file"
    if "field larger" in fault:
        return "a cell has more than 131,072 characters: look for a quotation mark that is never closed"
    if "end of data" in fault:
        return "a quotation mark is opened and never closed before the end of the file"
    return "a quotation mark stands where a comma or the end of the line should be"


def _where_not_utf8(path: Path) -> str:
    """The line and column of the first byte that is not UTF-8."""
    with path.open("rb") as file:
        if file.read(2) in (b"\xff\xfe", b"\xfe\xff"):
            return f"{path}:1:1: the file is in UTF-16: save it as CSV UTF-8"
        file.seek(0)
        for number, line in enumerate(file, 1):
            try:
                line.decode("utf-8")
            except UnicodeDecodeError as fault:
                column = len(line[: fault.start].decode("utf-8")) + 1
                byte = line[fault.start]
                return f"{path}:{number}:{column}: the byte {byte:#04x} is not UTF-8: save it as CSV UTF-8"
    return f"{path}: the file is not UTF-8: save it as CSV UTF-8"


def cell_column(path: Path, line: int, index: int) -> int:
    """The column, from 1 and in characters, at which the cell number `index` of a line begins."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        text = next((text for number, text in enumerate(file, 1) if number == line), "")
    quoted, seen = False, 0
    for offset, character in enumerate(text):
        if seen == index:
            return offset + 1
        if character == '"':
            quoted = not quoted
        elif character == "," and not quoted:
            seen += 1
    return len(text.rstrip("\r\n")) + 1 if seen == index else 1
