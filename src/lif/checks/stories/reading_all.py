"""Every text read once, and what does not hold in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from lif.checks.stories.texts import Told, indicators_of, texts
from lif.records.indicators import Indicator
from lif.register import Register

if TYPE_CHECKING:  # what reads sentences is dear to load, and a board without texts does not need it
    from lif.checks.stories.gathering import Gathering
    from lif.measures.claims.sentences import Sentence
    from lif.measures.claims.verdicts import Verdict

_ID = re.compile(r"\b[a-z0-9]+(?:-[a-z0-9]+)+\b")


@dataclass(frozen=True, slots=True)
class Fault:
    """One claim that does not hold, and where."""

    told: Told
    inside: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Read:
    """What was read: how many sentences and numbers, what does not hold, and explanations of nothing."""

    faults: tuple[Fault, ...]
    idle: tuple[tuple[Told, int], ...]
    sentences: int
    numbers: int


def read_all(register: Register, as_at: date) -> Read:
    """Every text that speaks of figures, read once for a register and a day: the checks ask one by one."""
    return register.made((read_all, as_at), lambda: _Reader(register, as_at).read())


class _Reader:
    """Reads texts against figures that are assembled once."""

    def __init__(self, register: Register, as_at: date) -> None:
        self._register, self._as_at = register, as_at
        self._texts = tuple(texts(register, as_at))
        self._names = tuple(_names(register)) if self._texts else ()
        self._sentences = self._numbers = 0

    def read(self) -> Read:
        """Everything that does not hold; without texts no figure is looked at."""
        if not self._texts:
            return Read((), (), 0, 0)
        from lif.checks.stories.gathering import Gathering
        from lif.measures.assemble import assemble

        figures = assemble(self._register, self._as_at)
        gathering = Gathering(self._register, figures, self._as_at)
        faults = tuple(fault for told in self._texts for fault in self._faults(told, gathering))
        idle = tuple(one for told in self._texts for one in _idle(told, self._texts))
        return Read(faults, idle, self._sentences, self._numbers)

    def _faults(self, told: Told, gathering: Gathering) -> Iterator[Fault]:
        from lif.measures.claims.judging import judge
        from lif.measures.claims.reading import Reading
        from lif.measures.claims.sentences import sentences

        own = [
            f
            for each in indicators_of(self._register, told)
            if (f := gathering.facts(each, told.last, told.kind))
        ]
        for sentence in sentences(told.text):
            named = [each for each in self._named(sentence) if each.id not in told.indicators]
            facts = [*own, *(f for each in named if (f := gathering.facts(each, told.last, told.kind)))]
            if not facts:
                continue
            reading = Reading(sentence, told.plans)
            self._sentences += 1
            self._numbers += len(reading.numerals)
            for verdict in judge(reading, facts):
                if not self._explained(verdict, sentence, told):
                    yield Fault(told, sentence.start + verdict.start, verdict)

    def _named(self, sentence: Sentence) -> list[Indicator]:
        low = sentence.low
        return [indicator for name, indicator in self._names if name in low]

    def _explained(self, verdict: Verdict, sentence: Sentence, told: Told) -> bool:
        """Whether a number is said to come from elsewhere: by its story, or a record named beside it."""
        if verdict.fault not in ("number", "untested"):
            return False
        if any(_same(each.number, verdict.said) for each in told.explained):
            return True
        return any(found in self._register.entries for found in _ID.findall(sentence.low))


def _names(register: Register) -> Iterator[tuple[str, Indicator]]:
    """Names of indicators that a sentence can hold by more than chance: several words, or a code."""
    for indicator in register.all(Indicator):
        for name in (indicator.name, *indicator.aliases):
            if " " in name or "-" in name or re.search(r"[0-9]", name):
                yield name.lower(), indicator


def _same(number: str, said: str) -> bool:
    """Whether an explanation is of a number, however they are spaced."""
    return re.sub(r"[\s,]|per ?cent|%", "", number.lower()) == re.sub(r"[\s,]|per ?cent|%", "", said.lower())


def _idle(told: Told, every: tuple[Told, ...]) -> Iterator[tuple[Told, int]]:
    """Explanations of a story that are of no number in any of its texts, told at its first text."""
    if told.path[-1] != "story":
        return
    whole = " ".join(
        one.text for one in every if one.record == told.record and one.path[:2] == told.path[:2]
    ).lower()
    for at, each in enumerate(told.explained):
        if each.number.lower() not in re.sub(r"\s+", " ", whole):
            yield told, at
