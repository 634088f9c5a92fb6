"""The public register never held what the public may not read: in no field, link, closure or bytes."""

from __future__ import annotations

import gc
import pickle
from collections.abc import Iterator
from datetime import date
from types import CodeType, FrameType, FunctionType, MappingProxyType, ModuleType
from typing import Any

import pytest
from tests.publishing.made_up import (
    CANARY,
    COUNTS,
    DAY,
    FRAMEWORK,
    Asked,
    indicator,
    made,
    never,
    prepared,
    read,
    register,
)

from lif.publishing import PublicRegister, publishable
from lif.publishing.told import ALWAYS, may_read
from lif.records.charted import Annotation
from lif.records.figures import Benchmark
from lif.records.governance import Expectation
from lif.records.indicators import Indicator
from lif.records.kinds import KINDS
from lif.records.publications import Publication
from lif.records.reading import models_in
from lif.records.record import Record
from lif.records.references import DisclosureProfile, Document, NeighbourSet
from lif.register import Entry, Register


def reachable(thing: object) -> Iterator[object]:
    """Everything that can be reached from a thing, private attributes too; not the program's code."""
    seen: set[int] = set()
    waiting: list[Any] = [thing]
    while waiting:
        here = waiting.pop()
        if id(here) in seen or isinstance(here, type | ModuleType | FunctionType | CodeType | FrameType):
            continue
        seen.add(id(here))
        yield here
        waiting.extend(gc.get_referents(here))
        if isinstance(here, MappingProxyType):
            waiting.extend(here.items())


def said_in(thing: object) -> str:
    return "\n".join(one for one in reachable(thing) if isinstance(one, str))


def test_the_private_register_is_full_of_canaries() -> None:
    said = said_in(register(Asked(COUNTS)))
    assert said.count(CANARY) > 500
    assert "1987-88-Q3" in said


def test_no_canary_can_be_reached_from_the_public_register() -> None:
    public = publishable(register(Asked(COUNTS)), DAY)
    said = said_in(public)
    assert "Neglect harms children." in said
    assert CANARY not in said
    assert "canary-" not in said
    assert "1987-88-Q3" not in said
    assert CANARY not in repr(public)
    assert CANARY.encode() not in pickle.dumps(
        [dict(vars(entry.record)) for entry in public.entries.values()]
    )


def test_no_canary_can_be_reached_from_the_public_set() -> None:
    said = said_in(made())
    assert CANARY not in said
    assert "canary-" not in said
    assert CANARY not in repr(made())


def test_a_number_that_is_not_published_cannot_be_reached_either() -> None:
    numbers = {str(one) for one in reachable(made()) if isinstance(one, int) and not isinstance(one, bool)}
    assert not {"7719", "773"} & numbers
    hidden = {n for id_ in ("contacts", "escalations") for n, _ in COUNTS[id_]}
    figures = [
        f.value
        for s in made().figures.series.values()
        if s.indicator.id in ("contacts", "escalations")
        for f in s.figures
    ]
    assert not {value.numerator for value in figures} & {n for n in hidden if n % 5}


def test_every_kind_of_the_made_up_board_that_may_not_be_told_is_gone() -> None:
    public = publishable(register(Asked(COUNTS)), DAY)
    kinds = {type(entry.record) for entry in public.entries.values()}
    assert not kinds & set(never())
    assert {kind for kind in kinds if not may_read(kind)} == set()
    told = {read(kind, data).kind for kind, every in FRAMEWORK.items() for data in every}
    assert {kind.kind for kind in kinds} == told


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_what_is_declared_publishable_is_a_field_and_nothing_else_is_needed(kind: type[Record]) -> None:
    """A required field is publishable or has a neutral form, so that the kind can be told at all."""
    fields, told = kind.model_fields, may_read(kind)
    assert set(told) <= set(fields)
    assert set(told) & {"note", "illustrative", "retired"} == set()
    neutral = set(vars(kind).get("neutral", {}))
    assert not neutral & set(told)
    if told:
        assert {name for name, info in fields.items() if info.is_required()} <= {*told, *neutral, *ALWAYS}
        for name in told:
            for inner in models_in(fields[name].annotation):
                assert may_read(inner), (
                    f"{kind.kind}: {name} holds {inner.__name__}, of which nothing may be read"
                )


