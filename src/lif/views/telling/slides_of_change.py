"""The slides on what was done, what it changed, and what still comes back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lif.views.actions import OPEN, STANDINGS, ActionLine
from lif.views.called import agency_called
from lif.views.came_of import many
from lif.views.helped import DONE
from lif.views.recurring import ThemeLine
from lif.views.telling.landed import landed_words
from lif.views.telling.slide import Slide, Telling, Told, asked_point, joined_words, slide


def done(told: Telling) -> Slide:
    """What was done, by where the actions stand."""
    stood = Counter(one.standing for one in told.actions)
    counts = ", ".join(f"{stood[each]} {each.replace('-', ' ')}" for each in STANDINGS if stood[each])
    lead = f"{many(len(told.actions), 'action')} on it: {counts}."
    points = [
        Told(one.title, f"{_owner(told, one)}: {one.standing.replace('-', ' ')}", one.illustrative)
        for one in told.actions
        if one.standing in DONE
    ]
    question = "What of this have you noticed where you work?"
    made_up = any(one.illustrative for one in told.actions)
    return slide(
        "What was done", lead if told.actions else "No action is about it.", points, question, made_up
    )


def changed(told: Telling) -> Slide:
    """What was seen to have changed: actions that helped, and learning that changed practice."""
    helped = [one for one in told.helped if one.helped in ("shown", "partly-shown")]
    points = [
        *(Told(one.seen or one.title, f"after the action “{one.title}”", one.illustrative) for one in helped),
        *_tested(told, "landed", "partly-landed"),
    ]
    some = f"{len(helped)} {'was' if len(helped) == 1 else 'were'} seen to help, wholly or in part"
    lead = f"Of {many(len(told.helped), 'action')} done, {some}."
    return slide(
        "What has changed",
        lead if told.helped else "No action on it has been done yet.",
        points,
        "What would a child say has changed?",
    )


def still_there(told: Telling) -> Slide:
    """What comes back, what was tried and did not help, and what is owed."""
    late = [one for one in told.actions if one.standing == "overdue"]
    owed = [one for source in told.found for one in source.asked if one.stands in ("unanswered", "no-action")]
    points = [
        *(_again(line) for line in told.recurs if line.again),
        *(
            Told(one.seen or one.title, f"the action “{one.title}” was not seen to help", one.illustrative)
            for one in told.helped
            if one.helped == "not-shown"
        ),
        *_tested(told, "not-landed"),
        *(Told(one.title, f"{_owner(told, one)}: {_late(one)}", one.illustrative) for one in late),
        *(asked_point(one) for one in owed),
    ]
    still = sum(one.standing in OPEN for one in told.actions)
    lead = f"{many(still, 'action')} still open, {len(late)} overdue; {_wanting(len(owed))}."
    return slide(
        "What still recurs, and what is owed", lead, points, "What stands in the way, and who can move it?"
    )


def _tested(told: Telling, *results: str) -> Iterator[Told]:
    """Learning whose test came to one of these results."""
    for one in told.tests:
        if one.result in results:
            yield Told(one.seen or one.title, f"{landed_words(one)}: “{one.title}”", one.illustrative)


def _owner(told: Telling, one: ActionLine) -> str:
    return agency_called(told.topic.register, one.agency) if one.agency else one.owner_name


def _again(line: ThemeLine) -> Told:
    names = joined_words([one.name for one in line.again])
    return Told(f"{line.name} was found again", f"by {names}, after an action was closed", line.illustrative)


def _late(one: ActionLine) -> str:
    return f"{many(one.days_overdue, 'day')} overdue"


def _wanting(count: int) -> str:
    if not count:
        return "no recommendation is without its action"
    return f"{many(count, 'recommendation')} without {'its' if count == 1 else 'their'} action"
