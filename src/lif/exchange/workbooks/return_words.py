"""The words of a return's workbook: figures and units as people say them, and how the sheet is filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from lif.calendars import long_date
from lif.exchange.workbooks.layout import Passage
from lif.measures.assemble import value_of
from lif.measures.rounding import rounded
from lif.measures.values import Value
from lif.records.indicators import Indicator, Measure
from lif.views.returns_asked import Asking

STATUSES: Mapping[str, str] = {
    "final": "final",
    "provisional": "provisional",
    "estimated": "estimated",
    "not available": "not-available",
    "not applicable": "not-applicable",
    "suppressed": "suppressed",
    "low, not nought": "low",
    "awaited": "awaited",
}
"""What is offered in the sheet, and how records write it."""
STATUS_WORDS = {kept: offered for offered, kept in STATUSES.items()}

_EXPLAINED = (
    "•  final: the figure stands (the same as leaving it empty).",
    "•  provisional: the figure is right as far as is known, and may still change.",
    "•  estimated: nobody counted; it was worked out in another way. Say how in the comment.",
    "•  not available: it cannot be had, for a reason that you give.",
    "•  not applicable: the question does not arise here, for example nobody to count it among.",
    "•  suppressed: you know it, and may not pass it on because the number is small.",
    "•  low, not nought: there were some, too few to give a number.",
    "•  awaited: it comes later. Say when in the comment.",
)


def unit_words(indicator: Indicator) -> str:
    """What sort of figure it is: `percentage`, `rate per 10,000 children`, `number of contacts`."""
    if indicator.unit == "rate":
        of = f" {indicator.rate_population}" if indicator.rate_population else ""
        return f"rate per {indicator.rate_per or 0:,}{of}"
    if indicator.unit == "count":
        return f"number of {indicator.counts}"
    return "percentage" if indicator.unit == "percent" else f"average ({indicator.counts})"


def figure_words(indicator: Indicator, value: Value) -> str:
    """A figure with what it is made of: `84 of 431 (19.5%)`; or the word that stands in its place."""
    if value.number is None:
        return value.status.words
    if indicator.unit == "count" and value.numerator is not None:
        return f"{value.numerator:,}"
    figure = f"{rounded(value.number, indicator.decimals):,}"
    if indicator.unit == "percent":
        figure += "%"
    if value.source_only is not None or value.numerator is None:
        return figure
    return f"{value.numerator:,} of {value.denominator:,} ({figure})"


def stated_words(
    indicator: Indicator,
    measure: Measure,
    status: str,
    numerator: Decimal | None,
    denominator: Decimal | None,
    value: Decimal | None,
) -> str:
    """What a return says of a figure, with how firm it is: `84 of 431 (19.5%), provisional`."""
    try:
        found = value_of(indicator, measure, status, numerator, denominator, value)
    except ValueError:
        return "a figure that cannot be worked out"
    words = figure_words(indicator, found)
    return f"{words}, {STATUS_WORDS[status]}" if status in ("provisional", "estimated") else words


def explanation(asking: Asking, ask: str) -> Iterator[Passage]:
    """What the second sheet says."""
    due = " and ".join(f"{one.period.label}: {long_date(one.due)}" for one in asking.returns)
    sender = asking.sender.name if asking.sender else "whoever sends your agency's figures"
    yield Passage(
        "When it is due, and who sends it", (f"{due}. Sent by: {sender}.", f"Questions: ask {ask}.")
    )
    yield Passage(
        "What to do",
        (
            "Fill in the yellow cells with the thick border on the sheet 'Figures', and what you want to say "
            "on the sheet 'Story'. All other cells are locked; there is no password.",
            "Go to a cell, and a note beside it says what is counted.",
            "Where a measure is made of two numbers, write both: the percentage or rate is worked out.",
            "A cell that says 'not asked' stays as it is.",
            "Please do not add rows, columns or sheets, and do not merge cells: they would not be read.",
            "Save it as an Excel workbook (.xlsx) and send it back. Excel and LibreOffice will both do.",
        ),
    )
    yield Passage(
        "Nought, and no number",
        (
            "Nought is 0. An empty cell means that you did not tell us, and we will ask.",
            "If there is no number, leave the cell empty, choose a status, and say why in the comment:",
            *_EXPLAINED,
        ),
    )
    yield Passage(
        "To correct what you sent before",
        (
            "Figures sent already stand in their cells. Write over what was wrong, and say why in the "
            "comment: the board sees what it was, what it is and why it changed.",
            "To withdraw a figure, take the number out and choose a status.",
        ),
    )
    yield Passage(
        "Never in this workbook",
        (
            "No names, dates of birth, addresses, case numbers, or anything about one child or family: only "
            "totals. A workbook with one row a child is not read and is sent back.",
            "Posts, not people: 'head of service', not who it is.",
        ),
    )
