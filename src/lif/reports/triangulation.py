"""Lays out the triangulation of a theme or priority: the signs of how sources lean, then the template."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lif.calendars import long_date
from lif.reports.environments import environments
from lif.reports.papers import Stamp, frame
from lif.views.coverage.pieces import Leaning
from lif.views.examples import shows_example
from lif.views.triangulation import Triangulation
from lif.views.triangulation.comparing import RULE
from lif.views.triangulation.numbers import COLUMNS


@dataclass(frozen=True, slots=True)
class Words:
    """What the template says for each leaning, as (sign, words), the columns of figures, and the rule."""

    leans: dict[Leaning, tuple[str, str]]
    columns: tuple[str, ...]
    rule: str


WORDS = Words(
    {
        "for": ("point-improvement", "speaks well"),
        "against": ("point-concern", "does not speak well"),
        "mixed": ("point-neutral", "says mixed things"),
        "silent": ("no-target", "does not say"),
    },
    COLUMNS,
    RULE,
)


def title(view: Triangulation) -> str:
    """The paper's title, with what it is about."""
    return f"Triangulation: {view.name}"


def render(
    view: Triangulation,
    body: str,
    stamp: Stamp,
    form: str,
    folder: Path | None = None,
    *,
    draft: bool = False,
) -> str:
    """The paper as `html` or `md`; `body` names the body on the day, `folder` has the board's templates."""
    paper = frame(title(view), body, view.as_at, stamp, draft=draft, illustrative=shows_example(view))
    return environments(folder).render(
        f"triangulation.{form}.j2", paper=paper, view=view, front=_front(view), said=WORDS
    )


def _front(view: Triangulation) -> tuple[tuple[str, str], ...]:
    speaking = [panel.name for panel in view.panels if panel.entries]
    return (
        ("Purpose", "Assurance: a full picture and not a partial one"),
        ("Data as at", long_date(view.as_at)),
        ("About", f"{view.sort.capitalize()}: {view.name}"),
        *((("Themes taken in", "; ".join(view.themes)),) * (view.themes not in ((), (view.name,)))),
        ("Rests on", f"{view.records} record{'' if view.records == 1 else 's'}"),
        ("Sources that say something", "; ".join(speaking) or "none"),
    )
