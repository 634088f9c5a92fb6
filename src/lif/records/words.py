"""Papers in a board's own words: what records say is sealed, and the rest is put in other words.

A seal is one character behind each word of a record that papers have too. Views and templates carry it along
like any letter, whatever they make of a text; on the way out only what bears no seal is put in other words,
and the seals are taken off (decision 37).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from lif.diagnostics import SEAL, unsealed
from lif.records.vocabulary import Forms, Vocabulary, every_form, forms_of

_NAMES_OF_LAW = (
    r"(?:(?:local )?child safeguarding practice|rapid|child death|national) reviews?(?: panels?| partners?)?",
    r"(?:safeguarding|delegated|review) partners?",
    r"(?:relevant|joint) agenc(?:y|ies)|(?:single|multi) agency",
    r"(?:local )?safeguarding children boards?",
    r"safeguarding (?:children )?partnerships?",
    r"past their reviews?|reviews? (?:due|of (?:a document|documents|a course's content))",
)
"""What law and guidance name so stays: it is not for a board to call otherwise. So does looking again."""

_VERBS = frozenset({"audit", "review"})
_AFTER_A_VERB = re.compile(r"\s+(?:the|what|how|each|whether|it|them|this|these|which|who)\b", re.IGNORECASE)
_BEFORE_A_NOUN = re.compile(
    r"\b(?:the|an?|this|that|each|every|no|one|any|its|their|last|next)\s+$", re.IGNORECASE
)
_BEFORE_A_VERB = re.compile(r"\b(?:to|and|or|not)\s+$", re.IGNORECASE)
_SAID_LIKE_YOU = re.compile(r"(?:uni(?![mn])|u[bst][aeiou]|eu|one\b|once\b)", re.IGNORECASE)
_SILENT_H = re.compile(r"(?:hour|honest|honour|heir)", re.IGNORECASE)
_SMALL = frozenset({"and", "of", "the", "for", "in", "on", "to"})


def _alternatives() -> dict[str, tuple[str, bool]]:
    return {words: (term, plural) for words, term, plural in every_form()}


_FORMS = _alternatives()
_LONGEST_FIRST = "|".join(
    re.escape(words).replace(r"\ ", r"\s+") for words in sorted(_FORMS, key=len, reverse=True)
)
_STARTS = "".join(sorted({words[0] for words in _FORMS}))
_ADDRESS = r"(?P<address>(?<!\S)\S*?(?:://|@)\S*)"
_IN_RECORDS = re.compile(rf"{_ADDRESS}|(?<!\w)(?=[{_STARTS}])(?:{_LONGEST_FIRST})(?!\w)", re.IGNORECASE)
_CHOICE = re.compile(r"[a-z0-9-]+")
_IN_PAPERS = re.compile(
    rf"{_ADDRESS}|(?<![\w/@#=&%-])(?<!\w\.)(?<!lif )(?<!lif report )(?<!lif list )"
    rf"(?:(?P<law>{'|'.join(_NAMES_OF_LAW)})"
    rf"|(?P<article>an?\s+)?(?=[{_STARTS}])(?P<term>{_LONGEST_FIRST}))(?![\w{SEAL}/@=-])(?!\.\w)",
    re.IGNORECASE,
)


def sealed(text: str) -> str:
    """A text of a record with a seal behind each word that papers have too.

    Addresses stay as they are, and so does what is one word in small letters: that is a choice, as in
    `sorts: [review]`, which is compared and not read.
    """
    return text if _CHOICE.fullmatch(text) else _marked(text)


def _marked(text: str) -> str:
    return _IN_RECORDS.sub(lambda found: found[0] if found["address"] else f"{found[0]}{SEAL}", text)


@dataclass(frozen=True)
class Words:
    """What a board calls things, as (term, singular, plural); none where it has no words of its own."""

    called: tuple[tuple[str, str, str], ...] = ()

    @classmethod
    def of(cls, vocabulary: Vocabulary, partnership: bool = False) -> Words:
        """The words of a vocabulary on a day, on which the body is a `partnership` or not yet.

        Several boards are not the body: they are the groups of the first tiers, and keep their word.
        """
        called: dict[str, Forms] = vocabulary.called()
        if partnership and "partnership" in called:
            called["board"] = called["partnership"][0], called.get("board", forms_of("board"))[1]
        return cls(tuple((term, *forms) for term, forms in called.items()))

    def __bool__(self) -> bool:
        return bool(self.called)

    def named(self, term: str) -> Forms:
        """The singular and plural that papers have for a term."""
        return _by_term(self).get(term, forms_of(term))

    def spoken(self, text: str) -> str:
        """The text with each word for a term, where it bears no seal, in the board's words; seals stay."""
        if not self.called:
            return text
        called = _by_term(self)
        return _IN_PAPERS.sub(lambda found: _instead(found, called), text)

    def settled(self, text: str) -> str:
        """The text told in the board's words and sealed, so that it is told once: for what is measured."""
        return _marked(self.spoken(text)) if self.called else text

    def plain(self, text: str) -> str:
        """The same for words that no record said, without a seal."""
        return unsealed(self.spoken(text))


PLAIN = Words()
"""No words but those that papers have of their own."""


@cache
def _by_term(words: Words) -> dict[str, Forms]:
    return {term: (one, many) for term, one, many in words.called}


def _instead(found: re.Match[str], called: dict[str, Forms]) -> str:
    """What stands in the place of one word that was found, with its article."""
    if found["law"] or found["address"]:
        return found[0]
    said = found["term"]
    term, plural = _FORMS[" ".join(said.lower().split())]
    if term not in called or (term in _VERBS and not plural and _is_verb(found)):
        return found[0]
    word = cased(said, called[term][plural])
    article = found["article"]
    if not article:
        return word
    gap = article[len(article.rstrip()) :]
    return f"{article[0]}{'n' if _takes_an(word) else ''}{gap}{word}"


def _is_verb(found: re.Match[str]) -> bool:
    """Whether `review` or `audit` is what somebody does: `to review`, `Review the date`."""
    if found["article"]:
        return False
    before = found.string[max(0, found.start() - 20) : found.start()]
    if re.search(r"\bto\s+$", before, re.IGNORECASE):
        return True
    if not _AFTER_A_VERB.match(found.string, found.end()) or _BEFORE_A_NOUN.search(before):
        return False
    return not before.strip() or before.rstrip()[-1] in ".;:,“" or bool(_BEFORE_A_VERB.search(before))


def cased(said: str, word: str) -> str:
    """The word with capitals where those stood that were said: `Agencies`, `AGENCIES`, `Key Areas`."""
    if said.isupper() and len(said) > 1:
        return word.upper()
    pieces = said.split()
    if len(pieces) > 1 and all(
        piece[0].isupper() for piece in pieces if piece.isalpha() and piece not in _SMALL
    ):
        return " ".join(one if one in _SMALL else f"{one[0].upper()}{one[1:]}" for one in word.split(" "))
    return f"{word[0].upper()}{word[1:]}" if said[0].isupper() else word


def _takes_an(word: str) -> bool:
    """Whether the word takes `an`: by its first sound, which letters read one by one have of their own."""
    first = re.split(r"[ -]", word)[0]
    if len(first) > 1 and first.isupper():
        return first[0] in "AEFHILMNORSX"
    if _SILENT_H.match(word):
        return True
    return word[0].lower() in "aeiou" and not _SAID_LIKE_YOU.match(word)
