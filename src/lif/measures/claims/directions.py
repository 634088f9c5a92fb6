"""Claims that a figure went up or down, got better or worse, or stayed: where they stand and about what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lif.measures.claims.facts import Facts, Quantity
from lif.measures.claims.reading import Reading
from lif.measures.claims.subjects import OTHERS, bare, is_about, quantities

Way = Literal["up", "down", "better", "worse", "level"]

_UP = (
    r"rose|risen|rises?|rising|increas(?:e|es|ed|ing)|grew|grown|grows|growing|growth|climb(?:s|ed|ing)?|(?:went|gone|going|"
    r"goes|go|gone back|crept|moved|come) up(?! and down)|(?:is|was|are|were|been) (?:slightly |much |"
    r"significantly |a little )?higher(?! than)|surge[ds]?|jumped|upward|uptick|highe?r share|larger "
    r"share|higher proportion"
)
_DOWN = (
    r"fell|fallen|falls?|falling|drop(?:s|ped|ping)?(?!-)|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|reduc(?:ed|es|ing|tion|"
    r"tions)|(?:went|gone|going|goes|go|come|coming|came|moved) down|(?:is|was|are|were|been) "
    r"(?:slightly |much |significantly |a little )?lower(?! than)|shr(?:ank|unk|inks)|dip(?:s|ped|"
    r"ping)?|downward|"
    r"lower share|smaller share|lower proportion|tumbled|slumped"
)
_BETTER = (
    r"improv(?:es?|ed|ing|ements?)|(?:got|gets?|getting|gotten|become|becoming|became|is|are|was|were|"
    r"been|much|little|slightly) "
    r"better(?! than)|strengthen(?:s|ed|ing)|recover(?:s|ed|ing|y)|progressed well|turned (?:a|the) "
    r"corner"
)
_WORSE = (
    r"worsen(?:s|ed|ing)|(?:got|gets?|getting|become|becoming|became|is|are|was|were|been|much|little|"
    r"slightly) worse(?! than)|"
    r"deteriorat(?:es?|ed|ing|ion)|slip(?:s|ped|ping)(?: back)?|weaken(?:s|ed|ing)"
)
_LEVEL = (
    r"(?:remain(?:s|ed|ing)?|stay(?:s|ed)?|is|are|was|were|been|held|kept|broadly|relatively|largely|"
    r"fairly|very) "
    r"(?:very |broadly |relatively |largely |fairly |quite )?(?:stable|steady|static|flat|constant|"
    r"consistent(?! with)|unchanged|"
    r"level(?! of)|the same|stationary)|stable|unchanged|no (?:real |significant |material )?change|"
    r"little (?:has )?changed?|"
    r"(?:has|have|had) not changed|no different|plateaued|levelled (?:off|out)|stabilised|flatlined"
)
_FIND = re.compile(
    rf"\b(?:(?P<level>{_LEVEL})|(?P<better>{_BETTER})|(?P<worse>{_WORSE})|(?P<up>{_UP})|(?P<down>{_DOWN}))\b"
    r"|(?:^|[,;:(-]\s?|\b(?:is|are|was|were|now|again|figures?|rate|and|also)\s)(?P<upwards>up)(?=\s(?:by|from|on|again|slightly|"
    r"sharply|to|since|this|a|for|and|but|quarter|year|[0-9])|[.,;]|$)"
    r"|(?:^|[,;:(-]\s?|\b(?:is|are|was|were|now|again|figures?|rate|and|also)\s)(?P<downwards>down)(?=\s(?:by|from|on|again|"
    r"slightly|sharply|to|since|this|a|for|and|but|quarter|year|[0-9])|[.,;]|$)"
)
_NO = re.compile(
    r"(?:\b(?:not|never|no|nor|without|neither|failed to|fails to|yet to|no longer|hardly|stopped|"
    r"ceased|unable to|nothing)|n't)\b"
    r"(?!\sonly)(?:\s[\w-]+){0,3}\s$"
)
_NO_DIRECTION = re.compile(
    r"\s(?:short|within|into|outside|under|through|behind|in line|plans?|boards?|work|journey|"
    r"programme|partner|actions?|"
    r"notices?|project|team|group|to the|due)\b|-"
)
_NOT_A_FIGURE = re.compile(r"\b(?:for|of|continuous|quality|school|service|practice|health)\s$")
_ADVERB = (
    r"(?:again|slightly|sharply|steadily|significantly|further|markedly|gradually|marginally|substantially|considerably|slowly|"
    r"rapidly|also|still|now|since|each|every|this|last|over|quarter|year|in the (?:last|quarter|year|"
    r"period)|month|once more|"
    r"for|after|during|between|compared|because|as|when|and|but|while|due|by|from|to|on|at|back|well|not|throughout|overall|too|"
    r"with|despite|following|across|until|yet|more|most|continuously|noticeably|before|against|it|we|"
    r"they|quite|a (?:little|lot)|than|all)"
)
_PREDICATE_NEXT = re.compile(rf"\s*(?:{_ADVERB}\b|[0-9.,;:()\-]|$)")
_OF = re.compile(r"\s(?:in|of)\s(?!(?:the\s)?(?:last|this|quarter|same|previous|year|q[1-4]|20|[0-9]))")
_AFTER = re.compile(
    r"\b(?:from|to|since|by|over|this|compared|between|on|during|against|than|in|for|at|and|which|that|has|was|is)\b|[,;:.()]"
)
_NOUN = re.compile(
    r"(?:increase|rise|fall|drop|decline|decrease|reduction|improvement|deterioration|growth|recovery|dip|uptick|reductions|"
    r"improvements|increases|falls|rises)$"
)
_MEASURED = re.compile(r"\b(?:performance|timeliness|compliance|quality|results?)\b")
_GRADUAL = re.compile(
    r"\b(?:improving|worsening|deteriorating|getting (?:better|worse)|trend|significant(?:ly)?|"
    r"sustained|deterioration)\b"
)


@dataclass(frozen=True, slots=True)
class Direction:
    """A claim of a direction: its words, its place, whether it is denied, and of which quantities it is."""

    start: int
    end: int
    said: str
    way: Way
    denied: bool
    of: tuple[Quantity, ...]
    noun: bool
    gradual: bool
    goes_on: bool


def directions(reading: Reading, facts: Facts) -> Iterator[Direction]:
    """The claims of direction in a sentence that are about the indicator."""
    for match in _FIND.finditer(reading.low):
        group = match.lastgroup or "level"
        way: Way = {"upwards": "up", "downwards": "down"}.get(group, group)  # type: ignore[assignment]
        start, end = match.span(group)
        if reading.plans(start) or _no_direction(reading.low, start, end):
            continue
        phrase = _phrase(reading, start, end)
        if phrase is None or OTHERS.search(phrase) or not is_about(phrase, facts):
            continue
        around = reading.clause_text(start)
        before = reading.low[reading.clause(start).start : start]
        yield Direction(
            start,
            end,
            reading.sentence.text[start:end],
            _judging(way, phrase),
            bool(_NO.search(before)) and way != "level",
            _of(phrase, way, facts, around),
            bool(_NOUN.search(reading.low[start:end])),
            bool(_GRADUAL.search(around)),
            bool(re.search(r"\b(?:continu\w+|further|again|still|keeps?)\b", around)),
        )


def _no_direction(low: str, start: int, end: int) -> bool:
    """Whether the words are part of others: `falls short of`, `improvement plan`, `areas for improvement`."""
    if low[start:end] in ("fall", "falls") and low.startswith(" below", end):
        return True
    return bool(_NO_DIRECTION.match(low, end)) or bool(
        _NOT_A_FIGURE.search(low[:start]) and _NOUN.search(low[start:end]) and not _of_what(low[:start])
    )


def _of_what(before: str) -> bool:
    """Whether it is a period, or a sign, of a rise."""
    return bool(re.search(r"\b(?:quarters?|years?|months?|period|signs?|evidence|pattern|run) of\s$", before))


def _phrase(reading: Reading, start: int, end: int) -> str | None:
    """The words that say what moved: the subject, or what comes after; None where it is told of "
    "another thing."""
    low = reading.low
    clause = reading.clause(start)
    after = low[end : clause.end]
    if _NOUN.search(low[start:end]) and (of := _OF.match(after)):
        rest = after[of.end() :]
        cut = _AFTER.search(rest)
        return rest[: cut.start()] if cut else rest
    if after.strip() and not _PREDICATE_NEXT.match(after) and low[start:end].endswith(("ed", "ing", "es")):
        cut = _AFTER.search(after)
        return after[: cut.start()] if cut else after
    words = bare(reading, clause.start, start)
    if (
        words.strip(" .,;:-") in ("", "and", "but", "or", "yet", "it", "which", "this", "that")
        and clause.start
    ):
        earlier = low[: clause.start]
        return earlier if is_wordless(words) else words
    return words


def is_wordless(words: str) -> bool:
    """Whether a clause has no subject of its own."""
    return words.strip(" .,;:-") in ("", "and", "but", "or", "yet", "which", "that")


def _judging(way: Way, phrase: str) -> Way:
    """Performance that falls gets worse, whichever way is good."""
    if _MEASURED.search(phrase):
        return {"up": "better", "down": "worse"}.get(way, way)  # type: ignore[return-value]
    return way


def _of(phrase: str, way: Way, facts: Facts, around: str) -> tuple[Quantity, ...]:
    """The quantities that a claim may be about; better and worse are of the figure itself."""
    if way in ("better", "worse"):
        return ("value",)
    found = quantities(phrase, facts)
    if (
        found == ("value",)
        and facts.unit in ("percent", "rate")
        and not re.search(
            r"%|per cent|\b(?:rate|percentage|proportion|share|performance|figure|it)\b", f"{phrase} {around}"
        )
    ):
        return ("value", "numerator") if is_about(phrase, facts, empty=False) else found
    return found
