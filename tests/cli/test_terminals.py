"""Listings on terminals wide and narrow, without colour, without anything but letters, and through a pipe."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest
from tests.cli.terminals import LIF, on_terminal, shown

from lif.cli.reports import REPORTS

LISTINGS = (("actions", "list"), ("reviews", "list"), ("deadlines",), ("list", "agency"), ("calendar",))
ESCAPE = "\x1b"
COLOURED = re.compile(r"\x1b\[[0-9;]*m")
FRAME = str.maketrans("", "", "─ \r\n")


@pytest.mark.parametrize("columns", [80, 200])
@pytest.mark.parametrize("listing", LISTINGS, ids=" ".join)
def test_a_listing_fits_its_terminal(root: Path, listing: tuple[str, ...], columns: int) -> None:
    words = (*listing, "--as-at", "workspace")
    ran = on_terminal(root, columns, *words)
    assert ran.code == 0
    lines = [COLOURED.sub("", line) for line in ran.out.splitlines()]
    assert lines
    assert [line for line in lines if len(line) > columns] == []


@pytest.mark.parametrize("columns", [80, 120])
def test_the_table_of_reports_fits_its_terminal_and_names_stand_alone_on_the_left(
    root: Path, columns: int
) -> None:
    ran = on_terminal(root, columns, "report", "--list")
    lines = ran.out.splitlines()
    assert [line for line in lines if len(line) > columns] == []
    assert [line.split()[0] for line in lines if not line.startswith(" ")] == list(REPORTS)


@pytest.mark.parametrize("columns", [80, 200])
def test_no_colour_and_nothing_but_letters_where_that_is_asked(root: Path, columns: int) -> None:
    words = ("deadlines", "--as-at", "workspace")
    usual = COLOURED.sub("", on_terminal(root, columns, *words).out)
    assert not COLOURED.search(on_terminal(root, columns, *words, NO_COLOR="1").out)
    dumb = on_terminal(root, columns, *words, TERM="dumb").out
    assert ESCAPE not in dumb
    assert dumb.translate(FRAME) == usual.translate(FRAME)


@pytest.mark.parametrize("listing", LISTINGS, ids=" ".join)
def test_a_pipe_gets_plain_lines_and_a_console_without_unicode_every_one_of_them(
    root: Path, listing: tuple[str, ...]
) -> None:
    words = [*LIF, *listing, "--as-at", "workspace"]
    settings = {**os.environ, "PYTHONUTF8": "0"}
    plain, old = (
        subprocess.run(
            words, cwd=root, env={**settings, "PYTHONIOENCODING": encoding}, capture_output=True, check=True
        )
        for encoding in ("utf-8", "cp437")
    )
    assert ESCAPE.encode() not in plain.stdout
    rows = plain.stdout.decode().splitlines()
    assert len(rows) > 1
    assert len(old.stdout.decode("cp437").splitlines()) == len(rows)


def test_a_small_line_of_figures_is_digits_where_there_are_no_bars(root: Path) -> None:
    words = [*LIF, "scorecard", "--quarter", "latest", "--as-at", "workspace"]
    ran = subprocess.run(
        words,
        cwd=root,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        capture_output=True,
        check=True,
    )
    (line,) = [x for x in ran.stdout.decode("ascii").splitlines() if "Average caseload" in x]
    assert re.search(r" [1-8]{8,} ", line)
    assert "?" not in line


def test_alone_it_shows_five_things_that_people_do_most(root: Path) -> None:
    ran = on_terminal(root, 80)
    most = ran.out.split("What people do most:")[1].split("Every command")[0]
    commands = [line.split() for line in most.splitlines() if line.strip()]
    assert len(commands) == 5
    assert {words[0] for words in commands} == {"lif"}


def test_long_work_is_told_on_a_terminal_and_nowhere_else(tmp_path: Path) -> None:
    """The wait is simulated; the saying is real."""
    code = (
        "import sys, time\nfrom lif.cli import progress\nprogress.PATIENCE = 0.05\n"
        "with progress.working('making the paper'):\n    time.sleep(0.3)\nprint('done')\n"
    )
    python = [LIF[0], "-c", code]
    piped = subprocess.run(python, capture_output=True, text=True, check=True)
    assert (piped.stdout, piped.stderr) == ("done\n", "")
    seen = {term: shown(tmp_path, 80, python, True, {"TERM": term}).out for term in ("xterm", "dumb")}
    assert "making the paper ... 1 s" in seen["xterm"]
    assert seen["xterm"].endswith("\rdone\r\n")
    assert seen["dumb"] == "done\r\n"
