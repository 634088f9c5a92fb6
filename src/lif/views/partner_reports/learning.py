"""What one agency learned by itself: from its own audits, its complaints, and what worked in it alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.calendars import Period, parse_period
from lif.checks.cycles import newest
from lif.checks.successors import answering_on
from lif.records.audits import Audit
from lif.records.learning import GoodPractice
from lif.records.record import stands
from lif.records.voice import ComplaintsAndCompliments
from lif.register import Register
from lif.views.as_known import as_known
from lif.views.called import agency_called, called_at
from lif.views.shown import flowing

Source = Literal["own-audits", "audit", "complaints", "good-practice"]
SOURCES: tuple[Source, ...] = ("own-audits", "audit", "complaints", "good-practice")


@dataclass(frozen=True, slots=True)
class LearningLine:
    """One thing that an agency learned by itself: from where, of when in words, and what."""

    agency: str
    source: Source
    when: str
    text: str
    themes: tuple[str, ...]
    illustrative: bool


def learned_alone(register: Register, year: Period, only: str, as_at: date) -> tuple[LearningLine, ...]:
    """What agencies learned by themselves in a year or told since, by agency; of one where it is named."""
    found = [
        line
        for gather in (_own_audits, _audits, _complaints, _good_practice)
        for agency, line in gather(register, year, as_at)
        if only in ("", agency) and line.text
    ]
    return tuple(sorted(found, key=lambda line: (line.agency, SOURCES.index(line.source), line.when)))


Found = Iterator[tuple[str, LearningLine]]


def _own_audits(register: Register, year: Period, as_at: date) -> Found:
    """What an agency's newest section 11 return says of the audits that it did alone, whatever the year."""
    for return_ in newest(register, as_at):
        seen = as_known(register, return_, as_at)
        yield (
            answering_on(register, seen.agency, as_at),
            LearningLine(
                agency_called(register, seen.agency),
                "own-audits",
                seen.cycle,
                flowing(seen.audit_text),
                tuple(called_at(register, theme) for theme in seen.audit_themes),
                seen.illustrative,
            ),
        )


def _audits(register: Register, year: Period, as_at: date) -> Found:
    """Audits by one agency that were reported in the year or since."""
    for audit in register.all(Audit):
        seen = as_known(register, audit, as_at)
        alone = seen.sort == "single-agency" and len(seen.agencies) == 1
        if alone and seen.reported and seen.reported >= year.start and stands(audit, as_at):
            said = " ".join(flowing(one.text) for one in (*seen.strengths, *seen.findings))
            yield _line(
                register, as_at, seen.agencies[0], "audit", seen.title, said, seen.themes, seen.illustrative
            )


def _complaints(register: Register, year: Period, as_at: date) -> Found:
    """What was learned from complaints and compliments of the year."""
    for one in register.all(ComplaintsAndCompliments):
        seen = as_known(register, one, as_at)
        period = parse_period(one.period)
        if year.contains(period.start) and seen.received and stands(one, as_at):
            themes = tuple(count.theme for count in seen.by_theme)
            text = flowing(seen.text)
            yield _line(
                register, as_at, one.agency, "complaints", period.short, text, themes, one.illustrative
            )


def _good_practice(register: Register, year: Period, as_at: date) -> Found:
    """What works well in one agency alone, agreed in the year or since."""
    for one in register.all(GoodPractice):
        if len(one.agencies) == 1 and year.start <= one.on <= as_at and stands(one, as_at):
            text = flowing(one.text)
            yield _line(
                register,
                as_at,
                one.agencies[0],
                "good-practice",
                one.title,
                text,
                one.themes,
                one.illustrative,
            )


def _line(
    register: Register,
    as_at: date,
    agency: str,
    source: Source,
    when: str,
    text: str,
    themes: tuple[str, ...],
    illustrative: bool,
) -> tuple[str, LearningLine]:
    named = tuple(dict.fromkeys(called_at(register, theme) for theme in themes))
    return (
        answering_on(register, agency, as_at),
        LearningLine(agency_called(register, agency), source, when, text, named, illustrative),
    )
