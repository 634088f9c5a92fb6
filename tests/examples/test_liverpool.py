"""Liverpool: each statement of its page is a record, the region stands under it, every command answers."""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from tests.examples.promised import listed

from lif.records.board import Board
from lif.records.elements import Element, LearningMethod
from lif.records.governance import Group
from lif.records.record import Citation, Item, Record
from lif.register import Register
from lif.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "examples" / "liverpool"
PAGE = "liverpool-lif"
AS_AT = date(2025, 12, 10)
COUNTS = {"1": 5, "2": 12, "3": 3, "4": 4, "5": 4, "6": 4, "7": 5, "8": 1}
"""The statements of each paragraph, counted in the source; of 7, 5 two records speak."""


LISTED = listed("liverpool")


def _place(row: dict[str, str]) -> str:
    return ", ".join(filter(None, (row["paragraph"], row["number"])))


@pytest.fixture(scope="module")
def register() -> Register:
    return Workspace.load(HERE, AS_AT, checks=()).register


@pytest.mark.parametrize("row", LISTED, ids=lambda row: f"{_place(row)} at {row['address']}")
def test_a_statement_has_its_record(row: dict[str, str], register: Register) -> None:
    found = register.get(row["address"])
    assert found is not None, f"nothing at {row['address']}"
    cited = {Citation(document=one.document, paragraph=one.paragraph) for one in found.cites}
    assert Citation(document=PAGE, paragraph=_place(row)) in cited


def test_no_statement_is_missing_or_there_twice() -> None:
    found = Counter(place.split(",")[0] for place in {_place(row) for row in LISTED})
    assert found == COUNTS
    for paragraph, count in COUNTS.items():
        if count > 1:
            numbers = {int(row["number"]) for row in LISTED if row["paragraph"] == paragraph}
            assert numbers == set(range(1, count + 1))


def test_no_record_cites_a_statement_that_is_not_listed(register: Register) -> None:
    places = {_place(row) for row in LISTED} | {"title", *COUNTS}
    parts: list[Record | Item] = [entry.record for entry in register.entries.values()]
    parts += [item for id_ in register.entries for _, item in register.items(id_)]
    cited = {one.paragraph for thing in parts for one in thing.cites if one.document == PAGE}
    assert cited <= places
    listed = {row["address"] for row in LISTED}
    for kind in (Board, Element, Group):
        for record in register.all(kind):
            for address, item in register.items(record.id):
                places_of = [one for one in item.cites if one.document == PAGE and "," in one.paragraph]
                shared = address in (
                    "element-reviews/informed-by-the-region",
                    "element-reviews/learning-review",
                )
                assert not places_of or address in listed or shared, address


def test_the_region_is_kept_filled_in_added_to_and_retired_from(register: Register) -> None:
    region = Workspace.load(ROOT / "examples" / "north-west", AS_AT, checks=()).register
    theirs, ours = region.record(Element, "element-reviews"), register.record(Element, "element-reviews")
    assert ours.scope == theirs.scope and ours.name != theirs.name
    routes = {one.id: one for one in ours.review_routes}
    assert {one.id for one in theirs.review_routes} < set(routes)
    assert routes["local-review"].text == theirs.review_routes[2].text
    assert routes["local-review"].group == "practice-review-group"
    retired = routes["serious-case-review"].retired
    assert retired and retired.on == date(2019, 9, 29)
    method = register.record(LearningMethod, "method-serious-case-review")
    assert method.retired and method.text == region.record(LearningMethod, method.id).text
    assert [one.id for one in ours.gaps] == ["content-of-the-framework", "content-of-the-procedures"]


def test_the_table_has_a_line_for_every_paragraph() -> None:
    lines = (HERE / "README.md").read_text("utf-8").splitlines()
    cells = [line.split("|")[2].strip() for line in lines if line.startswith("| ") and "`lif " in line]
    assert len(cells) == 29
    assert set(cells) == set(COUNTS)


def _without(tmp_path: Path, path: str, old: str, new: str) -> list[str]:
    """What is said of the workspace when one text in one file of it is another."""
    for name in ("liverpool", "north-west"):
        shutil.copytree(ROOT / "examples" / name, tmp_path / name)
    file = tmp_path / "liverpool" / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8", newline="\n")
    return [one.code for one in Workspace.load(tmp_path / "liverpool", AS_AT).warnings]


def test_a_review_that_no_newsletter_tells_is_a_finding(tmp_path: Path) -> None:
    told = _without(
        tmp_path, "data/learning/learning-after-return.yaml", "sort: newsletter", "sort: bulletin"
    )
    assert "A472" in told


def test_a_meeting_that_was_not_held_is_a_finding(tmp_path: Path) -> None:
    told = _without(
        tmp_path, "data/meetings/practice-review-group-2025-06-03.yaml", "held: true", "held: false"
    )
    assert "A471" in told
