"""What elements promise and lif looks after: each time it fell due, and the day on which it was kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from lif.calendars import Period, financial_year, financial_year_of, parse_period
from lif.measures.found import found_on
from lif.measures.rounds import deeds, kept_on, rounds
from lif.records.audits import Audit
from lif.records.elements import Element
from lif.records.evidence import Evidence
from lif.records.governance import Agency
from lif.records.learning import GoodPractice, Learning
from lif.records.partners_own import AuditProgramme, IndicatorReview
from lif.records.promised import Asked, Promised, PromisedThing
from lif.records.publications import Publication
from lif.records.record import Record, stands
from lif.records.reviews import Review
from lif.records.section11 import Section11Return
from lif.register import Register

ASKED: tuple[Asked, ...] = ("families", "practitioners")


@dataclass(frozen=True, slots=True)
class Occasion:
    """One time a promise fell due: for which record, of whom or for which year, by when, and kept when.

    `about` is a review, a return, a piece of learning, an agency, or the element itself; `part` says who was
    to be asked, or which year or round it was for. `kept` is None while it was not kept by the day asked
    about. `began` is the day from which it could be kept.
    """

    element: Element
    promise: Promised
    about: str
    part: str
    due: date
    kept: date | None
    illustrative: bool
    began: date | None = None

    def days_late(self, as_at: date) -> int:
        """By how many days it was kept late, or is late on the day; nought when it is not."""
        return max(((self.kept or as_at) - self.due).days, 0)


def occasions(register: Register, as_at: date) -> tuple[Occasion, ...]:
    """Every time a promise that held by the day fell due or will fall due, by element and promise."""
    return tuple(
        one
        for element in register.all(Element)
        if stands(element, as_at)
        for promise in element.promises
        if stands(promise, as_at) and promise.since <= as_at
        for one in _FALLS[promise.what](register, element, promise, as_at)
    )


def _holds(promise: Promised, began: date | None, as_at: date) -> bool:
    """Whether what began on a day, and is known by `as_at`, falls under the promise."""
    last = min(promise.until or as_at, as_at)
    return began is not None and promise.since <= began <= last


def _by(days: Iterator[date | None], as_at: date) -> date | None:
    """The first of the days that had come."""
    return min((day for day in days if day and day <= as_at), default=None)


def _after(register: Register, element: Element, promise: Promised, as_at: date) -> Iterator[Occasion]:
    """Each finished review of the sorts that are named, for each of those who are to be asked."""
    within = timedelta(days=promise.within_days)
    for review in register.all(Review):
        ended = found_on(review)
        wanted = not promise.review_sorts or review.sort in promise.review_sorts
        if ended is None or not wanted or not stands(review, as_at) or not _holds(promise, ended, as_at):
            continue
        for who in promise.asked or ASKED:
            said = (one.on for one in review.views if one.of == who and one.when == "after")
            kept = _by(said, as_at)
            yield Occasion(element, promise, review.id, who, ended + within, kept, review.illustrative)


def _with(register: Register, element: Element, promise: Promised, as_at: date) -> Iterator[Occasion]:
    """Each section 11 return that came."""
    within = timedelta(days=promise.within_days)
    for one in register.all(Section11Return):
        if one.submitted and stands(one, as_at) and _holds(promise, one.submitted, as_at):
            held = _by((group.on for group in one.focus_groups), as_at)
            yield Occasion(element, promise, one.id, "", one.submitted + within, held, one.illustrative)


@dataclass(frozen=True, slots=True)
class Own:
    """What an agency did for one year: when, and whether the record of it is an example."""

    on: date | None
    illustrative: bool


def _each_year(
    done: Callable[[Register], Mapping[tuple[str, Period], Own]],
) -> Callable[[Register, Element, Promised, date], Iterator[Occasion]]:
    """What each agency that promises does once a year; `done` gives the days by agency and year."""

    def falls(register: Register, element: Element, promise: Promised, as_at: date) -> Iterator[Occasion]:
        kept = done(register)
        last = financial_year_of(min(promise.until or as_at, as_at))
        first = financial_year_of(promise.since)
        for start in range(first.start.year, last.start.year + 1):
            year = financial_year(start)
            due = year.start + timedelta(days=promise.within_days)
            if due < promise.since:  # a board that begins within a year is not late for it
                continue
            for agency in promise.agencies:
                held = register.find(Agency, agency)
                if held and held.until and held.until < due:
                    continue
                own = kept.get((agency, year), Own(None, False))
                day = _by(iter((own.on,)), as_at)
                yield Occasion(element, promise, agency, year.label, due, day, own.illustrative)

    return falls


def _programmes(register: Register) -> Mapping[tuple[str, Period], Own]:
    found = (one for one in register.all(AuditProgramme) if not one.retired)
    return {(one.agency, parse_period(one.period)): Own(one.agreed_on, one.illustrative) for one in found}


def _indicators(register: Register) -> Mapping[tuple[str, Period], Own]:
    found = (one for one in register.all(IndicatorReview) if not one.retired)
    return {(one.agency, parse_period(one.period)): Own(one.on, one.illustrative) for one in found}


def _messages(register: Register, element: Element, promise: Promised, as_at: date) -> Iterator[Occasion]:
    """Each key message of a year once it was told: learning, and what works well."""
    every: tuple[Learning | GoodPractice, ...] = (*register.all(Learning), *register.all(GoodPractice))
    for one in every:
        told = _by((product.on for product in one.products), as_at)
        if not (one.key_message_for and told and stands(one, as_at) and _holds(promise, told, as_at)):
            continue
        asked = one.test.checked_on if one.test and one.test.follow_up else None
        due = told + timedelta(days=promise.within_days)
        kept = _by(iter((asked,)), as_at)
        yield Occasion(element, promise, one.id, "", due, kept, one.illustrative)


def _in_rounds(register: Register, element: Element, promise: Promised, as_at: date) -> Iterator[Occasion]:
    """Each round of what is promised every so often: of each agency that promises it, or of the board."""
    within = timedelta(days=promise.within_days)
    done = deeds(register, f"{element.id}/{promise.id}", as_at)
    every = rounds(promise, as_at)
    for agency in promise.agencies or (None,):
        held = register.find(Agency, agency)
        mine = [one for one in done if agency is None or agency in one.agencies]
        for one, deed in zip(every, kept_on(every, within, mine), strict=True):
            if held and held.until and held.until < one.end:
                continue
            made_up = element.illustrative if deed is None else deed.illustrative
            kept = deed.on if deed else None
            due = one.end + within
            yield Occasion(element, promise, agency or element.id, one.label, due, kept, made_up, one.start)


Falls = Callable[[Register, Element, Promised, date], Iterator[Occasion]]
_FALLS: Mapping[PromisedThing, Falls] = {
    "views-after-reviews": _after,
    "focus-groups-with-section-11": _with,
    "own-audit-programmes": _each_year(_programmes),
    "own-indicators-reviewed": _each_year(_indicators),
    "key-messages-followed-up": _messages,
    "each-round": _in_rounds,
}
OF_KIND: Mapping[PromisedThing, tuple[type[Record], ...]] = {
    "views-after-reviews": (Review,),
    "focus-groups-with-section-11": (Section11Return,),
    "own-audit-programmes": (AuditProgramme,),
    "own-indicators-reviewed": (IndicatorReview,),
    "key-messages-followed-up": (Learning, GoodPractice),
    "each-round": (Evidence, Audit, Publication),
}
"""The records that keep each promise."""
