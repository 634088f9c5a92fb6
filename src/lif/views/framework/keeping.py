"""How the framework is kept true: the law it rests on, its documents, its changes, and the annexes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lif.calendars import long_date
from lif.law import applies, edition_on
from lif.records.board import Board
from lif.records.indicators import Indicator
from lif.records.law import Amendment, Duty, Edition, StatutoryFunction
from lif.records.references import Document
from lif.views.as_known import as_known
from lif.views.called import agency_called
from lif.views.framework.good import CLASSES, live_indicators, ordered_priorities
from lif.views.framework.writing import Chapter, Listed, Part, Said, Writer, chapter, counted, listed, plain
from lif.views.rules import BINDING, Rule, rule
from lif.views.sentences import sentence
from lif.views.shown import flowing


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document of the board, as known on the day. `late` says that its review is overdue."""

    title: str
    version: str
    owner: str
    approved_by: str
    approved_on: date | None
    review_due: date | None
    late: bool
    shared: int
    acknowledged: int
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Changed:
    """An amendment of the framework, with its parts. `agreed_by` is empty where no group agreed it."""

    on: date
    text: str
    agreed_by: str
    parts: tuple[Said, ...]
    illustrative: bool


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """An indicator of the core data set in short."""

    name: str
    code: str
    counts: str
    sort: str
    supplier: str
    group: str


@dataclass(frozen=True, slots=True)
class IndicatorGroup:
    """The indicators of one part of the child's journey."""

    name: str
    lines: tuple[IndicatorLine, ...]


def kept_true(writer: Writer) -> Chapter:
    """The law and guidance that it rests on, in force and past, and what was agreed here."""
    functions = sorted(writer.register.all(StatutoryFunction), key=lambda each: each.title)
    today = tuple(writer.said(each, _function(writer, each)) for each in functions if writer.counts(each))
    ended: dict[date, list[Said]] = {}
    for each in functions:
        if each.until and each.until < writer.as_at:
            ended.setdefault(each.until, []).append(writer.said(each, _function(writer, each)))
    past = tuple(Listed(f"Until {long_date(day)}", tuple(ended[day])) for day in sorted(ended, reverse=True))
    return chapter(
        10,
        "kept-true",
        "What it rests on, and how it is kept true",
        (),
        (
            Part("functions", "What the law asks of the partners", (), listed("", today)),
            _duties(writer),
            Part(
                "editions",
                "Editions of law and guidance in force",
                (),
                listed("", tuple(_editions(writer))),
            ),
            Part("history", "What has become history", plain(*_quoted(writer)), past),
        ),
    )


def _quoted(writer: Writer) -> Iterator[str]:
    """The editions that a document of the board quotes although they had gone: a document of mixed era."""
    for document in writer.register.all(Document):
        for one in document.cites if writer.counts(document) else ():
            edition = writer.register.find(Edition, one.document)
            if edition and one.quoted and edition.in_force_until and edition.in_force_until < writer.as_at:
                yield (
                    f"“{document.title}” is of mixed era: it quotes {writer.called(edition.id)}, which "
                    f"was in force until {long_date(edition.in_force_until)}. That is told as history, and "
                    "no rule of today is taken from it."
                )


def _function(writer: Writer, each: StatutoryFunction) -> str:
    """The function, how binding it is under which edition, and which edition carries it on today."""
    first = writer.register.find(Edition, each.edition)
    now = edition_on(writer.register, first.series, writer.as_at) if first else None
    on = f"; the edition in force is {writer.called(now.id)}" if now and now.id != each.edition else ""
    return (
        f"{sentence(each.title)} {flowing(each.text)} ({BINDING[each.force]}: "
        f"{writer.called(each.edition)}{on})"
    )


def _duties(writer: Writer) -> Part:
    """The duties that stand, by how binding they are, each with its time limit."""
    found = [
        each for each in writer.register.all(Duty) if writer.counts(each) and applies(each, writer.as_at)
    ]
    rows = [rule(writer.register, each, writer.as_at) for each in found]
    unchecked = sum(each.unverified for each in rows)
    of = counted(len(rows), "duty", "duties")
    told = f"The text of {unchecked} of {of} was not checked against its source."
    lists = tuple(
        each
        for word in dict.fromkeys(BINDING.values())
        for each in listed(
            word.capitalize(),
            tuple(
                writer.said(duty, _duty(row))
                for duty, row in zip(found, rows, strict=True)
                if row.binding == word
            ),
        )
    )
    return Part("duties", "Duties and their time limits", plain(told if unchecked else ""), lists)


def _duty(row: Rule) -> str:
    limit = f" Time limit: {row.limit} {row.trigger[:1].lower()}{row.trigger[1:]}." if row.limit else ""
    return f"{sentence(row.title)}{limit}"


def _editions(writer: Writer) -> Iterator[Said]:
    for each in sorted(writer.register.all(Edition), key=lambda one: (one.series, one.in_force_from)):
        over = each.in_force_until is not None and each.in_force_until < writer.as_at
        if each.in_force_from <= writer.as_at and not over and writer.counts(each):
            since = long_date(each.in_force_from)
            checked = "" if each.dates_checked else " The day is still to be checked."
            yield writer.said(each, f"{sentence(each.title)} In force since {since}.{checked}")


def documents(writer: Writer) -> tuple[DocumentLine, ...]:
    """The board's documents, those whose review is overdue first."""
    found = [
        _document(as_known(writer.register, each, writer.as_at), writer.as_at)
        for each in writer.register.all(Document)
        if writer.counts(each)
    ]
    return tuple(sorted(found, key=lambda each: (not each.late, each.title)))


def _document(each: Document, as_at: date) -> DocumentLine:
    return DocumentLine(
        each.title,
        each.version or "",
        each.owner,
        each.approved_by or "",
        each.approved_on,
        each.review_due,
        each.review_due is not None and each.review_due < as_at,
        len(each.shared_with),
        sum(one.acknowledged_on is not None for one in each.shared_with),
        each.illustrative,
    )


def amendments(writer: Writer) -> tuple[Changed, ...]:
    """What was changed in the framework by the day, newest first."""
    found = [
        Changed(
            each.on,
            flowing(each.text),
            writer.called(each.agreed_by),
            writer.all(each.changes),
            each.illustrative,
        )
        for each in writer.register.all(Amendment)
        if each.on <= writer.as_at and writer.counts(each)
    ]
    return tuple(sorted(found, key=lambda each: (-each.on.toordinal(), each.text)))


def indicators(writer: Writer) -> tuple[IndicatorGroup, ...]:
    """Every indicator in use, by part of the child's journey."""
    found: dict[str, list[IndicatorLine]] = {}
    for each in live_indicators(writer):
        found.setdefault(each.domain, []).append(_indicator(writer, each))
    return tuple(IndicatorGroup(name, tuple(lines)) for name, lines in found.items())


def _indicator(writer: Writer, each: Indicator) -> IndicatorLine:
    of = f" of {each.denominator}" if each.denominator else ""
    return IndicatorLine(
        each.name,
        each.aliases[0] if each.aliases else "",
        f"{each.numerator}{of}",
        CLASSES[each.outcomes_class],
        agency_called(writer.register, each.supplier),
        writer.called(each.group),
    )


def gaps(writer: Writer, board: Board) -> tuple[Said, ...]:
    """What the source leaves out of the board's own record, and the priorities without a reason."""
    own = writer.all(board.gaps)
    missing = tuple(
        writer.said(each, f"{sentence(each.name)} {flowing(each.rationale_missing)}")
        for each in ordered_priorities(writer)
        if each.rationale_missing
    )
    return (*own, *missing)
