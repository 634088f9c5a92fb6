"""Texts that stand beside figures in a publication: read before they are taken, refused with their place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lif.publishing.allowed import held_back
from lif.publishing.numbers_told import counted_in, told_in
from lif.publishing.register import PublicRegister
from lif.publishing.told import may_read
from lif.records.figures import Return
from lif.records.indicators import Annotation, Indicator, SeriesBreak, StepChange
from lif.records.record import Record, stands
from lif.register import Register

_READ: Mapping[type[Record], tuple[str, ...]] = {
    Annotation: ("label", "text"),
    SeriesBreak: ("reason",),
    StepChange: ("label", "reason"),
}
"""Free text that stands beside the figures of one measure."""


@dataclass(frozen=True, slots=True)
class PublicWords:
    """What the board says to the public about an indicator, in words of its own."""

    indicator: str
    text: str
    on: date


@dataclass(frozen=True, slots=True)
class Spoken:
    """A text with where it stands: the address of its record or item, and the field.

    `standing` is one that says all year how the figures are to be read, and speaks of no period.
    """

    address: str
    field: str
    indicator: str
    text: str
    standing: bool = False


def words_for_public(
    register: Register, public: PublicRegister, period: str, as_at: date
) -> Iterator[Spoken]:
    """What returns of a period say for the public of indicators that are published, the latest last."""
    found = [
        (
            story.written_on,
            Spoken(f"{return_.id}/{story.id}", "for_public", story.indicator, story.for_public),
        )
        for return_ in register.all(Return)
        if return_.period == period
        and not return_.illustrative
        and stands(return_, as_at)
        and return_.received is not None
        and return_.received <= as_at
        for story in return_.stories
        if story.for_public
        and story.written_on <= as_at
        and stands(story, as_at)
        and not held_back(story, as_at)
        and public.find(Indicator, story.indicator)
    ]
    yield from (each for _, each in sorted(found, key=lambda one: (one[0], one[1].address)))


def beside_figures(public: PublicRegister) -> Iterator[Spoken]:
    """Free text of the public register that is read beside the figures of one indicator."""
    for indicator in public.all(Indicator):
        if indicator.caution:
            yield Spoken(indicator.id, "caution", indicator.id, indicator.caution, standing=True)
    for kind, fields in _READ.items():
        for record in public.all(kind):
            indicator_id = str(vars(record)["measure"]).partition("/")[0]
            for name in fields:
                if text := getattr(record, name):
                    yield Spoken(record.id, name, indicator_id, text)


def giving_away(spoken: Spoken, hidden: Collection[str]) -> str:
    """Why a text cannot stand beside its indicator's hidden figures; nothing where it can."""
    if spoken.indicator not in hidden:
        return ""
    said = counted_in(spoken.text) if spoken.standing else told_in(spoken.text)
    if not said:
        return ""
    return (
        f"{spoken.address}, {spoken.field}: it says '{said}' beside figures of {spoken.indicator}, "
        "of which some are hidden; say what was done, and no number"
    )


def naming_withheld(register: Register, public: PublicRegister, as_at: date) -> Iterator[str]:
    """Where a text of the public register says the name or the id of something that may not be out yet."""
    names = dict(_withheld(register, public, as_at))
    if not names:
        return
    longest = sorted(names, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])", re.IGNORECASE)
    for id_, entry in public.entries.items():
        for where, text in texts(entry.record):
            if found := pattern.search(" ".join(text.split())):
                record = names[found[0].casefold()]
                yield f"{id_}, {where}: it names {record}, which may not be out yet; leave it out until then"


_SHORTEST = 6


def _withheld(register: Register, public: PublicRegister, as_at: date) -> Iterator[tuple[str, str]]:
    """The names of what is held back, in lower case with single blanks, each with its id."""
    known = {name for entry in public.entries.values() for name in _names(entry.record)}
    for id_, entry in register.entries.items():
        if held_back(entry.record, as_at):
            for name in {*_names(entry.record), id_.casefold()} - known:
                if len(name) >= _SHORTEST:
                    yield name, id_


def _names(record: Record) -> set[str]:
    found = (getattr(record, name, None) for name in ("name", "title"))
    return {" ".join(str(one).split()).casefold() for one in found if one}


def texts(thing: object, where: str = "") -> Iterator[tuple[str, str]]:
    """Every text of the publishable fields of a record, with the field it stands in."""
    for name in may_read(type(thing)):  # type: ignore[arg-type]
        value = getattr(thing, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, str):
                yield where or name, one
            elif hasattr(type(one), "model_fields"):
                yield from texts(one, where or name)
