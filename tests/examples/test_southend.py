"""Southend: each statement of its document is a record, each row has its report, every command answers."""

from __future__ import annotations

import csv
import re
import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from tests.examples.promised import listed

from lif.cli.running import run
from lif.records.elements import Element
from lif.records.indicators import Indicator
from lif.records.record import Citation
from lif.register import Register
from lif.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "examples" / "southend"
DOCUMENT = "southend-lif"
AS_AT = date(2025, 12, 10)
AUDITS = "Single & Multi Agency Audits and Audits of Board Effectiveness"
COUNTS = {
    "introduction": 9,
    "Serious Case Reviews": 4,
    "Child Death Reviews": 3,
    "Other Case Reviews": 4,
    AUDITS: 13,
    "Qualitative Information from Children, Young People and their Families": 4,
    "Qualitative Information from Practitioners": 5,
    "Single Agency Performance Information": 3,
    "Section 11 Audits": 3,
    "Annual Reports from Strategic Partners and LSCB Members": 4,
    "Strategic & Themed Work": 4,
}
"""The places of each part, counted in the source; of the second sentence two records speak."""


LISTED = listed("southend")


def _place(row: dict[str, str]) -> str:
    return f"{row['paragraph']}, {row['number']}"


def _part(place: str) -> str:
    return next(part for part in COUNTS if place == part or place.startswith(f"{part}, "))


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return Workspace.load(HERE, AS_AT)


@pytest.fixture(scope="module")
def register(workspace: Workspace) -> Register:
    return workspace.register


@pytest.mark.parametrize("row", LISTED, ids=lambda row: f"{_place(row)} at {row['address']}")
def test_a_statement_has_its_record(row: dict[str, str], register: Register) -> None:
    found = register.get(row["address"])
    assert found is not None, f"nothing at {row['address']}"
    cited = {Citation(document=one.document, paragraph=one.paragraph) for one in found.cites}
    assert Citation(document=DOCUMENT, paragraph=_place(row)) in cited


def test_no_statement_is_missing_or_there_twice() -> None:
    assert Counter(_part(place) for place in {_place(row) for row in LISTED}) == COUNTS
    assert len(LISTED) == sum(COUNTS.values()) + 1


def test_no_record_cites_a_statement_that_is_not_listed(register: Register) -> None:
    places = {_place(row) for row in LISTED} | {"title", "table", *COUNTS}
    listed = {row["address"] for row in LISTED}
    items = {address: item for id_ in register.entries for address, item in register.items(id_)}
    records = {id_: entry.record for id_, entry in register.entries.items()}
    for address, thing in (records | items).items():
        cited = {one.paragraph for one in thing.cites if one.document == DOCUMENT}
        assert cited <= places, address
    for element in register.all(Element):
        for item in (*element.context, *element.good, *element.board_actions, *element.activities):
            assert f"{element.id}/{item.id}" in listed


def test_ten_elements_twelve_rows(register: Register) -> None:
    elements = sorted(register.all(Element), key=lambda one: int(one.letter or 0))
    assert [one.letter for one in elements] == [str(number) for number in range(1, 11)]
    assert [len(one.activities) for one in elements] == [1, 1, 1, 3, 1, 1, 1, 1, 1, 1]
    for element in elements:
        for row in element.activities:
            assert element.required_by(row) and element.expected_of(row)
    first = elements[0]
    assert len(first.expected_of(first.activities[0])) == 2


def test_it_takes_up_indicators_with_real_series(register: Register) -> None:
    taken = [one for one in register.all(Indicator) if not one.illustrative]
    assert 30 <= len(taken) <= 50
    assert all(any(each.series == "published" for each in one.measures) for one in taken)


DEATHS = "deaths-with-modifiable-factors"


