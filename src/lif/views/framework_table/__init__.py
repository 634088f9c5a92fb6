"""The framework as a table of rows: activity, work required, outcome expected, progress and evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lif.records.elements import Element
from lif.records.record import stands
from lif.views.coverage import coverage
from lif.views.framework_table.kept import (
    KeptPart,
    KeyArea,
    kept_parts,
    key_areas,
)
from lif.views.framework_table.mapped import StrategyPart, strategies
from lif.views.framework_table.own import OwnLine, own_lines
from lif.views.framework_table.rows import TableRow, table_rows
from lif.views.in_words import days, few, known_by
from lif.views.papers import Opening, Question
from lif.views.review_views import ViewsLine, views_lines

__all__ = ["FrameworkTable", "framework_table"]

_UNSHOWN = ("not shown", "old", "spoken against")


@dataclass(frozen=True, slots=True)
class FrameworkTable:
    """The paper as plain data; without what is not about single elements where one was asked for."""

    opening: Opening
    as_at: date
    rows: tuple[TableRow, ...]
    without_rows: tuple[str, ...]
    kept: tuple[KeptPart, ...]
    views: tuple[ViewsLine, ...]
    areas: tuple[KeyArea, ...]
    own_year: str
    own: tuple[OwnLine, ...]
    strategies: tuple[StrategyPart, ...]
    whole: bool


def framework_table(question: Question) -> FrameworkTable:
    """The rows of every element, or of the one that was named, as they stood on the day."""
    register, as_at = question.register, question.as_at
    only = question.named(Element)
    every = [only] if only else [one for one in register.all(Element) if stands(one, as_at)]
    elements = sorted(every, key=lambda one: (len(one.letter or "") or 99, one.letter or "", one.name))
    rows = table_rows(register, coverage(register, question.figures, as_at), elements)
    kept = kept_parts(register, as_at, elements)
    views = views_lines(register, as_at) if only is None else ()
    areas = key_areas(register, as_at) if only is None else ()
    year, own = own_lines(register, as_at) if only is None else ("", ())
    mapped = strategies(register, as_at) if only is None else ()
    return FrameworkTable(
        _opening(rows, kept, mapped, only),
        as_at,
        rows,
        tuple(one.name for one in elements if not one.activities),
        kept,
        views,
        areas,
        year,
        own,
        mapped,
        only is None,
    )


def _opening(
    rows: tuple[TableRow, ...],
    kept: tuple[KeptPart, ...],
    mapped: tuple[StrategyPart, ...],
    only: Element | None,
) -> Opening:
    begun = [row for row in rows if row.progress]
    place = [
        row for row in begun if all(one.stage in ("in-place", "part-of-the-work") for one in row.progress)
    ]
    asked = tuple(_asked(rows, kept, mapped)) or (
        "Note that every row is in place, that each is shown, and that every promise was kept."
        if rows
        else "Note that no element is laid out in rows of activity.",
    )
    parts = ("framework-table", only.id if only else "")
    return Opening(
        f"The framework row by row: {only.name}" if only else "The framework row by row",
        "-".join(filter(None, parts)),
        "Assurance: what was to be developed, how far it is, and what shows it",
        asked,
        (
            ("Rows", str(len(rows))),
            ("Progress reported", f"{len(begun)} of {len(rows)}"),
            ("Work in place", f"{len(place)} of {len(rows)}"),
        )
        if rows
        else (("Rows", "none"),),
    )


def _asked(
    rows: tuple[TableRow, ...], kept: tuple[KeptPart, ...], mapped: tuple[StrategyPart, ...]
) -> Iterator[str]:
    """What is late, unreported, not shown or not kept, each with who or what it is."""
    late = sorted((row for row in rows if row.late), key=lambda row: -row.late)
    if late:
        names = [known_by(_short(row.activity), days(row.late)) for row in late]
        yield f"Challenge the work that was to be in place by now: {few(names)}."
    silent = [known_by(_short(row.activity)) for row in rows if not row.progress]
    if silent:
        yield f"Ask for a report on rows of which nothing is reported: {few(silent)}."
    unshown = [
        known_by(_short(one.text), one.state) for row in rows for one in row.expected if one.state in _UNSHOWN
    ]
    if unshown:
        yield f"Decide what would show outcomes that nothing shows today: {few(unshown)}."
    missed = [each for part in kept for line in part.lines for each in line.missed]
    if missed:
        yield f"Ask for what was promised and is missing: {few(missed)}."
    nobody = [known_by(_short(one.text)) for part in mapped for one in part.lines if not one.lead]
    if nobody:
        yield f"Agree who leads on issues that nobody leads on: {few(nobody)}."
    better = [
        known_by(_short(row.part(one.place)))
        for row in rows
        for one in row.progress
        if one.stage == "part-of-the-work"
    ]
    if better:
        yield f"Note what has become part of the work of every day: {few(better)}."


def _short(text: str) -> str:
    """A sentence without its full stop."""
    return text.rstrip().rstrip(".")
