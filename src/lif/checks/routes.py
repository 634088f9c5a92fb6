"""Learning routes: nothing passed along one for too long, and what passed between groups it does not name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.checks.known import unread
from lif.diagnostics import Severity
from lif.records.elements import Element, LearningRoute
from lif.records.learning import Passage
from lif.records.meetings import Meeting
from lif.records.record import stands
from lif.register import Register


@check("A721", Severity.WARNING)
def route_silent(register: Register, as_at: date) -> Iterator[Finding]:
    """Nothing has passed along a learning route for longer than the framework lets it be silent.

    Days are counted from the last passage; for a route that was never used, from the first passage of any:
    before that, the workspace did not hold them.

    Why:
        A route on paper teaches nobody.
    Fails:
        silent_after_days: 100 with a last passage on 2024-11-20, on 2025-03-10.
    Mend:
        Use the route, or enter what passed along it as a passage; where it is used more seldom, set the days.
    Source:
        The framework: how learning travels. After how many days silence is a finding is local.
    """
    if unread(register, Passage):
        return
    last: dict[str, date] = {}
    passed = [one for one in register.all(Passage) if one.on <= as_at and stands(one, as_at)]
    for one in passed:
        last[one.route] = max(last.get(one.route, one.on), one.on)
    first = min((one.on for one in passed), default=None)
    for element in register.all(Element):
        for index, route in enumerate(element.learning_routes):
            allowed, on = route.silent_after_days, last.get(f"{element.id}/{route.id}", first)
            if allowed is None or on is None or not stands(element, as_at) or not stands(route, as_at):
                continue
            days = (as_at - on).days
            if days > allowed:
                ever = f"{element.id}/{route.id}" in last
                said = "the last was on" if ever else "nothing ever did; others are held since"
                message = (
                    f"nothing passed along '{element.id}/{route.id}' for {days} days: {said} {on.isoformat()}"
                )
                path = ("learning_routes", index, "silent_after_days")
                yield Finding(element.id, path, message, "use it, or enter what passed as a passage")


@check("A722")
def passage_without_route(register: Register, as_at: date) -> Iterator[Finding]:
    """A passage names a part of an element that is not a learning route.

    Why:
        It counts for no route: the one that it went along would be called silent.
    Fails:
        route: element-audits/sound-assessments
    Mend:
        Name the element's learning route.
    Source:
        the kind's page in the reference: the route, as element/route.
    """
    for passage in register.all(Passage):
        part = register.get(passage.route)
        owner = register.get(passage.route.partition("/")[0])
        if part is not None and isinstance(owner, Element) and not isinstance(part, Element | LearningRoute):
            message = f"'{passage.route}' is not a learning route"
            routes = [f"{owner.id}/{one.id}" for one in owner.learning_routes]
            hint = f"name one, as {routes[0]}" if routes else f"'{owner.id}' has no learning routes"
            yield Finding(passage.id, ("route",), message, hint)


@check("A723", Severity.WARNING)
def passage_off_route(register: Register, as_at: date) -> Iterator[Finding]:
    """Something passed from a group that the learning route does not name, or to none of those it reaches.

    Why:
        Either the route is used otherwise than agreed, or something else was meant.
    Fails:
        to_groups: leadership along a route to the neglect group.
    Mend:
        Correct the group or the route; where the route has changed, write the framework anew. Groups that
        took it besides one that the route reaches are no mistake.
    Source:
        The framework: from which groups learning travels, and to which.
    """
    for passage in register.all(Passage):
        route = register.get(passage.route)
        if not isinstance(route, LearningRoute) or passage.on > as_at or not stands(passage, as_at):
            continue
        start = passage.from_group
        if start is not None and route.from_groups and start not in route.from_groups:
            message = f"it came from '{start}', and the route starts from {_named(route.from_groups)}"
            yield Finding(passage.id, ("from_group",), message, "correct the group, or the route")
        ends = passage.to_groups
        if ends and route.to_groups and not set(ends) & set(route.to_groups):
            message = f"it went to {_named(ends)}, and the route reaches {_named(route.to_groups)}"
            yield Finding(passage.id, ("to_groups",), message, "correct the group, or the route", at_key=True)


@check("A724")
def passage_at_another_meeting(register: Register, as_at: date) -> Iterator[Finding]:
    """The meeting that is named for a passage was on another day, another group's, or not held.

    Why:
        The minute that should prove it will not be found.
    Fails:
        on: 2024-12-11 at a meeting of 2024-12-10
    Mend:
        Correct the day or the groups, or name the right meeting.
    Source:
        Records of meetings: what was taken can be looked up in the minutes.
    """
    for passage in register.all(Passage):
        meeting = register.find(Meeting, passage.meeting)
        if meeting is None:
            continue
        if meeting.on != passage.on:
            message = (
                f"it passed on {passage.on.isoformat()}, and '{meeting.id}' was on {meeting.on.isoformat()}"
            )
        elif passage.to_groups and meeting.group not in passage.to_groups:
            message = (
                f"'{meeting.id}' was a meeting of '{meeting.group}', which is not among those who took it"
            )
        elif meeting.held is False:
            message = f"the meeting '{meeting.id}' was not held"
        else:
            continue
        hint = "correct the day or the groups, or name the right meeting"
        yield Finding(passage.id, ("meeting",), message, hint)


@check("A725", Severity.WARNING)
def taken_by_nobody(register: Register, as_at: date) -> Iterator[Finding]:
    """Something is said to have passed along a learning route, and nothing says who took it.

    Why:
        What was sent and not taken did not pass; the route would not be called silent because of it.
    Fails:
        A passage without to_groups, to_agencies and meeting.
    Mend:
        Name who took it in `to_groups` or `to_agencies`, or the `meeting` where it was taken.
    Source:
        The framework: from which groups learning travels, and to which.
    """
    for passage in register.all(Passage):
        if passage.on > as_at or not stands(passage, as_at):
            continue
        if not (passage.to_groups or passage.to_agencies or passage.meeting):
            message = "it passed, and nothing says who took it"
            hint = "name them in 'to_groups' or 'to_agencies', or the 'meeting'"
            yield Finding(passage.id, ("route",), message, hint)


def _named(groups: tuple[str, ...]) -> str:
    return " and ".join(f"'{group}'" for group in groups)


ROUTES = (
    route_silent,
    passage_without_route,
    passage_off_route,
    passage_at_another_meeting,
    taken_by_nobody,
)
