"""Ids and titles of incidents, reviews and cases: neutral codes, never words from the case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.checks.once import once
from lif.diagnostics import Severity
from lif.records.incidents import CaseConsidered, Incident
from lif.records.record import Record, stands
from lif.records.references import Theme
from lif.records.reviews import Review
from lif.register import Register

_KIND_WORDS = frozenset(
    (
        *("agencies", "agency", "below", "case", "cases", "cdop", "cdr", "child", "children"),
        *("considered", "considering", "cspr", "death", "deaths", "discussion", "good", "incident"),
        *("incidents", "joint", "lcspr", "learning", "lessons", "local", "multi", "notifiable"),
        *("notification", "number", "partnership", "practice", "rapid", "referral", "review"),
        *("reviews", "rr", "safeguarding", "scr", "serious", "sin", "single", "thematic", "theme"),
        "threshold",
    )
)
_SMALL_WORDS = frozenset(
    (
        *("a", "an", "and", "at", "by", "first", "for", "from", "in", "into", "no", "of", "on"),
        *("or", "our", "second", "the", "third", "to", "two"),
    )
)
_CODE = re.compile(r"[a-z]|[a-z]{0,3}[0-9]{1,6}[a-z]?|[ivx]+")
_DAY = re.compile(r"(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")
_PUBLIC = ("national-review", "peer-review")
"""Sorts of review that are about an area or a subject, published by others under a title of their own."""
_OF_A_CASE = (
    *("serious-case-review", "rapid-review", "local-child-safeguarding-practice-review"),
    *("child-death-review", "learning-review"),
)


@check("A350", Severity.WARNING)
def id_tells_of_the_case(register: Register, as_at: date) -> Iterator[Finding]:
    """The id of an incident, a review or a case holds a word that could come from the case, or a day.

    Why:
        Ids stand in file names, addresses, links and the history of the records, and cannot be taken back:
        a name, a place, an injury or a day can tell who the child is.
    Fails:
        id: review-harbour-street, or id: incident-2024-09-17
    Mend:
        Use a code: the kind of record, a year, one letter or a number, as in review-2024-b. Where the words
        are harmless, accept the warning with the reason.
    Source:
        Practice of reviews: reports go by a letter or a number, such as Child R.
    """
    allowed = _KIND_WORDS | frozenset(register.board_id.split("-"))
    for record in _cases(register):
        if not stands(record, as_at):
            continue
        hint = (
            "use the kind, a year, one letter or a number, as in review-2024-b; or accept it with the reason"
        )
        if _DAY.search(record.id):
            yield Finding(record.id, ("id",), "this id holds a day, which could be that of the case", hint)
            continue
        words = record.id.split("-")
        odd = [n for n, word in enumerate(words, 1) if word not in allowed and not _CODE.fullmatch(word)]
        if odd:
            message = f"word {odd[0]} of this id could come from the case"
            yield Finding(record.id, ("id",), message, hint)


def _cases(register: Register) -> Iterator[Record]:
    yield from register.all(Incident)
    yield from register.all(CaseConsidered)
    yield from (review for review in register.all(Review) if review.sort not in _PUBLIC)


@check("A351", Severity.WARNING)
def title_tells_of_the_case(register: Register, as_at: date) -> Iterator[Finding]:
    """The title of a review of a case holds a word that could come from the case.

    Why:
        Titles stand in every list and paper, and in the calendar that goes to people's phones.
    Fails:
        title: Review of the Harbour Street infant
    Mend:
        Use the kind of review with a letter, a number or a year, as in "Review B"; a theme of the board's own
        list may be named.
    Source:
        Practice of reviews: reports go by a letter or a number, such as Child R.
    """
    allowed = (
        _KIND_WORDS | _SMALL_WORDS | _words_of_themes(register) | frozenset(register.board_id.split("-"))
    )
    for review in register.all(Review):
        if review.sort not in _OF_A_CASE or not stands(review, as_at):
            continue
        words = re.findall(r"[^\W_]+", review.title.lower())
        odd = [n for n, word in enumerate(words, 1) if word not in allowed and not _CODE.fullmatch(word)]
        if odd:
            message = f"word {odd[0]} of this title could come from the case"
            hint = "use the kind of review with a letter, a number or a year; or accept it with the reason"
            yield Finding(review.id, ("title",), message, hint)


@once
def _words_of_themes(register: Register) -> frozenset[str]:
    names = (name for theme in register.all(Theme) for name in (theme.name, *theme.aliases))
    return frozenset(word for name in names for word in re.findall(r"[^\W_]+", name.lower()))


NEUTRAL = (id_tells_of_the_case, title_tells_of_the_case)
