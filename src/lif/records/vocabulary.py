"""The words that papers have of their own, and what a board calls these things instead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from lif.records.record import Part

MOST = 60
"""Characters of a word; table headings have no room for more."""

_WORD = re.compile(r"[^\W\d_](?:[^\W_]|[ '’-])*[^\W_]")
_PLURAL_IN_ES = ("s", "x", "z", "ch", "sh")
_ADVICE = "write the word, or its singular and its plural, as in [key area, key areas]"

Forms = tuple[str, str]
"""A word for one thing and for several."""


def plural_of(word: str) -> str:
    """The plural by the rule of most English words: `agencies`, `branches`, `sub groups`."""
    if word.endswith("y") and word[-2:-1].lower() not in tuple("aeiou"):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(_PLURAL_IN_ES) else f"{word}s"


def _word(value: Any) -> Forms:
    """The singular and the plural of what stands in lif.yaml; one word alone is given its plural."""
    found = [value] if isinstance(value, str) else value
    if not isinstance(found, list | tuple) or not all(isinstance(one, str) for one in found):
        raise PydanticCustomError("not_a_word", "{advice}", {"advice": _ADVICE})
    if len(found) not in (1, 2):
        raise PydanticCustomError("not_two_forms", "{advice}", {"advice": _ADVICE})
    for one in found:
        if len(one) > MOST:
            said = f"it has {len(one)} characters, and {MOST} is the most"
            raise PydanticCustomError("not_a_word", "{advice}", {"advice": said})
        if not _WORD.fullmatch(one):
            said = "a word is letters, with single spaces, digits, hyphens and apostrophes inside it"
            raise PydanticCustomError("not_a_word", "{advice}", {"advice": said})
    return found[0], found[1] if len(found) == 2 else plural_of(found[0])


_TEXT = {"type": "string", "minLength": 2, "maxLength": MOST}
Word = Annotated[
    Forms,
    BeforeValidator(_word),
    WithJsonSchema({"oneOf": [_TEXT, {"type": "array", "items": _TEXT, "minItems": 1, "maxItems": 2}]}),
]


def _term(description: str) -> Any:
    return Field(default=None, description=description)


class Vocabulary(Part):
    """What a board calls things: a word, or its singular and plural; what is left out keeps lif's own word.

    Records are never changed by it, and neither are ids, kinds, options, file names, JSON and CSV.
    """

    board: Word | None = _term("The body whose papers they are, as in “what the board is asked to do”.")
    partnership: Word | None = _term(
        "A body that is a partnership; papers of days on which it is one then say so instead of `board`."
    )
    leadership_board: Word | None = _term("The group of the first tier.")
    operational_board: Word | None = _term("The group of the second tier.")
    subgroup: Word | None = _term("A group of the third tier.")
    framework: Word | None = _term("The framework, named briefly.")
    learning_and_improvement_framework: Word | None = _term("The framework, by its whole name.")
    priority: Word | None = _term("What the board has chosen to work on.")
    element: Word | None = _term("A part of the framework.")
    statement: Word | None = _term("One thing that the framework says or promises.")
    theme: Word | None = _term("A subject that runs through records of many kinds.")
    agency: Word | None = _term("An organisation that takes part.")
    partner: Word | None = _term("An organisation that takes part, where papers speak of it as a partner.")
    practitioner: Word | None = _term("Somebody who works with children and families.")
    scrutineer: Word | None = _term("Who scrutinises the board independently.")
    action: Word | None = _term("What somebody has undertaken to do.")
    improvement_plan: Word | None = _term("A plan of aims with their actions.")
    audit: Word | None = _term("A look at practice by cases or by answers.")
    review: Word | None = _term("A review of what happened to a child. Reviews that law names keep its name.")
    serious_case_review: Word | None = _term("A review under the law of safeguarding children boards.")
    finding: Word | None = _term("What an audit or a review found.")
    recommendation: Word | None = _term("What an audit or a review asks for.")
    section_11_return: Word | None = _term("An agency's self-assessment under section 11.")
    indicator: Word | None = _term("A figure that is watched.")
    scorecard: Word | None = _term("The quarterly paper of indicators.")
    core_data_set: Word | None = _term("The indicators that subgroups choose theirs from.")
    yearly_report: Word | None = _term("The report on a year.")
    bulletin: Word | None = _term("What practitioners are sent about learning.")

    @model_validator(mode="after")
    def _told_apart(self) -> Vocabulary:
        """Raises for a word that papers would use for two things; its place is the later of the two."""
        found = clash(self.called())
        if found:
            term, word, other = found
            said = {"at": term, "word": word, "other": other.replace("_", " ")}
            raise PydanticCustomError("word_of_another", "{word}", said)
        return self

    def called(self) -> dict[str, Forms]:
        """What the board has a word of its own for, by term."""
        return {term: forms for term in TERMS if (forms := getattr(self, term)) is not None}


TERMS: tuple[str, ...] = tuple(Vocabulary.model_fields)
"""Every term by its key in lif.yaml; the key is lif's own word for it, with `_` for spaces."""

_ALIKE: tuple[frozenset[str], ...] = (
    frozenset({"board", "partnership", "leadership_board", "operational_board"}),
    frozenset({"agency", "partner"}),
    frozenset({"framework", "learning_and_improvement_framework"}),
    frozenset({"audit", "section_11_return"}),
    frozenset({"review", "serious_case_review"}),
)
"""Terms that may share a word: nobody reads two of them side by side as two things."""

_ALSO: dict[str, tuple[str, ...]] = {
    "subgroup": ("sub group", "sub-group"),
    "scrutineer": ("independent scrutineer",),
    "section_11_return": ("section 11 audit", "section 11 self-assessment"),
    "bulletin": ("learning bulletin",),
}
"""Other ways in which papers say a term."""


def _alike(one: str, other: str) -> bool:
    return any({one, other} <= family for family in _ALIKE)


def clash(called: Mapping[str, Forms]) -> tuple[str, str, str] | None:
    """The first word that papers would use for two things, as (term, word, the term whose word it is)."""
    known: dict[str, str] = {}
    for term in sorted(TERMS, key=lambda one: one in called):
        for form in dict.fromkeys(one.lower() for one in called.get(term, forms_of(term))):
            other = known.setdefault(form, term)
            if other != term and term in called and not _alike(term, other):
                return term, form, other
    return None


def forms_of(term: str) -> Forms:
    """The word that papers have for a term of their own."""
    word = term.replace("_", " ")
    return word, plural_of(word)


def every_form() -> Iterator[tuple[str, str, bool]]:
    """Each way in which papers say a term, as (words, term, whether it is the plural)."""
    for term in TERMS:
        for word in (term.replace("_", " "), *_ALSO.get(term, ())):
            yield word, term, False
            yield plural_of(word), term, True
