"""Texts that stand beside figures in a publication: read before they are taken, refused with their place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lif.publishing.allowed import held_back
from lif.publishing.numbers_told import counted_in, told_in, written_in
from lif.publishing.register import PublicRegister
from lif.publishing.told import may_read
from lif.records.charted import Annotation, SeriesBreak, StepChange
from lif.records.figures import Return
from lif.records.indicators import Indicator
from lif.records.priorities import Priority
from lif.records.record import Record, stands
from lif.register import Register

_READ: Mapping[type[Record], tuple[str, ...]] = {
    Annotation: ("label", "text"),
    SeriesBreak: ("reason",),
    StepChange: ("label", "reason"),
}
"""Free text that stands beside the figures of one measure."""
_OF_A_PRIORITY = frozenset(("rationale", "outcomes", "would_show_success"))


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


def beside_priorities(public: PublicRegister, hidden: Collection[str]) -> Iterator[Spoken]:
    """Free text of priorities, beside the hidden figures of each indicator that bears on them."""
    for priority in public.all(Priority):
        mine = [one.id for one in public.all(Indicator) if priority.id in one.priorities and one.id in hidden]
        for where, text in texts(priority):
            if mine and where in _OF_A_PRIORITY:
                yield Spoken(priority.id, where, mine[0], text, standing=True)


def giving_away(spoken: Spoken, hidden: Mapping[str, str]) -> str:
    """Why a text cannot stand beside hidden figures; nothing where it can.

    `hidden` are the indicators of which some are, by id with their names. A text about another indicator
    is held to it too where it uses a word of the name.
    """
    said = counted_in(spoken.text) if spoken.standing else told_in(spoken.text)
    about = spoken.indicator if spoken.indicator in hidden else _spoken_of(spoken.text, hidden)
    if not said or not about:
        return ""
    return (
        f"{spoken.address}, {spoken.field}: it says '{said}' beside figures of {about}, "
        "of which some are hidden; say what was done, and no number"
    )


_WORD = re.compile(r"[a-z]{5,}")
_EVERYWHERE = frozenset(
    [
        *("child", "famil", "young", "peopl", "perso", "agenc", "polic", "schoo", "healt"),
        *("socia", "servi", "worke", "month", "quart", "withi", "after", "other", "first"),
    ]
)
"""How words begin that stand in the names of many indicators."""


def _spoken_of(text: str, hidden: Mapping[str, str]) -> str:
    """The indicator of which a text uses a word of its name, in whatever form; nothing where it uses none."""
    used = _begun(text) - _EVERYWHERE
    return next((id_ for id_, name in hidden.items() if _begun(name) & used), "")


def _begun(text: str) -> set[str]:
    """How the longer words of a text begin: `escal` of escalated and of escalations."""
    return {word[:5] for word in _WORD.findall(text.casefold())}


def telling_more(spoken: Spoken, rounded: Collection[str]) -> str:
    """Why a text cannot stand beside figures that are rounded: it writes one that is not."""
    said = written_in(spoken.text) if spoken.indicator in rounded and not spoken.standing else ""
    if not said:
        return ""
    return (
        f"{spoken.address}, {spoken.field}: it writes '{said}' beside figures of {spoken.indicator}, which "
        "are rounded for the public; leave the number out"
    )


def naming_withheld(
    register: Register, public: PublicRegister, spoken: Iterable[Spoken], as_at: date
) -> Iterator[str]:
    """Where a text of the set says the name or the id of something that may not be out yet."""
    names = dict(_withheld(register, public, as_at))
    if not names:
        return
    longest = sorted(names, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])", re.IGNORECASE)
    every = [(id_, *each) for id_, entry in public.entries.items() for each in texts(entry.record)]
    every += [(each.address, each.field, each.text) for each in spoken]
    for id_, where, text in every:
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
