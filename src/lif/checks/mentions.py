"""Editions named in words, and the days on which a record was going on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from lif.calendars import parse_period
from lif.checks.once import once
from lif.records.actions import Action
from lif.records.audits import Audit
from lif.records.evidence import Evidence
from lif.records.fields import Line, Text
from lif.records.figures import Value
from lif.records.law import Amendment, Edition
from lif.records.meetings import GroupReport, Meeting
from lif.records.problems import FieldPath
from lif.records.reading import models_in
from lif.records.record import Record
from lif.records.references import Document
from lif.records.reviews import Review
from lif.register import Register

_YEAR_AT_END = re.compile(r"[ ,(]*\b((?:19|20)[0-9]{2})\b\)?$")
_TITLES = ("title", "name", "paragraph", "source")
_DECIDING = ("decision", "considered", "referred", "started", "aware", "occurred")


@dataclass(frozen=True, slots=True)
class Mention:
    """An edition of guidance named by its name and a year; `edition` is None when there was none."""

    record: Record
    path: FieldPath
    name: str
    year: int
    years: tuple[str, ...]
    edition: Edition | None


@dataclass(frozen=True, slots=True)
class _Guidance:
    """A series of guidance whose editions people name by the year."""

    name: str
    names: tuple[str, ...]
    by_year: Mapping[int, Edition]

    def pattern(self) -> re.Pattern[str]:
        said = "|".join(re.escape(name) for name in sorted(self.names, key=len, reverse=True))
        return re.compile(rf"\b(?:{said})[ ,(]{{1,3}}((?:19|20)[0-9]{{2}})\b")


@once
def mentions(register: Register) -> tuple[Mention, ...]:
    """Every place where a text names an edition of a known series of guidance by its year.

    Years before the first edition that is known are passed over: there may have been one.
    """
    return tuple(_mentions(register))


def _mentions(register: Register) -> Iterator[Mention]:
    known = [(guidance, guidance.pattern()) for guidance in _guidances(register)]
    names = tuple(name for guidance, _ in known for name in guidance.names)
    if not names:
        return
    wanted = tuple(name for name in names if not any(other != name and other in name for other in names))
    shortest = min(map(len, names)) + len(" 2015")
    for entry in register.entries.values():
        if isinstance(entry.record, Edition):
            continue
        for path, text in _naming(entry.record, wanted, shortest, ()):
            for guidance, pattern in known:
                yield from _named(entry.record, path, text, guidance, pattern)


def _named(
    record: Record, path: FieldPath, text: str, guidance: _Guidance, pattern: re.Pattern[str]
) -> Iterator[Mention]:
    """The editions of one series that a text names."""
    years = tuple(str(year) for year in sorted(guidance.by_year))
    for found in pattern.finditer(text):
        year = int(found[1])
        if year >= int(years[0]):
            yield Mention(record, path, guidance.name, year, years, guidance.by_year.get(year))


def _guidances(register: Register) -> list[_Guidance]:
    """The series of guidance with several editions, by the names that their titles have before the year."""
    series: dict[str, list[Edition]] = defaultdict(list)
    for edition in register.all(Edition):
        if edition.force not in ("statute", "regulation"):
            series[edition.series].append(edition)
    found = []
    for editions in series.values():
        names: dict[str, None] = {}
        by_year: dict[int, Edition] = {}
        for edition in editions:
            for title in (edition.short_title, edition.title):
                if title and (year := _YEAR_AT_END.search(title)) and "(" not in title[: year.start()]:
                    names.setdefault(title[: year.start()])
                    by_year.setdefault(int(year[1]), edition)
        if len(by_year) > 1:
            found.append(_Guidance(next(iter(names)), tuple(names), by_year))
    return found


def _naming(
    model: BaseModel, wanted: tuple[str, ...], shortest: int, path: FieldPath
) -> Iterator[tuple[FieldPath, str]]:
    """The texts in a record that hold one of the wanted names; a name with its year is not short."""
    texts, parts = _prose(type(model))
    values = vars(model)
    for field in texts:
        text = values[field]
        if text is None or len(text) < shortest:
            continue
        for name in wanted:
            if name in text:
                yield (*path, field), text
                break
    for field, many in parts:
        value = values[field]
        if value:
            for index, part in enumerate(value if many else (value,)):
                yield from _naming(part, wanted, shortest, (*path, field, index) if many else (*path, field))


@cache
def _prose(model: type[BaseModel]) -> tuple[tuple[str, ...], tuple[tuple[str, bool], ...]]:
    """The fields of a model that hold prose or a title, and those that hold models with such fields."""
    texts, parts = [], []
    for name, info in model.model_fields.items():
        inner = next(models_in(info.annotation), None)
        if inner is not None:
            if inner is not Value and any(_prose(inner)):  # figures are many, and cite nothing
                parts.append((name, getattr(info.annotation, "__origin__", None) is tuple))
        elif _holds(info, Text) or (name in _TITLES and _holds(info, Line)):
            texts.append(name)
    return tuple(texts), tuple(parts)


def _holds(info: FieldInfo, kind: Any) -> bool:
    """Whether a field holds one value of a kind, or nothing."""
    either = [info.metadata, *(getattr(one, "__metadata__", ()) for one in get_args(info.annotation))]
    return any(kind.__metadata__[0] in metadata for metadata in either)


def days_of(record: Record) -> tuple[date, date] | None:
    """The day that decides which edition applies to a record, and its last; None when it has no days."""
    if isinstance(record, Review):
        days = {one.step: one.on for one in record.milestones if one.on is not None}
        if not days:
            return None
        return next((days[step] for step in _DECIDING if step in days), min(days.values())), max(
            days.values()
        )
    if isinstance(record, Action):
        steps = [step.on for step in record.steps]
        return record.agreed_on, max([record.agreed_on, *steps, *(note.on for note in record.progress)])
    if isinstance(record, Audit):
        planned = parse_period(record.planned)
        return record.started or planned.start, record.reported or record.fieldwork_ended or planned.end
    if isinstance(record, GroupReport):
        return parse_period(record.quarter).start, record.received or record.due
    if isinstance(record, Document):
        return (record.approved_on, record.approved_on) if record.approved_on else None
    if isinstance(record, Meeting | Evidence | Amendment):
        return record.on, record.on
    return None
