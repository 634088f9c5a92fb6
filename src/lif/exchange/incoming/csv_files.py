"""A CSV as somebody saved it: in whatever encoding, parted by whatever mark, with its lines counted."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lif.exchange.workbooks.package import CannotOpen
from lif.exchange.workbooks.scanning import MOST_COLUMNS, MOST_ROWS

MOST_BYTES = 5_000_000
MARKS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}


@dataclass(frozen=True, slots=True)
class CsvFile:
    """The rows with the line on which each begins, what parts the cells, and how the text was kept."""

    rows: tuple[tuple[int, tuple[str, ...]], ...]
    mark: str
    encoding: str

    @property
    def told(self) -> str:
        """What was guessed, for whoever imports; empty for what needs no guess."""
        said = [] if self.mark == "," else [f"its cells are parted by {MARKS[self.mark]}"]
        if self.encoding != "UTF-8":
            said.append(f"its text is kept as {self.encoding}")
        return " and ".join(said)


def read_csv(path: Path) -> CsvFile:
    """Raises CannotOpen, whose words say what it is and what to do."""
    text, encoding = _decoded(_content(path))
    if "\0" in text:
        raise CannotOpen("it is not a text: a CSV or an Excel workbook (.xlsx) was expected")
    text, told = _told_mark(text)
    tried = {}
    faults = {}
    for mark in (told,) if told else MARKS:
        try:
            tried[mark] = _parsed(text, mark)
        except CannotOpen as fault:
            faults[mark] = fault
    if not tried:
        raise next(iter(faults.values()))
    mark = max(tried, key=lambda each: _evenness(tried[each]))
    if "," in faults and _evenness(tried[mark])[1] < 2:
        raise faults[","]
    return CsvFile(tuple(tried[mark]), mark, encoding)


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise CannotOpen("it is not a file")
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise CannotOpen(
                f"it holds {size // 1_000_000} MB, and {MOST_BYTES // 1_000_000} MB is the most: a return "
                "holds totals, and needs far less"
            )
        content = path.read_bytes()
    except OSError as fault:
        raise CannotOpen(f"it cannot be read: {(fault.strerror or 'the disk refused').lower()}") from None
    if not content.strip():
        raise CannotOpen("it is empty")
    return content


def _decoded(content: bytes) -> tuple[str, str]:
    """The text, and the name of its encoding."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _in(content, "utf-16", "UTF-16")
    if content[1:2] == b"\0" and b"\0" in content[3:4]:
        return _in(content, "utf-16-le", "UTF-16")
    try:
        return content.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        return _in(content, "cp1252", "Windows-1252")


def _in(content: bytes, codec: str, name: str) -> tuple[str, str]:
    try:
        return content.decode(codec), name
    except UnicodeDecodeError:
        raise CannotOpen("its letters cannot be read: save it again as CSV UTF-8") from None


def _told_mark(text: str) -> tuple[str, str]:
    """The text without a first line 'sep=;', by which Excel says what parts the cells; and that mark."""
    first, _, rest = text.partition("\n")
    said = first.strip().lower()
    if said.startswith("sep=") and said[4:] in MARKS:
        return "\n" + rest, said[4:]
    if first.strip("\r\n") == "sep=\t":
        return "\n" + rest, "\t"
    return text, ""


def _parsed(text: str, mark: str) -> list[tuple[int, tuple[str, ...]]]:
    rows: list[tuple[int, tuple[str, ...]]] = []
    for line, cells in _lines(text, mark):
        if len(cells) > MOST_COLUMNS or len(rows) >= MOST_ROWS:
            raise CannotOpen(f"it holds more than {MOST_ROWS:,} rows or {MOST_COLUMNS} columns")
        rows.append((line, tuple(cells)))
    return rows


def _lines(text: str, mark: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(text.splitlines(keepends=True), delimiter=mark, strict=True)
    begins = 1
    try:
        for cells in reader:
            yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as fault:
        if "field larger" in str(fault) or "end of data" in str(fault):
            words = "a quotation mark is opened and never closed"
        else:
            words = "a quotation mark stands where the cell should end"
        raise CannotOpen(f"line {begins}: {words}: save it again as CSV") from None


def _evenness(rows: list[tuple[int, tuple[str, ...]]]) -> tuple[int, int]:
    """How many rows with something in them are of the commonest width above one, and that width."""
    widths = Counter(len(cells) for _, cells in rows if len(cells) > 1 and any(cells))
    if not widths:
        return (0, 1)
    width, rows_of_it = max(widths.items(), key=lambda each: (each[1], each[0]))
    return (rows_of_it, width)
