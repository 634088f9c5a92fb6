"""The duties that law and practice set: as rows, one in full, and a due date counted from a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from lif.law import Due, due, edition_of
from lif.law.counting import limit_words
from lif.law.editions import applies
from lif.records.law import Clock, Duty, Easement, Edition, Force
from lif.records.record import stands
from lif.register import Register
from lif.views.listing import Column, Listing

BINDING: dict[Force, str] = {
    "statute": "must",
    "regulation": "must",
    "statutory-guidance": "should",
    "panel-expectation": "should",
    "professional-guidance": "should",
    "local-policy": "we have agreed to",
}
"""How a force reads: papers that call everything law lose their credit (D1.2)."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One duty as it stood on a day: what it asks, how binding that is, under which edition, from where.

    `limit` is how long there is in words, empty where the duty names no days; `days_force` how binding those
    are. `set_by` is the edition that set it first and `edition` the one of that series in force on the
    day, both ids and empty where there is none. `in_force` says whether the duty stood on the day.
    """

    id: str
    title: str
    text: str
    owner: str
    trigger: str
    limit: str
    binding: str
    force: Force
    days_binding: str
    days_force: Force
    recurs: str
    series: str
    set_by: str
    edition: str
    edition_name: str
    since: date | None
    until: date | None
    in_force: bool
    clocks: tuple[str, ...]
    easements: tuple[Easement, ...]
    unverified: bool
    source: str
    note: str
    framework: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Explained:
    """A due date with what it rests on; `instead` are duties of the same clocks that stood on that day.

    `started_by` names the day that usually starts the clock where the day given is another. `beside` is the
    due date by another day from which some count.
    """

    rule: Rule
    trigger: date | datetime
    due: Due
    instead: tuple[str, ...]
    started_by: str
    beside: Due | None = None


def rules(
    register: Register, as_at: date, *, force: str | None = None, series: str | None = None, on: date | None
) -> tuple[Rule, ...]:
    """The duties by the id, narrowed to how binding, to a series, and to those that stood on a day.

    `force` is a force or the word it reads as, as in `must`; `series` any part of a series' name.
    """
    day = on or as_at
    found = (rule(register, duty, day) for duty in register.all(Duty) if stands(duty, as_at))
    return tuple(
        one
        for one in found
        if (force is None or force in (one.force, one.binding))
        and (series is None or series.casefold() in one.series.casefold())
        and (on is None or one.in_force)
    )


def rule(register: Register, duty: Duty, day: date) -> Rule:
    """One duty as it stood on a day."""
    edition, first = edition_of(register, duty, day), register.find(Edition, duty.edition)
    days_force = (duty.limit.force if duty.limit else None) or duty.force
    return Rule(
        id=duty.id,
        title=duty.title,
        text=duty.text.strip(),
        owner=duty.owner,
        trigger=duty.trigger,
        limit=f"{limit_words(duty.limit)} {duty.limit.direction}" if duty.limit else "",
        binding=BINDING[duty.force],
        force=duty.force,
        days_binding=BINDING[days_force] if duty.limit else "",
        days_force=days_force,
        recurs=duty.recurs,
        series=first.series if first else "",
        set_by=first.id if first else "",
        edition=edition.id if edition else "",
        edition_name=(edition.short_title or edition.title) if edition else "",
        since=duty.since,
        until=duty.until,
        in_force=applies(duty, day),
        clocks=tuple(clock_words(clock) for clock in duty.clocks),
        easements=duty.easements,
        unverified=duty.unverified,
        source=duty.source,
        note=(duty.note or "").strip(),
        framework=register.entries[duty.id].framework,
        illustrative=duty.illustrative,
    )


def clock_words(clock: Clock) -> str:
    """Which days of which records run a clock: `incident (death), aware to notified`."""
    sorts = f" ({', '.join(clock.sorts)})" if clock.sorts else ""
    told = f", told to {clock.told}" if clock.told else ""
    beside = f"; said beside: from {clock.beside}" if clock.beside else ""
    if clock.keeps:
        return f"{clock.of}{sorts}, {clock.starts} and then kept{told}{beside}"
    return f"{clock.of}{sorts}, {clock.starts} to {clock.stops or 'a day that is not held'}{told}{beside}"


def explained(
    register: Register,
    duty: Duty,
    trigger: date | datetime,
    given: Sequence[str] = (),
    beside: date | datetime | None = None,
) -> Explained:
    """The due date of a duty from a day or a minute; `given` says which day that is, as in `aware`.

    `beside` is another day from which some count.
    """
    found = due(register, duty, trigger)
    day = found.trigger
    mine = {(clock.of, clock.starts, clock.stops) for clock in duty.clocks}
    instead = tuple(
        other.id
        for other in register.all(Duty)
        if other.id != duty.id
        and applies(other, day)
        and mine & {(clock.of, clock.starts, clock.stops) for clock in other.clocks}
    )
    starts = dict.fromkeys(clock.starts for clock in duty.clocks)
    other = " or ".join(starts) if given and starts and not set(given) & set(starts) else ""
    also = due(register, duty, beside) if beside else None
    shown = rule(register, duty, day)
    return Explained(shown, trigger, found, () if found.applies else instead, other, also)


COLUMNS = (
    Column("title", "duty", wraps=True),
    Column("binding", "binding", under="title"),
    Column("id", "id", under="title"),
    Column("unverified", "not checked", under="title", as_line="not checked against its text"),
    Column("illustrative", "example", under="title", as_line="illustrative"),
    Column("limit", "limit"),
    Column("days_binding", "the days", under="limit", as_line="the days: {}"),
    Column("trigger", "from", wraps=True),
    Column("owner", "who", under="trigger", as_line="who: {}"),
    Column("edition_name", "edition", wraps=True),
    Column("since", "since", under="edition_name", as_line="since {}"),
    Column("until", "until", under="edition_name", as_line="until {}"),
    *(Column(key, key.replace("_", " "), False) for key in ("force", "days_force", "recurs", "series")),
    *(Column(key, key.replace("_", " "), False) for key in ("set_by", "edition", "in_force", "clocks")),
    *(Column(key, key.replace("_", " "), False) for key in ("source", "framework")),
)
"""What a list of duties shows; the brief ones stand in tables."""


def rules_table(found: Iterable[Rule]) -> Listing:
    """Duties as rows, in the order given."""
    keys = [column.key for column in COLUMNS]
    rows = tuple({key: asdict(one)[key] for key in keys} for one in found)
    return Listing("duty", COLUMNS, rows)
