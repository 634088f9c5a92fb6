"""What an agency says about its figures: the story, so what, now what; an earlier one is kept beside it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass, field

from lif.exchange.incoming.comments import personal
from lif.exchange.incoming.outcome import Change
from lif.exchange.incoming.return_held import Plan, ReturnHeld
from lif.exchange.workbooks.filled import FilledRow, Problem
from lif.records.figures import Story
from lif.records.governance import Role
from lif.records.indicators import Indicator
from lif.source.new_records import Field

_TEXTS = ("story", "so_what", "now_what", "decision_asked")
_WIDTH = 100


@dataclass
class Stories:
    """What the sheet of stories would change, and what is wrong with it."""

    changes: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)


def stories(held: ReturnHeld, rows: Iterable[FilledRow]) -> Stories:
    """Every story that was written or altered."""
    told = Stories()
    for row in rows:
        if row.changed:
            for problem, sure in personal(row.cells[key] for key in row.open):
                (told.problems if sure else told.notes).append(problem)
            _take(held, row, told)
    return told


def _take(held: ReturnHeld, row: FilledRow, told: Stories) -> None:
    of_return, id_ = row.id.split("|", 1)
    plan, indicator = held.plan(of_return), held.workspace.register.find(Indicator, id_)
    if plan is None or indicator is None:
        told.problems.append(Problem(row.address, f"'{id_}' is not asked for any more: export it again"))
        return
    wrong = [
        Problem(row.cells[key].address, "this is worked out by a formula: write the words themselves")
        for key in row.open
        if row.cells[key].formula
    ]
    texts = {key: str(row.cells[key].value or "").strip() for key in _TEXTS}
    before = [one for one in (plan.held.stories if plan.held else ()) if one.indicator == id_]
    if wrong or _same(before[-1] if before else None, texts):
        told.problems += wrong
        return
    if not texts["story"]:
        words = "the story itself is not here: write what lies behind the figure"
        told.problems.append(Problem(row.cells["story"].address, words))
        return
    author = _author(held, plan, row)
    if author is None:
        where = row.cells["author" if "author" in row.cells else "story"].address
        told.problems.append(Problem(where, "choose from the list which post wrote this"))
        return
    _add(held, plan, row, indicator, texts, author)
    after = textwrap.shorten(texts["story"], 70, placeholder=" …")
    said = textwrap.shorten(before[-1].story, 40, placeholder=" …") if before else "nothing yet"
    told.changes.append(Change(f"story of {indicator.name}", said, after, row.cells["story"].address))


def _same(before: Story | None, texts: dict[str, str]) -> bool:
    """Whether the records say so already; nothing where there is nothing is the same too."""
    return all(
        " ".join((getattr(before, key, None) or "").split()) == " ".join(text.split())
        for key, text in texts.items()
    )


def _author(held: ReturnHeld, plan: Plan, row: FilledRow) -> str | None:
    """The post that wrote it, as chosen; else the one that sends the return."""
    name = str(row.cells["author"].value or "").strip() if "author" in row.cells else ""
    if not name:
        return plan.owed.contacts[-1] if plan.owed.contacts else None
    mine = [one.id for one in held.workspace.register.all(Role) if one.name.casefold() == name.casefold()]
    own = [id_ for id_ in mine if held.workspace.register.record(Role, id_).agency == plan.owed.agency]
    return next(iter((*own, *mine)), None)


def _add(
    held: ReturnHeld, plan: Plan, row: FilledRow, indicator: Indicator, texts: dict[str, str], author: str
) -> None:
    fields: dict[str, Field] = {
        "id": plan.free_id(f"story-{indicator.id}", ""),
        "indicator": indicator.id,
        "author": author,
        "written_on": held.day,
    }
    fields |= {key: _block(text) for key, text in texts.items() if text}
    plan.stories.append((fields, {key: row.cells[key].address for key in row.open}))


def _block(text: str) -> str:
    """Prose as records keep it: lines of their own; an empty line between paragraphs is one line end."""
    paragraphs = (" ".join(one.split()) for one in text.splitlines())
    folding = textwrap.TextWrapper(_WIDTH, break_long_words=False, break_on_hyphens=False)
    return "".join(f"{folding.fill(one)}\n" for one in paragraphs if one)
