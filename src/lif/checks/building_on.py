"""Records of a board that stand above one of a framework: what they lose, repeat, pass over, or loosen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.diagnostics import Severity
from lif.law.weaker import binds, weaker
from lif.records.law import Duty
from lif.records.links import survey
from lif.records.record import Record, stands
from lif.register import Beneath, Entry, Register

_APART = frozenset(("id", "illustrative", "cites", "retired", "note", "builds_on", "to_be_completed"))
"""Fields that every record has, and none is expected to keep."""


@check("I106", Severity.WARNING)
def builds_on_retired(register: Register, as_at: date) -> Iterator[Finding]:
    """A record, or a part of it, builds on one that its framework has retired.

    Why:
        The retirement is kept like every other field: the record counts for nothing here, and nobody said so.
    Fails:
        builds_on: north-west, where north-west retired the record in March.
    Mend:
        Retire it here too, with the board's own reason; or write it whole, without `builds_on`.
    Source:
        decision 34: what is not given is kept, a retirement too.
    """
    for entry, beneath in _own(register):
        gone = beneath.record
        if gone is not None and "retired" in beneath.kept and not stands(gone, as_at) and gone.retired:
            message = (
                f"'{beneath.framework}' retired it from {gone.retired.on.isoformat()}, and so it is here"
            )
            hint = "retire it here too, or write it whole to go on with it"
            yield Finding(entry.record.id, ("builds_on",), message, hint)
        elif not beneath.replaced and stands(entry.record, as_at):
            yield from _retired_parts(entry, as_at)


def _retired_parts(entry: Entry, as_at: date) -> Iterator[Finding]:
    """Items that are told otherwise here and keep a retirement: what is said of them counts for nothing."""
    for found in entry.surveyed.items if entry.surveyed else ():
        retired, item = found.item.retired, found.path
        if retired is None or stands(found.item, as_at) or item in entry.origins:
            continue
        if (kept := entry.origins.get((*item, "retired"))) is not None:
            message = f"'{kept.partition(':')[0]}' retired '{found.item.id}' from {retired.on.isoformat()}"
            hint = "take it out here, or say it under another id to go on with it"
            yield Finding(entry.record.id, (*item, "id"), f"{message}, and so it is here", hint)


@check("I107", Severity.WARNING)
def replaces_and_loses(register: Register, as_at: date) -> Iterator[Finding]:
    """A record has the id of one in a framework, takes its place, and lacks some of what that says.

    Why:
        Without `builds_on` nothing is kept: a limit, a definition or a statement can be lost without a word;
        or the two have the same id by chance.
    Fails:
        A duty of the board with the id of one in `england`, and without its `limit`.
    Mend:
        Add `builds_on` to keep the rest; or give the record another id; or accept it with the reason.
    Source:
        decision 34: to replace is to leave nothing out unknowingly.
    """
    for entry, beneath in _own(register):
        if not beneath.replaced:
            continue
        lost = ("all that the pattern says",) if beneath.pattern else _lost(entry.record, beneath.record)
        if lost:
            message = (
                f"it takes the place of the record of '{beneath.framework}', and lacks {', '.join(lost)}"
            )
            hint = f"add 'builds_on: {beneath.framework}' to keep them, or give it another id"
            yield Finding(entry.record.id, ("id",), message, hint)


@check("I108", Severity.WARNING)
def passes_over(register: Register, as_at: date) -> Iterator[Finding]:
    """A record builds on one framework, and passes over another between them that has it too.

    Why:
        What the nearer framework changed or added is lost here, and the board may not know that there is any.
    Fails:
        builds_on: england, where north-west has a record of this id that builds on england.
    Mend:
        Build on the nearer framework; or accept this warning with the reason.
    Source:
        decision 34: of two frameworks the one named later in `extends` is the nearer.
    """
    for entry, beneath in _own(register):
        if beneath.passed:
            message = f"it builds on '{beneath.framework}', and passes over the record of '{beneath.passed}'"
            yield Finding(entry.record.id, ("builds_on",), message, f"write '{beneath.passed}'")


@check("D117", Severity.WARNING)
def nothing_differs(register: Register, as_at: date) -> Iterator[Finding]:
    """A record builds on one of a framework, and says only what that says already.

    Why:
        Whoever reads it looks for the difference; and what is repeated no longer follows the framework.
    Fails:
        A record with `builds_on: north-west` and the same name as there, and nothing else.
    Mend:
        Take the file out: the framework's record counts without it.
    Source:
        decision 34: a board writes what differs.
    """
    for entry, beneath in _own(register):
        if not (beneath.replaced or beneath.pattern or beneath.changed):
            message = f"nothing in it differs from the record of '{beneath.framework}'"
            yield Finding(
                entry.record.id, ("builds_on",), message, "take it out: that of the framework counts"
            )


@check("D118", Severity.WARNING)
def weaker_than_law(register: Register, as_at: date) -> Iterator[Finding]:
    """A local duty asks for less than the one of law or statutory guidance that it stands above.

    Why:
        Deadlines here are counted by it, and would all be met while the law is broken. Local rules may be
        stricter, never laxer.
    Fails:
        A duty of the board with builds_on: england and a limit of 20 working days, where law gives 15.
    Mend:
        Keep what law asks; where law has changed, correct the framework, with its edition and source.
    Source:
        Working Together and the regulations: what a board agrees adds to what they ask.
    """
    for id_, entry in register.entries.items():
        if not isinstance(entry.record, Duty) or entry.framework:
            continue
        for beneath in entry.beneath:
            law = beneath.record
            if isinstance(law, Duty) and binds(law) and (ways := weaker(entry.record, law)):
                message = f"it asks for less than '{beneath.framework}': {'; '.join(ways)}"
                yield Finding(id_, ("id",), message, "keep what law asks; local rules may only be stricter")
                break


def _own(register: Register) -> Iterator[tuple[Entry, Beneath]]:
    """The workspace's own records that stand above one of a framework, each with the nearest."""
    for entry in register.entries.values():
        if entry.beneath and not entry.framework:
            yield entry, entry.beneath[0]


def _lost(record: Record, beneath: Record | None) -> tuple[str, ...]:
    """The fields that are said beneath and not here, and the items that are live there and not here."""
    if beneath is None:
        return ()
    mine, fields = record.__dict__, type(beneath).model_fields
    names = [
        f"'{name}'"
        for name, value in beneath.__dict__.items()
        if name not in _APART and value != fields[name].default and mine[name] == fields[name].default
    ]
    kept = {one.item.id for one in survey(record, record.id).items}
    items = [
        f"'{one.item.id}'"
        for one in survey(beneath, beneath.id).items
        if one.item.id not in kept and f"'{one.path[0]}'" not in names and one.item.retired is None
    ]
    return (*names, *items)


BUILDING_ON = (builds_on_retired, replaces_and_loses, passes_over, nothing_differs, weaker_than_law)
