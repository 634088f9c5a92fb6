"""Any field of any record in words, by what its class says of it: links by name, days, choices, prose."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from lif.records.fields import Link, PeriodText, QuarterText, Text
from lif.records.record import Item, Record
from lif.views.scorecard.lines import CLASSES, GOOD
from lif.views.shown import with_commas
from lif.views.site.pieces import Fact, Words, day, prose
from lif.views.site.world import World
from lif.views.thread.naming import spelled

Sort = Literal["link", "part", "prose", "period", "choice", "date", "time", "flag", "number", "line"]

_PLAIN: dict[type[Any], Sort] = {
    date: "date",
    time: "time",
    bool: "flag",
    int: "number",
    Decimal: "number",
}
_LABELS = {
    "about": "About",
    "aliases": "Also called",
    "audit_activity": "Which audits are held",
    "audit_text": "What its own audits say",
    "board_actions": "What the board does",
    "by_group": "Made by",
    "by_role": "Made by",
    "counts": "What is counted",
    "due_days_after": "Due so many days after the period",
    "effect_text": "What was seen",
    "evidence_text": "The evidence in words",
    "every_months": "Renewed every so many months",
    "from_whom": "Who said it",
    "good": "What good looks like",
    "how_known": "How it will be known",
    "impact_text": "The difference it made",
    "learning_routes": "How learning travels",
    "of": "What it is of",
    "on": "Date",
    "outcomes_class": "Class",
    "panel_text": "What the panel said",
    "parallel": "Processes beside it",
    "polarity": "Which way is good",
    "re_audit_due": "To be repeated by",
    "refresh_months": "To be renewed after so many months",
    "review_routes": "Which reviews are held, and when",
    "sha256": "Fingerprint of the file",
    "sort": "Kind",
    "source_sort": "Came from",
    "text": "In words",
    "to": "To",
}
_CHOICES: dict[tuple[str, Any], str] = {
    **{("polarity", choice): said for choice, said in GOOD.items()},
    **{("outcomes_class", choice): said for choice, said in CLASSES.items()},
}
"""Choices that their own words would not tell."""
_SPELT = {"lado": "LADO", "lait": "LAIT", "lscb": "LSCB", "ofsted": "Ofsted"}
_IDS = frozenset(("accepted_by", "agency", "approved_by", "calendar", "mapping", "owner", "record"))
"""Fields of plain words in which an id may stand."""
_SLUG = re.compile(r"[a-z]+(?:-[a-z]+)+")
_APART = frozenset((*Record.model_fields, "id"))
"""Fields that every page says in a place of its own."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A field: its name, its label for readers, what sort of thing it holds, and whether several of them."""

    name: str
    label: str
    sort: Sort
    many: bool
    silent: bool
    """Whether `false` means no more than silence."""


@cache
def shapes(model: type[BaseModel]) -> tuple[Shape, ...]:
    """The fields of a class in its order, without those that every record has."""
    hints = get_type_hints(model, include_extras=True)
    return tuple(
        Shape(name, label_of(name), *_sort(hints[name]), silent=info.default is False)
        for name, info in model.model_fields.items()
        if name not in _APART and name != "cites" and name != "retired"
    )


def label_of(name: str) -> str:
    """`agreed_on` as `Agreed on`."""
    words = name.replace("_", " ")
    return _LABELS.get(name) or words[:1].upper() + words[1:]


def _sort(hint: Any) -> tuple[Sort, bool]:
    if get_origin(hint) in (Union, UnionType):
        return _sort(next(one for one in get_args(hint) if one is not NoneType))
    if get_origin(hint) is tuple:
        return _sort(get_args(hint)[0])[0], True
    if hint == Text:
        return "prose", False
    if hint in (PeriodText, QuarterText):
        return "period", False
    if get_origin(hint) is Literal:
        return "choice", False
    if get_origin(hint) is Annotated:
        bare, *extras = get_args(hint)
        if any(isinstance(extra, Link) for extra in extras):
            return "link", False
        if get_origin(bare) in (Union, UnionType, tuple, Literal):
            return _sort(bare)
        return _PLAIN.get(bare, "line"), False
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return "part", False
    return _PLAIN.get(hint, "line"), False


def said(world: World, shape: Shape, value: Any) -> tuple[Words, ...]:
    """The value of a field in words; nothing where it says nothing."""
    if value is None or value == () or (value is False and shape.silent):
        return ()
    if shape.many:
        return tuple(words for one in value for words in _one(world, shape, one))
    return _one(world, shape, value)


def _one(world: World, shape: Shape, value: Any) -> tuple[Words, ...]:
    match shape.sort:
        case "link":
            return world.link(str(value))
        case "prose":
            return prose(str(value))
        case "date":
            return day(value)
        case "time":
            return (Words(value.strftime("%H:%M")),)
        case "flag":
            return (Words("yes" if value else "no"),)
        case "number":
            return (Words(number(value)),)
        case "period":
            return (Words(spelled(str(value))),)
        case "choice":
            return (Words(chosen(shape.name, str(value))),)
    return _line(world, shape, str(value))


def chosen(field: str, choice: str) -> str:
    """A choice of a field as readers say it."""
    return _CHOICES.get((field, choice)) or _SPELT.get(choice) or choice.replace("-", " ")


def _line(world: World, shape: Shape, text: str) -> tuple[Words, ...]:
    """A line of words: an address of the web as a link, an id by name where the field holds ids."""
    if shape.name in _IDS and world.ref(text) is not None:
        return world.link(text)
    if text.startswith(("https://", "http://")):
        return (Words(text, weight="web"),)
    return (Words(text.replace("-", " ") if _SLUG.fullmatch(text) else text),)


def number(value: int | Decimal) -> str:
    """A number with its thousands in commas, as exact as it was written."""
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return with_commas(value, places)


def facts(
    world: World, model: BaseModel, skip: Iterable[str] = (), *, long: bool | None = None
) -> tuple[Fact, ...]:
    """The fields that say something; `long` asks for prose alone, or for all but prose."""
    left_out = frozenset(skip)
    found = []
    for shape in shapes(type(model)):
        wanted = long is None or (shape.sort == "prose") is long
        if shape.sort == "part" or shape.name in left_out or not wanted:
            continue
        if values := said(world, shape, getattr(model, shape.name)):
            found.append(Fact(shape.label, values))
    return tuple(found)


def sources(world: World, model: Item | Record) -> tuple[Words, ...]:
    """Where it comes from: the paragraph, and of a whole record the document by name."""
    found: list[Words] = []
    for cite in model.cites:
        for link in world.link(cite.document):
            what = "Source" if isinstance(model, Item) else link.text
            found.append(Words(f"{what}: {cite.paragraph}", link.ref, "quiet"))
        if cite.slip:
            found.append(Words(" ".join(cite.slip.split()), weight="quiet"))
    return tuple(found)
