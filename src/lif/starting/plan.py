"""A new board's repository as paths and texts, before anything is written."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lif.records.governance import Group
from lif.records.indicators import Indicator
from lif.records.references import Area
from lif.register import Register
from lif.source import Document, parse
from lif.source.new_records import Field, as_read, record_text
from lif.starting import records
from lif.starting.answers import Answers, CannotBegin
from lif.starting.fields import in_order, plain_fields
from lif.starting.finding import NotFound, area_called
from lif.starting.tables import rows
from lif.starting.taking import Taking
from lif.workspace import Workspace

BUILDS_ON = "england-data"
"""The installed framework with areas, themes, sources and published measures."""
Files = Mapping[str, bytes]
Made = dict[str, Mapping[str, Field]]


@dataclass(frozen=True, slots=True)
class Country:
    """The areas that a board can be of, be compared with, and lie in, and what else every board has."""

    areas: Mapping[str, Area]
    addresses: frozenset[str] = frozenset()

    @classmethod
    def of(cls, register: Register) -> Country:
        """What the register of the framework holds on which every board builds."""
        areas = {area.id: area for area in register.all(Area)}
        return cls(areas, frozenset(register.addresses()))

    def called(self, words: str, day: date) -> Area:
        """The local authority that goes by these words; raises CannotBegin with the nearest."""
        try:
            return area_called(self.areas.values(), words, day)
        except NotFound as none:
            raise CannotBegin(str(none)) from None

    def by_number(self) -> Mapping[str, Area]:
        """The local authorities by their three-digit numbers."""
        return {area.old_code: area for area in self.areas.values() if area.old_code}

    def whole(self) -> str:
        """The id of the country."""
        return next(area.id for area in self.areas.values() if area.sort == "country")


def planned(answers: Answers, country: Country, like: Workspace | None = None) -> Files:
    """Every file of the repository by its path; `like` is the framework that it starts like.

    Raises RuntimeError when a text could not be read back as it was meant: a bug of this room.
    """
    made = dict(_records(answers, country))
    if like is not None:
        made |= _taken(made, answers, country, like.register)
    _seat_everybody(made, answers)
    made |= dict(records.roles({text for fields in made.values() for text in _texts(fields)}))
    words = plain_fields(like.settings.vocabulary) if like else {}
    settings = {"lif.yaml": _settings(answers, words).encode("utf-8")}
    return settings | {path: _written(path, fields) for path, fields in sorted(made.items())}


def _seat_everybody(made: Made, answers: Answers) -> None:
    """An agency that sits on no group sits where the work is run, until the board says where it belongs."""
    agencies = [row["id"] for row in rows("agencies") if row["sector"] != "partnership"]
    groups = {path: fields for path, fields in made.items() if path.startswith(f"{Group.folder}/")}
    seated = {text for fields in groups.values() for text in _texts(fields.get("members", ()))}
    path = f"{Group.folder}/{answers.running.id}.yaml"
    members = made[path].get("members", [])
    assert not isinstance(members, (str, Mapping))
    made[path] = {**made[path], "members": [*members, *(id_ for id_ in agencies if id_ not in seated)]}


def _taken(made: Made, answers: Answers, country: Country, like: Register) -> Made:
    """What the framework gives, laid over what every board has: its words before words of ours."""
    ours = {str(fields["id"]): path for path, fields in made.items()}
    posts = {row["id"] for row in rows("roles")}
    taking = Taking(like, answers, country.addresses | set(ours) | posts)
    found: Made = {}
    for id_, (kind, data) in taking.taken().items():
        path = ours.get(id_, f"{kind.folder}/{id_}.yaml")
        found[path] = in_order({**made.get(path, {}), **data})
    for path, fields in made.items():
        if path.startswith(f"{Indicator.folder}/"):
            found[path] = {**fields, **taking.bears_on(str(fields["id"]))}
    return found


def _texts(value: Field) -> Iterator[str]:
    """Every text in a record, so that what it names is known."""
    if isinstance(value, str):
        yield value
        return
    for inner in value.values() if isinstance(value, Mapping) else value:
        yield from _texts(inner)


def _records(answers: Answers, country: Country) -> Iterator[tuple[str, Mapping[str, Field]]]:
    region = country.areas.get(answers.area.region or "")
    yield f"framework/boards/{answers.board}.yaml", records.board(answers)
    yield from records.agencies(answers)
    yield from records.chairs(answers)
    yield from records.groups(answers)
    yield from records.neighbour_sets(answers, country.by_number())
    yield from records.benchmarks(answers, region, country.whole())
    yield from records.disclosure_profile()
    yield from records.indicators(answers)
    yield from records.return_schedules(answers)


def _written(path: str, fields: Mapping[str, Field]) -> bytes:
    content = record_text(fields).encode("utf-8")
    document = parse(content, path)
    if not isinstance(document, Document) or document.data != as_read(fields):
        raise RuntimeError(f"{path} would not be read back as it was meant")
    return content


BEGUN_WITH = "# Begun with: "


def _settings(answers: Answers, words: Mapping[str, Field]) -> str:
    said: dict[str, Field] = {
        "board": answers.board,
        "extends": [BUILDS_ON],
        "audience": "board",
        "vocabulary": words,
    }
    return f"{BEGUN_WITH}{command(answers)}\n{record_text(said)}"


def command(answers: Answers) -> str:
    """The command that makes the same repository again."""
    words = [
        *("lif", "init", "--like", answers.like, "--area", answers.area.id, "--kind", answers.kind),
        *(["--groups", ",".join(group.name for group in answers.groups)] if answers.named_groups else []),
        *(["--name", answers.name] if answers.name else []),
        *("--as-at", answers.on.isoformat()),
    ]
    return shlex.join(words)
