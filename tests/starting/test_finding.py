"""The area that somebody means, and its neighbours."""

from __future__ import annotations

from datetime import date

import pytest

from lif.records.references import Area
from lif.starting.finding import NotFound, area_called, short_name
from lif.starting.tables import neighbours, rows

DAY = date(2026, 1, 5)
NAMES = {
    "201": "City of London",
    "301": "Barking and Dagenham",
    "314": "Kingston upon Thames",
    "334": "Solihull",
    "342": "St. Helens",
    "801": "Bristol, City of",
    "810": "Kingston upon Hull, City of",
    "815": "North Yorkshire",
    "816": "York",
    "830": "Derbyshire",
    "831": "Derby",
    "839": "Bournemouth, Christchurch and Poole",
    "840": "County Durham",
    "856": "Leicester",
    "855": "Leicestershire",
    "884": "Herefordshire, County of",
}


def area(code: str, name: str, until: str = "", successors: tuple[str, ...] = ()) -> Area:
    data: dict[str, object] = {"id": f"area-{code}", "name": name, "sort": "local-authority"}
    data |= {"old_code": code, "codes": [{"code": f"E06000{code}"}], "region": "south-west"}
    data |= {"until": until, "successors": [f"area-{one}" for one in successors]} if until else {}
    return Area.model_validate(data)


AREAS = [
    *(area(code, name) for code, name in NAMES.items()),
    area("909", "Cumbria", "2023-03-31", ("815", "816")),
    area("836", "Poole", "2019-03-31", ("839",)),
    Area.model_validate({"id": "south-west", "name": "South West", "sort": "region"}),
]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("hull", "810"),
        ("Kingston-upon-Hull", "810"),
        ("Hull City Council", "810"),
        ("kingston upon hull city of", "810"),
        ("810", "810"),
        ("e06000810", "810"),
        ("Solihull", "334"),
        ("York", "816"),
        ("City of York Council", "816"),
        ("north yorkshire", "815"),
        ("Derby", "831"),
        ("Derbyshire County Council", "830"),
        ("Leicester City", "856"),
        ("durham", "840"),
        ("St Helens", "342"),
        ("st helens council", "342"),
        ("Bournemouth", "839"),
        ("Bournemouth Christchurch & Poole", "839"),
        ("London Borough of Barking & Dagenham", "301"),
        ("City of London", "201"),
        ("bristol", "801"),
        ("the City of London Corporation", "201"),
        ("Saint Helens", "342"),
        ("BCP", "839"),
        ("Poole", "839"),  # it came to an end, and one authority took its place
    ],
)
def test_an_area_is_found_however_it_is_written(words: str, code: str) -> None:
    assert area_called(AREAS, words, DAY).old_code == code


@pytest.mark.parametrize(
    ("words", "near"),
    [
        ("Kingston", {"Kingston upon Thames", "Kingston upon Hull, City of"}),
        ("Solihul", {"Solihull"}),
        ("Herfordshire", {"Herefordshire, County of"}),
        ("Barkingham", {"Barking and Dagenham"}),
        ("Herefords", {"Herefordshire, County of"}),
        ("South West", {"Solihull", "City of London"}),
        ("Cumbria", {"North Yorkshire", "York"}),
        ("Cumbria County Council", {"North Yorkshire", "York"}),
        ("909", {"North Yorkshire", "York"}),
        ("Solihull and York", {"Solihull", "York"}),
        ("Derby, Derbyshire & Leicester", {"Derby", "Derbyshire", "Leicester"}),
    ],
)
def test_what_may_be_meant_is_named(words: str, near: set[str]) -> None:
    with pytest.raises(NotFound) as said:
        area_called(AREAS, words, DAY)
    assert near <= set(said.value.near)
    assert all(name in str(said.value) for name in near)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Cumbria", "Cumbria came to an end on 31 March 2023: name North Yorkshire or York"),
        ("south west", "South West is a region; name a local authority in it: "),
        ("York and Solihull", "is more than one local authority"),
        ("", "no local authority is named"),
    ],
)
def test_why_nothing_is_found_is_said(words: str, said: str) -> None:
    with pytest.raises(NotFound) as why:
        area_called(AREAS, words, DAY)
    assert said in str(why.value)


def test_an_area_that_is_no_more_is_found_in_its_day() -> None:
    assert area_called(AREAS, "Cumbria", date(2020, 1, 1)).old_code == "909"


def test_words_without_meaning_find_nothing() -> None:
    for words in ("", "the", "council", "!!", "Kernow zzz"):
        with pytest.raises(NotFound):
            area_called(AREAS, words, DAY)


def test_a_name_in_a_sentence_does_not_end_in_city_of() -> None:
    assert short_name(area("810", "Kingston upon Hull, City of")) == "Kingston upon Hull"
    assert short_name(area("839", "Bournemouth, Christchurch and Poole")).endswith("Christchurch and Poole")


def test_each_area_of_a_model_has_ten_neighbours_nearest_first() -> None:
    assert neighbours("2025", "812")[:3] == ("371", "861", "372")  # Doncaster, Stoke-on-Trent, Rotherham
    assert neighbours("2021", "942") == ()  # Cumberland is younger than the model
    found = rows("neighbours")
    assert {len(row["neighbours"].split()) for row in found} == {10}
    assert [sum(row["model"] == model for row in found) for model in ("2021", "2025")] == [156, 153]
    assert all(row["area"] not in row["neighbours"].split() for row in found)
