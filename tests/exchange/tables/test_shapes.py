"""The tables as they are made from the classes: names that queries take, links that lead, stability."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Annotated, ClassVar, Literal

import pytest
from pydantic import Field

from lif.exchange.tables import package
from lif.exchange.tables.as_sqlite import created
from lif.exchange.tables.as_workbook import LONGEST_NAME, sheet_name
from lif.exchange.tables.deriving import level_of
from lif.exchange.tables.gathering import tables
from lif.exchange.tables.shape import ADDRESSES
from lif.publishing.told import ALWAYS, may_read
from lif.records.fields import AddressText, Date, Line, Link, Quantity, ToGroup
from lif.records.kinds import KINDS
from lif.records.record import Item, Part, Record

SNAPSHOT = "tests/data/tables/columns.json"


class Finding(Item):
    """Something found on a visit."""

    on: Date = Field(description="The day.")
    seen_by: tuple[ToGroup, ...] = Field(default=(), description="Groups that saw it.")
    marks: tuple[Line, ...] = Field(default=(), description="Marks.")


class Answer(Part):
    """What was answered."""

    group: ToGroup = Field(description="The group.")
    score: Quantity | None = Field(default=None, description="The score.")


class Visit(Record):
    """A visit, which no code here knows of."""

    kind: ClassVar[str] = "site-visit"
    plural: ClassVar[str] = "site-visits"
    folder: ClassVar[str] = "data/site-visits"

    order: Literal["first", "second"] = Field(description="Which visit.")
    about: Annotated[str, AddressText, Link((), "may")] = Field(description="What it was about.")
    answer: Answer | None = Field(default=None, description="The answer.")
    findings: tuple[Finding, ...] = Field(default=(), description="What was found.")


def test_a_new_kind_has_tables_without_new_code() -> None:
    found = {one.name: one for one in level_of(Visit).all()}
    assert list(found) == [
        "site_visits",
        "site_visits_findings",
        "site_visits_findings_seen_by",
        "site_visits_findings_marks",
    ]
    visit, finding, seen, marks = found.values()
    columns = {one.name: one for one in visit.columns}
    assert list(columns)[:5] == ["id", "order_text", "about", "answer_group", "answer_score"]
    assert columns["order_text"].choices == ("first", "second")
    assert columns["about"].to == (ADDRESSES, "address")
    assert (columns["answer_group"].to, columns["answer_score"].sort) == (("groups", "id"), "number")
    assert columns["answer_score"].meaning == "The answer: The score."
    assert [one.name for one in finding.columns][:5] == [
        *("site_visit_id", "position", "address", "id", "on_date"),
    ]
    assert seen.key == ("site_visit_id", "findings_position", "position")
    assert seen.parent is not None
    assert (seen.parent.table, seen.parent.key) == ("site_visits_findings", finding.key)
    assert [(one.name, one.to) for one in seen.columns][-1] == ("group_id", ("groups", "id"))
    assert marks.columns[-1].name == "value"


@pytest.mark.parametrize("audience", ["board", "public"])
def test_every_name_is_one_that_a_query_can_use_as_it_stands(audience: str) -> None:
    duckdb = pytest.importorskip("duckdb")
    from lif.exchange.tables import in_duckdb

    other, lite = duckdb.connect(), sqlite3.connect(":memory:")
    for table in tables(audience):
        other.execute(in_duckdb.created(table))
        lite.execute(created(table))
        names = ", ".join(f"t.{one.name}, {one.name}" for one in table.columns)
        asked = f"SELECT {names} FROM {table.name} t ORDER BY {', '.join(table.key)}"
        other.execute(asked)
        lite.execute(asked)


@pytest.mark.parametrize("audience", ["board", "public"])
def test_every_link_leads_to_the_key_of_a_table_and_every_column_says_what_it_is(audience: str) -> None:
    found = {one.name: one for one in tables(audience)}
    assert len(found) == len(tables(audience))
    for table in found.values():
        names = [one.name for one in table.columns]
        assert len(set(names)) == len(names), table.name
        assert set(table.key) <= set(names)
        assert table.meaning
        for one in table.columns:
            assert one.meaning.strip(), f"{table.name}.{one.name}"
        for parent in table.parents:
            assert parent.key == found[parent.table].key, f"{table.name} {parent}"


def test_sheets_have_names_that_differ() -> None:
    names = [sheet_name(one.name).lower() for one in tables("board")]
    assert len(set(names)) == len(names)
    assert max(map(len, names)) <= LONGEST_NAME


def test_the_public_has_no_table_and_no_column_of_what_it_may_not_read() -> None:
    told = {one.name: one for one in tables("public")}
    for kind in KINDS:
        name = kind.plural.replace("-", "_")
        if not may_read(kind):
            assert not [each for each in told.values() if each.kind == kind.kind], kind.kind
            continue
        fields = {*may_read(kind), *ALWAYS}
        for column in told[name].columns:
            assert any(column.name.startswith(field) for field in fields), f"{name}.{column.name}"
    assert not {"incidents", "actions", "returns", "links", "returns_owed"} & set(told)
    assert "owner" not in {one.name for one in told["indicators"].columns}
    assert "sha256" not in {one.name for one in told["published_series"].columns}


def test_a_column_that_goes_or_changes_its_type_is_noticed(root: Path, update_golden: bool) -> None:
    """Tables are relied on: another needs another first number of `package.VERSION`.

    New ones are taken into the list by `pytest tests/exchange/tables --update-golden`.
    """
    now = {
        audience: {one.name: {each.name: each.sort for each in one.columns} for one in tables(audience)}
        for audience in ("board", "public")
    }
    path = root / SNAPSHOT
    before = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    same = before.get("version", "").partition(".")[0] == package.VERSION.partition(".")[0]
    gone = [
        f"{audience}: {table}.{column} was {sort}"
        for audience, known in before.get("tables", {}).items()
        for table, columns in known.items()
        for column, sort in columns.items()
        if now[audience].get(table, {}).get(column) != sort
    ]
    assert not (gone and same), f"raise the first number of VERSION, then --update-golden: {gone}"
    if update_golden:
        written = json.dumps({"version": package.VERSION, "tables": now}, indent=1) + "\n"
        path.write_text(written, encoding="utf-8", newline="\n")
    else:
        assert same, f"{SNAPSHOT} is of another version: run pytest tests/exchange/tables --update-golden"
