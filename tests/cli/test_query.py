"""`lif query` as an analyst meets it: answers, words for what is wrong, and what SQL cannot reach."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from tests.cli.board import Lif
from tests.exchange.tables.odd_board import ODD
from tests.folders import Write

from lif.diagnostics import CannotGoOn
from lif.workspace import Workspace

pytest.importorskip("duckdb")
DAY = "2025-06-30"


@pytest.fixture(autouse=True)
def odd(workspace: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The odd board, in whose folder `lif` runs."""
    folder = workspace(ODD)
    monkeypatch.chdir(folder)
    return folder


def test_a_question_is_answered_from_the_same_tables(lif: Lif) -> None:
    sql = "select agency_name, days_overdue as days from actions where standing = 'overdue'"
    ran = lif(f'query "{sql}" --as-at {DAY}')
    assert ran.code == 0, ran.err
    assert ran.out.splitlines() == ["AGENCY_NAME  DAYS", "Hill Police  91"]


def test_flags_dates_and_numbers_are_told_apart_in_every_form(lif: Lif) -> None:
    sql = "select id, illustrative, due, retired_on from actions order by id limit 2"
    rows = list(csv.DictReader(io.StringIO(lif(f'query "{sql}" --as-at {DAY} --format csv').out)))
    assert [row["illustrative"] for row in rows] == ["true", "false"]
    assert (rows[0]["due"], rows[0]["retired_on"]) == ("2025-01-31", "")
    found = json.loads(lif(f'query "{sql}" --as-at {DAY} --format json').out)
    assert found["rows"][0]["illustrative"] is True
    assert found["rows"][1]["retired_on"] is None
    parts = "select numerator, value, value as value, 1/3 as third from figures where value > 1"
    row = json.loads(lif(f'query "{parts}" --as-at {DAY} --format json').out)["rows"][0]
    assert row == {
        "numerator": "1234567.12345678",
        "value": "12.49999239",
        "value_2": "12.49999239",
        "third": "0.333333333333",
    }


@pytest.mark.parametrize("words", ['"select * from actions"', "--tables", "--tables actions"])
def test_its_json_is_as_its_schema_says(lif: Lif, root: Path, words: str) -> None:
    text = (root / "src/lif/exchange/outputs/query.json").read_text(encoding="utf-8")
    ran = lif(f"query {words} --as-at {DAY} --format json")
    assert ran.code == 0, ran.err
    Draft7Validator(json.loads(text)).validate(json.loads(ran.out))


def test_a_formula_in_a_record_is_text_in_csv_too(lif: Lif) -> None:
    ran = lif(f"query \"select name from themes where id = 'formula'\" --as-at {DAY} --format csv")
    assert ran.out == "name\n'=HYPERLINK(1)\n"


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("select * from action", "there is no table 'action'; did you mean actions?"),
        ("select titel from actions", "there is no column 'titel' in actions; did you mean title?"),
        ("select a.titel from actions a", "did you mean title?"),
        ("selec id from actions", "stumbles at 'selec'"),
        ("select id from", "cannot be read as SQL"),
        ("select 1; select 2", "one question at a time"),
        ("", "write a question"),
        ("/* nothing */", "write a question"),
        ("select nosuch(1)", "the database cannot answer it"),
        ("select id, count(*) from actions", "GROUP BY"),
    ],
)
def test_what_is_wrong_is_said_in_plain_words(lif: Lif, sql: str, said: str) -> None:
    ran = lif(f'query "{sql}" --as-at {DAY}')
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert "Error:" not in ran.err
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize(
    "sql",
    [
        "select * from read_csv('lif.yaml')",
        "select * from read_text('lif.yaml')",
        "select * from read_blob('lif.yaml')",
        "select * from glob('*')",
        "select * from 'data/actions/x.csv'",
        "select * from read_parquet('https://example.org/x.parquet')",
        "select * from sqlite_scan('x.sqlite', 'actions')",
        "copy actions to 'stolen.csv'",
        "copy (select 1) to 'stolen.csv'",
        "export database 'stolen'",
        "attach 'stolen.db'",
        "create table stolen (a int)",
        "insert into actions (id) values ('stolen')",
        "delete from actions",
        "drop table actions",
        "set enable_external_access = true",
        "reset enable_external_access",
        "install httpfs",
        "load httpfs",
        "pragma enable_external_access = true",
        "call pragma_version()",
        "explain analyze delete from actions",
        "prepare stolen as select 1",
    ],
)
def test_sql_reaches_no_file_no_address_and_changes_nothing(odd: Path, lif: Lif, sql: str) -> None:
    before = sorted(odd.rglob("*"))
    ran = lif(f'query "{sql}" --as-at {DAY}')
    assert (ran.code, ran.out) == (2, "")
    assert "hill-town" not in ran.err
    assert sorted(odd.rglob("*")) == before


def test_a_question_that_runs_on_and_on_is_stopped(odd: Path) -> None:
    from lif.cli.exporting_tables import gathered
    from lif.exchange.tables import asking

    read = Workspace.load(odd, __import__("datetime").date(2025, 6, 30))
    export = gathered(read, "board", draft=True)
    assert export is not None
    endless = "select count(*) from range(1000000000) a, range(1000000000) b where hash(a.range, b.range) = 1"
    with pytest.raises(CannotGoOn, match=r"was stopped|narrow it"):  # whichever bound is met first
        asking.answered(export, endless, seconds=0.5)
    with pytest.raises(CannotGoOn, match="narrow it"):
        asking.answered(export, "select list(r.range) from range(400000000) r", seconds=60)
    with pytest.raises(CannotGoOn, match="more than 100,000 rows"):
        asking.answered(export, "select * from range(200000)")


def test_the_tables_are_listed_with_what_they_mean(lif: Lif) -> None:
    ran = lif(f"query --tables --as-at {DAY}")
    assert ran.code == 0
    assert "actions_due_changes" in ran.out
    ran = lif(f"query --tables actions --as-at {DAY}")
    assert "Days past the due date that held; 0 unless it is overdue." in ran.out
    ran = lif(f"query --tables acton --as-at {DAY}")
    assert (ran.code, "did you mean" in ran.err) == (2, True)


def test_what_could_not_be_read_is_named_and_the_rest_answered(odd: Path, lif: Lif) -> None:
    (odd / "data/evidence.yaml").write_text("- id: evidence-briefing\n", encoding="utf-8")
    ran = lif(f'query "select count(*) as n from actions" --as-at {DAY}')
    assert (ran.code, ran.out.split()) == (1, ["N", "3"])
    assert "data/evidence.yaml" in ran.err
