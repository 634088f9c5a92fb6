"""Editions of law and guidance: cited before they were there, after they had gone, or dated impossibly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from lif.checks.finding import Finding, check
from lif.checks.mentions import days_of, mentions
from lif.diagnostics import Severity
from lif.law import edition_on
from lif.records.board import Board
from lif.records.law import Duty, Edition, StatutoryFunction
from lif.records.problems import FieldPath, listed
from lif.records.record import Record
from lif.register import Register


def _there_from(edition: Edition) -> date:
    """The first day on which anybody could cite it."""
    return min(edition.published_on or edition.in_force_from, edition.in_force_from)


def _cited(register: Register) -> Iterator[tuple[Record, FieldPath, Edition]]:
    """Every citation of an edition by a record: by link, and by name and year in its words."""
    for edition in register.all(Edition):
        for tie in register.links_to(edition.id):
            if "cites" in tie.path:
                yield register.entries[tie.source].record, tie.path, edition
    for mention in mentions(register):
        if mention.edition is not None:
            yield mention.record, mention.path, mention.edition


@check("E101")
def edition_not_there_yet(register: Register, as_at: date) -> Iterator[Finding]:
    """A record cites an edition that did not exist on any day of the record.

    Why:
        What was asked of the people in the case was another text; the paper would hold them to a rule of
        later years.
    Fails:
        A review of August 2023 that cites Working Together 2023, published on 15 December 2023.
    Mend:
        Cite the edition that was in force on the day; the message names it.
    Source:
        The edition that applies follows from the date of what it is applied to.
    """
    for record, path, edition in _cited(register):
        days = days_of(record)
        first = _there_from(edition)
        if days is not None and first > days[1]:
            message = f"'{edition.id}' is of {first.isoformat()}, and this ended on {days[1].isoformat()}"
            yield Finding(record.id, path, message, _instead(register, edition, days[0]))


@check("E102", Severity.WARNING)
def edition_came_later(register: Register, as_at: date) -> Iterator[Finding]:
    """A record cites an edition that came out while it was going on, after the day that decides.

    Why:
        The edition in force on the day of the decision applies, even when the work ends under another.
    Fails:
        A review decided in August 2023 and finished in February 2024 that cites Working Together 2023.
    Mend:
        Cite the edition of the first day; when both are meant, accept the warning.
    Source:
        The edition that applies follows from the date of what it is applied to.
    """
    for record, path, edition in _cited(register):
        days = days_of(record)
        if days is not None and days[0] < _there_from(edition) <= days[1]:
            came, began = _there_from(edition).isoformat(), days[0].isoformat()
            message = f"'{edition.id}' is of {came}, and this began on {began}"
            yield Finding(record.id, path, message, _instead(register, edition, days[0]))


@check("E103", Severity.WARNING)
def edition_gone(register: Register, as_at: date) -> Iterator[Finding]:
    """A record cites an edition that was no longer in force when the record began.

    Why:
        Text copied from an older paper carries the old edition with it, and what it asks has changed.
    Fails:
        An audit of 2025 that cites Working Together 2015.
    Mend:
        Cite the edition of the day; where the document itself quotes the older one, say `quoted: true` with
        the citation.
    Source:
        The edition that applies follows from the date of what it is applied to.
    """
    for record, path, edition in _cited(register):
        days = days_of(record)
        until = edition.in_force_until
        if days is not None and until is not None and until < days[0] and not _quotes(record, edition):
            gone, began = until.isoformat(), days[0].isoformat()
            message = f"'{edition.id}' was in force until {gone}, and this began on {began}"
            yield Finding(record.id, path, message, _instead(register, edition, days[0]))


def _quotes(record: Record, edition: Edition) -> bool:
    """Whether the record says that it quotes the edition: then its words may name it too."""
    return any(one.quoted and one.document == edition.id for one in record.cites)


def _instead(register: Register, edition: Edition, day: date) -> str:
    """Which edition of the same series applied on a day."""
    other = edition_on(register, edition.id, day)
    if other is None:
        return f"no edition of it is known for {day.isoformat()}"
    return f"on {day.isoformat()} '{other.id}' was in force"


@check("E104")
def edition_never_was(register: Register, as_at: date) -> Iterator[Finding]:
    """A text names an edition of guidance by a year in which there was none.

    Why:
        A reader looks for a text that does not exist, and doubts the rest of the paper.
    Fails:
        "as Working Together 2021 requires"
    Mend:
        Write the year of the edition that is meant; the message lists them.
    Source:
        The list of editions in the framework; such years occur in boards' own published pages.
    """
    for mention in mentions(register):
        if mention.edition is None:
            message = f"there is no {mention.name} of {mention.year}"
            yield Finding(mention.record.id, mention.path, message, f"write {listed(mention.years)}")


@check("E105")
def editions_overlap(register: Register, as_at: date) -> Iterator[Finding]:
    """Two editions of one series are in force on the same day.

    Why:
        Which of them applied to a case on that day could not be said.
    Fails:
        An edition without in_force_until, and another of its series since 2023-12-15.
    Mend:
        Give the earlier edition its last day: the day before the later one came into force.
    Source:
        One edition of a series is in force at a time.
    """
    for editions in _series(register).values():
        for before, after in pairwise(editions):
            if before.in_force_until is None or after.in_force_from <= before.in_force_until:
                message = f"'{after.id}' is in force from {after.in_force_from.isoformat()}"
                until = before.in_force_until
                still = f"until {until.isoformat()}" if until else "without a last day"
                field = "in_force_until" if until else "in_force_from"
                yield Finding(
                    before.id,
                    (field,),
                    f"in force {still}, and {message}",
                    "give it the day before as its last",
                )


def _series(register: Register) -> dict[str, list[Edition]]:
    """The editions of each series in order of their first day."""
    series: dict[str, list[Edition]] = defaultdict(list)
    for edition in sorted(register.all(Edition), key=lambda one: (one.in_force_from, one.id)):
        series[edition.series.casefold()].append(edition)
    return series


@check("E106")
def superseded_by_older(register: Register, as_at: date) -> Iterator[Finding]:
    """An edition is superseded by one that came into force no later than itself.

    Why:
        Whoever follows the editions forward would go back in time.
    Fails:
        Working Together 2018 with superseded_by: working-together-2015
    Mend:
        Name the edition that followed.
    Source:
        The list of editions in the framework.
    """
    for edition in register.all(Edition):
        later = register.find(Edition, edition.superseded_by)
        if later is not None and later.in_force_from <= edition.in_force_from:
            its, mine = later.in_force_from.isoformat(), edition.in_force_from.isoformat()
            message = f"'{later.id}' is in force from {its}, and this from {mine}"
            yield Finding(edition.id, ("superseded_by",), message, "name the edition that followed")


@check("E107")
def older_than_its_edition(register: Register, as_at: date) -> Iterator[Finding]:
    """A function or duty applies from a day before the edition that sets it.

    Why:
        The board would be held to a rule that nobody had made.
    Fails:
        A function since 2012-04-01, set by Working Together 2015.
    Mend:
        Name the edition that set it first, or correct the day.
    Source:
        The edition that applies follows from the date of what it is applied to.
    """
    for one in (*register.all(StatutoryFunction), *register.all(Duty)):
        assert isinstance(one, StatutoryFunction | Duty)
        edition = register.find(Edition, one.edition)
        checked = not (isinstance(one, Duty) and one.unverified)
        if edition is not None and one.since is not None and one.since < edition.in_force_from and checked:
            message = (
                f"it applies from {one.since.isoformat()}, and '{edition.id}' only "
                f"from {edition.in_force_from.isoformat()}"
            )
            yield Finding(one.id, ("since",), message, _instead(register, edition, one.since))


@check("E108", Severity.WARNING)
def function_without_an_end(register: Register, as_at: date) -> Iterator[Finding]:
    """A function set by an edition that ended under an earlier body of the board has no last day.

    Why:
        What belonged to the LSCB would be reported as a duty of the partnership of today.
    Fails:
        A function of Working Together 2015 without until, for a partnership since 2019-09-29.
    Mend:
        Give it its last day in `until`; or name the edition that carries it on.
    Source:
        Papers carry today's duties; what belonged to the LSCB shows as history.
    """
    board = register.find(Board, register.board_id)
    began = [body.since for body in board.bodies if body.since and body.since <= as_at] if board else []
    if len(board.bodies if board else ()) < 2 or not began:
        return
    for function in register.all(StatutoryFunction):
        edition = register.find(Edition, function.edition)
        until = edition.in_force_until if edition else None
        new = function.since is not None and function.since >= max(began)
        if edition and until and until < max(began) and function.until is None and not new:
            message = f"'{edition.id}' ended on {until.isoformat()}, before the body of today began"
            yield Finding(function.id, ("edition",), message, "add 'until:' with the function's last day")


@check("E109", Severity.WARNING)
def in_force_before_published(register: Register, as_at: date) -> Iterator[Finding]:
    """An edition came into force before it was published.

    Why:
        One of the two days is wrong, and deadlines are counted by them.
    Fails:
        published_on: 2023-12-15 with in_force_from: 2023-04-01
    Mend:
        Correct the day that is wrong.
    Source:
        The publication's own page.
    """
    for edition in register.all(Edition):
        published = edition.published_on
        if published is not None and edition.in_force_from < published:
            message = (
                f"in force from {edition.in_force_from.isoformat()}, and published on {published.isoformat()}"
            )
            yield Finding(edition.id, ("in_force_from",), message, "correct the day that is wrong")


EDITIONS = (
    edition_not_there_yet,
    edition_came_later,
    edition_gone,
    edition_never_was,
    editions_overlap,
    superseded_by_older,
    older_than_its_edition,
    function_without_an_end,
    in_force_before_published,
)
