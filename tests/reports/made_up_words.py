"""A vocabulary in which every term has a made-up word, and a board whose records use no term at all."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path

from lif.records.vocabulary import TERMS, Vocabulary, every_form
from lif.workspace import Workspace

AS_AT = date(2025, 12, 10)
_LETTERS = "abcdefghijklmnopqrstuvwxyzéö"
MADE_UP = {
    term: (
        f"{'o' if term[0] in 'aeiou' else 'z'}{letter}ib",
        f"{'o' if term[0] in 'aeiou' else 'z'}{letter}ibs",
    )
    for term, letter in zip(TERMS, _LETTERS, strict=True)
}
"""`zaib` and `zaibs` for the first term; those for a term with a vowel first have one too, for `an`."""

_EVERY = sorted({words for words, _, _ in every_form()}, key=len, reverse=True)
_TERM = "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in _EVERY)
_OF_LAW = re.compile(
    r"(local )?child safeguarding practice reviews?( panel)?|rapid reviews?|child death reviews?( partners)?"
    r"|national reviews?|safeguarding partners?|(multi|single) agency|local safeguarding children boards?"
    r"|safeguarding children boards?|safeguarding partnerships?"
    r"|past their reviews?|reviews? (due|of (a document|documents|a course's content))",
    re.IGNORECASE,
)
"""What law and guidance name so, and no board can call otherwise; and looking at a document again."""
_LEFT = re.compile(rf"(?<![\w/-])(?:{_TERM})(?![\w/-])", re.IGNORECASE)
_PATH = re.compile(r"[\w.-]+:?(?:/[\w.-]+)+")


def made_up(workspace: Workspace) -> Workspace:
    """The workspace, with a made-up word for every term."""
    settings = workspace.settings.model_copy(update={"vocabulary": Vocabulary(**MADE_UP)})
    return replace(workspace, settings=settings).speaking()


def without_terms(root: Path) -> Workspace:
    """The workspace at `root` whose records use none of the words that papers have."""
    term = re.compile(rf"(?<![A-Za-z])(?:{_TERM})(?![A-Za-z])", re.IGNORECASE)

    def disguised(text: str) -> str:
        return term.sub(lambda found: "".join(f"{c}q" if c.isalnum() else "x" for c in found[0]), text)

    found = Workspace.load(root, AS_AT, checks=())
    return replace(found, register=found.register.with_prose(disguised))


def read(page: str, drawings: bool = True) -> str:
    """What a reader of a page, or its listener, is given: no code, no addresses.

    Labels in drawings are cut to their room, which another word changes: `drawings` may be left out.
    """
    if not drawings:
        page = re.sub(r"<text\b.*?</text>", "", page, flags=re.DOTALL)
    page = re.sub(r"<(style|script|code)\b.*?</\1>", "\n", page, flags=re.DOTALL)
    heard = re.findall(r' (?:aria-label|alt|title|data-label)="([^"]*)"', page)
    return unescape("\n".join((re.sub(r"<[^>]*>", "\n", page), *heard)))


def read_markdown(text: str) -> str:
    """The same of Markdown."""
    return re.sub(r"`[^`]*`|\]\(<[^>]*>\)|\]\([^)]*\)", "", text)


def left(text: str) -> list[str]:
    """The terms that stand in a text and are no verbs, each with what is around it."""
    text = re.sub(r"\bto (audit|review)\b", "", _PATH.sub("", _OF_LAW.sub("", text)))
    return [text[max(0, found.start() - 40) : found.end() + 20] for found in _LEFT.finditer(text)]


def back(text: str) -> str:
    """The text with a made-up word for every term, said one way, so that two tellings can be compared."""
    text = text.lower()
    forms = {MADE_UP[term][plural]: MADE_UP[term][plural] for _, term, plural in every_form()}
    for words, term, plural in sorted(every_form(), key=lambda each: -len(each[0])):
        pattern = rf"(?<!\w){re.escape(words)}(?!\w)".replace(r"\ ", r"\s+")
        text = re.sub(pattern, forms[MADE_UP[term][plural]], text)
    return text.replace(MADE_UP["board"][0], MADE_UP["partnership"][0])  # a partnership's papers say so
