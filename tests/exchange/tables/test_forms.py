"""Each form of an export, read back by others: CSV and JSON by the descriptor, SQLite, parquet, workbook."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from tests.exchange.tables.odd_board import ODD
from tests.exchange.tables.reading_back import Rows, broken_keys, tables
from tests.folders import Write

from lif.diagnostics import CannotGoOn
from lif.exchange.tables.as_sqlite import APPLICATION
from lif.exchange.tables.as_workbook import CONTENTS
from lif.exchange.tables.gathering import board_export
from lif.exchange.tables.shape import About, Cell, Export
from lif.exchange.tables.writing import FORMS, files
from lif.measures.assemble import assemble
from lif.workspace import Workspace

Files = Mapping[str, bytes]
DAY = date(2025, 6, 30)
ODD_RATE = "odd-rate/quarter|2024-25-Q4|hill-town"


@pytest.fixture
def export(workspace: Write) -> Export:
    """The odd board as tables."""
    read = Workspace.load(workspace(ODD), DAY)
    assert not read.errors
    figures = assemble(read.register, DAY)
    return board_export(read.register, figures, About("hill", "Hill", DAY, "board"))


def rows_of(export: Export, name: str) -> list[dict[str, Cell]]:
    """The rows of one table by column."""
    one = next(each for each in export.tables if each.table.name == name)
    names = [column.name for column in one.table.columns]
    return [dict(zip(names, row, strict=True)) for row in one.rows]


def by_id(rows: Rows, name: str = "id") -> dict[str, dict[str, Cell]]:
    """Rows by a column."""
    return {str(row[name]): row for row in rows}


@pytest.mark.parametrize("form", ["csv", "json"])
def test_what_is_read_by_the_descriptor_is_what_was_there(export: Export, form: str) -> None:
    made = files(export, form)
    found = tables(made)
    assert list(broken_keys(made, found)) == []
    assert len(found) == len(export.tables)
    guarded = form == "csv"
    for name, rows in found.items():
        for row, was in zip(rows, rows_of(export, name), strict=True):
            for column, value in row.items():
                plain = value[1:] if guarded and isinstance(value, str) and value[:1] == "'" else value
                assert plain == was[column], f"{name}.{column}"


def test_no_text_of_a_csv_starts_a_formula(export: Export) -> None:
    made = files(export, "csv")
    themes = by_id(tables(made)["themes"])
    assert themes["formula"]["name"] == "'=HYPERLINK(1)"
    assert themes["minus"]["name"] == "'-2 and @x"
    assert [row["value"] for row in tables(made)["themes_aliases"]] == ["'+1", 'a "quoted", thing']
    for name in [name for name in made if name.endswith(".csv")]:
        for line in made[name].decode("utf-8").splitlines():
            assert not line.startswith(("=", "@", "+"))
            assert ",=" not in line


def test_a_figure_keeps_its_parts_exactly_and_missing_is_not_nought(export: Export) -> None:
    found = by_id(tables(files(export, "csv"))["figures"], "figure_id")
    odd = found[ODD_RATE]
    assert odd["numerator"] == Decimal("1234567.12345678")
    assert odd["denominator"] == 9876543
    assert odd["value"] == Decimal("12.49999239")
    assert (odd["status"], odd["basis"], odd["supplier"]) == ("final", "returns", "social-care")
    none, nought = found[f"{ODD_RATE}|age = under 5"], found[f"{ODD_RATE}|age = 5 to 9"]
    assert (none["value"], none["numerator"], none["status"]) == (None, None, "not-available")
    assert (nought["value"], nought["numerator"], nought["status"]) == (0, 0, "final")


def test_actions_stand_as_on_the_day(export: Export) -> None:
    found = by_id(rows_of(export, "actions"))
    late = found["act-2024-interviews"]
    assert (late["standing"], late["days_overdue"], late["current_due"]) == ("overdue", 91, date(2025, 3, 31))
    assert (late["due"], late["times_moved"], late["agency"]) == (date(2024, 12, 31), 1, "police")
    assert (found["act-2024-briefing"]["state"], found["act-2024-briefing"]["days_overdue"]) == ("assured", 0)


def test_what_came_later_is_not_there(workspace: Write) -> None:
    read = Workspace.load(workspace(ODD), date(2025, 3, 31))
    early = board_export(
        read.register, assemble(read.register, read.as_at), About("hill", "Hill", read.as_at, "board")
    )
    actions = by_id(rows_of(early, "actions"))
    assert "act-2025-survey" not in actions
    assert actions["act-2024-interviews"]["standing"] == "on-track"
    assert len(rows_of(early, "actions_progress")) == 1
    assert rows_of(early, "figures") == []
    assert actions["act-2024-briefing"]["assurance_on"] is None
    made = files(early, "csv")
    assert list(broken_keys(made, tables(made))) == []


def test_the_database_has_types_and_keys_that_hold(export: Export) -> None:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(files(export, "sqlite")["tables.sqlite"])
    connection.execute("PRAGMA foreign_keys = ON")
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    for one in export.tables:
        name = one.table.name
        assert connection.execute(f"SELECT count(*) FROM {name}").fetchone() == (len(one.rows),)
        known = {row[2] for row in connection.execute(f"PRAGMA foreign_key_list({name})")}
        assert known == {parent.table for parent in one.table.parents}
    asked = "SELECT numerator, typeof(numerator), value > 12 FROM figures WHERE figure_id = ?"
    assert connection.execute(asked, [ODD_RATE]).fetchone()[1:] == ("real", 1)
    assert connection.execute("SELECT name FROM themes WHERE id = 'formula'").fetchone() == ("=HYPERLINK(1)",)
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute("UPDATE actions SET owner = 'nobody'")


def test_a_number_that_sqlite_would_round_is_refused_and_stays_exact_elsewhere(workspace: Write) -> None:
    path = "data/returns/social-care-2024-25-q4.yaml"
    long = {path: ODD[path].replace("1234567.12345678", "123456789.12345678")}
    read = Workspace.load(workspace({**ODD, **long}), DAY)
    found = board_export(read.register, assemble(read.register, DAY), About("hill", "Hill", DAY, "board"))
    with pytest.raises(CannotGoOn, match="more than 15 digits"):
        files(found, "sqlite")
    rows = by_id(tables(files(found, "json"))["figures"], "figure_id")
    assert rows[ODD_RATE]["numerator"] == Decimal("123456789.12345678")


def test_parquet_has_the_same_values_exactly(export: Export, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    made = files(export, "parquet")
    for name in ("figures", "actions", "themes", "actions_steps", "indicators"):
        path = tmp_path / f"{name}.parquet"
        path.write_bytes(made[path.name])
        result = duckdb.sql(f"SELECT * FROM '{path.as_posix()}'")
        found = [dict(zip(result.columns, row, strict=True)) for row in result.fetchall()]
        assert found == rows_of(export, name)


def test_the_workbook_has_text_as_text_and_a_sheet_of_contents(export: Export) -> None:
    book = openpyxl.load_workbook(io.BytesIO(files(export, "xlsx")["tables.xlsx"]))
    assert book.sheetnames[0] == CONTENTS
    contents = {row[0]: row[1:3] for row in book[CONTENTS].iter_rows(min_row=4, values_only=True)}
    assert set(contents) == {one.table.name for one in export.tables}
    for one in export.tables:
        sheet, number = contents[one.table.name]
        assert number == len(one.rows)
        assert (sheet in book.sheetnames) == bool(one.rows)
    names = {row[0].value: row[1] for row in book["themes"].iter_rows(min_row=2)}
    assert (names["formula"].value, names["formula"].data_type) == ("=HYPERLINK(1)", "s")
    head, *rows = book["actions"].iter_rows(values_only=True)
    first = dict(zip(head, rows[0], strict=True))
    assert first["due"].date().isoformat() == "2025-01-31"
    assert first["illustrative"] is True


@pytest.mark.parametrize("form", FORMS)
def test_the_descriptor_and_the_dictionary_name_every_table_that_is_there(export: Export, form: str) -> None:
    made = files(export, form)
    package = json.loads(made["datapackage.json"])
    there = {one.table.name for one in export.tables if one.rows or form != "xlsx"}
    assert {one["name"] for one in package["resources"]} == there
    assert {one["path"] for one in package["resources"]} == set(made) - {
        *("datapackage.json", "data-dictionary.md", "data-dictionary.csv"),
    }
    assert package["created"] == "2025-06-30T00:00:00Z"
    page = made["data-dictionary.md"].decode("utf-8")
    for one in export.tables:
        assert f"\n## {one.table.name}\n" in page
        assert all(f"| `{column.name}` |" in page for column in one.table.columns)
    assert made["data-dictionary.csv"].count(b"\n") > len(export.tables)


PRINTS = """
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path
from lif.exchange.tables.gathering import board_export
from lif.exchange.tables.shape import About
from lif.exchange.tables.writing import FORMS, files
from lif.measures.assemble import assemble
from lif.workspace import Workspace
read = Workspace.load(Path(sys.argv[1]), date(2025, 6, 30))
about = About("hill", "Hill", read.as_at, "board")
export = board_export(read.register, assemble(read.register, read.as_at), about)
for form in FORMS:
    made = files(export, form)
    print(form, sha256(b"".join(name.encode() + made[name] for name in sorted(made))).hexdigest())
"""


def test_the_same_records_give_the_same_bytes_under_every_order_of_sets(workspace: Write) -> None:
    folder, found = workspace(ODD), set()
    for seed in ("0", "1", "2"):
        ran = subprocess.run(
            [sys.executable, "-c", PRINTS, str(folder)],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": "Pacific/Auckland" if seed == "1" else "UTC"},
            capture_output=True,
            text=True,
            check=True,
        )
        found.add(ran.stdout)
    assert len(found) == 1
    assert len(found.pop().splitlines()) == len(FORMS)
