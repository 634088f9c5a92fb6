"""`lif trace`: the thread as a tree, as JSON, as a page, and what it says when there is nothing to trace."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.board import Lif, Write


def test_the_tree_says_what_led_here_what_came_of_it_and_where_it_breaks(lif: Lif, board: Path) -> None:
    ran = lif("trace act-2024-interviews --as-at 2025-06-30")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "act-2024-interviews  (action)",
        "Interviews within three days",
        "",
        "The thread breaks in 2 places:",
        "✗ Interviews within three days  [act-2024-interviews]: "
        "nothing says how it will be seen that it worked",
        "✗ Interviews within three days  [act-2024-interviews]: it is not done; it was due 31 Mar 2025",
        "",
        "What led here",
        "└─ Where it began: Offer every missing child an interview.  [hill-board-2024-09-10/interviews]",
        "   └─ Where it began: Meeting, Hill board, 10 September 2024  [hill-board-2024-09-10]",
        "",
        "What came of it: nothing on record",
        "└─ Action: Interviews within three days  overdue by 91 days; due 31 Mar 2025, moved 1 time; "
        "Detective Superintendent  [act-2024-interviews]",
        "      ✗ breaks here: nothing says how it will be seen that it worked",
        "      ✗ breaks here: it is not done; it was due 31 Mar 2025",
    ]


def test_a_decision_leads_to_its_action(lif: Lif, board: Path) -> None:
    out = json.loads(lif("trace hill-board-2024-09-10/interviews --format json --as-at 2025-06-30").out)
    assert [node["address"] for node in out["down"]["below"]] == ["act-2024-interviews"]
    assert out["joints"] == [
        {
            "address": "act-2024-interviews",
            "name": "Interviews within three days",
            "sort": "broken",
            "words": words,
        }
        for words in (
            "nothing says how it will be seen that it worked",
            "it is not done; it was due 31 Mar 2025",
        )
    ]


def test_what_is_not_there_names_the_nearest(lif: Lif, board: Path) -> None:
    ran = lif("trace act-2024-interview")
    assert (ran.code, ran.out) == (2, "")
    assert "act-2024-interviews" in ran.err
    assert lif("trace act-2024-interviews --format odt").code == 2


def test_the_page_is_written_under_a_name_of_its_own(
    lif: Lif, board: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = lif(f"trace hill-board-2024-09-10/interviews --format html --root {board} --as-at 2025-06-30")
    assert ran.out == "build/trace-hill-board-2024-09-10--interviews.html\n"
    assert "<h1>Golden thread: Offer every missing child" in Path(ran.out.strip()).read_text("utf-8")
    ran = lif(f"trace act-2024-interviews --format md --out thread.md --root {board}")
    assert ran.out == "thread.md\n"


def test_no_page_is_made_while_errors_stand_unless_as_a_draft(
    lif: Lif, board: Path, workspace: Write, tmp_path: Path
) -> None:
    workspace({"data/actions/act-2025-bad.yaml": "id: act-2025-bad\n"})
    out = tmp_path / "page.html"
    ran = lif(f"trace act-2024-interviews --format html --out {out}")
    assert (ran.code, ran.out, out.exists()) == (1, "", False)
    ran = lif(f"trace act-2024-interviews --format html --draft --out {out}")
    assert ran.code == 1
    assert "Draft." in out.read_text("utf-8")
    ran = lif("trace act-2024-interviews")
    assert (ran.code, ran.out.splitlines()[0]) == (1, "act-2024-interviews  (action)")
