"""The plan of a new board's repository: for every local authority, and like every framework that is here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from lif.diagnostics import line
from lif.records.board import Board
from lif.records.governance import Agency
from lif.records.references import Area, NeighbourSet
from lif.register import Register
from lif.source.new_folders import fill
from lif.starting.answers import USUAL_GROUPS, Answers, CannotBegin, groups_named
from lif.starting.finding import short_name
from lif.starting.likes import BLANK, NAMES, folder_like
from lif.starting.people import groups_of
from lif.starting.plan import BUILDS_ON, Country, planned
from lif.workspace import Workspace
from lif.workspace.frameworks import installed

DAY = date(2026, 1, 15)
LIKES = [name for name in NAMES if name == BLANK or folder_like(name)]


@cache
def country() -> Country:
    return Country.of(Workspace.load(installed(BUILDS_ON), DAY, checks=()).register)


@cache
def framework(name: str) -> Workspace | None:
    folder = folder_like(name) if name != BLANK else None
    return Workspace.load(folder, DAY, checks=()) if folder else None


def answers(area: str, like: str = BLANK, groups: str = "") -> Answers:
    found = framework(like)
    usual = groups_of(found.register) if found else groups_named(USUAL_GROUPS)
    asked = groups_named(groups.split(",")) if groups else usual
    return Answers(
        country().called(area, DAY), "partnership", asked, DAY, like=like, named_groups=bool(groups)
    )


def plan(area: str, like: str = BLANK, groups: str = "") -> Mapping[str, bytes]:
    return planned(answers(area, like, groups), country(), framework(like))


AUTHORITIES = [a for a in country().areas.values() if a.sort == "local-authority" and not a.until]


def test_every_local_authority_has_a_plan_with_its_region_and_neighbours() -> None:
    assert len(AUTHORITIES) == 153
    for area in AUTHORITIES:
        files = plan(area.id)
        text = {path: content.decode() for path, content in files.items()}
        assert f"area: {area.region}\n" in text["data/benchmarks/benchmark-region.yaml"], area.id
        near = text[f"framework/neighbour-sets/{area.id}-neighbours-2025.yaml"]
        assert near.count("\n  - ") == 10, area.id
        assert f"/{area.id}-board.yaml" in "".join(text)
        assert ", City of" not in text[f"framework/boards/{area.id}-board.yaml"]


def test_safeguarding_partners_are_marked_as_people_write_it() -> None:
    text = {path: content.decode() for path, content in plan("York").items()}
    assert "statutory_partner: true\n" in text["framework/agencies/police.yaml"]
    assert "statutory_partner" not in text["framework/agencies/voluntary-sector.yaml"]


def test_an_area_younger_than_a_model_has_no_set_of_it() -> None:
    for area in ("Cumberland", "Westmorland and Furness"):
        sets = [path for path in plan(area) if "/neighbour-sets/" in path]
        assert len(sets) == 1 and sets[0].endswith("-2025.yaml")


@pytest.mark.parametrize(
    ("area", "groups"),
    [
        ("810", ""),
        ("201", ""),
        ("420", "Executive,Quality group"),
        ("942", "Leadership board"),
        ("839", ""),
        ("204", "Board,Delivery group,Performance,Reviews,Voice"),
    ],
)
def test_the_repository_is_valid_without_a_word(area: str, groups: str, tmp_path: Path) -> None:
    fill(tmp_path, plan(area, groups=groups))
    workspace = Workspace.load(tmp_path, DAY)
    assert [line(each) for each in workspace.diagnostics] == []


@pytest.mark.parametrize("like", LIKES)
@pytest.mark.parametrize("groups", ["", "Executive,Quality group"])
def test_it_is_valid_like_every_framework(like: str, groups: str, tmp_path: Path) -> None:
    fill(tmp_path, plan("Rutland", like, groups))
    workspace = Workspace.load(tmp_path, DAY)
    assert [line(each) for each in workspace.diagnostics] == []
    assert not any(entry.record.illustrative for entry in workspace.register.entries.values())


def names_of(register: Register) -> set[str]:
    """What tells of another board: its area, its bodies, and the agencies that are called for a place."""
    board = register.record(Board, register.board_id)
    area = register.record(Area, board.area)
    names = {board.name, area.name, short_name(area), *area.aliases}
    names |= {body.name for body in board.bodies}
    names |= {agency.name for agency in register.all(Agency) if area.name.split()[0] in agency.name}
    return {name for name in names if len(name) > 3}


@pytest.mark.parametrize("like", [name for name in LIKES if name != BLANK])
def test_no_name_of_the_other_board_s_area_is_left(like: str) -> None:
    found = framework(like)
    assert found
    register = found.register
    told = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names_of(register)), re.IGNORECASE)
    for path, content in plan("Rutland", like).items():
        if path.startswith(("lif.yaml", "framework/sources/", "framework/editions/")):
            continue
        text = re.sub(r"^ *(source|- document|paragraph): .*$", "", content.decode(), flags=re.MULTILINE)
        assert not told.search(text), f"{path}: {told.search(text)}"


@pytest.mark.parametrize("like", [name for name in LIKES if name != BLANK])
def test_words_are_taken_with_their_citations_and_no_data(like: str) -> None:
    files = plan("Rutland", like)
    elements = [path for path in files if path.startswith("framework/elements/")]
    assert elements
    assert all(b"cites:" in files[path] for path in elements)
    assert {path.split("/")[1] for path in files if path.startswith("data/")} == {"benchmarks"}
    assert not any("/priorities/" in path for path in files)
    assert b"culture:" in b"".join(files.values()) or b"aims:" in b"".join(files.values())


def test_neighbours_stand_nearest_first() -> None:
    files = plan("North East Lincolnshire")
    made = Path("framework/neighbour-sets/north-east-lincolnshire-neighbours-2025.yaml")
    assert b"  - doncaster\n  - stoke-on-trent\n  - rotherham\n" in files[made.as_posix()]
    assert made.parent.as_posix() == NeighbourSet.folder


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["", " "], "no group is named"),
        (["Board", "board"], "named twice"),
        (["Board", "!!"], "cannot have the id"),
    ],
)
def test_groups_that_cannot_be(names: list[str], said: str) -> None:
    with pytest.raises(CannotBegin, match=said):
        groups_named(names)


def test_groups_have_their_tiers_by_place_and_name() -> None:
    found = groups_named(["Partnership executive", "Delivery group", "Reviews", "Data and quality"])
    assert [(g.tier, g.reports_to) for g in found] == [
        ("leadership", ""),
        ("operational", "partnership-executive"),
        ("subgroup", "delivery-group"),
        ("subgroup", "delivery-group"),
    ]
    board = Answers(AUTHORITIES[0], "partnership", found, DAY)
    assert board.watching.name == "Data and quality"


@pytest.mark.parametrize("like", [name for name in LIKES if name != BLANK])
def test_the_words_of_the_board_are_kept(like: str, tmp_path: Path) -> None:
    found = framework(like)
    assert found
    fill(tmp_path, plan("Rutland", like))
    made = Workspace.load(tmp_path, DAY, checks=()).settings
    assert made.vocabulary == found.settings.vocabulary


def test_names_that_every_area_has_stay_as_they_are() -> None:
    """Bodies of several organisations are called alike everywhere; only names that tell of a place change."""
    text = plan("Rutland", "southend")["framework/elements/element-annual-reports.yaml"].decode()
    assert "(such as corporate parenting and MAPPA)" in text


def test_what_another_board_promised_holds_from_the_first_day() -> None:
    texts = [
        content.decode() for path, content in plan("Rutland", "southend").items() if "/elements/" in path
    ]
    found = re.findall(r"^ +since: (\S+)$", "".join(texts), re.MULTILINE)
    assert found and set(found) == {DAY.isoformat()}


def test_what_is_said_of_a_region_is_taken_only_within_it() -> None:
    def said(area: str) -> bool:
        files = plan(area, "liverpool")
        return any(re.search(rb"\bregion\b", files[path]) for path in files if "/elements/" in path)

    assert said("Sefton")
    assert not said("Hackney")
