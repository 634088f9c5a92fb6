"""The guide to building on a framework: its region and its board are made as it says, and do what it says."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from tests.folders import written
from tests.small_board import SMALL
from tests.test_guides import BUILDING_ON, records

from lif.cli.running import run
from lif.diagnostics import line
from lif.measures.assemble import assemble
from lif.records.indicators import Indicator
from lif.records.law import Duty
from lif.views.coverage import coverage
from lif.workspace import Workspace

DAY = date(2025, 5, 20)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """The folders of the guide, with a small board's groups, roles and agencies in the board's."""
    written(tmp_path, {f"board/{path}": text for path, text in SMALL.items()})
    return written(tmp_path, records(BUILDING_ON))


def test_board_and_region_are_in_order(made: Path) -> None:
    for folder in ("board", "region"):
        loaded = Workspace.load(made / folder, DAY)
        said = [each for each in loaded.diagnostics if each.code not in ("L103", "L106")]
        assert "\n".join(line(each) for each in said) == ""
        assert loaded.is_framework == (folder == "region")


def test_the_records_are_as_the_guide_says(made: Path) -> None:
    register = Workspace.load(made / "board", DAY).register
    rapid = register.record(Duty, "duty-rapid-review")
    assert rapid.limit is not None and rapid.limit.number == 10 and rapid.clocks
    assert register.record(Indicator, "visits-in-time").supplier == "social-care"


def test_lif_show_answers_what_the_guide_prints(
    made: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = re.search(
        r"^```text\n(Where it comes from:\n.*?)^```$", BUILDING_ON.read_text("utf-8"), re.M | re.S
    )
    assert shown
    monkeypatch.chdir(made / "board")
    assert run(["show", "element-visits"]) == 0
    assert shown[1] in capsys.readouterr().out
    (made / "board/framework/indicators/visits-in-time.yaml").unlink()
    assert run(["list", "--offered"]) == 0
    assert "visits-in-time" in capsys.readouterr().out
    assert run(["scorecard", "--root", str(made / "region")]) == 2


@pytest.mark.parametrize(("day", "there"), [("2025-03-31", True), ("2025-04-01", False)])
def test_what_was_retired_is_there_on_an_earlier_day(made: Path, day: str, there: bool) -> None:
    loaded = Workspace.load(made / "board", date.fromisoformat(day), checks=())
    found = coverage(loaded.register, assemble(loaded.register, loaded.as_at), loaded.as_at)
    asked = {row.stated.address for row in found.rows}
    assert ("element-visits/written-to" in asked) == there
    assert {"element-visits/alone", "element-visits/seen"} <= asked
