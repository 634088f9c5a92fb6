"""Reviews, and cases considered for one, as rows of listings."""

from __future__ import annotations

from collections.abc import Iterable

from lif.views.came_of import action_words, asked_words, many
from lif.views.cases_considered import ConsideredLine
from lif.views.listing import Column, Listing
from lif.views.reviews import ReviewLine
from lif.views.rows import CAME_CELLS, CAME_COLUMNS, Made, row_of

REVIEW_COLUMNS = (
    Column("title", "review"),
    Column("id", "id", under="title"),
    Column("sort", "kind"),
    Column("era", "era", under="sort"),
    Column("status", "stands"),
    Column("reached", "reached", under="status"),
    Column("next", "next", under="status", as_line="next: {}"),
    Column("clocks", "clocks", wraps=True),
    Column("parallel", "beside it", wraps=True),
    Column("held_back", "held back by", under="parallel", as_line="held back: {}"),
    Column("publication", "publication"),
    Column("published_on", "published on", under="publication"),
    Column("not_before", "not before", under="publication", as_line="not before {}"),
    Column("keep_until", "keep until", under="publication", as_line="keep until {}"),
    Column("came_of_it", "what came of it", wraps=True),
    Column("overall", "recommendations", under="came_of_it", as_line="the worst: {}"),
    Column("illustrative", "example", under="title", as_line="illustrative"),
    *(Column(key, key.replace("_", " "), False) for key in ("group", "group_name", "step", "step_on")),
    *(Column(key, key.replace("_", " "), False) for key in ("next_step", "next_on", "findings")),
    Column("kept", "clocks kept", False),
    Column("good_practice", "good practice", False),
    *(column for column in CAME_COLUMNS if column.key != "overall"),
)
"""All that is known of a review's standing; the brief ones stand in tables."""

CONSIDERED_COLUMNS = (
    Column("id", "case"),
    Column("referred_by_name", "referred by"),
    Column("referred", "referred", under="referred_by_name", as_line="on {}"),
    Column("considered", "considered"),
    Column("decision", "decision"),
    Column("decided", "decided", under="decision", as_line="on {}"),
    Column("reasons", "why", wraps=True),
    Column("instead", "instead", under="reasons", as_line="instead: {}"),
    Column("dissent", "who disagreed", wraps=True),
    Column("panel", "national panel"),
    Column("panel_text", "what it said", wraps=True),
    Column("illustrative", "example", under="id", as_line="illustrative"),
    *(Column(key, key.replace("_", " "), False) for key in ("group", "group_name", "referred_by")),
    *(Column(key, key.replace("_", " "), False) for key in ("panel_told", "review")),
)
"""All that is known of a case that was considered."""


def review_table(lines: Iterable[ReviewLine]) -> Listing:
    """The review tracker as rows, in the order given."""
    made: Made = {"reached": reached, "next": coming, "came_of_it": came_of_it, **CAME_CELLS}
    return Listing("review", REVIEW_COLUMNS, tuple(row_of(line, REVIEW_COLUMNS, made) for line in lines))


def considered_table(lines: Iterable[ConsideredLine]) -> Listing:
    """Cases considered as rows, in the order given."""
    rows = tuple(row_of(line, CONSIDERED_COLUMNS, {}) for line in lines)
    return Listing("case-considered", CONSIDERED_COLUMNS, rows)


def reached(line: ReviewLine) -> str:
    """The last milestone with its day: `report to board, 2025-09-24`."""
    return f"{_step(line.step)}, {line.step_on.isoformat()}" if line.step_on else ""


def coming(line: ReviewLine) -> str:
    """The next milestone that is planned, with its day."""
    return f"{_step(line.next_step)}, {line.next_on.isoformat()}" if line.next_on else ""


def came_of_it(line: ReviewLine) -> str:
    """Findings, recommendations and answers, and how the actions stand."""
    if not (line.findings or line.good_practice or line.came.recommendations or line.came.actions):
        return ""
    pieces = [many(line.findings, "finding")]
    if line.good_practice:
        pieces.append(f"{line.good_practice} of good practice")
    return "; ".join((*pieces, asked_words(line.came), action_words(line.came)))


def _step(step: str) -> str:
    return step.replace("-", " ")
