"""Names of the board that a framework was written for, replaced by those of the board that starts like it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lif.records.board import Board
from lif.records.governance import Agency
from lif.records.references import Area
from lif.register import Register
from lif.starting.answers import Answers
from lif.starting.finding import short_name
from lif.starting.people import BODIES_OF_SEVERAL

_ANYBODYS = frozenset(
    (
        *("the", "local", "safeguarding", "children", "childrens", "board", "partnership", "lscb", "scb"),
        *("scp", "lscp", "police", "probation", "service", "services", "public", "health", "social", "care"),
        *("early", "help", "schools", "and", "colleges", "council", "youth", "justice", "fire", "rescue"),
        *("integrated", "business", "unit", "icb", "nhs", "csc", "csp", "members", "of", "for", "in"),
    )
)
"""Words of names that any board may use: a name of these alone tells of no area."""

_SOURCES = ("cites", "source")
"""Fields that say where words come from: they name the document as it is."""


class Wording:
    """The names of one board, each with what stands for it in another board's framework."""

    def __init__(self, register: Register, answers: Answers, agencies: Mapping[str, str]) -> None:
        self.instead = dict(_instead(register, answers, agencies))
        longest = sorted(self.instead, key=len, reverse=True)
        told = "|".join(re.escape(name) for name in longest)
        self._any = re.compile(rf"(?<![\w-])(?:{told})(?![\w-])", re.IGNORECASE) if told else None
        self._by_fold = {name.casefold(): new for name, new in self.instead.items()}

    def put(self, text: str) -> str:
        """The text with every such name replaced."""
        if self._any is None:
            return text
        return self._any.sub(lambda found: self._by_fold[found[0].casefold()], text)

    def through(self, data: Any) -> Any:
        """Plain data with every text reworded, but not ids and citations, which say where words come from."""
        if isinstance(data, str):
            return self.put(data) if _is_prose(data) else data
        if isinstance(data, list):
            return [self.through(member) for member in data]
        return {name: value if name in _SOURCES else self.through(value) for name, value in data.items()}


def _is_prose(text: str) -> bool:
    return not re.fullmatch(r"[a-z0-9/-]+", text)


def _instead(register: Register, answers: Answers, agencies: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each name that tells of the other board's area, with what stands for it."""
    for board in register.all(Board):
        area = register.find(Area, board.area)
        places = [board.name, *([area.name, short_name(area), *area.aliases] if area else [])]
        yield from ((name, answers.place) for name in places)
        for body in board.bodies:
            names = [body.name, *filter(None, [body.short_name]), *body.aliases]
            yield from ((name, answers.body) for name in names if _tells(name))
    for agency in register.all(Agency):
        if agency.sector in BODIES_OF_SEVERAL:
            continue
        names = [agency.name, *filter(None, [agency.short_name]), *agency.aliases]
        new = agencies.get(agency.id, "")
        yield from ((name, new or "the agency") for name in names if _tells(name))


def _tells(name: str) -> bool:
    """Whether a name tells whose it is: it holds a word that not every board's names hold."""
    return bool(set(re.findall(r"[a-z]+", name.lower().replace("'", ""))) - _ANYBODYS)
