"""`lif publish` as its user meets it: what it writes, what it refuses, and what its files give away."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from tests.cli.board import Lif, Write
from tests.cli.publishing_boards import QUARTERS, Board, board
from tests.cli.working_back import Rule, narrowed, rows_of
from tests.repositories import committed, git

from lif.workspace import Workspace

AS_AT = "2025-05-20"
ID = "publication-figures-2024-25-q4"
RULES = {"": Rule(7, 5, 20), "profile-five": Rule(5, 1, 10), "profile-seven": Rule(7, 5, 20)}
LEAST = 3
"""Values that a hidden count must still be able to have."""


@pytest.fixture
def hill(workspace: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a made-up board, in which `lif` runs."""
    folder = workspace(board(1).texts)
    monkeypatch.chdir(folder)
    return folder


def test_a_dry_run_says_what_would_be_published_and_writes_nothing(hill: Path, lif: Lif) -> None:
    before = sorted(hill.rglob("*"))
    ran = lif(f"publish --quarter 2024-25-Q4 --as-at {AS_AT} --dry-run")
    assert ran.code == 0
    assert "of the board's own figures" in ran.out
    assert "figures-2024-25-q4.html" in ran.out
    assert "nothing was written" in ran.err
    assert sorted(hill.rglob("*")) == before


def test_what_is_published_stands_in_a_folder_of_its_own_and_in_the_ledger(hill: Path, lif: Lif) -> None:
    ran = lif(f"publish --quarter 2024-25-Q4 --as-at {AS_AT} --address 'The website'")
    assert ran.code == 0, ran.err
    printed = ran.out.split()
    assert f"build/public/{ID}/figures-2024-25-q4.html" in printed
    assert all(Path(path).is_file() for path in printed)
    assert not [
        path for path in (hill / "build").rglob("*") if path.name.startswith(".") or path.suffix == ".yaml"
    ]
    text = (hill / f"data/publications/{ID}.yaml").read_text(encoding="utf-8")
    for line in ("published: 2025-05-20", "sort: scorecard", "version: 1\n", "address: The website"):
        assert line in text
    assert "commit" not in text
    assert lif(f"validate --as-at {AS_AT} --quiet").code == 0


def test_the_same_quarter_again_is_another_edition_that_shows_the_same(hill: Path, lif: Lif) -> None:
    first = lif(f"publish --quarter 2024-25-Q4 --as-at {AS_AT} --format csv --out first")
    again = lif(f"publish --quarter 2024-25-Q4 --as-at {AS_AT} --format csv --out again")
    assert (first.code, again.code) == (0, 0), again.err
    second = f"{ID}-second-edition"
    assert f"again/{second}/open-data.csv" in again.out
    open_data = [hill / "first" / ID / "open-data.csv", hill / "again" / second / "open-data.csv"]
    assert open_data[0].read_bytes() == open_data[1].read_bytes()


def test_nothing_is_published_while_an_error_stands(hill: Path, lif: Lif) -> None:
    (hill / "framework/roles.yaml").write_text("- id: nobody\n", encoding="utf-8")
    ran = lif(f"publish --quarter 2024-25-Q4 --as-at {AS_AT}")
    assert ran.code == 1
    assert "errors stand in the records" in ran.err or "error stands in the records" in ran.err
    assert not (hill / "build").exists()
    assert not (hill / "data/publications").exists()


