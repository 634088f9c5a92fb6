"""What protect() gives: figures that never held a hidden number, what is shown, refusals and notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from lif.calendars import Period
from lif.measures.series import Figures
from lif.records.sealing import with_prose as prose_of

HIDDEN = "c"
"""The one mark of everything that is hidden, whatever the reason."""

_MAKING = object()


class PublicFigures(Figures):
    """The figures that the public may see; made only by `protect`, it never held a hidden number."""

    def __init__(self, *given: Any, made_by: object = None, **named: Any) -> None:
        if made_by is not _MAKING:
            raise TypeError("public figures are made by protect(), and by nothing else")
        super().__init__(*given, **named)


def made(figures: Figures) -> PublicFigures:
    """Public figures of protected ones; for `protect` alone."""
    return PublicFigures(
        figures.as_at,
        figures.board_area,
        figures.series,
        figures.awaited,
        figures.wider,
        made_by=_MAKING,
    )


def with_prose(figures: PublicFigures, put: Callable[[str], str]) -> PublicFigures:
    """The same public figures, with `put` applied to what people wrote of their indicators."""
    series = {}
    for key, each in figures.series.items():
        indicator = prose_of(each.indicator, put)
        series[key] = replace(each, indicator=indicator, measure=prose_of(each.measure, put))
    return made(Figures(figures.as_at, figures.board_area, series, figures.awaited, figures.wider))


@dataclass(frozen=True, slots=True)
class ShownCell:
    """One figure of the board's own as it stands in the publication, for the ledger.

    `breakdown` is empty for the whole; what is hidden has no parts, and `c` for what is shown.
    """

    measure: str
    period: Period
    area: str
    breakdown: str
    numerator: str | None
    denominator: str | None
    shown: str

    @property
    def hidden(self) -> bool:
        """Whether it is hidden."""
        return self.shown == HIDDEN


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing may be published: what it is about, and how something hidden could be worked out."""

    about: str
    why: str

    def __str__(self) -> str:
        return f"{self.about}: {self.why}"


@dataclass(frozen=True, slots=True)
class Protected:
    """The outcome: with refusals nothing may be published, and there are no figures to publish.

    `notes` may be published. `warnings` are for those who publish, and for nobody else: what can be worked
    out already of what others published, or the board earlier.
    """

    figures: PublicFigures
    shown: tuple[ShownCell, ...]
    refusals: tuple[Refusal, ...]
    notes: tuple[str, ...]
    warnings: tuple[str, ...] = ()
