"""A text taken apart into sentences and clauses, each with its place; no character is moved."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

_ALIKE = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": ";", "\u00a0": " ", "\u202f": " "}
)
_SPACE = re.compile(r"\s")
_END = re.compile(
    r"""(?<!\be\.g)(?<!\bi\.e)(?<!\bNo)(?<!\bno)(?<!\bDr)(?<!\bSt)(?<!\bapprox)(?<!\bvs)(?<!\bcf)
    [.!?]["')\]]*(?=\s+["'(]*[A-Z0-9]|\s*$)|\n[ \t]*\n|\n(?=[ \t]*(?:[-*•]|[0-9]{1,2}[.)])\s)""",
    re.VERBOSE,
)
_BREAK = re.compile(
    r"[;:()]|,(?![0-9]{3}\b)|\s-\s|\b(?:but|while|whilst|whereas|although|though|however|because|since "
    r"then|so that|"
    r"which|and|yet|as)\b"
)


@dataclass(frozen=True)
class Sentence:
    """One sentence: its words on one line, in small letters too, and where it begins in the text."""

    text: str
    start: int

    @cached_property
    def low(self) -> str:
        """The same in small letters; every character keeps its place."""
        if self.text.isascii():
            return self.text.lower()
        return "".join(each.lower() if len(each.lower()) == 1 else each for each in self.text)

    @property
    def asks(self) -> bool:
        """Whether it is a question."""
        return self.text.rstrip(" \"')").endswith("?")


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text in order; quotes and dashes are those of a typewriter in all of them."""
    alike = text.translate(_ALIKE)
    found = []
    start = 0
    for end in (*(match.end() for match in _END.finditer(alike)), len(alike)):
        part = _SPACE.sub(" ", alike[start:end])
        lead = len(part) - len(part.lstrip())
        if part.strip():
            found.append(Sentence(part.strip(), start + lead))
        start = end
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence between two breaks, by its places in the sentence."""

    start: int
    end: int


def clauses(sentence: str) -> tuple[Clause, ...]:
    """The clauses of a sentence, in order and without gaps but for what breaks them."""
    found, start = [], 0
    for match in _BREAK.finditer(sentence):
        if sentence[start : match.start()].strip():
            found.append(Clause(start, match.start()))
        start = match.start() if match[0][0].isalpha() else match.end()
    if sentence[start:].strip():
        found.append(Clause(start, len(sentence)))
    return tuple(found)


def clause_at(found: tuple[Clause, ...], place: int) -> Clause:
    """The clause that a place lies in."""
    return next((each for each in found if each.start <= place < each.end), found[-1])