def test_nothing_is_published_from_records_that_are_not_committed(
    workspace: Write, monkeypatch: pytest.MonkeyPatch, lif: Lif
) -> None:
    folder = workspace({})
    git(folder, "init", "--quiet")
    committed(folder, board(1).texts, on="2025-05-19")
    monkeypatch.chdir(folder)
    (folder / "framework/themes.yaml").write_text("- id: theme-voice\n  name: Voice\n", encoding="utf-8")
    words = f"publish --quarter 2024-25-Q4 --as-at {AS_AT} --format csv"
    ran = lif(words)
    assert ran.code == 1
    assert "framework/themes.yaml is not as it was committed" in ran.err
    git(folder, "checkout", "--quiet", "framework")
    ran = lif(words)
    assert ran.code == 0, ran.err
    commit = git(folder, "rev-parse", "HEAD").strip()
    assert f"commit: {commit}" in (folder / f"data/publications/{ID}.yaml").read_text(
        encoding="utf-8"
    ).replace('"', "")
    for path in (folder / "build/public").rglob("*.*"):
        assert commit[:7].encode() not in path.read_bytes(), path


@pytest.mark.parametrize("folder", ["data", "data/public", "framework/x", "lif.yaml"])
def test_what_is_published_never_lies_among_the_records(hill: Path, lif: Lif, folder: str) -> None:
    ran = lif(f"publish --quarter 2024-25-Q4 --as-at {AS_AT} --out {folder}")
    assert ran.code == 2
    assert "lies among the records" in ran.err


def test_a_folder_that_holds_files_is_left_alone_and_nothing_is_entered(hill: Path, lif: Lif) -> None:
    mine = hill / "out" / ID / "mine.txt"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine", encoding="utf-8")
    ran = lif(f"publish --quarter 2024-25-Q4 --as-at {AS_AT} --out out")
    assert ran.code == 2
    assert "holds files already" in ran.err
    assert not (hill / "data/publications").exists()
    assert [path.name for path in mine.parent.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("publish --format htlm", "did you mean html?"),
        ("publish --format ,", "name a form"),
        ("publish --quarter 2025-Q2", "--quarter 2025-Q2"),
        ("publish --quarter ''", "--quarter: nothing is named"),
        ("scorecard --audience public --group neglect-group", "--group: the public scorecard is one"),
        ("scorecard --audience public --format html --final", "--final: what the public reads"),
        ("scorecard --audience public --draft", "--draft: nothing is made for the public"),
        ("report coverage --audience public", "lif publish makes what the public may read"),
        ("site --audience public --draft --out x", "--draft: nothing is made for the public"),
        ("scorecard --audience nobody", "write board or public"),
    ],
)
def test_what_cannot_be_asked_is_said(hill: Path, lif: Lif, words: str, said: str) -> None:
    ran = lif(f"{words} --as-at {AS_AT}")
    assert ran.code == 2
    assert said in ran.err


def test_a_preview_is_of_the_same_figures_and_enters_nothing(hill: Path, lif: Lif) -> None:
    ran = lif(
        f"scorecard --audience public --quarter 2024-25-Q4 --as-at {AS_AT} --format md,json --out preview"
    )
    assert ran.code == 0, ran.err
    text = (hill / "preview/figures-2024-25-q4.md").read_text(encoding="utf-8")
    assert "preview, not published" in text
    assert not (hill / "data/publications").exists()
    lif(f"publish --quarter 2024-25-Q4 --as-at {AS_AT} --format md --out out")
    published = (hill / "out" / ID / "figures-2024-25-q4.md").read_text(encoding="utf-8")
    assert _without_stamp(text) == _without_stamp(published)


def test_the_public_site_is_of_the_same_set(hill: Path, lif: Lif) -> None:
    ran = lif(f"site --audience public --as-at {AS_AT} --out public-site")
    assert ran.code == 0, ran.err
    lif(f"publish --quarter 2024-25-Q4 --as-at {AS_AT} --format site,csv --out out")
    published = hill / "out" / ID / "site"
    pages = sorted(path.relative_to(published) for path in published.rglob("*") if path.is_file())
    assert pages == sorted(
        path.relative_to(hill / "public-site")
        for path in (hill / "public-site").rglob("*")
        if path.is_file() and path.name != "lif-site.txt"
    )
    open_data = (published / "data/figures.csv").read_bytes()
    assert open_data == (hill / "out" / ID / "open-data.csv").read_bytes()
    assert open_data == (hill / "public-site" / "data/figures.csv").read_bytes()


