"""Steps of an action that cannot be: without an end, twice, backwards, superseded by nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from lif.checks.finding import Finding, check
from lif.diagnostics import Severity
from lif.measures.standing import SETTLED, step_to
from lif.records.actions import Action
from lif.records.audits import Recommendation
from lif.register import Register

_RANK = {"not-started": 0, "in-progress": 1, "reported-complete": 2, "assured": 3, "closed": 4}
_DAYS_AROUND = 14
_WORK = "training|monitoring|work|programme|process|development|reviews?|discussions?|audits?|activity"
_OF_CASES = "cases?|concerns?|court|criminal|harm|inquests?|investigations?|proceedings|risks?"
_OPEN = re.compile(
    rf"^\W*(?:on-?\s?going|continue)\b(?! (?:{_OF_CASES})\b)"
    rf"|^\W*continu(?:ous|al) (?:{_WORK})\b"
    rf"|\bon-?\s?going (?:{_WORK})\b"
    r"|\b(?:is|are|be|remains?) (?:on-?\s?going|continuous|continual)\b"
    r"|\bon (?:an?|the) (?:on-?\s?going|continuous|continual|rolling) basis\b"
    r"|\bon-?\s?going\s*$"
    r"|\bas (?:and when )?(?:required|needed)\b(?! (?:by|under|in|for)\b)"
    r"|\b(?:continuously|continually|until further notice|open[- ]ended|no end date|business as usual)\b",
    re.IGNORECASE,
)
_PERHAPS = (
    "going",
    "continu",
    "required",
    "needed",
    "further notice",
    "ended",
    "end date",
    "rolling",
    "usual",
)
"""Pieces of which each of those words holds one: a quick look that most texts pass."""
_END = re.compile(
    r"\b(?:until|till|by|before|for|end of)\b[^.;]{0,60}?\b(?:20[0-9]{2}|january|february|march|april|may"
    r"|june|july|august|september|october|november|december|days?|weeks?|months?|quarters?|years?|terms?)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.;]\s|\n\s*\n|\n\s*[-*] ")


@check("A105")
def without_an_end(register: Register, as_at: date) -> Iterator[Finding]:
    """An action, or what would show its success, is worded as something that never ends.

    Why:
        What is ongoing can never be done, overdue or closed, so nobody ever asks what came of it.
    Fails:
        text: Ongoing training as required.
    Mend:
        Say what will have been done by the due date, and how one will see it; what goes on for ever
        belongs in a policy or in a group's remit.
    Source:
        SCIE, quality markers for reviews: actions have an end, and somebody looks whether they made a
        difference.
    """
    for action in register.all(Action):
        texts = {"title": action.title, "text": action.text, "success_measure": action.success_measure or ""}
        lowered = "\n".join(texts.values()).lower()
        if not any(piece in lowered for piece in _PERHAPS) or step_to(action, *SETTLED):
            continue
        for field, text in texts.items():
            found = _open_ended(text)
            if found:
                message = f"'{found}' has no end"
                hint = "say what will be done by the due date, and how one will see it"
                yield Finding(action.id, (field,), message, hint)


def _open_ended(text: str) -> str:
    """The words that leave an end open, unless their sentence names one."""
    for sentence in _SENTENCE.split(text):
        flat = " ".join(sentence.split()).rstrip(".;")
        found = _OPEN.search(flat)
        if found and not _END.search(flat):
            return found[0].strip().lower()
    return ""


@check("A106")
def superseded_by_nothing(register: Register, as_at: date) -> Iterator[Finding]:
    """An action is superseded and does not say by what, or names a successor and is not superseded.

    Why:
        A promise must not vanish: whoever looks for it has to find what took its place.
    Fails:
        A step superseded, without superseded_by.
    Mend:
        Name the action that took its place in `superseded_by`, or take the step out.
    Source:
        Practice of action trackers: superseded by what.
    """
    for action in register.all(Action):
        superseded = step_to(action, "superseded")
        if superseded and action.superseded_by is None:
            message = f"superseded on {superseded[1].on.isoformat()}, and it does not say by what"
            hint = "add 'superseded_by:' with the id of the action that took its place"
            yield Finding(action.id, ("steps", superseded[0], "state"), message, hint)
        elif action.superseded_by and not superseded:
            message = f"'{action.superseded_by}' took its place, and no step says superseded"
            yield Finding(action.id, ("superseded_by",), message, "add the step 'superseded' with its day")


@check("A107")
def state_repeated(register: Register, as_at: date) -> Iterator[Finding]:
    """An action reaches the state that it is already in.

    Why:
        How long it has been in the state is counted from the step; two days give two answers.
    Fails:
        in-progress on 2025-01-10, and in-progress again on 2025-02-10.
    Mend:
        Keep the first; what was said on the later day is a progress note.
    Source:
        The record of an action: where it stands is the last of its dated steps.
    """
    for action in register.all(Action):
        for index, (before, after) in enumerate(pairwise(action.steps), 1):
            if before.state == after.state:
                message = f"it has been {before.state} since {before.on.isoformat()} already"
                hint = "keep the first step; write what was said later as a progress note"
                yield Finding(action.id, ("steps", index, "state"), message, hint)


@check("A108", Severity.WARNING)
def step_back_without_reason(register: Register, as_at: date) -> Iterator[Finding]:
    """An action went back to an earlier state, and no note of those days says why.

    Why:
        An action that was called complete and is open again is what the chair will ask about.
    Fails:
        reported-complete on 2025-02-01, in-progress on 2025-03-01, and no progress note of that time.
    Mend:
        Add a progress note with the day and the reason.
    Source:
        Practice of action trackers: notes are dated, and added to, never rewritten.
    """
    for action in register.all(Action):
        for index, (before, after) in enumerate(pairwise(action.steps), 1):
            back = before.state in SETTLED if after.state not in _RANK or before.state not in _RANK else False
            back = back or _RANK.get(after.state, 9) < _RANK.get(before.state, 0)
            if back and not any(abs((note.on - after.on).days) <= _DAYS_AROUND for note in action.progress):
                message = (
                    f"back from {before.state} to {after.state} on {after.on.isoformat()}, without a reason"
                )
                yield Finding(
                    action.id, ("steps", index, "state"), message, "add a progress note that says why"
                )


@check("A117", Severity.WARNING)
def not_accepted_without_reason(register: Register, as_at: date) -> Iterator[Finding]:
    """An action was not accepted, and nothing says why.

    Why:
        A board may refuse what was proposed and has to be able to say why, years later too.
    Fails:
        A step not-accepted, without a note, and with a recommendation that was accepted.
    Mend:
        Add a progress note with the reason; or `response_reason` at the recommendation that was refused.
    Source:
        Practice of action trackers: accepted, partly accepted or not accepted, each with its reason.
    """
    for action in register.all(Action):
        refused = step_to(action, "not-accepted")
        if refused is None or refused[1].on > as_at or action.note or action.progress:
            continue
        source = register.get(action.source)
        if not (isinstance(source, Recommendation) and source.response_reason):
            message = f"not accepted on {refused[1].on.isoformat()}, and nothing says why"
            yield Finding(
                action.id, ("steps", refused[0], "state"), message, "add a progress note that says why"
            )


STATES = (
    without_an_end,
    superseded_by_nothing,
    state_repeated,
    step_back_without_reason,
    not_accepted_without_reason,
)
