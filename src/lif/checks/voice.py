"""What people said: nothing done, nobody told back, more heard than asked, practitioners who can be known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.checks.known import QUARTER_DAYS, acted_on, known, known_for
from lif.diagnostics import Severity
from lif.records.record import stands
from lif.records.voice import PractitionerIntelligence, Voice
from lif.register import Register

FEWEST = 5
"""Of fewer practitioners of a named agency a colleague can guess who said what."""


def _heard(register: Register) -> Iterator[Voice | PractitionerIntelligence]:
    yield from register.all(Voice)
    yield from register.all(PractitionerIntelligence)


@check("A601")
def heard_more_than_asked(register: Register, as_at: date) -> Iterator[Finding]:
    """More people were heard than were asked.

    Why:
        The rate of answers would be above all of them.
    Fails:
        asked: 44 with heard: 60
    Mend:
        Correct the counts; leave `asked` out where anybody could come.
    Source:
        Those who were heard are some of those who were asked.
    """
    for one in _heard(register):
        if one.asked is not None and one.heard is not None and one.heard > one.asked:
            message = f"{one.heard} were heard, and {one.asked} were asked"
            yield Finding(one.id, ("heard",), message, "correct the counts")


@check("A602", Severity.WARNING)
def nothing_was_done(register: Register, as_at: date) -> Iterator[Finding]:
    """People said something a quarter ago or more, and nothing was done: no action, and no reason why not.

    Why:
        Whoever is asked and sees nothing change is not asked a second time.
    Fails:
        on: 2024-11-20, direction: poor, without done, actions and no_change_reason, on 2025-03-10.
    Mend:
        Enter what was done in `done` and `done_on`, name the action, or say in `no_change_reason` why not.
    Source:
        Practice of participation: you said, we did. What was praised alone needs nothing done.
    """
    for one in _heard(register):
        if not known_for(one.on, as_at, QUARTER_DAYS) or not stands(one, as_at) or one.direction == "good":
            continue
        done = known(one.done_on, as_at) or (one.done is not None and one.done_on is None)
        if not done and one.no_change_reason is None and not acted_on(register, one.id, one.actions, as_at):
            message = f"heard on {one.on.isoformat()}, and nothing says what was done about it"
            hint = "add 'done:' and 'done_on:', name the action, or say why not in 'no_change_reason'"
            yield Finding(one.id, ("on",), message, hint)


@check("A603", Severity.WARNING)
def nobody_told_back(register: Register, as_at: date) -> Iterator[Finding]:
    """Something was done about what people said a quarter ago or more, and they were not told since.

    Why:
        They do not know that it was because of them.
    Fails:
        done_on: 2024-11-20, without told_back_on, on 2025-03-10.
    Mend:
        Tell them; then enter `told_back_on`. Whoever was told before it was done was told of a promise.
    Source:
        Practice of participation: you said, we did, and here is what came of it.
    """
    for one in _heard(register):
        told, done = one.told_back_on, one.done_on
        if not known_for(done, as_at, QUARTER_DAYS) or not stands(one, as_at):
            continue
        if not known(told, as_at) or told < done:
            last = f"; they were told on {told.isoformat()}, before it was" if known(told, as_at) else ""
            message = f"done on {done.isoformat()}, and those who spoke have not been told{last}"
            yield Finding(one.id, ("done_on",), message, "tell them, then enter 'told_back_on'")


@check("A604")
def done_half_recorded(register: Register, as_at: date) -> Iterator[Finding]:
    """Something was done about what people said without a day, or on a day without what it was.

    Why:
        Nobody can tell them what was done because of them, or when.
    Fails:
        done_on: 2025-01-20, without done.
    Mend:
        Add what is missing.
    Source:
        Practice of participation: you said, we did.
    """
    for one in _heard(register):
        if (one.done is None) != (one.done_on is None):
            pair = ("done", "done_on")
            there, missing = pair if one.done else pair[::-1]
            message = f"there is a '{there}' and no '{missing}'"
            yield Finding(one.id, (there,), message, f"add '{missing}:'", at_key=True)


@check("A622")
def done_and_not_changed(register: Register, as_at: date) -> Iterator[Finding]:
    """It says both what was done about what people said, and why nothing was changed.

    Why:
        Those who spoke are told the one or the other; counts of what was acted on take it for both.
    Fails:
        done with no_change_reason
    Mend:
        Keep the one that holds; what could not be changed besides stands in `done`.
    Source:
        Practice of participation: you said, we did, or why not.
    """
    for one in _heard(register):
        if one.done is not None and one.no_change_reason is not None:
            message = "it says what was done, and why nothing was changed"
            yield Finding(one.id, ("no_change_reason",), message, "keep the one that holds", at_key=True)


@check("A621")
def practitioners_can_be_known(register: Register, as_at: date) -> Iterator[Finding]:
    """Few practitioners were heard, and it says which agencies they work for.

    Why:
        They spoke because nobody would know; in a team of four a colleague does.
    Fails:
        heard: 3 with agencies: council.
    Mend:
        Take the agencies out; or wait until more were heard, and put what they said together.
    Source:
        The record of practitioner intelligence: agencies only where there are enough not to be known.
    """
    for one in register.all(PractitionerIntelligence):
        if one.agencies and one.heard is not None and 0 < one.heard < FEWEST:
            message = f"{one.heard} heard, and their agencies are named: they could be known"
            yield Finding(one.id, ("agencies",), message, "take 'agencies' out", at_key=True)


VOICES = (
    heard_more_than_asked,
    nothing_was_done,
    nobody_told_back,
    done_half_recorded,
    done_and_not_changed,
    practitioners_can_be_known,
)
