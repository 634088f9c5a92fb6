"""Each sort of change told as lines, in words of one shape, with where its record has it."""

from __future__ import annotations

from collections.abc import Iterator

from lif.calendars import long_date
from lif.records.references import Document
from lif.views.changes import Changes
from lif.views.changes.actions import ActionChanged
from lif.views.changes.altered import DAYS
from lif.views.changes.line import ChangeLine, Mark, Traced
from lif.views.changes.moments import Between

_ACTIONS = {
    "opened": "action agreed",
    "slipped": "action put back",
    "brought-forward": "action brought forward",
    "fell-overdue": "action fell overdue",
    "begun": "action begun",
    "reported-complete": "action reported complete",
    "assured": "action assured",
    "closed": "action closed",
    "superseded": "action superseded",
    "not-accepted": "action not accepted",
    "taken-up-again": "action taken up again",
    "looked-at": "action looked at for effect",
    "taken-away": "action retired",
}
_REMOVED = "removed, and not retired"
_FATES = {
    "added": "added",
    "changed": "changed",
    "retired": "retired",
    "discontinued": "discontinued",
    "replaced": "replaced",
    "defined-anew": "defined another way",
    "worded-anew": "worded another way",
    "accepted": "accepted",
    "ended": "accepted no longer",
    "expired": "acceptance ran out",
    "taken-away": _REMOVED,
}
_ALTERED = {
    "the due date": "due",
    "the day it is due": "due",
    "a logged change": "due_changes",
    "the step": "steps",
    "the quarter": "planned",
    "a decision": "decisions",
    "the day of": "milestones",
    **{what: field for field, what in DAYS.items()},
}
"""The field in which each thing stands that must not change without a trace."""
NO_REASON = "no reason was logged"


def told(between: Between, found: Changes) -> Iterator[Traced]:
    """Every change, sort by sort."""
    yield from _altered(found)
    yield from _figures(found)
    yield from _targets(found)
    for action in found.actions:
        yield _action(between, action)
    yield from _work(found)
    yield from _decisions(found)
    yield from _framework(found)
    yield from _records(between, found)


def _altered(found: Changes) -> Iterator[Traced]:
    for one in found.altered:
        what = f"altered without a logged change: {one.what}"
        line = ChangeLine(
            "altered", what, one.id, "", one.name, one.was, one.now, NO_REASON, illustrative=one.illustrative
        )
        yield line, Mark(one.id, next((f for words, f in _ALTERED.items() if one.what.startswith(words)), ""))


def _figures(found: Changes) -> Iterator[Traced]:
    for one in found.revised:
        name = f"{one.name} ({one.series})" if one.series else one.name
        gone = one.now == "no figure"
        why = one.why or ("" if one.logged else NO_REASON)
        line = ChangeLine(
            "figures",
            f"figure {'taken away' if gone else 'revised'}, {one.period}",
            one.indicator,
            "",
            name,
            one.was,
            one.now,
            f"{why} (from {one.supplied_by})" if one.supplied_by and why else why,
            illustrative=one.illustrative,
        )
        yield line, Mark(one.origin, "values", holds=(one.measure,))
    for new in found.new_figures:
        name = f"{new.name} ({new.series})" if new.series else new.name
        what = "new figure" if new.count == 1 else f"{new.count} new figures, the latest"
        line = ChangeLine(
            "new-figures",
            f"{what}, {new.period}",
            new.indicator,
            "",
            name,
            now=new.figure,
            illustrative=new.illustrative,
        )
        yield line, Mark(new.origin, "values", holds=(new.measure,))


def _targets(found: Changes) -> Iterator[Traced]:
    for one in found.targets:
        name = f"{one.name} ({one.series})" if one.series else one.name
        line = ChangeLine(
            *("targets", "target set or moved", one.indicator, "", name, one.was, one.now),
            f"applies from {long_date(one.since)}" if one.since else "",
            one.set_by,
            illustrative=one.illustrative,
        )
        yield line, Mark(one.indicator, "targets")
    for each in found.indicators:
        gone = each.fate == "taken-away"
        line = ChangeLine(
            "taken-away" if gone else "indicators",
            f"indicator {_FATES[each.fate]}",
            *(each.indicator, "", each.name),
            why=each.why,
            on=each.on,
            illustrative=each.illustrative,
        )
        yield line, Mark(each.indicator)


