"""`lif validate --history`: git is the cross-check of what the records say of their own changes."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
from tests.cli.board import BOARD, Lif
from tests.repositories import committed, git

SURVEY = "data/actions/act-2025-survey.yaml"
LATER = {SURVEY: dedent(BOARD[SURVEY]).replace("due: 2025-07-20", "due: 2025-09-30")}
ACCEPTED = {
    "framework/acceptances/accept-survey.yaml": """
        id: accept-survey
        code: A481
        record: act-2025-survey
        reason: The first date was typed wrongly.
        accepted_by: hill-board
        accepted_on: 2025-06-01
        until: 2025-12-31
    """
}


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "board"
    committed(folder, BOARD, "2025-05-20")
    monkeypatch.chdir(folder)
    return folder


def found(lif: Lif, line: str = "--history") -> list[str]:
    ran = lif(f"validate --as-at workspace {line}")
    return [line for line in ran.out.splitlines() if " A48" in line or " A49" in line]


def test_a_due_date_that_was_altered_is_found_before_it_is_committed_and_after(
    lif: Lif, repository: Path
) -> None:
    assert found(lif) == []
    (repository / SURVEY).write_text(LATER[SURVEY], encoding="utf-8")
    first = git(repository, "rev-parse", "HEAD")[:12]
    [told] = found(lif)
    assert f"A481 due 2025-09-30; it was 2025-07-20 at commit {first} of 2025-05-20" in told
    committed(repository, {}, "2025-06-02")
    assert found(lif) == [told]
    assert found(lif, "") == []


def test_what_was_put_right_again_is_found_no_more(lif: Lif, repository: Path) -> None:
    committed(repository, LATER, "2025-06-02")
    committed(repository, {SURVEY: dedent(BOARD[SURVEY])}, "2025-06-03")
    assert found(lif) == []


def test_a_change_that_was_logged_and_a_file_that_moved_are_not_found(lif: Lif, repository: Path) -> None:
    logged = dedent(BOARD[SURVEY]) + dedent("""
        due_changes:
          - on: 2025-06-01
            from_due: 2025-07-20
            to_due: 2025-09-30
            reason: The tool came late.
            agreed_by: hill-board
    """)
    committed(repository, {SURVEY: logged}, "2025-06-02")
    every = "".join(
        f"- {text.strip().replace(chr(10), chr(10) + '  ')}\n"
        for text in (dedent(BOARD[path]) if path != SURVEY else logged for path in sorted(BOARD))
        if text.strip().startswith("id: act-")
    )
    gone = {path: "" for path in BOARD if path.startswith("data/actions/")}
    committed(repository, {**gone, "data/actions.yaml": every}, "2025-06-03")
    assert found(lif) == []


def test_what_another_folder_of_the_repository_holds_is_not_mixed_in(lif: Lif, repository: Path) -> None:
    other = {f"examples/dale/{SURVEY}": LATER[SURVEY], "examples/dale/lif.yaml": "board: dale\nextends: []\n"}
    committed(repository, other, "2025-06-02")
    assert found(lif) == []


REVIEW = "data/reviews/review-k.yaml"
STEPS = """
    id: review-k
    title: Review K
    sort: learning-review
    group: neglect-group
    milestones:
      - step: decision
        on: 2025-04-15
      - step: started
        planned: 2025-07-05
"""


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("on: 2025-04-15", "on: 2025-04-22", "the step 'decision' on 2025-04-22; it was on 2025-04-15"),
        ("on: 2025-04-15", "planned: 2025-07-01", "the step 'decision' has no day; it was on 2025-04-15"),
        (
            "step: decision",
            "step: panel-told",
            "the step 'decision' is not there any more; it was on 2025-04-15",
        ),
        ("planned: 2025-07-05", "planned: 2025-09-05", None),
        ("planned: 2025-07-05", "on: 2025-06-05", None),
    ],
)
def test_the_day_of_a_step_of_a_review_stays_and_what_is_planned_may_move(
    lif: Lif, repository: Path, was: str, now: str, said: str | None
) -> None:
    committed(repository, {REVIEW: dedent(STEPS)}, "2025-06-02")
    committed(repository, {REVIEW: dedent(STEPS).replace(was, now)}, "2025-06-10")
    told = found(lif)
    assert len(told) == (1 if said else 0), told
    assert said is None or f"A491 {said} at commit" in told[0]


def test_such_a_warning_can_be_accepted_and_is_not_called_unused_where_nobody_looked(
    lif: Lif, repository: Path
) -> None:
    committed(repository, {**LATER, **ACCEPTED}, "2025-06-02")
    assert found(lif) == []
    assert "1 warning accepted" in lif("validate --as-at workspace --history").err
    assert "W102" not in lif("validate --as-at workspace").out


def test_a_shallow_clone_and_a_folder_without_history_are_refused(
    lif: Lif, repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    committed(repository, LATER, "2025-06-02")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", "shallow")
    monkeypatch.chdir(tmp_path / "shallow")
    ran = lif("validate --history")
    assert (ran.code, ran.out) == (2, "")
    assert "git fetch --unshallow" in ran.err


def test_history_can_be_judged_as_it_stood(lif: Lif, repository: Path) -> None:
    committed(repository, LATER, "2025-06-02")
    assert found(lif, "--history --at 2025-05-31") == []
    assert len(found(lif, "--history --at 2025-06-02")) == 1
