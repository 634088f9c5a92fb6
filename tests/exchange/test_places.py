"""Areas by codes that change, names that differ, and London, which is there twice."""

from __future__ import annotations

import pytest

from lif.exchange.national.places import Gazetteer, TwoAreas, sort_of
from lif.records.references import Area


def area(id_: str, sort: str, old: str | None = None, *codes: str, aliases: tuple[str, ...] = ()) -> Area:
    fields: dict[str, object] = {"id": id_, "name": id_, "sort": sort, "aliases": list(aliases)}
    fields |= {"codes": [{"code": code} for code in codes]} | ({"old_code": old} if old else {})
    return Area.model_validate(fields)


GAZETTEER = Gazetteer(
    [
        area("england", "country", None, "E92000001"),
        area("london", "region", None, "E12000007"),
        area("barnsley", "local-authority", "370", "E08000016", "E08000038"),
        area("hull", "local-authority", "810", "E06000010", aliases=("Kingston upon Hull, City of",)),
        area("doncaster", "local-authority", "371", "E08000017"),
    ]
)
LA = "local-authority"


@pytest.mark.parametrize("level", ["Local authority", "local authority", " LA "])
def test_levels_in_any_case(level: str) -> None:
    assert sort_of(level) == LA


@pytest.mark.parametrize("level", ["Local authority district", "School", "Parliamentary constituency", ""])
def test_levels_that_are_not_read(level: str) -> None:
    assert sort_of(level) == ""


def test_a_code_that_changed_is_the_same_area() -> None:
    assert GAZETTEER.find(LA, "370", "E08000016", "Barnsley") == "barnsley"
    assert GAZETTEER.find(LA, "370", "E08000038", "Barnsley") == "barnsley"
    assert GAZETTEER.find(LA, "370", "E08999999", "a code of tomorrow") == "barnsley"


def test_without_the_old_code_the_new_one_counts() -> None:
    assert GAZETTEER.find(LA, "", "E08000038", "") == "barnsley"


def test_without_codes_the_name_counts() -> None:
    assert GAZETTEER.find(LA, "", "", "Kingston Upon Hull, City of") == "hull"
    assert GAZETTEER.find(LA, "z", "x", "KINGSTON UPON HULL CITY OF") == "hull"


def test_a_name_never_overrules_a_code() -> None:
    assert GAZETTEER.find(LA, "999", "E06999999", "Barnsley") is None


def test_codes_of_two_areas_in_one_row() -> None:
    with pytest.raises(TwoAreas, match="370 and E08000017 belong to two different areas"):
        GAZETTEER.find(LA, "370", "E08000017", "Barnsley")


def test_inner_and_outer_london_are_not_london() -> None:
    assert GAZETTEER.find("region", "", "E12000007", "London") == "london"
    assert GAZETTEER.find("region", "", "E13000001", "Inner London") is None


@pytest.mark.parametrize(
    ("name", "number", "found"),
    [
        ("England", "970", "england"),
        ("London", "986", "london"),
        ("London (Inner)", "987", None),
        ("Kingston Upon Hull, City of", "810", "hull"),
        ("Barnsley", "370", "barnsley"),
        ("London", "316", None),
    ],
)
def test_rows_of_lait(name: str, number: str, found: str | None) -> None:
    assert GAZETTEER.named(name, number) == found