def _action(between: Between, one: ActionChanged) -> Traced:
    removed = one.happened == "taken-away" and between.after.register.get(one.id) is None
    owner = f"owner: {one.owner}" if one.happened in ("opened", "fell-overdue") else ""
    now = "due " if one.happened in ("opened", "fell-overdue") else ""
    line = ChangeLine(
        "taken-away" if removed else "actions",
        f"action {_REMOVED}" if removed else _ACTIONS[one.happened],
        *(one.id, "", one.title),
        long_date(one.was) if one.was else "",
        f"{now}{long_date(one.now)}" if one.now else "",
        "; ".join(filter(None, (one.why, owner))),
        one.by,
        one.on,
        illustrative=one.illustrative,
    )
    return line, _mark(one)


def _mark(one: ActionChanged) -> Mark:
    day = one.on.isoformat() if one.on else ""
    if one.happened in ("slipped", "brought-forward"):
        return Mark(one.id, "due_changes", holds=(day, one.now.isoformat() if one.now else ""))
    if one.happened in ("opened", "taken-away"):
        return Mark(one.id)
    if one.happened == "fell-overdue":
        return Mark(one.id, never=True)
    if one.happened == "looked-at":
        return Mark(one.id, "impact")
    state = "in-progress" if one.happened in ("begun", "taken-up-again") else one.happened
    return Mark(one.id, "steps", holds=(state, day))


def _work(found: Changes) -> Iterator[Traced]:
    for came in found.returns:
        late = f"{came.days_late} day{'' if came.days_late == 1 else 's'} late" if came.days_late else ""
        line = ChangeLine(
            *("returns", "return received", came.id, "", f"{came.agency}, {came.period}"),
            *(f"due {long_date(came.due)}", f"came {long_date(came.received)}", late),
            on=came.received,
            illustrative=came.illustrative,
        )
        yield line, Mark(came.id, "received")
    for one in found.work:
        line = ChangeLine(
            *("work", f"{one.sort} moved on", one.id, "", one.title, one.was, one.now),
            on=one.on,
            illustrative=one.illustrative,
        )
        yield line, Mark(one.id)
    for off in found.put_off:
        line = ChangeLine(
            *("work", "audit put off", off.id, "", off.title, off.was, off.now, off.why, off.by, off.on),
            illustrative=off.illustrative,
        )
        yield line, Mark(off.id, "postponed", holds=(off.on.isoformat(),))


def _decisions(found: Changes) -> Iterator[Traced]:
    for one in found.decisions:
        by = f"{one.group}, minute {one.minute}" if one.minute else one.group
        line = ChangeLine(
            "decisions",
            "decision made" if one.new else "decision of which something has come",
            *(one.address, "", one.text),
            now=one.outcome,
            agreed_by=by,
            on=one.met_on if one.new else one.outcome_on,
            illustrative=one.illustrative,
        )
        record, _, item = one.address.partition("/")
        yield line, Mark(record, item=item)


def _framework(found: Changes) -> Iterator[Traced]:
    for one in found.statements:
        gone = one.fate == "taken-away"
        line = ChangeLine(
            "taken-away" if gone else "statements",
            f"statement {_FATES[one.fate]}",
            *(one.address, "", one.element if one.fate == "worded-anew" else one.text),
            *((one.was, one.text) if one.fate == "worded-anew" else ("", "")),
            one.why,
            illustrative=one.illustrative,
        )
        record, _, item = one.address.partition("/")
        yield line, Mark(record, item=item)
    for each in found.acceptances:
        line = ChangeLine(
            *("acceptances", f"warning {each.code} {_FATES[each.fate]}", each.id, "", each.about),
            now=f"until {long_date(each.until)}",
            why=each.why,
            agreed_by=each.by,
            illustrative=each.illustrative,
        )
        yield line, Mark(each.id, never=each.fate == "expired")


def _records(between: Between, found: Changes) -> Iterator[Traced]:
    for one in found.records:
        removed = one.fate == "taken-away"
        here = between.after.register.get(one.id)
        approved = here.approved_by if isinstance(here, Document) and one.fate != "retired" else None
        line = ChangeLine(
            "taken-away" if removed else "records",
            f"{one.kind} {_FATES[one.fate]}",
            *(one.id, "", one.name),
            now=", ".join(one.fields),
            why=one.why,
            agreed_by=between.called(approved) if approved else "",
            on=one.on,
            illustrative=one.illustrative,
        )
        yield line, Mark(one.id)