def _changed(tmp_path: Path, path: str, old: str, new: str) -> list[str]:
    """What is said of the workspace when one text in one file of it is another."""
    shutil.copytree(HERE, tmp_path / "southend")
    file = tmp_path / "southend" / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8", newline="\n")
    return [one.code for one in Workspace.load(tmp_path / "southend", AS_AT).warnings]


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        ("data/reviews/review-s2.yaml", "when: after", "when: before", "A451"),
        (
            "data/section11-returns/section-11-essex-police-2025.yaml",
            "  - on: 2025-08-27",
            "  - on: 2026-01-27",
            "A452",
        ),
        (
            "data/audit-programmes/audit-programme-essex-police-2025-26.yaml",
            "period: 2025-26",
            "period: 2024-25",
            "A453",
        ),
        (
            "data/indicator-reviews/indicator-review-essex-police-2025-26.yaml",
            "period: 2025-26",
            "period: 2024-25",
            "A454",
        ),
        ("framework/elements/element-practitioners.yaml", "within_days: 240", "within_days: 120", "A455"),
        ("framework/elements/element-practitioners.yaml", "at_least: 5", "at_least: 6", "A490"),
        (
            "framework/elements/element-section-11.yaml",
            "    expects:\n      - self-assessments-robust\n",
            "",
            "A489",
        ),
        (f"framework/indicators/{DEATHS}.yaml", "disclosure: person", "disclosure: none", "F222"),
    ],
)
def test_a_promise_that_is_not_kept_is_a_finding(
    tmp_path: Path, path: str, old: str, new: str, code: str
) -> None:
    assert code in _changed(tmp_path, path, old, new)


FIVE_YEARS = ("6 of 11", "5 of 10", "5 of 12", "4 of 11", "3 of 10")
SHARES = ("54.5%", "50.0%", "41.7%", "36.4%", "30.0%")
_NAMED = re.compile(r"[Mm]odifiable factor")
_TOLD = re.compile("|".join(rf"(?<![\d,.]){re.escape(each)}(?![\d,.])" for each in (*FIVE_YEARS, *SHARES)))


@pytest.fixture(scope="module")
def as_real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workspace as it would be with nothing made up: what is marked so never reaches the public."""
    there = tmp_path_factory.mktemp("as-real") / "southend"
    shutil.copytree(HERE, there)
    for file in there.rglob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        plain = re.sub(r"^ *illustrative: true\n", "", text, flags=re.M)
        file.write_text(plain, encoding="utf-8", newline="\n")
    return there


def test_members_see_child_deaths_and_their_fall(as_real: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["indicators", "show", DEATHS, "--root", str(as_real), "--as-at", "workspace"]) == 0
    shown = capsys.readouterr().out
    assert all(counts in shown for counts in FIVE_YEARS)
    assert "from 36.4% in 2023/24 to 30.0% in 2024/25; lower is better" in shown


@pytest.mark.parametrize(
    "asked",
    [
        ["scorecard", "--quarter", "latest", "--audience", "public", "--format", "html,md,json"],
        ["site", "--audience", "public"],
        ["publish", "--quarter", "latest"],
    ],
    ids=lambda asked: str(asked[0]),
)
def test_no_count_of_child_deaths_reaches_the_public(
    asked: list[str], as_real: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "southend"
    shutil.copytree(as_real, root)
    out = tmp_path / "out"
    code = run([*asked, "--out", str(out), "--root", str(root), "--as-at", "workspace"])
    assert code == 0, capsys.readouterr().err
    files = [one for one in out.rglob("*") if one.suffix in (".html", ".md", ".json")]
    told = [one.read_text(encoding="utf-8") for one in files]
    assert any(_NAMED.search(text) for text in told)
    for file, text in zip(files, told, strict=True):
        for found in _NAMED.finditer(text):
            near = re.sub(r"<[^>]*>", " ", text[found.start() : found.start() + 700])
            assert not _TOLD.search(near.split("Infant mortality")[0]), file
    for table in out.rglob("open-data.csv"):
        with table.open(encoding="utf-8", newline="") as opened:
            rows = [row for row in csv.DictReader(opened) if row["indicator"] == DEATHS]
        assert rows and all(row["value"] == row["numerator"] == row["denominator"] for row in rows)
        assert {row["value"] for row in rows} == {"c"}


def test_no_view_of_a_review_reaches_the_public(as_real: Path, tmp_path: Path) -> None:
    code = run(
        [
            "site",
            "--audience",
            "public",
            "--out",
            str(tmp_path),
            "--root",
            str(as_real),
            "--as-at",
            "workspace",
        ]
    )
    assert code == 0
    every = " ".join(one.read_text(encoding="utf-8") for one in tmp_path.rglob("*.html"))
    assert "Review S2" not in every and "review-s2" not in every


def test_papers_of_members_are_refused_to_the_public(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["report", "framework-table", "--audience", "public"]
    assert run([*asked, "--root", str(HERE), "--as-at", "workspace"]) == 2
    assert "public" in capsys.readouterr().err
