"""The page of any record: what its kind tells of it, its fields, its parts, and what links to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from lif.calendars import long_date
from lif.records.actions import Action
from lif.records.audits import Audit
from lif.records.governance import Group
from lif.records.indicators import Indicator
from lif.records.learning import GoodPractice, Learning
from lif.records.priorities import Priority
from lif.records.record import Record
from lif.records.references import Theme
from lif.records.reviews import Review
from lif.views.shown import flowing
from lif.views.site.actions import action
from lif.views.site.audits import audit
from lif.views.site.bodies import IndicatorBody, RecordBody
from lif.views.site.deadlines import deadlines_of
from lif.views.site.groups import group
from lif.views.site.indicators import indicator_body
from lif.views.site.kin import kin
from lif.views.site.learning import learning
from lif.views.site.parts import blocks
from lif.views.site.pieces import Kin, Told, prose, refs_in, words
from lif.views.site.places import spoken
from lif.views.site.priorities import priority
from lif.views.site.reviews import review
from lif.views.site.saying import facts, sources
from lif.views.site.statements import shown_by, summary
from lif.views.site.themes import theme
from lif.views.site.world import World

_TELLS: Mapping[type[Record], Callable[[World, Any], Told]] = {
    Action: action,
    Audit: audit,
    GoodPractice: learning,
    Group: group,
    Indicator: lambda world, record: Told(
        lead=prose(record.plain_question), fields=frozenset(("name", "plain_question", "measures"))
    ),
    Learning: learning,
    Priority: priority,
    Review: review,
    Theme: theme,
}
_CALLED_BY = frozenset(("name", "title", "label"))


def record_body(world: World, record: Record) -> RecordBody | IndicatorBody:
    """What stands on the page of a record."""
    tells = _TELLS.get(type(record), _plainly)
    told = tells(world, record)
    body = RecordBody(
        kind=spoken(type(record)),
        lead=told.lead,
        facts=(*told.facts, *facts(world, record, told.fields, long=False), *shown_by(world, record.id)),
        panels=told.panels,
        prose=facts(world, record, told.fields, long=True),
        blocks=blocks(world, record, told.fields),
        kin=(),
        cites=sources(world, record),
        note=prose(record.note),
        retired=_retired(record),
        place=_place(world, record),
        illustrative=record.illustrative,
    )
    if isinstance(record, Indicator):
        page = indicator_body(world, record, body)
        return replace(page, record=replace(body, kin=_kin(world, record, page)))
    return replace(body, kin=_kin(world, record, body))


def _kin(world: World, record: Record, page: RecordBody | IndicatorBody) -> tuple[Kin, ...]:
    """What links to the record and is not linked from its page already; of a theme nothing is folded."""
    told = {ref.path.partition("#")[0] for ref in refs_in(page)}
    return kin(world, record, told, fold=not isinstance(record, Theme))


def _plainly(world: World, record: Record) -> Told:
    """What is told of every other record: its text first, and its deadlines."""
    text = getattr(record, "text", None)
    return Told(
        lead=(*prose(text if isinstance(text, str) else None), *words(summary(world, record))),
        panels=tuple(deadlines_of(world, record.id)),
        fields=_CALLED_BY | {"text"},
    )


def _retired(record: Record) -> str:
    if record.retired is None:
        return ""
    return f"Retired on {long_date(record.retired.on)}: {flowing(record.retired.reason)}"


def _place(world: World, record: Record) -> str:
    entry = world.known.entries[record.id]
    stands = f"{entry.path}, from the framework {entry.framework}" if entry.framework else entry.path
    if not entry.beneath:
        return stands
    under = entry.beneath[0]
    does = (
        "takes the place"
        if under.replaced
        else "builds on the pattern"
        if under.pattern
        else "builds on that"
    )
    return f"{stands}, and {does} of {under.framework} ({under.path})"