@pytest.mark.parametrize(
    "kind",
    [
        *(
            "return",
            "action",
            "audit",
            "review",
            "incident",
            "case-considered",
            "challenge",
            "escalations",
            "risk",
        ),
        *("meeting", "training-session", "role", "acceptance", "group-report", "partner-report", "accounts"),
        *("return-schedule", "issued-paper", "evidence", "voice", "practitioner-intelligence", "forecast"),
    ],
)
def test_these_kinds_are_never_told(kind: str) -> None:
    assert may_read(next(one for one in KINDS if one.kind == kind)) == ()


def test_a_class_made_from_a_publishable_one_is_not_publishable_itself() -> None:
    class Wider(Indicator):
        """An indicator with more."""

    assert may_read(Wider) == ()


def test_only_publishable_makes_a_public_register() -> None:
    public = made().register
    for entries in (dict(public.entries), public.entries):
        maker: Any = PublicRegister
        if type(entries) is dict:
            with pytest.raises(TypeError, match="made by publishable"):
                maker(entries)
    with pytest.raises(TypeError, match="made by publishable"):
        PublicRegister.of([])


def of(*records: Record) -> PublicRegister:
    return publishable(Register.of([Entry(one, "") for one in records]), DAY)


def test_a_link_to_what_is_not_there_is_taken_out() -> None:
    public = publishable(register(Asked(COUNTS)), DAY)
    for target in public.targets():
        assert target == "not-published" or public.get(target) is not None, target
    priority = next(one.record for one in public.entries.values() if one.record.id == "priority-neglect")
    assert vars(priority)["outcomes"][0].shown_by == ("visits",)


def test_what_cannot_do_without_a_link_goes_with_it() -> None:
    note = read(
        "annotation", {"id": "note", "measure": "secret/quarter", "period": "2024-25-Q1", "label": "New"}
    )
    assert of(read("indicator", indicator("secret", public="false")), note).entries == {}


def test_a_list_that_would_mean_something_else_goes_whole() -> None:
    everybody = read(
        "expectation", {"id": "all", "title": "All", "text": "Everybody does.", "agencies": ["gone"]}
    )
    assert of(everybody).all(Expectation) == ()
    area = {"id": "a", "name": "A", "sort": "local-authority"}
    hidden = {**area, "id": "b", "illustrative": "true"}
    nearest = read(
        "neighbour-set",
        {"id": "n", "area": "a", "model": "2025", "since": "2025-01-01", "neighbours": ["a", "b"]},
    )
    assert of(read("area", area), read("area", hidden), nearest).all(NeighbourSet) == ()


