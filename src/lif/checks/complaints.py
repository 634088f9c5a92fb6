"""Complaints and compliments: counts that cannot be, counted twice, and nothing learned from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from lif.calendars import parse_period
from lif.checks.finding import Finding, check
from lif.checks.known import acted_on, known
from lif.diagnostics import Severity
from lif.records.record import stands
from lif.records.voice import ComplaintsAndCompliments
from lif.register import Register


@check("A611")
def more_than_complaints(register: Register, as_at: date) -> Iterator[Finding]:
    """More complaints were upheld, answered in time or about one theme than there were; or compliments.

    Why:
        Shares would be computed of complaints that nobody made.
    Fails:
        complaints: 17 with upheld: 38
    Mend:
        Correct the counts; complaints of an earlier period that were answered in this one count there.
    Source:
        A theme is touched by some of the complaints, and some of them are upheld.
    """
    for one in register.all(ComplaintsAndCompliments):
        for field in ("upheld", "answered_in_time"):
            count = getattr(one, field)
            if count is not None and count > one.complaints:
                message = f"'{field}' is {count}, of {one.complaints} complaints"
                yield Finding(one.id, (field,), message, "correct the counts")
        for index, line in enumerate(one.by_theme):
            for field in ("complaints", "compliments"):
                count, total = getattr(line, field), getattr(one, field)
                if count > total:
                    message = f"{count} {field} are about '{line.theme}', of {total} in all"
                    yield Finding(one.id, ("by_theme", index, field), message, "correct the counts")


@check("A612")
def theme_twice(register: Register, as_at: date) -> Iterator[Finding]:
    """A theme stands twice among the complaints and compliments of one period.

    Why:
        Whoever looks up the theme finds one of the two.
    Fails:
        Two entries under by_theme with theme: neglect.
    Mend:
        Add the two together.
    Source:
        The record of complaints and compliments: one entry for each theme.
    """
    for one in register.all(ComplaintsAndCompliments):
        seen: set[str] = set()
        for index, line in enumerate(one.by_theme):
            if line.theme in seen:
                message = f"'{line.theme}' stands above already"
                yield Finding(one.id, ("by_theme", index, "theme"), message, "add the two together")
            seen.add(line.theme)


@check("A623")
def complaints_counted_twice(register: Register, as_at: date) -> Iterator[Finding]:
    """Two records count the complaints of one agency in periods that share days.

    Why:
        The same complaints are added up twice in the year.
    Fails:
        A record of the council for 2024-25-Q1, and one for 2024-25.
    Mend:
        Keep the quarters or the year, and retire the other; or correct the period.
    Source:
        Each complaint is counted once, in the period in which it came.
    """
    by_agency: dict[str, list[ComplaintsAndCompliments]] = defaultdict(list)
    for one in register.all(ComplaintsAndCompliments):
        if stands(one, as_at):
            by_agency[one.agency].append(one)
    for several in by_agency.values():
        longest: ComplaintsAndCompliments | None = None
        for one in sorted(several, key=lambda each: (parse_period(each.period).start, each.id)):
            period = parse_period(one.period)
            if longest is not None and period.start <= parse_period(longest.period).end:
                message = f"'{longest.id}' counts '{one.agency}' for {longest.period}, on some of these days"
                yield Finding(one.id, ("period",), message, "keep one of the two, and retire the other")
            if longest is None or period.end > parse_period(longest.period).end:
                longest = one


@check("A624", Severity.WARNING)
def nothing_learned_from_complaints(register: Register, as_at: date) -> Iterator[Finding]:
    """Complaints were upheld, and nothing says what was learned from them or what follows.

    Why:
        Somebody was right to complain; the count alone changes nothing.
    Fails:
        upheld: 6, received: 2025-02-10, without text and without actions.
    Mend:
        Say in `text` what was learned, or name the `actions`.
    Source:
        Frameworks of learning count complaints and compliments among what a board learns from.
    """
    for one in register.all(ComplaintsAndCompliments):
        came = one.received or parse_period(one.period).end
        if not one.upheld or one.text is not None or not known(came, as_at) or not stands(one, as_at):
            continue
        if not acted_on(register, one.id, one.actions, as_at):
            message = f"{one.upheld} were upheld, and nothing says what was learned from them"
            yield Finding(one.id, ("upheld",), message, "say it in 'text', or name the 'actions'")


COMPLAINTS = (
    more_than_complaints,
    theme_twice,
    complaints_counted_twice,
    nothing_learned_from_complaints,
)
