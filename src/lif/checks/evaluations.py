"""Evaluation of training: counts that cannot be, sessions of another course, nothing beyond liking."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.checks.known import known
from lif.diagnostics import Severity
from lif.records.record import stands
from lif.records.training import Course, TrainingSession
from lif.register import Register


@check("A511")
def evaluated_by_more_than_asked(register: Register, as_at: date) -> Iterator[Finding]:
    """In an evaluation more people answered than were asked, or said something than answered.

    Why:
        Shares would be computed of people who do not exist.
    Fails:
        asked: 70 with answered: 77
    Mend:
        Correct the counts.
    Source:
        Those who said yes are some of those who answered, and those some of the asked.
    """
    for course in register.all(Course):
        for index, one in enumerate(course.evaluations):
            asked, answered = one.asked, one.answered
            path = ("evaluations", index)
            if asked is not None and answered is not None and answered > asked:
                message = f"{answered} answered, and {asked} were asked"
                yield Finding(course.id, (*path, "answered"), message, "correct the counts")
            limit, whose = (asked, "were asked") if answered is None else (answered, "answered")
            for field in ("positive", "with_manager"):
                count = getattr(one, field)
                if limit is not None and count is not None and count > limit:
                    message = f"'{field}' is {count}, and {limit} {whose}"
                    yield Finding(course.id, (*path, field), message, "correct the counts")


@check("A512", Severity.WARNING)
def evaluation_without_numbers(register: Register, as_at: date) -> Iterator[Finding]:
    """What people learned or do differently is told without how many were asked and answered.

    Why:
        A few who wrote back are not all who came; without the rate of answers nobody can tell.
    Fails:
        level: behaviour with positive: 31, without asked.
    Mend:
        Add `asked` and `answered`; for results name instead in `shown_by` what shows them.
    Source:
        Practice of training evaluation: the rate of answers is reported with every level.
    """
    for course in register.all(Course):
        for index, one in enumerate(course.evaluations):
            if (
                one.level == "reaction"
                or one.on > as_at
                or not stands(one, as_at)
                or not stands(course, as_at)
            ):
                continue
            if one.level == "results" and one.shown_by:
                continue
            missing = [field for field in ("asked", "answered") if getattr(one, field) is None]
            if missing:
                message = f"the level is {one.level}, and '{missing[0]}' is missing"
                hint = "add " + " and ".join(f"'{field}:'" for field in missing)
                yield Finding(course.id, ("evaluations", index, "level"), message, hint)


@check("A513", Severity.WARNING)
def only_liked(register: Register, as_at: date) -> Iterator[Finding]:
    """A course has been given for a year, and nothing says more than that people liked it.

    Why:
        Whether people work differently after it is what it is paid for.
    Fails:
        since: 2023-09-12 with evaluations of level: reaction alone, on 2025-03-10.
    Mend:
        Ask three months after, with the manager, what people do differently; enter it as an evaluation.
    Source:
        Practice of training evaluation: reaction, learning, behaviour, results.
    """
    for course in register.all(Course):
        since = course.since
        if since is None or known(course.until, as_at) or not stands(course, as_at):
            continue
        year_on = (since.year + 1, since.month, since.day) <= (as_at.year, as_at.month, as_at.day)
        beyond = [
            one
            for one in course.evaluations
            if one.level != "reaction" and one.on <= as_at and stands(one, as_at)
        ]
        if year_on and not beyond:
            message = (
                f"given since {since.isoformat()}, and nothing says what people learned or do differently"
            )
            yield Finding(course.id, ("since",), message, "ask them, and enter it under 'evaluations'")


@check("A518")
def evaluation_of_other_sessions(register: Register, as_at: date) -> Iterator[Finding]:
    """An evaluation is about a session of another course, or about one that came after it.

    Why:
        It says of one course what was said of another.
    Fails:
        An evaluation of 2024-12-03 that names a session of 2025-01-21.
    Mend:
        Name the sessions that it is about, or correct the day.
    Source:
        The record of an evaluation: the sessions of its course that it is about.
    """
    for course in register.all(Course):
        for index, one in enumerate(course.evaluations):
            for place, id_ in enumerate(one.sessions):
                session = register.find(TrainingSession, id_)
                if session is None:
                    continue
                if session.course != course.id:
                    message = f"'{id_}' is a session of '{session.course}'"
                elif session.on > one.on:
                    message = f"'{id_}' was on {session.on.isoformat()}, after the evaluation"
                else:
                    continue
                path = ("evaluations", index, "sessions", place)
                yield Finding(course.id, path, message, "name the right session, or correct the day")


@check("A519", Severity.WARNING)
def more_asked_than_came(register: Register, as_at: date) -> Iterator[Finding]:
    """An evaluation asked more people than came to the sessions that it is about.

    Why:
        The rate of answers is of people who were not there, or a session is missing.
    Fails:
        asked: 77, and 61 came to its sessions.
    Mend:
        Correct the count, or name all sessions that it is about.
    Source:
        Practice of training evaluation: those are asked who came.
    """
    for course in register.all(Course):
        for index, one in enumerate(course.evaluations):
            found = [register.find(TrainingSession, id_) for id_ in one.sessions]
            sessions = [session for session in found if session is not None and session.places]
            if one.asked is None or not sessions or len(sessions) < len(found) or one.on > as_at:
                continue
            came = sum(each.attended + each.walk_ins for session in sessions for each in session.places)
            if one.asked > came and stands(one, as_at) and stands(course, as_at):
                message = f"{one.asked} were asked, and {came} came to its sessions"
                hint = "correct the count, or name all its sessions"
                yield Finding(course.id, ("evaluations", index, "asked"), message, hint)


EVALUATIONS = (
    evaluated_by_more_than_asked,
    evaluation_without_numbers,
    only_liked,
    evaluation_of_other_sessions,
    more_asked_than_came,
)