@pytest.mark.parametrize(
    ("kind", "data", "why"),
    [
        ("indicator", indicator("one", publish_not_before="2025-06-21"), "held back"),
        ("indicator", indicator("one", public="false"), "not public"),
        ("indicator", indicator("one", illustrative="true"), "an example"),
        ("indicator", indicator("one", retired={"on": "2025-01-01", "reason": "Gone."}), "retired"),
        ("publication", {"id": "p", "title": "P", "sort": "other"}, "not published"),
        ("publication", {"id": "p", "title": "P", "sort": "other", "published": "2025-06-21"}, "later"),
        (
            "publication",
            {"id": "p", "title": "P", "sort": "other", "published": "2025-01-01", "withdrawn": "2025-02-01"},
            "withdrawn",
        ),
        (
            "document",
            {"id": "d", "title": "D", "sort": "policy", "owner": "O", "approved_on": "2025-01-01"},
            "no address",
        ),
        (
            "document",
            {
                "id": "d",
                "title": "D",
                "sort": "policy",
                "owner": "O",
                "approved_on": "2025-01-01",
                "address": "on the shared drive",
            },
            "not on the web",
        ),
        (
            "document",
            {"id": "d", "title": "D", "sort": "policy", "owner": "O", "address": "https://example.org"},
            "not approved",
        ),
        ("amendment", {"id": "a", "on": "2025-06-21", "text": "Later."}, "later"),
        (
            "disclosure-profile",
            {"id": "x", "name": "B", "audience": "board", "marking": "m", "reason": "r"},
            "the board's",
        ),
        ("source", {"id": "s", "title": "A system", "publisher": "P", "sort": "system"}, "internal"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_may_not_be_out_is_not_in_it(kind: str, data: dict[str, Any], why: str) -> None:
    assert of(read(kind, data)).entries == {}, why


def test_what_may_be_out_on_its_day_is() -> None:
    document = {
        "id": "d",
        "title": "D",
        "sort": "policy",
        "owner": "A person",
        "approved_on": "2025-01-01",
        "address": "https://example.org/d",
    }
    public = of(
        read("indicator", indicator("one", publish_not_before="2025-06-20", supplier="madeup-council")),
        read("agency", {"id": "madeup-council", "name": "C", "sector": "council"}),
        read("group", {"id": "leadership", "name": "L", "tier": "leadership"}),
        read("publication", {"id": "p", "title": "P", "sort": "other", "published": "2025-06-20"}),
        read("document", document),
        read(
            "disclosure-profile",
            {"id": "x", "name": "B", "audience": "public", "marking": "m", "reason": "r"},
        ),
    )
    assert [
        one.id for kind in (Indicator, Publication, Document, DisclosureProfile) for one in public.all(kind)
    ] == [
        "one",
        "p",
        "d",
        "x",
    ]
    assert public.record(Document, "d").owner == "not published"
    assert public.record(Indicator, "one").publish_not_before is None


def test_an_example_among_the_measures_is_left_out() -> None:
    both = [
        {"id": "quarter", "period_kind": "quarter", "series": "returns", "illustrative": "true"},
        {"id": "year", "period_kind": "financial-year", "series": "returns"},
    ]
    public = of(
        read("indicator", indicator("one", measures=both)),
        read("agency", {"id": "madeup-council", "name": "C", "sector": "council"}),
        read("group", {"id": "leadership", "name": "L", "tier": "leadership"}),
        read("annotation", {"id": "note", "measure": "one/quarter", "period": "2024-25-Q1", "label": "New"}),
    )
    assert [one.id for one in public.record(Indicator, "one").measures] == ["year"]
    assert public.all(Annotation) == ()


@pytest.mark.parametrize("more", [{"audience": "board"}, {"illustrative": "true"}])
def test_an_indicator_whose_profile_cannot_be_told_is_refused(more: dict[str, str]) -> None:
    """Another rule must not take the place of the one that it names, which may be stricter."""
    rule = {"id": "strict", "name": "S", "audience": "public", "hide_to": "20", "marking": "m", "reason": "r"}
    one = read("indicator", indicator("one", disclosure_profile="strict"))
    profile = read("disclosure-profile", {**rule, **more})
    assert of(one, profile).all(Indicator) == ()
    found = prepared(Asked(COUNTS, records=(one, profile)))
    assert found.made is None
    assert found.refusals[0].startswith("one: its disclosure profile 'strict' is not one for the public")


def test_the_publication_of_a_review_under_embargo_is_not_in_it() -> None:
    report = {"id": "p", "title": "P", "sort": "review-report", "published": "2025-01-01", "of": ["review-z"]}
    review = {
        "id": "review-z",
        "title": "Learning from a review",
        "sort": "learning-review",
        "group": "leadership",
        "milestones": [{"step": "decision", "on": "2024-01-01"}],
    }
    free = read("review", review)
    assert len(of(read("publication", report), free).entries) == 1
    held = read("review", {**review, "publish_not_before": "2025-06-21"})
    assert of(read("publication", report), held).entries == {}


def test_figures_lent_by_others_for_comparison_are_not_told() -> None:
    """Ready-made figures can be given in confidence: the page computes its own comparisons."""
    value = {"measure": "one/quarter", "period": "2024-25-Q1", "value": "3", "release": "lent"}
    lent = read("benchmark", {"id": "b", "name": "B", "sort": "region", "values": [value]})
    assert of(lent).record(Benchmark, "b").values == ()


def test_a_day_earlier_knows_less() -> None:
    assert publishable(register(Asked(COUNTS)), date(2024, 9, 30)).all(Publication) == ()
    assert len(publishable(register(Asked(COUNTS)), date(2024, 10, 1)).all(Publication)) == 1
