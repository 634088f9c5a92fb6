"""`lif report yearly-report`: made as a draft while a part shows no impact, and not issued."""

from __future__ import annotations

from pathlib import Path

from tests.cli.board import Lif


def test_a_report_without_evidence_of_impact_is_a_draft_and_names_each_part(lif: Lif, board: Path) -> None:
    ran = lif("report yearly-report --year 2024-25")
    assert ran.code == 0
    assert "## Why this paper is a draft" in ran.out
    assert "- Serious incidents and reviews: nothing shows what became different" in ran.out


def test_it_is_not_issued_and_the_reason_says_what_would_count(lif: Lif, board: Path) -> None:
    ran = lif("report yearly-report --year 2024-25 --format md --out out --final")
    assert ran.code == 1
    assert "lif: not issued: Serious incidents and reviews: nothing shows what became different" in ran.err
    assert "What would count:" in ran.err
    assert not (board / "out").exists()


def test_a_year_that_has_not_begun_is_refused(lif: Lif, board: Path) -> None:
    ran = lif("report yearly-report --year 2026-27 --as-at workspace")
    assert ran.code == 2
    assert "yearly-report: the year 2026/27 has not begun; name one that has, as in --year 2024-25" in ran.err
