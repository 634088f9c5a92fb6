"""What the second sheet of every workbook of answers says, beside what is particular to it."""

from __future__ import annotations

from collections.abc import Iterator

from lif.exchange.workbooks.layout import Passage

MOST = 30_000
"""A cell of Excel holds no more characters than 32,767."""


def how_to_fill_in(sheets: str) -> Passage:
    """What to do with cells, rows and the file."""
    return Passage(
        "What to do",
        (
            f"Fill in the yellow cells with the thick border on {sheets}. All other cells are locked; there "
            "is no password.",
            "Go to a cell, and a note beside it says what is asked.",
            "A cell that says 'not asked' stays as it is. An empty cell says that nothing was told.",
            "You may sort the rows. Please do not add rows, columns or sheets, and do not merge cells.",
            "Save it as an Excel workbook (.xlsx) and send it back. Excel and LibreOffice will both do.",
        ),
    )


def never_in_it() -> Passage:
    """What is sent back unread."""
    return Passage(
        "Never in this workbook",
        (
            "No names, dates of birth, addresses, case numbers, nothing about one child, family or worker. "
            "A workbook with one row a person is not read and is sent back.",
            "Posts, not people: 'head of service', not who it is.",
        ),
    )


def asked_of(ask: str, when: str) -> Iterator[Passage]:
    """Whom to ask, and until when it is wanted."""
    yield Passage("When it is wanted", (when, f"Questions: ask {ask}."))


def shortened(text: str, most: int = MOST) -> str:
    """The words on one line, as a cell holds them."""
    words = " ".join(text.split())
    return words if len(words) <= most else f"{words[: most - 1]}…"
