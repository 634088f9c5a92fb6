"""A board that became a partnership: its papers carry the name of their day, issued ones for good."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.board import Lif
from tests.cli.test_issuing import STEADY_BOARD
from tests.folders import written
from tests.repositories import committed
from tests.small_board import SMALL, indicator

LSCB, PARTNERSHIP = "Hill Local Safeguarding Children Board", "Hill Safeguarding Children Partnership"


@pytest.mark.parametrize(
    ("day", "name", "other"),
    [("2019-09-28", LSCB, PARTNERSHIP), ("2019-09-29", PARTNERSHIP, LSCB)],
)
def test_the_day_decides_the_name_on_every_page(
    day: str, name: str, other: str, lif: Lif, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, dict(SMALL) | {"framework/indicators/visits.yaml": indicator("visits")})
    monkeypatch.chdir(tmp_path)
    for line in (
        "scorecard --quarter 2019-20-Q1 --out made",
        "report action-tracker --out made",
        "calendar --out made/calendar.html",
    ):
        made = lif(f"{line} --as-at {day} --format html")
        assert made.code == 0, made.err
    pages = [path.read_text(encoding="utf-8") for path in (tmp_path / "made").rglob("*.html")]
    assert len(pages) == 3
    then = f"Quarter 1 2019/20 (April to June 2019), when it was the {LSCB}"  # of a quarter that ended before
    told = [page.replace(then, "") for page in pages]
    assert all(name in page and other not in page for page in told)
    assert [then in page for page in pages].count(True) == (day == "2019-09-29")


def test_what_was_issued_keeps_the_name_that_it_had(
    lif: Lif, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = SMALL["framework/boards/hill.yaml"]
    body = body.replace("2019-09-28", "2025-05-31").replace("2019-09-29", "2025-06-01")
    folder = tmp_path / "board"
    committed(folder, STEADY_BOARD | {"framework/boards/hill.yaml": body}, "2025-05-20")
    monkeypatch.chdir(folder)
    issued = lif("scorecard --quarter 2024-25-Q4 --as-at 2025-05-20 --format html --final --out made")
    assert issued.code == 0, issued.err
    (record,) = (folder / "data/issued-papers").glob("*.yaml")
    assert LSCB in record.read_text(encoding="utf-8")
    (shown,) = [lif(f"show {record.stem} --as-at 2025-07-01").out]
    assert LSCB in shown and PARTNERSHIP not in shown
