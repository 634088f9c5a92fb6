"""What a cell of an incoming sheet means: a count, a quantity, a percentage, a day, or one of some choices.

Every function is pure. It gives the value; or NoFigure, where the cell says why there is none; or Problem, in
words for whoever filled the sheet in; or None for a blank, since only the caller knows what a blank means.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lif.exchange.incoming.cells import PLAIN, Form, NoFigure, Problem, Raw, is_blank, not_a, plain
from lif.exchange.incoming.dates import date_of
from lif.exchange.incoming.numbers import Number, count_of, percentage_of, quantity_of

__all__ = [
    "PLAIN",
    "Form",
    "NoFigure",
    "Number",
    "Problem",
    "Raw",
    "choice_of",
    "count_of",
    "date_of",
    "folded",
    "is_blank",
    "percentage_of",
    "quantity_of",
    "text_of",
]


def folded(text: str) -> str:
    """A text as it is compared: plain, in small letters, hyphens and underscores as spaces."""
    return " ".join(plain(text).casefold().replace("_", " ").replace("-", " ").split())


def text_of(cell: Raw) -> str | None:
    """The words of a cell, a whole number without a point; None for a blank."""
    if is_blank(cell):
        return None
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return plain(cell) if isinstance(cell, str) else str(cell)


def choice_of(cell: Raw, choices: Iterable[str] | Mapping[str, str]) -> str | Problem | None:
    """Which of the choices a cell names, whatever its case, spaces and hyphens.

    Of a mapping the keys are what is written and the values what is meant.
    """
    if is_blank(cell):
        return None
    meant = dict(choices) if isinstance(choices, Mapping) else {choice: choice for choice in choices}
    offered = ", ".join(f'"{choice}"' for choice in meant)
    if problem := not_a(f"one of {offered}", cell):
        return problem
    said = folded(text_of(cell) or "")
    found = {value for choice, value in meant.items() if folded(choice) == said}
    if len(found) == 1:
        return found.pop()
    return Problem(f"the cell holds none of the choices: write one of {offered}")
