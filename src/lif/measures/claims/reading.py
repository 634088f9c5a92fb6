"""A sentence as read: its clauses, numbers and periods, and which parts of it are plans and no claims."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from lif.measures.claims.facts import Facts, stem
from lif.measures.claims.numerals import Numeral, numerals
from lif.measures.claims.periods_named import Named, named_periods
from lif.measures.claims.sentences import Clause, Sentence, clause_at, clauses

_PLAN = re.compile(
    r"\b(?:will|shall|would|could|might|aims?|aiming|aimed|intends?|intended|intention|plans?\sto|planned\sto|hopes?|hoping|"
    r"hoped|proposes?|proposed|needs?\sto|needed\sto|must|wants?|wanted|going\sto|in\sorder\sto|so\sas\sto|ambition|goal|"
    r"should|ought|forecasts?|projected|projection|predicts?|predicted|trajectory|expects?\sto|expected\sto|"
    r"expect(?:s|ed)?\s(?:that|it|this|the|a|an)|agree\sto|agree\sthat|looking\sto|on\scourse\sto|working\sto(?:wards)?|"
    r"to\s(?:improve|reduce|increase|raise|lower|reach|bring|achieve|meet|halve|double|get|keep|make|drive|hit|exceed|"
    r"move|strengthen|close|stay|remain|return|prevent|stop|turn)|can\s(?:be|only|we|help)|may\s(?:be|have|not|also|fall|rise|"
    r"reach|improve|get|become|well|increase|reflect|mean|need)|committed\sto|efforts?\sto|work\sto|focus\son|help(?:s|ed)?\sto)\b"
)
_IF = re.compile(r"^(?:should|were)\b|\b(?:if|unless|whether|in case|once we|were we to|even if|until)\b")
_SEGMENT = re.compile(
    r"[;:()]|,(?![0-9]{3}\b)|\s-\s|\b(?:from|compared|against|than|versus|vs|up on|down on|but|while|"
    r"whereas|rather|and|to)\b"
)
_STOP_WORDS = (
    "were was had are is have has did do does in on at with without that who which where when began "
    "for to from by and or but not of as than this last since per within during after before each "
    "more fewer less be been being they we it he she there because so if while although still also "
    "only up down against out over under between among"
)
_STOP = frozenset(_STOP_WORDS.split())


@dataclass(frozen=True)
class Reading:
    """A sentence with what stands in it. `field_plans` says that its field is for what is to be done."""

    sentence: Sentence
    field_plans: bool = False

    @cached_property
    def low(self) -> str:
        """The sentence in small letters."""
        return self.sentence.low

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Its clauses."""
        return clauses(self.low)

    @cached_property
    def numerals(self) -> tuple[Numeral, ...]:
        """Its numbers."""
        return numerals(self.low)

    @cached_property
    def periods(self) -> tuple[Named, ...]:
        """The periods it names."""
        return named_periods(self.low)

    def clause(self, place: int) -> Clause:
        """The clause around a place."""
        return clause_at(self.clauses, place)

    def clause_text(self, place: int) -> str:
        """Its words."""
        found = self.clause(place)
        return self.low[found.start : found.end]

    def plans(self, place: int) -> bool:
        """Whether what stands at a place is asked, wished, planned or supposed, and so no claim."""
        if self.sentence.asks or _IF.search(self.low):
            return True
        clause = self.clause(place)
        return bool(_PLAN.search(self.low, clause.start, place + 1) or _wrapped(self.low, clause, place))

    def segment(self, start: int, end: int) -> tuple[int, int]:
        """The smallest stretch around a number that one period belongs to."""
        cuts = [
            m for m in _SEGMENT.finditer(self.low) if not (m[0] == "to" and not _number_next(self, m.end()))
        ]
        before = [m.start() if m[0][0].isalpha() else m.end() for m in cuts if m.start() < start]
        after = [m.start() for m in cuts if m.start() >= end]
        return (before[-1] if before else 0, after[0] if after else len(self.low))

    def period_of(self, start: int, end: int) -> Named | None:
        """The period that belongs to what stands at a place, or None where none is named for it."""
        first, last = self.segment(start, end)
        inside = [one for one in self.periods if first <= one.start < last]
        if inside:
            return min(inside, key=lambda one: max(one.start - end, start - one.end))
        lead = [one for one in self.periods if one.end <= first]
        alone = self.low[first:start] + self.low[end:last]
        if (
            lead
            and not re.search(r"[a-z]", alone)
            and not re.search(r"[a-z]{3}", self.low[lead[-1].end : first])
        ):
            return lead[-1]
        opening = lead[-1] if lead else None
        if opening and opening.start <= 12 and not any(each.start < opening.end for each in self.numerals):
            between = self.low[opening.end : start]
            if len(re.findall(r"[;,]", between)) <= 1 and not re.search(
                r"\b(?:from|compared|against)\b", between
            ):
                return opening
        return None


def _number_next(reading: Reading, place: int) -> bool:
    return any(place <= each.start <= place + 12 for each in reading.numerals)


def _wrapped(low: str, clause: Clause, place: int) -> bool:
    """Whether a clause that has no subject of its own goes on with a plan: `will fall and stay below 90%`."""
    head = low[clause.start : place].split()
    if clause.start == 0 or not head or head[0] not in ("and", "or") or len(head) > 2:
        return False
    before = low[: clause.start]
    last = max(before.rfind(";"), before.rfind(","), 0)
    return bool(_PLAN.search(before, last))


def noun_after(after: str) -> tuple[str, ...]:
    """The words that follow a number up to the verb or the next little word: `foster carers`."""
    found: list[str] = []
    for word in re.findall(r"[a-z'-]+|[^a-z\s'-]", after[:80]):
        if word in _STOP or not word[0].isalpha():
            if not found and word in ("the", "a", "such", "other", "of", "more", "fewer", "less", "further"):
                continue
            break
        if word not in ("the", "a", "these", "those", "all", "our", "such", "other", "different"):
            found.append(word)
        if len(found) == 4:
            break
    return tuple(found)


def counts_noun(nouns: tuple[str, ...], facts: Facts) -> bool:
    """Whether the noun after a number is what the indicator counts."""
    words = nouns[:1] + nouns[-1:] + nouns[1:2]
    return any(stem(part) in facts.counted for word in words for part in (word, *word.split("-")))
