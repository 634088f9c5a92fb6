"""What the readers of the action tracker are asked, worked out from how the actions stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from lif.calendars import long_date, short_date
from lif.records.governance import Agency, Group
from lif.records.priorities import Priority
from lif.views.action_tracker.sections import GroupPart
from lif.views.actions import OFTEN_MOVED
from lif.views.came_of import many
from lif.views.followed import Followed
from lif.views.in_words import days, few, known_by
from lif.views.papers import Opening, Question

LONG_OVERDUE = 28
"""An action overdue by more days than this is for its group to decide on; until then its owner is asked."""


def opening(question: Question, parts: Sequence[GroupPart]) -> Opening:
    """What the tracker opens with."""
    group, agency, priority = _about(question)
    about = [one for one in (group, agency, priority) if one]
    asked = tuple(_asked(parts))
    return Opening(
        title=": ".join(["Action tracker", *filter(None, [", ".join(one.name for one in about)])]),
        name="-".join(["action-tracker", *(one.id for one in about)]),
        purpose="Decision" if any(one.startswith("Decide") for one in asked) else "Assurance",
        asked=asked,
        facts=tuple(_facts(question, parts)),
        unfinished=tuple(_unfinished(parts)),
    )


def _about(question: Question) -> tuple[Group | None, Agency | None, Priority | None]:
    return question.named(Group), question.named(Agency), question.named(Priority)


def _facts(question: Question, parts: Sequence[GroupPart]) -> Iterator[tuple[str, str]]:
    group, agency, priority = _about(question)
    yield "Group", group.name if group else f"All groups that follow actions ({len(parts)})"
    if agency:
        yield "Actions owned by", agency.name
    if priority:
        yield "Priority", priority.name
    if group and parts:
        yield "Looks back to", parts[0].time.since_words
        yield "Looks ahead to", parts[0].time.until_words
    else:
        yield "Looks back and ahead", "From each group's last meeting to its next"


def _asked(parts: Sequence[GroupPart]) -> Iterator[str]:
    overdue = _each(parts, lambda part: part.overdue)
    long = [one for one in overdue if one.line.days_overdue > LONG_OVERDUE]
    short = [one for one in overdue if one.line.days_overdue <= LONG_OVERDUE]
    if long:
        subject = f"{many(len(long), 'action')} overdue by more than {LONG_OVERDUE} days"
        said = few([known_by(one.line.title, days(one.line.days_overdue)) for one in long])
        yield f"Decide what happens to {subject}: {said}."
    if short:
        subject = f"{many(len(short), 'action')} overdue by up to {LONG_OVERDUE} days"
        said = few([_late(one) for one in short])
        yield f"Ask the owners for a day on which they will have done {subject}: {said}."
    yield from _of_dates(_each(parts, lambda part: part.slipped))
    yield from _of_assurance(_each(parts, lambda part: part.waiting))
    yield from _of_effect(_each(parts, lambda part: part.assured))
    yield from _of_groups(parts)
    yield _to_note(parts)


def _of_dates(slipped: Sequence[Followed]) -> Iterator[str]:
    """Dates of open actions that keep moving."""
    often = [one for one in slipped if one.open and len(one.moves) >= OFTEN_MOVED]
    if often:
        said = [known_by(one.line.title, _moved(one)) for one in often]
        subject = many(len(often), "open action")
        verb = "has" if len(often) == 1 else "have"
        yield f"Challenge the dates of {subject} that {verb} moved twice or more: {few(said)}."


def _of_assurance(waiting: Sequence[Followed]) -> Iterator[str]:
    ready = [one for one in waiting if one.line.evidence and not one.completion.doubt]
    bare = [one for one in waiting if not one.line.evidence and not one.completion.doubt]
    doubted = [one for one in waiting if one.completion.doubt]
    if ready:
        subject = f"{many(len(ready), 'action')} reported complete, with evidence"
        said = few([known_by(one.line.title, one.line.owner_name) for one in ready])
        yield f"Decide whether you are assured of {subject}; no owner judges their own work: {said}."
    if bare:
        subject = f"{many(len(bare), 'action')} reported complete, which nothing shows yet"
        said = few([known_by(one.line.title, one.line.owner_name) for one in bare])
        yield f"Ask for evidence of {subject}: {said}."
    if doubted:
        said = few([known_by(one.line.title, one.completion.doubt) for one in doubted])
        yield f"Decide who other than the owner judges {many(len(doubted), 'action')}: {said}."


def _of_effect(assured: Sequence[Followed]) -> Iterator[str]:
    """Looks at whether an action helped that are late, or that nobody has set a day for."""
    late = [one.helped for one in assured if one.helped and one.helped.helped == "overdue"]
    undated = [one.line for one in assured if one.helped and one.helped.helped == "no-day-set"]
    if late:
        said = few([known_by(one.title, days(one.days_overdue)) for one in late])
        subject = f"{many(len(late), 'assured action')} helped, which is overdue"
        yield f"Ask who looks at whether {subject}: {said}."
    if undated:
        said = few([known_by(line.title, line.owner_name) for line in undated])
        yield f"Agree a day on which to see whether {many(len(undated), 'assured action')} helped: {said}."


def _of_groups(parts: Sequence[GroupPart]) -> Iterator[str]:
    for part in parts:
        if part.ended and part.counts.unclosed:
            subject, on = many(part.counts.unclosed, "action"), long_date(part.ended)
            yield f"Decide which group follows {subject} of {part.name}, which ended on {on}."


def _to_note(parts: Sequence[GroupPart]) -> str:
    """The rest in numbers; there is always this."""
    if not any(part.counts.unclosed or part.counts.closed for part in parts):
        return "Note that no action is open, waits for assurance, or was closed in the last twelve months."
    total = {key: sum(getattr(part.counts, key) for part in parts) for key in ("open", "coming", "closed")}
    open_, soon = many(total["open"], "action"), total["coming"]
    due = f", {soon} of them due by the next meeting" if soon else ""
    verb = "is" if total["open"] == 1 else "are"
    over = total["closed"]
    closed = f"{over or 'none'} {'were' if over > 1 else 'was'} closed in the last twelve months"
    helped = sum(part.counts.helped for part in parts)
    shown = f", {helped} of them shown, wholly or in part, to have helped" if total["closed"] else ""
    return f"Note that {open_} {verb} open{due}, and that {closed}{shown}."


def _unfinished(parts: Sequence[GroupPart]) -> Iterator[str]:
    for one in _each(parts, lambda part: part.overdue):
        if not one.line.note:
            late = known_by(one.line.title, one.line.owner_name)
            yield f"{late} is {days(one.line.days_overdue)} overdue, and nobody has said why."


def _each(parts: Iterable[GroupPart], of: Callable[[GroupPart], tuple[Followed, ...]]) -> list[Followed]:
    """What lists of every group hold, the longest overdue first, then the furthest moved."""
    found = [one for part in parts for one in of(part)]
    return sorted(found, key=lambda one: (-one.line.days_overdue, -one.days_moved, one.line.id))


def _late(one: Followed) -> str:
    return known_by(one.line.title, one.line.owner_name, days(one.line.days_overdue))


def _moved(one: Followed) -> str:
    return f"{short_date(one.line.first_due)}, now {short_date(one.line.due)}"
