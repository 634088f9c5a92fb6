"""Records that can be read never make a check crash, whatever their dates, numbers and links say."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from random import Random

import pytest
from tests.checks.anyshire import ANYSHIRE, AS_AT, write

from lif.diagnostics import line
from lif.workspace import Workspace

_DATES = ("0001-01-01", "1979-12-31", "2018-07-04", "2024-02-29", "2025-03-10", "9999-12-31")
_NUMBERS = ("0", "1", "-5", "12.5", "999999999", "100000000000")
_PERIODS = (
    "2024-25-Q1",
    "2024-25",
    "2024",
    "2023-24-academic",
    "2025-03-31",
    "2198-99-Q4",
    "2021-22-to-2023-24",
)
_SHAPES = (
    (re.compile(r"(?<=: )\d{4}-\d{2}-\d{2}$", re.MULTILINE), _DATES),
    (re.compile(r"(?<=: )\d+$", re.MULTILINE), _NUMBERS),
    (re.compile(r"(?<=: )\d{4}-\d{2}-Q\d$|(?<=/year,)\d{4}-\d{2}", re.MULTILINE), _PERIODS),
)
_IDS = sorted(
    {found for text in ANYSHIRE.values() for found in re.findall(r"^(?:- )?id: (\S+)$", text, re.M)}
)
_LINK = re.compile(rf"(?<=[:-] )(?:{'|'.join(map(re.escape, _IDS))})$", re.MULTILINE)
_KINDS = (
    *("count", "percent", "rate", "mean", "quarter", "financial-year", "snapshot", "returns", "published"),
    *("sum", "weighted", "high", "band", "info", "how-much", "better-off", "closed", "assured", "superseded"),
)
_WORD = re.compile(rf"(?<=: )(?:{'|'.join(_KINDS)})$", re.MULTILINE)


def shaken(random: Random) -> dict[str, str]:
    """The board with a dozen values replaced by others that can be read in their place."""
    files = dict(ANYSHIRE)
    for _ in range(12):
        path = random.choice([name for name in files if name != "lif.yaml"])
        pattern, choices = random.choice([*_SHAPES, (_LINK, _IDS), (_WORD, _KINDS)])
        places = list(pattern.finditer(files[path]))
        if places:
            place = random.choice(places)
            text = files[path]
            files[path] = text[: place.start()] + random.choice(choices) + text[place.end() :]
    return files


@pytest.mark.parametrize("seed", range(60))
def test_a_shaken_board_is_only_told_about(seed: int, tmp_path: Path) -> None:
    board = write(tmp_path, changed=shaken(Random(seed)))
    for day in (AS_AT, date(1, 1, 1), date(9999, 12, 31)):
        for diagnostic in Workspace.load(board, day).diagnostics:
            assert line(diagnostic).isprintable()
            assert diagnostic.hint


def test_a_schedule_may_say_anything_that_can_be_read(tmp_path: Path) -> None:
    schedule = ANYSHIRE["framework/return-schedules.yaml"]
    strange = schedule.replace("every: quarter", "every: year").replace(
        "due_days_after: 28", "due_days_after: 999999999"
    )
    strange = strange.replace("since: 2024-25-Q2", "since: 2024-25\n  until: 2199")
    board = write(tmp_path, changed={"framework/return-schedules.yaml": strange})
    assert Workspace.load(board, date(9999, 12, 31)).diagnostics
