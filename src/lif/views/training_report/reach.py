"""How many came to training: by course, by agency and sector, and by professional group."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lif.records.governance import Agency
from lif.records.record import stands
from lif.records.training import Places
from lif.views.called import agency_called
from lif.views.shares import Share, share
from lif.views.training_report.courses import Came, CourseLine, FormLine, added, courses, forms
from lif.views.training_report.year import Year

_NOT_AN_EMPLOYER = "partnership"
"""The sector of the board itself, which sends nobody to its own training."""


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """One agency in the year: of the booked how many came, and all who came; trainers that it supplied."""

    agency: str
    name: str
    booked: Share
    no_shows: int
    cancelled: int
    walk_ins: int
    came: int
    trainers: int
    illustrative: bool


@dataclass(frozen=True, slots=True)
class SectorLine:
    """The agencies of one sector, the one from which most came first; `name` says how many came in all."""

    name: str
    came: int
    lines: tuple[AgencyLine, ...]


@dataclass(frozen=True, slots=True)
class ProfessionLine:
    """One professional group in the year: how many came, and from which agencies."""

    name: str
    came: int
    agencies: tuple[str, ...]
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Reach:
    """Everything on who came. `forms` hold the courses once more, apart by their form.

    `known` are those whose professional group is known, of all who came. `sent_nobody` are the agencies of
    the day from which nobody came.
    """

    courses: tuple[CourseLine, ...]
    forms: tuple[FormLine, ...]
    sectors: tuple[SectorLine, ...]
    professions: tuple[ProfessionLine, ...]
    known: Share
    sent_nobody: tuple[str, ...]
    sessions: int
    not_entered: int
    called_off: int
    to_come: int
    came: int
    booked: Share
    walk_ins: int


def reach(year: Year) -> Reach:
    """Who came to the training of the year."""
    every = added(place for one in year.held for place in one.places)
    agencies = tuple(_agencies(year))
    professions = tuple(_professions(year))
    states = Counter(year.state(one) for one in year.sessions)
    known = sum(one.came for one in professions)
    return Reach(
        courses=courses(year),
        forms=tuple(forms(year)),
        sectors=tuple(_sectors(year, agencies)),
        professions=professions,
        known=share(known, every.came, "nobody came"),
        sent_nobody=tuple(_sent_nobody(year, {one.agency for one in agencies if one.came})),
        sessions=states["held"],
        not_entered=states["not-entered"],
        called_off=states["called-off"],
        to_come=states["to-come"],
        came=every.came,
        booked=share(every.attended, every.booked, "nobody was booked"),
        walk_ins=every.walk_ins,
    )


def _agencies(year: Year) -> Iterator[AgencyLine]:
    """Every agency that booked, came or sent a trainer: the one from which most came first."""
    places: dict[str, list[Places]] = defaultdict(list)
    trainers: Counter[str] = Counter()
    made_up: set[str] = set()
    for session in year.held:
        for place in session.places:
            places[place.agency].append(place)
            made_up |= {place.agency} if session.illustrative else set()
        trainers.update({one.agency: one.number for one in session.trainers})
    lines = [
        _agency(year, id_, added(places[id_]), trainers[id_], id_ in made_up) for id_ in {*places, *trainers}
    ]
    yield from sorted(lines, key=lambda one: (-one.came, one.name.casefold()))


def _agency(year: Year, id_: str, total: Came, trainers: int, illustrative: bool) -> AgencyLine:
    return AgencyLine(
        agency=id_,
        name=agency_called(year.register, id_),
        booked=share(total.attended, total.booked, "nobody was booked"),
        no_shows=total.no_shows,
        cancelled=total.cancelled,
        walk_ins=total.walk_ins,
        came=total.came,
        trainers=trainers,
        illustrative=illustrative,
    )


def _sectors(year: Year, lines: tuple[AgencyLine, ...]) -> Iterator[SectorLine]:
    """The sectors, the one from which most came first."""
    by_sector: dict[str, list[AgencyLine]] = defaultdict(list)
    for line in lines:
        found = year.register.find(Agency, line.agency)
        by_sector[found.sector.replace("-", " ") if found else "other"].append(line)
    for name in sorted(by_sector, key=lambda each: (-_sum(by_sector[each]), each)):
        came = _sum(by_sector[name])
        yield SectorLine(f"{name.capitalize()}: {came:,} came", came, tuple(by_sector[name]))


def _sum(lines: list[AgencyLine]) -> int:
    return sum(one.came for one in lines)


def _professions(year: Year) -> Iterator[ProfessionLine]:
    """Every professional group named, whatever its capital letters: the one from which most came first."""
    came: Counter[str] = Counter()
    names: dict[str, str] = {}
    agencies: dict[str, dict[str, None]] = defaultdict(dict)
    made_up: set[str] = set()
    for session in year.held:
        for place in session.places:
            for one in place.professions:
                key = " ".join(one.name.casefold().split())
                names.setdefault(key, one.name)
                came[key] += one.came
                agencies[key][agency_called(year.register, place.agency)] = None
                made_up |= {key} if session.illustrative else set()
    for key in sorted(came, key=lambda each: (-came[each], each)):
        yield ProfessionLine(names[key], came[key], tuple(agencies[key]), key in made_up)


def _sent_nobody(year: Year, came: set[str]) -> Iterator[str]:
    for one in year.register.all(Agency):
        if (
            one.id not in came
            and one.sector != _NOT_AN_EMPLOYER
            and _was_there(one, year.period.start, year.until)
        ):
            yield agency_called(year.register, one.id)


def _was_there(agency: Agency, start: date, until: date) -> bool:
    """Whether an agency was there for the whole of the time."""
    begun = agency.since is None or agency.since <= start
    return stands(agency, until) and begun and (agency.until is None or agency.until >= until)
