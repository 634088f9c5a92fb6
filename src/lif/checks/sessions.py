"""Training sessions: places that do not add up, nobody entered, called off, given after the course ended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.checks.known import known, known_for
from lif.diagnostics import Severity
from lif.records.record import stands
from lif.records.training import Course, TrainingSession
from lif.register import Register

COUNTED_DAYS = 14
"""Days after a session by which each booking is accounted for."""
ENTERED_DAYS = 28
"""Days after a session by which its places are entered."""


@check("A501")
def more_than_booked(register: Register, as_at: date) -> Iterator[Finding]:
    """Of an agency's booked places at a session more are accounted for than were booked.

    Why:
        Attendance of those who were booked comes out too high; walk-ins were counted among them.
    Fails:
        booked: 5 with attended: 5 and no_shows: 1
    Mend:
        Correct the counts; those who came without a booking are `walk_ins`.
    Source:
        Arithmetic of places: the booked came, did not come, or gave their place up.
    """
    for session in register.all(TrainingSession):
        for index, one in enumerate(session.places):
            total = one.attended + one.no_shows + one.cancelled
            if total > one.booked:
                message = (
                    f"{one.attended} attended, {one.no_shows} did not come and {one.cancelled} gave a place "
                    f"up, of {one.booked} booked"
                )
                hint = "correct the counts; those without a booking are 'walk_ins'"
                yield Finding(session.id, ("places", index, "booked"), message, hint)


@check("A502", Severity.WARNING)
def places_unaccounted(register: Register, as_at: date) -> Iterator[Finding]:
    """Two weeks after a session it is not said of every booked place what became of it.

    Why:
        Places that nobody accounts for are most often places left empty.
    Fails:
        booked: 7 with attended: 5 and no_shows: 1
    Mend:
        Count the others as `no_shows`, or as `cancelled`.
    Source:
        Arithmetic of places: the booked came, did not come, or gave their place up.
    """
    for session in register.all(TrainingSession):
        if not known_for(session.on, as_at, COUNTED_DAYS) or not _held(session, as_at):
            continue
        for index, one in enumerate(session.places):
            total = one.attended + one.no_shows + one.cancelled
            if total < one.booked:
                message = f"{one.booked} were booked, and {total} of them are accounted for"
                hint = "count the others as 'no_shows' or 'cancelled'"
                yield Finding(session.id, ("places", index, "booked"), message, hint)


def _held(session: TrainingSession, as_at: date) -> bool:
    """Whether a session counts, as far as was known on the day."""
    return not known(session.cancelled_on, as_at) and stands(session, as_at)


@check("A503")
def agency_twice_at_session(register: Register, as_at: date) -> Iterator[Finding]:
    """An agency stands twice among the places of one session, or among its trainers.

    Why:
        Whoever looks up the agency finds one of the two.
    Fails:
        Two entries under places with agency: council.
    Mend:
        Add the two together.
    Source:
        The record of a session: one entry for each agency.
    """
    for session in register.all(TrainingSession):
        lists = (
            ("places", [one.agency for one in session.places]),
            ("trainers", [one.agency for one in session.trainers]),
        )
        for field, agencies in lists:
            seen: set[str] = set()
            for index, agency in enumerate(agencies):
                if agency in seen:
                    message = f"'{agency}' stands above already"
                    yield Finding(session.id, (field, index, "agency"), message, "add the two together")
                seen.add(agency)


@check("A504", Severity.WARNING)
def more_than_places(register: Register, as_at: date) -> Iterator[Finding]:
    """More people came to a session than it had places.

    Why:
        Either the count is wrong, or people stood; the share of places that were used would be above all.
    Fails:
        capacity: 16 with 15 who attended and 3 walk-ins.
    Mend:
        Correct the counts, or `capacity` where a larger room was found.
    Source:
        Arithmetic of places: those who came sat on one each.
    """
    for session in register.all(TrainingSession):
        came = sum(one.attended + one.walk_ins for one in session.places)
        if came > session.capacity and session.on <= as_at and stands(session, as_at):
            message = f"{came} came, with and without a booking, and there were {session.capacity} places"
            yield Finding(session.id, ("capacity",), message, "correct the counts, or 'capacity'")


@check("A505", Severity.WARNING)
def session_without_places(register: Register, as_at: date) -> Iterator[Finding]:
    """Four weeks after a session nothing says who came.

    Why:
        Nobody can say whether it was held; attendance by agency is reported without it.
    Fails:
        on: 2025-02-04, without places and without cancelled_on, on 2025-03-10.
    Mend:
        Enter `places`, agency by agency; or `cancelled_on` and why.
    Source:
        Practice of training reports: places by agency and session.
    """
    for session in register.all(TrainingSession):
        if known_for(session.on, as_at, ENTERED_DAYS) and not session.places and _held(session, as_at):
            message = f"it was on {session.on.isoformat()}, and nothing says who came"
            yield Finding(session.id, ("on",), message, "enter 'places', or 'cancelled_on' and why")


@check("A506")
def called_off_half_recorded(register: Register, as_at: date) -> Iterator[Finding]:
    """A session was called off, and it does not say why; or it says why, and not when.

    Why:
        People were waiting for it; too few bookings ask for another answer than no trainer. Without the day
        it counts as held.
    Fails:
        cancelled_on: 2025-02-03, without cancelled_reason.
    Mend:
        Add what is missing, `cancelled_reason` or `cancelled_on`.
    Source:
        Practice of training reports: what was planned and not held is explained.
    """
    for session in register.all(TrainingSession):
        if session.cancelled_on is not None and session.cancelled_reason is None:
            message = f"called off on {session.cancelled_on.isoformat()}, without a reason"
            yield Finding(session.id, ("cancelled_on",), message, "add 'cancelled_reason:'")
        elif session.cancelled_on is None and session.cancelled_reason is not None:
            message = "it says why it was called off, and not when"
            yield Finding(session.id, ("cancelled_reason",), message, "add 'cancelled_on:'", at_key=True)


@check("A507")
def called_off_and_held(register: Register, as_at: date) -> Iterator[Finding]:
    """A session was called off, and people came to it.

    Why:
        It would be counted twice, as held and as not held.
    Fails:
        cancelled_on: 2025-02-03 with attended: 12
    Mend:
        Keep the one that happened.
    Source:
        The life of a session: announced, then held or called off.
    """
    for session in register.all(TrainingSession):
        came = sum(one.attended + one.walk_ins for one in session.places)
        if session.cancelled_on is not None and came:
            message = f"called off on {session.cancelled_on.isoformat()}, and {came} came"
            yield Finding(session.id, ("cancelled_on",), message, "keep the one that happened")


@check("A508", Severity.WARNING)
def session_of_ended_course(register: Register, as_at: date) -> Iterator[Finding]:
    """A session is on a day on which its course was not given yet, or no longer.

    Why:
        People are taught what was replaced; or one of the days is wrong.
    Fails:
        A session on 2025-02-04 of a course with until: 2024-12-31.
    Mend:
        Name the course that took its place, or correct the day that is wrong.
    Source:
        A course is given from its first day to its last.
    """
    for session in register.all(TrainingSession):
        course = register.find(Course, session.course)
        if course is None or not _held(session, as_at):
            continue
        on = session.on.isoformat()
        if known(course.until, as_at) and session.on > course.until:
            message = f"on {on}, and '{course.id}' was last given on {course.until.isoformat()}"
        elif course.since is not None and session.on < course.since:
            message = f"on {on}, and '{course.id}' was first given on {course.since.isoformat()}"
        else:
            continue
        yield Finding(session.id, ("on",), message, "name the right course, or correct the day")


SESSIONS = (
    more_than_booked,
    places_unaccounted,
    agency_twice_at_session,
    more_than_places,
    session_without_places,
    called_off_half_recorded,
    called_off_and_held,
    session_of_ended_course,
)
