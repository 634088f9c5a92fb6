"""A new board's repository as paths and texts, before anything is written."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lif.records.references import Area
from lif.register import Register
from lif.source import Document, parse
from lif.source.new_records import Field, as_read, record_text
from lif.starting import records
from lif.starting.answers import Answers, CannotBegin
from lif.starting.finding import NotFound, area_called

BUILDS_ON = "england-data"
"""The installed framework with areas, themes, sources and published measures."""
Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Country:
    """The areas that a board can be of, be compared with, and lie in."""

    areas: Mapping[str, Area]

    @classmethod
    def of(cls, register: Register) -> Country:
        """The areas of a register."""
        return cls({area.id: area for area in register.all(Area)})

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


def planned(answers: Answers, country: Country) -> Files:
    """Every file of the repository by its path.

    Raises RuntimeError when a text could not be read back as it was meant: a bug of this room.
    """
    made = dict(_records(answers, country))
    texts = {text for fields in made.values() for text in _texts(fields)}
    made |= dict(records.roles(texts))
    settings = {"lif.yaml": _settings(answers).encode("utf-8")}
    return settings | {path: _written(path, fields) for path, fields in made.items()}


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


def _settings(answers: Answers) -> str:
    return f"{BEGUN_WITH}{command(answers)}\n" + record_text(
        {"board": answers.board, "extends": [BUILDS_ON], "audience": "board"}
    )


def command(answers: Answers) -> str:
    """The command that makes the same repository again."""
    words = [
        *("lif", "init", "--like", answers.like, "--area", answers.area.id, "--kind", answers.kind),
        *("--groups", ",".join(group.name for group in answers.groups)),
        *(["--name", answers.name] if answers.name else []),
        *("--as-at", answers.on.isoformat()),
    ]
    return shlex.join(words)