def test_a_site_for_the_public_is_not_made_while_an_error_stands(hill: Path, lif: Lif) -> None:
    (hill / "framework/roles.yaml").write_text("- id: nobody\n", encoding="utf-8")
    ran = lif(f"site --audience public --as-at {AS_AT} --out public-site")
    assert ran.code == 1
    assert "in the records: put them right first" in ran.err
    assert not (hill / "public-site").exists()


def _without_stamp(text: str) -> str:
    return re.sub(r"(?m)^.*(Publication|Version).*$", "", text)


@pytest.mark.parametrize("seed", range(8))
def test_no_hidden_count_can_be_worked_back_from_what_is_published(
    workspace: Write, monkeypatch: pytest.MonkeyPatch, lif: Lif, seed: int
) -> None:
    made = board(seed)
    folder = workspace(made.texts)
    monkeypatch.chdir(folder)
    ran = lif(f"publish --quarter 2024-25-Q4 --as-at {AS_AT} --format csv --out out")
    assert ran.code == 0, ran.err
    rows = rows_of((folder / "out" / ID / "open-data.csv").read_text(encoding="utf-8"))
    assert rows
    _is_what_the_rules_show(made, rows)
    rules = {name: RULES[profile] for name, profile in made.profile.items()}
    narrow = [(cell, left) for cell, left in narrowed(rows, rules) if left < LEAST]
    assert narrow == []


def _is_what_the_rules_show(made: Board, rows: list[dict[str, str]]) -> None:
    """No small count is shown, and what is shown is the count, or the count rounded."""
    for row in rows:
        top, whole = made.counts[row["indicator"], row["period"], row["breakdown"]]
        rule = RULES[made.profile[row["indicator"]]]
        small = 1 <= top <= rule.hide_to
        if made.unit[row["indicator"]] == "percent" and whole is not None:
            small = small or 1 <= whole - top <= rule.hide_to or whole < rule.least
        if small:
            assert row["numerator"] == row["value"] == "c"
        if row["numerator"] != "c":
            assert abs(int(row["numerator"]) - top) <= rule.round_to // 2


def test_quarter_after_quarter_the_ledger_is_kept_to(
    workspace: Write, monkeypatch: pytest.MonkeyPatch, lif: Lif
) -> None:
    """Eight publications in a row: what was hidden stays hidden, and what was shown stays as it was."""
    folder = workspace(board(3).texts)
    monkeypatch.chdir(folder)
    seen: dict[tuple[str, ...], str] = {}
    days = (
        "2023-08-01",
        "2023-11-01",
        "2024-02-01",
        "2024-05-01",
        "2024-08-01",
        "2024-11-01",
        "2025-02-01",
        AS_AT,
    )
    for quarter, day in zip(QUARTERS, days, strict=True):
        ran = lif(f"publish --quarter {quarter} --as-at {day} --format csv --out out")
        assert ran.code == 0, ran.err
        path = folder / "out" / f"publication-figures-{quarter.lower()}" / "open-data.csv"
        for row in rows_of(path.read_text(encoding="utf-8")):
            key = (row["indicator"], row["period"], row["breakdown"])
            assert seen.setdefault(key, row["value"]) == row["value"]
    assert len({period for _, period, _ in seen}) == len(QUARTERS)
    assert lif(f"validate --as-at {AS_AT} --quiet").code == 0


def test_a_publication_leaves_the_records_alone(hill: Path, lif: Lif) -> None:
    before = {path: path.read_bytes() for path in hill.rglob("*.yaml")}
    assert lif(f"publish --quarter 2024-25-Q4 --as-at {AS_AT} --format csv").code == 0
    assert {path: path.read_bytes() for path in before} == before
    assert Workspace.load(hill, date(2025, 5, 20)).register.get(ID) is not None
