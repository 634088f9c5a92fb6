"""A made-up board: every field that the public may not read says so, and small counts stand among large."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from lif.calendars import parse_period
from lif.measures.assemble import assemble
from lif.publishing import Prepared, PublicSet, Stamped, public_set
from lif.publishing.told import ALWAYS, may_read
from lif.records.fields import Link, PeriodText, QuarterText
from lif.records.kinds import BY_NAME, KINDS
from lif.records.reading import read_record
from lif.records.record import Item, Record
from lif.register import Entry, PublishedRow, Register

CANARY = "zqcanary"
DAY = date(2025, 6, 20)
QUARTER = parse_period("2024-25-Q4")
STAMP = Stamped("publication-made-up", "How children fare in Madeup", DAY, "1.0", QUARTER)
QUARTERS = tuple(
    f"{year}-{year % 100 + 1:02}-Q{quarter}" for year in (2022, 2023, 2024) for quarter in (1, 2, 3, 4)
)

Data = dict[str, Any]


def indicator(id_: str, unit: str = "count", **more: Any) -> Data:
    """An indicator from returns, meant for the public."""
    data: Data = {
        "id": id_,
        "name": id_.replace("-", " ").capitalize(),
        "domain": "Front door",
        "plain_question": "Is help there when it is asked for?",
        "definition": "What is counted in a quarter.",
        "numerator": "what is counted",
        "unit": unit,
        "decimals": "1" if unit == "percent" else "0",
        "counts": "children",
        "polarity": "info",
        "outcomes_class": "how-much",
        "measures": [{"id": "quarter", "period_kind": "quarter", "series": "returns", "roll_up": "none"}],
        "source_return": "Quarterly return",
        "supplier": "madeup-council",
        "owner": "canary-role",
        "group": "leadership",
        "headline_at": ["leadership"],
        "priorities": ["priority-neglect"],
        "public": "true",
    }
    return {**data, **({"denominator": "all of them"} if unit == "percent" else {}), **more}


FRAMEWORK: Mapping[str, tuple[Data, ...]] = {
    "area": (
        {"id": "madeup", "name": "Madeup", "sort": "local-authority", "region": "somewhere"},
        {"id": "somewhere", "name": "Somewhere", "sort": "region"},
        {"id": "england", "name": "England", "sort": "country"},
    ),
    "board": (
        {
            "id": "madeup-board",
            "name": "Madeup",
            "area": "madeup",
            "bodies": [
                {
                    "id": "partnership",
                    "name": "Madeup Safeguarding Children Partnership",
                    "kind": "partnership",
                }
            ],
            "aims": [{"id": "learn", "text": "Learn from what is seen."}],
            "principles": [{"id": "openly", "text": "Say openly what was learned."}],
            "scrutineer": "canary-role",
        },
    ),
    "agency": (
        {"id": "madeup-council", "name": "Madeup Council", "sector": "council", "statutory_partner": "true"},
    ),
    "group": (
        {"id": "leadership", "name": "Leadership group", "tier": "leadership", "chair": "canary-role"},
        {"id": "learning", "name": "Learning group", "tier": "subgroup", "reports_to": "leadership"},
    ),
    "priority": (
        {
            "id": "priority-neglect",
            "number": "1",
            "name": "Neglect",
            "rationale": "Neglect harms children.",
            "owner": "canary-role",
            "outcomes": [
                {"id": "safe", "text": "Children are safe at home.", "shown_by": ["visits", "secret-count"]}
            ],
        },
    ),
    "theme": ({"id": "theme-neglect", "name": "Neglect at home"},),
    "question": (
        {"id": "question-one", "number": "1", "text": "How much was done?", "answered_by": "how-much"},
    ),
    "method": ({"id": "method-audit", "name": "Audit", "text": "Looking at work together."},),
    "element": (
        {
            "id": "element-front-door",
            "letter": "A",
            "name": "Help when it is needed",
            "good": [
                {
                    "id": "answered",
                    "text": "Whoever asks for help is answered.",
                    "audiences": ["children"],
                    "shown_by": ["visits", "secret-count"],
                }
            ],
            "board_actions": [{"id": "asks", "text": "The board asks how it is.", "groups": ["leadership"]}],
        },
    ),
    "source": (
        {
            "id": "source-statistics",
            "title": "Statistics of Madeup",
            "publisher": "A publisher",
            "sort": "statistics",
            "licence": "Open Government Licence v3.0",
        },
    ),
    "indicator": (
        indicator("contacts"),
        indicator("escalations"),
        indicator("visits", "percent"),
        indicator("meetings-held", disclosure="none", headline_at=["subgroup"]),
        indicator("secret-count", public="false"),
        indicator(
            "national-rate",
            "percent",
            headline_at=["subgroup"],
            measures=[
                {
                    "id": "year",
                    "period_kind": "financial-year",
                    "series": "published",
                    "source": "source-statistics",
                    "benchmarks": ["benchmark-england"],
                }
            ],
        ),
    ),
    "benchmark": ({"id": "benchmark-england", "name": "England", "sort": "england", "area": "england"},),
    "published-series": (
        {
            "id": "series-national",
            "title": "National rates",
            "source": "source-statistics",
            "release": "2025",
            "released_on": "2025-03-01",
            "file": f"{CANARY}-file.csv",
            "sha256": f"{CANARY}-fingerprint",
            "mapping": f"{CANARY}-mapping",
            "imported_on": "2025-03-02",
            "rows": "6",
        },
    ),
    "annotation": (
        {"id": "note-team", "measure": "contacts/quarter", "period": "2023-24-Q2", "label": "New team"},
    ),
    "publication": (
        {
            "id": "publication-earlier",
            "title": "Yearly report of Madeup",
            "sort": "yearly-report",
            "published": "2024-10-01",
            "address": "https://example.org/yearly",
            "of": ["canary-review"],
        },
    ),
}
"""Every record that the public may read something of."""

ROWS = tuple(
    PublishedRow("national-rate/year", f"{year}-{year % 100 + 1:02}", area, "", n, d, "", "final")
    for area, numbers in (
        ("madeup", (("410", "500"), ("420", "500"))),
        ("england", (("4000", "5000"), ("4100", "5000"))),
    )
    for year, (n, d) in zip((2022, 2023), numbers, strict=True)
)

COUNTS: Mapping[str, tuple[tuple[int, int | None], ...]] = {
    "contacts": tuple((n, None) for n in (41, 52, 3, 47, 7, 61, 58, 3, 44, 49, 57, 53)),
    "escalations": tuple((n, None) for n in (3, 21, 19, 24, 7, 18, 22, 26, 3, 23, 25, 7)),
    "visits": tuple(
        (n, 41203) for n in (20101, 24120, 41199, 7, 26131, 3, 28142, 41197, 23115, 25127, 26633, 27138)
    ),
    "meetings-held": tuple((n, None) for n in (3, 4, 3, 2, 3, 3, 4, 3, 2, 3, 4, 3)),
    "secret-count": tuple((n, None) for n in (7719,) * 12),
}
"""Numerators and denominators by quarter: one to seven, and what leaves so few, is to be hidden."""


@dataclass(frozen=True)
class Asked:
    """What a test changes of the made-up board."""

    counts: Mapping[str, tuple[tuple[int, int | None], ...]]
    story: str = ""
    records: tuple[Record, ...] = ()


def returns(asked: Asked) -> Iterator[Record]:
    """One return a quarter, with every field that a return has."""
    for index, quarter in enumerate(QUARTERS):
        values = []
        for id_, numbers in asked.counts.items():
            numerator, denominator = numbers[index]
            value = {"id": f"{id_}-value", "measure": f"{id_}/quarter", "numerator": str(numerator)}
            value |= {"denominator": str(denominator)} if denominator is not None else {}
            values.append({**value, "reason": f"{CANARY} reason"})
        data: Data = {
            "id": f"canary-return-{quarter.lower()}",
            "agency": "madeup-council",
            "period": quarter,
            "due": "2025-05-01",
            "received": "2025-04-20",
            "supplied_by": "canary-role",
            "values": values,
            "stories": [
                {
                    "id": "story",
                    "indicator": "contacts",
                    "author": "canary-role",
                    "written_on": "2025-04-20",
                    "story": f"{CANARY} three children",
                    **({"for_public": asked.story} if asked.story else {}),
                }
            ],
        }
        yield read("return", data)


def read(kind: str, data: Data) -> Record:
    """A record from plain data, as it would stand in a file."""
    found = read_record(BY_NAME[kind], data)
    assert isinstance(found, Record), (kind, found)
    return found


def poisoned(thing: Any, name: str) -> Any:
    """The same with the canary in every text that the public may not read."""
    kind = type(thing)
    changed: Data = {}
    for field in kind.model_fields:
        value = getattr(thing, field)
        if field in ALWAYS or field in ("illustrative", "retired", "public", "received", "incomplete"):
            continue
        if field not in may_read(kind):
            poison = _canary(kind, field, f"{name}-{field}")
            if poison is not None and value in (None, ()):
                changed[field] = poison
        elif isinstance(value, BaseModel):
            changed[field] = poisoned(value, f"{name}-{field}")
        elif isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
            changed[field] = tuple(poisoned(one, f"{name}-{field}") for one in value)
    return thing.model_copy(update=changed)


def _canary(kind: type[BaseModel], field: str, name: str) -> Any:
    """A value of the field that nobody could overlook; None for what cannot carry one."""
    return _value(get_type_hints(kind, include_extras=True)[field], f"{CANARY}-{name}")


def _value(hint: Any, text: str) -> Any:
    origin, arguments = get_origin(hint), get_args(hint)
    if hint in (PeriodText, QuarterText):
        return "1987-88-Q3"
    if origin is Annotated:
        if any(isinstance(one, Link) for one in arguments[1:]):
            return "canary-review"
        return _value(arguments[0], text)
    if origin is tuple:
        inner = _value(arguments[0], text)
        return None if inner is None else (inner,)
    if origin is Literal:
        return None
    if arguments:
        inner = [one for one in arguments if one is not NoneType]
        return _value(inner[0], text)
    if hint is str:
        return text
    return None


def whole_of(kind: type[BaseModel], name: str) -> Any:
    """A part, or a record, of which every text says that it is a canary."""
    values: Data = {}
    hints = get_type_hints(kind, include_extras=True)
    for field, info in kind.model_fields.items():
        inner = _model_in(hints[field])
        if inner is not None:
            part = whole_of(inner, f"{name}-{field}")
            many = "tuple" in str(hints[field])
            values[field] = (part,) if many else part
            continue
        found = _canary(kind, field, f"{name}-{field}")
        values[field] = found if found is not None else _plain(hints[field], info)
    if issubclass(kind, Item | Record):
        values |= {"id": f"canary-{name}"[:80], "cites": (), "retired": None}
    if issubclass(kind, Record):
        values |= {"illustrative": False, "id": f"canary-{kind.kind}"}
    return kind.model_construct(set(), **values)


def _plain(hint: Any, info: Any) -> Any:
    text = str(hint)
    if "datetime.date" in text:
        return date(2024, 1, 1)
    if "Decimal" in text:
        return Decimal(773)
    if "int" in text and "Literal" not in text:
        return 773
    literal = next((one for one in _literals(hint)), None)
    return literal if literal is not None else info.get_default(call_default_factory=True)


def _literals(hint: Any) -> Iterator[Any]:
    if get_origin(hint) is Literal:
        yield from get_args(hint)
    for one in get_args(hint):
        yield from _literals(one)


def _model_in(hint: Any) -> type[BaseModel] | None:
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return hint
    return next((found for one in get_args(hint) if (found := _model_in(one))), None)


def never() -> tuple[type[Record], ...]:
    """The kinds of which the public may read nothing."""
    return tuple(kind for kind in KINDS if not may_read(kind) and kind.kind != "return")


def register(asked: Asked) -> Register:
    """The made-up board with a canary in every field, and a record of every kind, that is not to be told."""
    records: list[Record] = []
    for kind, every in FRAMEWORK.items():
        records += [poisoned(read(kind, data), data["id"]) for data in every]
    records += [whole_of(kind, kind.kind) for kind in never()]
    records += list(returns(asked))
    records += list(asked.records)
    return Register.of(
        [Entry(one, f"{CANARY}/{one.id}.yaml", f"{CANARY}-framework") for one in records],
        published={"series-national": ROWS},
        board_id="madeup-board",
    )


def prepared(asked: Asked) -> Prepared:
    """The public set of the made-up board, or the reasons against it."""
    found = register(asked)
    return public_set(found, assemble(found, DAY), STAMP, ())


@cache
def made() -> PublicSet:
    """The public set of the made-up board as it is."""
    found = prepared(Asked(COUNTS))
    assert found.made is not None, found.refusals
    return found.made


def changed(**numbers: Iterable[tuple[int, int | None]]) -> Asked:
    """The board with other counts for some indicators (underlines stand for hyphens)."""
    return Asked({**COUNTS, **{name.replace("_", "-"): tuple(some) for name, some in numbers.items()}})
