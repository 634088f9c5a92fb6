"""`lif export --to` as its user meets it: what it writes, what it refuses, and what the public is given."""

from __future__ import annotations

import csv
import json
import sqlite3
from datetime import date
from pathlib import Path

import pytest
from tests.cli.board import Lif, Write
from tests.cli.publishing_boards import board as made_up
from tests.exchange.tables.reading_back import broken_keys, tables

from lif.calendars import parse_period
from lif.cli.publishing import prepare, title_of
from lif.exchange.published import open_cells
from lif.publishing import Stamped
from lif.workspace import Workspace

DAY = "2025-06-30"
AS_AT = "2025-05-20"


@pytest.fixture
def hill(workspace: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A made-up board with small numbers, in whose folder `lif` runs."""
    folder = workspace(made_up(1).texts)
    monkeypatch.chdir(folder)
    return folder


def files_in(folder: Path) -> dict[str, bytes]:
    """What is in a folder, by name."""
    return {one.name: one.read_bytes() for one in folder.iterdir()}


@pytest.mark.usefixtures("board")
def test_everything_is_written_and_only_its_descriptor_is_printed(lif: Lif) -> None:
    ran = lif(f"export --to csv out --as-at {DAY}")
    assert (ran.code, ran.out) == (0, "out/datapackage.json\n"), ran.err
    assert "tables with" in ran.err
    made = files_in(Path("out"))
    assert list(broken_keys(made, tables(made))) == []
    assert lif(f"export --to csv out --as-at {DAY} --quiet").err == ""


@pytest.mark.usefixtures("board")
def test_only_some_kinds_with_what_they_hold(lif: Lif) -> None:
    assert lif(f"export --to json out --as-at {DAY} --kind action,figures").code == 0
    found = tables(files_in(Path("out")))
    assert {"about", "actions", "actions_steps", "figures"} <= set(found)
    assert not {"groups", "returns", "addresses"} & set(found)
    package = json.loads(Path("out/datapackage.json").read_text(encoding="utf-8"))
    led = {
        key["reference"]["resource"]
        for one in package["resources"]
        for key in one["schema"].get("foreignKeys", ())
    }
    assert led <= {"", *found}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("export out", "there is no command"),
        ("export --to csv", "name the folder"),
        ("export --to cvs out", "did you mean csv?"),
        ("export --to csv data/out", "it lies among the records"),
        ("export --to csv out --kind actoin", "did you mean action?"),
        ("export --to csv out --audience everyone", "write board or public"),
        ("export --to csv lif.yaml", "it lies among the records"),
        ("export --to csv out --audience public --draft", "nothing is made for the public"),
    ],
)
@pytest.mark.usefixtures("board")
def test_what_cannot_be_asked_is_said(lif: Lif, words: str, said: str) -> None:
    ran = lif(words)
    assert ran.code == 2
    assert said in ran.err
    assert not Path("out").exists()


def test_nothing_is_written_while_an_error_stands_but_a_marked_draft(board: Path, lif: Lif) -> None:
    (board / "data/evidence.yaml").write_text("- id: evidence-briefing\n", encoding="utf-8")
    ran = lif(f"export --to csv out --as-at {DAY}")
    assert ran.code == 1
    assert "--draft" in ran.err
    assert not Path("out").exists()
    ran = lif(f"export --to csv out --as-at {DAY} --draft")
    assert ran.code == 0
    assert "draft" in ran.err
    assert "actions_evidence.evidence_id: 1 link" in ran.err
    made = files_in(Path("out"))
    assert tables(made)["about"][0]["draft"] is True
    assert json.loads(made["datapackage.json"])["draft"] is True
    assert made["data-dictionary.md"].startswith(b"# DRAFT: ")
    assert list(broken_keys(made, tables(made))) == []


@pytest.mark.usefixtures("board")
def test_tables_of_two_exports_are_never_mixed(lif: Lif) -> None:
    assert lif(f"export --to csv out --as-at {DAY}").code == 0
    assert lif(f"export --to sqlite out --as-at {DAY}").code == 0
    assert {one.name for one in Path("out").iterdir()} == {
        *("tables.sqlite", "datapackage.json", "data-dictionary.md", "data-dictionary.csv"),
    }
    Path("out/mine.txt").write_text("mine", encoding="utf-8")
    ran = lif(f"export --to csv out --as-at {DAY}")
    assert ran.code == 2
    assert "mine.txt" in ran.err
    assert Path("out/tables.sqlite").exists()


@pytest.mark.usefixtures("board")
def test_a_table_that_somebody_changed_is_not_taken_away(lif: Lif) -> None:
    assert lif(f"export --to csv out --as-at {DAY}").code == 0
    Path("out/actions.csv").write_text("my notes", encoding="utf-8")
    ran = lif(f"export --to json out --as-at {DAY}")
    assert ran.code == 2
    assert "actions.csv" in ran.err
    assert Path("out/actions.csv").read_text(encoding="utf-8") == "my notes"


@pytest.mark.usefixtures("board")
def test_a_form_whose_library_is_not_there_says_what_to_install(
    lif: Lif, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "duckdb", None)
    for words in (f"export --to parquet out --as-at {DAY}", "query 'select 1'"):
        ran = lif(words)
        assert ran.code == 2
        assert "needs the extra 'query': lif doctor says" in ran.err
    assert not Path("out").exists()


@pytest.mark.parametrize("form", ["csv", "sqlite"])
def test_the_public_is_given_the_public_set_and_no_number_more(hill: Path, lif: Lif, form: str) -> None:
    ran = lif(f"export --to {form} out --as-at {AS_AT} --audience public")
    assert ran.code == 0, ran.err
    read = Workspace.load(hill, date.fromisoformat(AS_AT))
    quarter = parse_period("2024-25-Q4")
    prepared = prepare(read, Stamped("preview", title_of(quarter), read.as_at, "preview", quarter))
    assert prepared.made is not None
    open_data = [
        (f"{one.indicator}/{one.measure}", one.period, one.breakdown, one.numerator, one.value, one.status)
        for one in open_cells(prepared.made)
    ]
    assert sum(one[-1] == "hidden" for one in open_data) > 10
    found = _figures(form)
    assert len(found) == len(open_data)
    for row, (*what, numerator, value, status) in zip(found, open_data, strict=True):
        assert [row["measure"], row["period"], row["breakdown"] or ""] == what
        assert row["status"] == status
        if status == "hidden":
            assert [row[name] for name in ("numerator", "denominator", "value")] == ["", "", ""]
        else:
            assert float(row["value"]) == float(value)
            assert float(row["numerator"]) == float(numerator)


def _figures(form: str) -> list[dict[str, str]]:
    if form == "csv":
        with Path("out/figures.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))
    connection = sqlite3.connect("out/tables.sqlite")
    connection.row_factory = sqlite3.Row
    rows = connection.execute("SELECT * FROM figures ORDER BY rowid").fetchall()
    return [{name: "" if row[name] is None else str(row[name]) for name in row.keys()} for row in rows]  # noqa: SIM118


def test_what_the_public_is_given_names_no_commit_no_return_and_nothing_of_the_boards_own(
    hill: Path, lif: Lif
) -> None:
    assert lif(f"export --to json out --as-at {AS_AT} --audience public").code == 0
    made = files_in(hill / "out")
    assert "commit" not in json.loads(made["datapackage.json"])
    text = b"".join(made.values()).decode("utf-8")
    for word in ("social-care-2024-25-q4", "supplied_by", "incidents"):
        assert word not in text
    assert {"actions.json", "returns.json", "incidents.json", "roles.json"}.isdisjoint(made)


def test_the_public_is_given_nothing_while_an_error_stands(hill: Path, lif: Lif) -> None:
    (hill / "framework/roles.yaml").write_text("- id: nobody\n", encoding="utf-8")
    ran = lif(f"export --to csv out --as-at {AS_AT} --audience public")
    assert ran.code == 1
    assert not Path("out").exists()
    assert lif(f"query 'select * from figures' --as-at {AS_AT} --audience public").code == 1


def test_a_workspace_for_the_public_is_taken_at_its_word(hill: Path, lif: Lif) -> None:
    path = hill / "lif.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "audience: public\n", encoding="utf-8")
    assert lif(f"export --to csv out --as-at {AS_AT}").code == 0
    assert tables(files_in(hill / "out"))["about"][0]["audience"] == "public"
    ran = lif(f"query 'select * from returns' --as-at {AS_AT}")
    assert (ran.code, "no table 'returns'" in ran.err) == (2, True)
