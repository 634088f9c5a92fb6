"""What a readable document is made of: numbered chapters and parts, sentences, and where each comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from lif.records.law import Duty, Edition, StatutoryFunction
from lif.records.record import Citation, Item, Record, stands
from lif.register import Register
from lif.views.called import called_at
from lif.views.provenance import framework_called, framework_of
from lif.views.shown import flowing

_LAW = (StatutoryFunction, Duty, Edition)


@dataclass(frozen=True, slots=True)
class Cite:
    """A place in a document: the document's number in the list of those cited, and the paragraph."""

    number: int
    paragraph: str


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of the framework, with where it comes from; `incomplete` says what its source lacks.

    `framework` names the framework that it is taken from, and is empty for the board's own.
    """

    text: str
    cites: tuple[Cite, ...] = ()
    incomplete: str = ""
    illustrative: bool = False
    framework: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """Sentences under a few words: what good looks like for children, what a group answers for."""

    name: str
    entries: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a chapter: paragraphs, then lists. `number` is that of the chapter and its own, `3.2`."""

    id: str
    title: str
    paragraphs: tuple[Said, ...] = ()
    lists: tuple[Listed, ...] = ()
    number: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter with its parts."""

    number: int
    id: str
    title: str
    paragraphs: tuple[Said, ...] = ()
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Cited:
    """A document or an edition that the framework cites."""

    number: int
    title: str
    publisher: str
    address: str


@dataclass
class Writer:
    """Turns records into sentences with citations, and keeps the list of what was cited, in order."""

    register: Register
    as_at: date
    _numbers: dict[str, int] = field(default_factory=dict)

    def counts(self, thing: Record | Item) -> bool:
        """Whether a record or an item counts on the day: not retired, begun, and not over."""
        since, until = getattr(thing, "since", None), getattr(thing, "until", None)
        begun = not isinstance(since, date) or since <= self.as_at
        over = isinstance(until, date) and until < self.as_at
        return stands(thing, self.as_at) and begun and not over

    def said(self, thing: Record | Item, text: str | None = None, incomplete: str | None = None) -> Said:
        """One sentence from a record or an item, in its own words unless others are given."""
        words = flowing(text if text is not None else getattr(thing, "text", ""))
        return Said(
            words,
            self.cites(thing.cites),
            flowing(incomplete or getattr(thing, "incomplete", None)),
            isinstance(thing, Record) and thing.illustrative,
            framework_called(self._taken_from.get(id(thing), "")),
        )

    @cached_property
    def _taken_from(self) -> dict[int, str]:
        """The framework of each record and item that is not the board's own, by the object itself.

        What law asks says so itself, and is left out.
        """
        register, made = self.register, dict[int, str]()
        for id_, entry in register.entries.items():
            if (entry.framework or entry.origins) and not isinstance(entry.record, _LAW):
                things = ((id_, entry.record), *register.items(id_))
                made |= {id(thing): name for at, thing in things if (name := framework_of(register, at))}
        return made

    def all(self, things: Iterable[Record | Item]) -> tuple[Said, ...]:
        """A sentence for each thing that counts."""
        return tuple(self.said(each) for each in things if self.counts(each))

    def cites(self, citations: Iterable[Citation]) -> tuple[Cite, ...]:
        """Where something comes from, each document under its number."""
        return tuple(
            Cite(self._numbers.setdefault(each.document, len(self._numbers) + 1), each.paragraph)
            for each in citations
        )

    def cited(self) -> tuple[Cited, ...]:
        """Every document cited so far, by its number."""
        found = []
        for id_, number in self._numbers.items():
            record = self.register.get(id_)
            found.append(
                Cited(
                    number,
                    called_at(self.register, id_),
                    getattr(record, "publisher", "") or getattr(record, "source", ""),
                    getattr(record, "address", None) or "",
                )
            )
        return tuple(found)

    def called(self, address: str | None) -> str:
        """What readers call a record; empty for none."""
        return called_at(self.register, address) if address else ""


def chapter(
    number: int, id_: str, title: str, paragraphs: tuple[Said, ...], parts: Iterable[Part]
) -> Chapter:
    """A chapter whose parts are numbered in order; parts that say nothing are left out."""
    telling = [each for each in parts if each.paragraphs or each.lists]
    numbered = tuple(replace(each, number=f"{number}.{i}") for i, each in enumerate(telling, 1))
    return Chapter(number, id_, title, paragraphs, numbered)


def counted(count: int, one: str, several: str) -> str:
    """`1 priority`, `4 priorities`."""
    return f"{count} {one if count == 1 else several}"


def plain(*sentences: str) -> tuple[Said, ...]:
    """Paragraphs that are said of the records, without a source of their own; empty ones are left out."""
    return tuple(Said(each) for each in sentences if each)


def listed(name: str, entries: tuple[Said, ...]) -> tuple[Listed, ...]:
    """A list under a few words, or nothing where it would be empty."""
    return (Listed(name, entries),) if entries else ()
