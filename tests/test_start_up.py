"""Each command imports only what it needs: the cost of a library is paid by those who use it."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HEAVY = (
    *("typer", "click", "pydantic", "rich", "jinja2", "ruamel", "markdown_it", "nh3", "duckdb", "asyncio"),
    "icalendar",
)
RULES = {
    "--version": HEAVY,
    "--help": ("pydantic", "jinja2", "ruamel", "markdown_it", "nh3", "duckdb"),
    "explain S101": ("jinja2", "markdown_it", "nh3", "duckdb"),
    "validate": ("typer", "jinja2", "rich", "markdown_it", "nh3", "duckdb", "icalendar"),
    "actions overdue --format json": ("jinja2", "markdown_it", "nh3", "duckdb"),
    "list action --format json": ("jinja2", "markdown_it", "nh3", "duckdb", "icalendar"),
    "audits list --format json": ("jinja2", "markdown_it", "nh3", "duckdb", "icalendar"),
    "reviews list --format json": ("jinja2", "markdown_it", "nh3", "duckdb", "icalendar"),
    "calendar --format json": ("jinja2", "markdown_it", "nh3", "duckdb", "icalendar"),
    "calendar --as-at workspace --format ics": ("typer", "rich", "jinja2", "markdown_it", "nh3", "duckdb"),
    "scorecard --quarter latest --as-at workspace --format md": ("duckdb",),
}


@cache
def imported_by(arguments: str) -> frozenset[str]:
    """The modules that `lif` with these words imports, as the interpreter itself reports them."""
    command = [sys.executable, "-X", "importtime", "-m", "lif", *arguments.split()]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert result.returncode in (0, 1), result.stderr[-2000:]
    return frozenset(re.findall(r"^import time:\s+\d+ \|\s+\d+ \|\s*(\S+)$", result.stderr, re.MULTILINE))


@pytest.mark.parametrize(("command", "forbidden"), RULES.items(), ids=RULES)
def test_a_command_imports_only_what_it_needs(command: str, forbidden: tuple[str, ...]) -> None:
    packages = {name.split(".")[0] for name in imported_by(command)}
    assert packages & set(forbidden) == set()


def test_the_version_is_said_before_anything_is_read() -> None:
    ours = {name for name in imported_by("--version") if name.startswith("lif")}
    assert ours <= {"lif", "lif.__main__"}


def test_records_are_read_by_the_c_parser() -> None:
    """ruamel.yaml falls back to pure Python without a word when it misses its C extension."""
    assert any(name.endswith("_ruamel_yaml") for name in imported_by("validate"))
