"""A question in SQL over the tables of an export: it reads them and nothing else, within bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from threading import Timer
from typing import TYPE_CHECKING, Any

from lif.diagnostics import CannotGoOn
from lif.exchange.tables.in_duckdb import load, opened
from lif.exchange.tables.shape import Export
from lif.records.problems import nearest

if TYPE_CHECKING:
    import duckdb

MOST_SECONDS = 60.0
MOST_MEMORY = "1GB"
MOST_ROWS = 100_000
_CLOSED = (
    "SET temp_directory = ''",
    f"SET memory_limit = '{MOST_MEMORY}'",
    "SET enable_external_access = false",
    "SET lock_configuration = true",
)
"""After this no file, no network and no setting can be reached from SQL."""
_NO_TABLE = re.compile(r"Table with name (\S+?) does not exist")
_NO_COLUMN = (
    re.compile(r'Referenced column "([^"]+)" not found'),
    re.compile(r'does not have a column named "([^"]+)"'),
)
_NEAR = re.compile(r'syntax error at (?:or near "(.*?)"|end of input)', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the names of the columns, each once, and the rows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def answered(export: Export, sql: str, seconds: float = MOST_SECONDS) -> Answer:
    """The answer to one SELECT. Raises CannotGoOn, in plain words, for anything that is none."""
    with opened() as connection:
        _is_a_question(connection, sql)
        load(connection, export.tables, frozenset(re.findall(r"\w+", sql.lower())))
        for statement in _CLOSED:
            connection.execute(statement)
        with _in_time(connection, seconds), _plainly(export, sql):
            found = connection.execute(sql)
            names = [str(one[0]) for one in found.description or ()]
            rows = found.fetchmany(MOST_ROWS + 1)
    if len(rows) > MOST_ROWS:
        raise CannotGoOn(
            f"the answer has more than {MOST_ROWS:,} rows: narrow it, add LIMIT, or use lif export"
        )
    return Answer(_once_each(names), tuple(tuple(_cell(cell) for cell in row) for row in rows))


def _is_a_question(connection: duckdb.DuckDBPyConnection, sql: str) -> None:
    """Raises CannotGoOn for what is not one SELECT: nothing is ever changed, read from files or written."""
    import duckdb

    try:
        statements = connection.extract_statements(sql)
    except duckdb.Error as fault:
        raise CannotGoOn(_not_sql(str(fault))) from None
    if not statements:
        raise CannotGoOn('write a question, as in lif query "select id, title from actions"')
    if len(statements) > 1:
        raise CannotGoOn(f"there are {len(statements)} statements: ask one question at a time")
    if statements[0].type.name != "SELECT":
        raise CannotGoOn("only SELECT is answered: a query reads the tables and changes nothing")


def _not_sql(message: str) -> str:
    found = _NEAR.search(message)
    where = f"at '{found[1]}'" if found and found[1] else "at its end"
    return f"this cannot be read as SQL: it stumbles {where}"


@contextmanager
def _in_time(connection: duckdb.DuckDBPyConnection, seconds: float) -> Iterator[None]:
    """Stops the question after so many seconds."""
    timer = Timer(seconds, connection.interrupt)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


@contextmanager
def _plainly(export: Export, sql: str) -> Iterator[None]:
    """Raises CannotGoOn with plain words for what the database refuses."""
    import duckdb

    try:
        yield
    except duckdb.Error as fault:
        raise CannotGoOn(_words(fault, export, sql)) from None


def _words(fault: Exception, export: Export, sql: str) -> str:
    sort, message = type(fault).__name__, str(fault)
    if sort == "InterruptException":
        return f"it took more than {MOST_SECONDS:.0f} seconds and was stopped: narrow it, or use lif export"
    if sort == "OutOfMemoryException":
        return f"it needs more than {MOST_MEMORY} of memory: narrow it, or use lif export"
    if sort == "PermissionException" or "extension" in message:
        return "SQL here reads the tables and nothing else: no file, no address, no extension"
    names = {one.table.name: [each.name for each in one.table.columns] for one in export.tables}
    if found := _NO_TABLE.search(message):
        near = nearest(found[1].lower(), names)
        meant = f"did you mean {near}?" if near else "lif query --tables lists them"
        return f"there is no table '{found[1]}'; {meant}"
    for pattern in _NO_COLUMN:
        if found := pattern.search(message):
            return _no_column(found[1], names, sql)
    first = message.split("\n", 1)[0].partition("Error: ")[2] or message.split("\n", 1)[0]
    return f"the database cannot answer it: {first[:1].lower()}{first[1:]}"


def _no_column(name: str, names: dict[str, list[str]], sql: str) -> str:
    """That there is no such column, with the nearest of the tables that are asked."""
    asked = [table for table in names if re.search(rf"\b{table}\b", sql.lower())]
    known = {column for table in asked for column in names[table]}
    near = nearest(name.lower(), sorted(known))
    meant = (
        f"did you mean {near}?" if near else f"lif query --tables {asked[0] if asked else 'TABLE'} lists them"
    )
    return f"there is no column '{name}'{f' in {asked[0]}' if len(asked) == 1 else ''}; {meant}"


def _once_each(names: list[str]) -> tuple[str, ...]:
    """The names, with a number behind one that comes again."""
    found: list[str] = []
    for name in names:
        number, whole = 1, name
        while whole in found:
            number += 1
            whole = f"{name}_{number}"
        found.append(whole)
    return tuple(found)


def _cell(cell: Any) -> Any:
    """A value as listings have it: exact numbers without noughts that say nothing, the rest as text."""
    if isinstance(cell, float):
        cell = Decimal(format(cell, ".12g"))
    if isinstance(cell, Decimal):
        if not cell.is_finite():
            return None
        whole = cell.to_integral_value()
        return Decimal(int(whole)) if cell == whole else Decimal(format(cell.normalize(), "f"))
    if cell is None or isinstance(cell, bool | int | str) or type(cell).__name__ == "date":
        return cell
    return str(cell)
