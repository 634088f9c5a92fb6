"""Issuing a paper: what stands against it, what is recorded, the same bytes again, and what changed since."""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from textwrap import dedent

import pytest
from tests.cli.board import BOARD, Lif
from tests.reports.papers import FILES
from tests.reports.reader import read
from tests.repositories import committed, git
from tests.small_board import SMALL, indicator
from tests.views.small_papers import STEADY, returned

from lif.cli.forms import FORMS
from lif.records.issued import IssuedPaper
from lif.workspace import Workspace

RECORD = "data/issued-papers/issued-2025-scorecard-2024-25-q4.yaml"
SCORE = "scorecard --quarter 2024-25-Q4 --as-at 2025-05-20"
COVERED = "report coverage --as-at 2025-05-20"
COVER = "report coverage --as-at workspace"
STEADY_BOARD = {
    **SMALL,
    "framework/indicators/visits.yaml": indicator("visits"),
    **returned({"visits": STEADY}),
    "data/meetings/working-2025-06-03.yaml": """
        id: working-2025-06-03
        group: working-board
        on: 2025-06-03
        quarter: 2024-25-Q4
    """,
}
RETURN = "data/returns/social-care-2024-25-q4.yaml"
LAST = "    numerator: 50\n    denominator: 100\n"
REVISED = (
    "    numerator: 57\n    denominator: 100\n    revisions:\n      - until: 2025-05-15\n"
    "        numerator: 50\n        denominator: 100\n        reason: Seven came late.\n"
)


@pytest.fixture
def steady(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A board whose scorecard nothing stands against, committed."""
    folder = tmp_path / "board"
    committed(folder, STEADY_BOARD, "2025-05-20")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def covered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small board of the commands, committed."""
    folder = tmp_path / "hill"
    committed(folder, BOARD, "2025-06-30")
    monkeypatch.chdir(folder)
    return folder


def run(lif: Lif, line: str, code: int = 0) -> str:
    ran = lif(line)
    assert ran.code == code, f"{ran.out}\n{ran.err}"
    return ran.err if code else ran.out


def issued(folder: Path, as_at: str = "2025-05-20") -> dict[str, IssuedPaper]:
    loaded = Workspace.load(folder, date.fromisoformat(as_at))
    assert [f"{one.location}: {one.message}" for one in loaded.errors] == []
    return {one.id: one for one in loaded.register.all(IssuedPaper)}


def test_an_issued_paper_is_no_draft_and_says_when_and_from_which_commit(lif: Lif, steady: Path) -> None:
    head = git(steady, "rev-parse", "HEAD")
    draft = run(lif, f"{SCORE} --format md --out out")
    assert "Draft." in (steady / draft.strip()).read_text(encoding="utf-8")
    ran = lif(f"{SCORE} --format html,md,json --out out --final --issued-by 'business manager'")
    assert ran.code == 0
    paths = [f"out/scorecard-2024-25-q4.{form}" for form in ("html", "md", "json")]
    assert ran.out.splitlines()[:3] == paths
    assert ran.out.splitlines()[3].endswith(RECORD)
    assert ran.err == f"lif: commit the record of this issue: {RECORD}\n"
    html, markdown, data = ((steady / path).read_text(encoding="utf-8") for path in paths)
    for text in (html, markdown):
        assert "Draft" not in text
        assert "DRAFT" not in text
        assert f"Issued: on 20 May 2025 from commit {head[:12]}" in text
    assert "| **Status** | Final |" in markdown
    assert json.loads(data)["issued"] == "2025-05-20"


def test_the_record_says_everything_and_is_in_order(lif: Lif, steady: Path) -> None:
    head = git(steady, "rev-parse", "HEAD")
    run(lif, f"{SCORE} --format html,md --out out --final --issued-by business-manager")
    (one,) = issued(steady).values()
    assert one.id == "issued-2025-scorecard-2024-25-q4"
    assert (one.title, one.body) == (
        "Quarterly scorecard: Working board, Quarter 4 2024/25",
        "Hill Safeguarding Children Partnership",
    )
    assert (one.paper, one.period, one.about, one.file_name) == (
        "scorecard",
        "2024-25-Q4",
        (),
        "scorecard-2024-25-q4",
    )
    assert (one.issued.isoformat(), one.as_at.isoformat()) == ("2025-05-20", "2025-05-20")
    assert (one.commit, one.by, one.meeting, one.replaces) == (
        head,
        "business-manager",
        "working-2025-06-03",
        None,
    )
    assert {file.file: file.sha256 for file in one.files} == {
        path.name: sha256(path.read_bytes()).hexdigest() for path in (steady / "out").iterdir()
    }
    assert one.command == "lif scorecard --quarter 2024-25-Q4 --format html,md --as-at 2025-05-20 --final"
    text = (steady / RECORD).read_text(encoding="utf-8")
    assert text.startswith(
        'id: issued-2025-scorecard-2024-25-q4\ntitle: "Quarterly scorecard: Working board, Quarter 4'
    )
    assert [path.name for path in (steady / RECORD).parent.iterdir()] == [Path(RECORD).name]


def test_made_again_from_the_same_commit_it_is_the_same_to_the_byte(
    lif: Lif, steady: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = git(steady, "rev-parse", "HEAD")
    run(lif, f"{SCORE} --format {','.join(FORMS)} --by group --appendix --final")
    fingerprints = {file.file: file.sha256 for file in next(iter(issued(steady).values())).files}
    committed(steady, {RETURN: (steady / RETURN).read_text().replace(LAST, REVISED)}, "2025-06-01")
    git(tmp_path, "clone", "-q", str(steady), "elsewhere")
    git(tmp_path / "elsewhere", "checkout", "-q", head)
    monkeypatch.chdir(tmp_path / "elsewhere")
    shown = Workspace.load(steady, date(2025, 5, 20), checks=()).register
    run(lif, shown.record(IssuedPaper, Path(RECORD).stem).command.removeprefix("lif "))  # type: ignore[union-attr]
    again = {path.name: sha256(path.read_bytes()).hexdigest() for path in Path("build").iterdir()}
    assert again == fingerprints


def test_made_again_later_it_tells_which_figure_was_revised_from_what_to_what_and_why(
    lif: Lif, steady: Path
) -> None:
    assert LAST in (steady / RETURN).read_text()
    run(lif, f"{SCORE} --format md --final")
    issue_commit = git(steady, "rev-parse", "HEAD")
    committed(steady, {}, "2025-05-21")
    same = (steady / run(lif, f"{SCORE} --format md").strip()).read_text(encoding="utf-8")
    assert "since then nothing has changed in the records that it shows." in same.lower()
    committed(steady, {RETURN: (steady / RETURN).read_text().replace(LAST, REVISED)}, "2025-06-01")
    for form in ("md", "html"):
        text = (steady / run(lif, f"{SCORE} --format {form}").strip()).read_text(encoding="utf-8")
        assert "What has changed since it was issued on 20 May 2025" in text
        assert f"It was issued from commit {issue_commit[:12]}" in text
        assert "50.0% (50 of 100)" in text
        assert "57.0% (57 of 100)" in text
        assert "Seven came late." in text
    markdown = (steady / "build/scorecard-2024-25-q4.md").read_text(encoding="utf-8")
    period = "Quarter 4 2024/25 (January to March 2025)"
    row = f"| **Visits** | {period} | 50.0% (50 of 100) | 57.0% (57 of 100) | Seven came late. |"
    assert row in markdown
    assert "Draft." in markdown
    page = read((steady / "build/scorecard-2024-25-q4.html").read_text(encoding="utf-8"))
    assert page.slips == ()
    levels = [level for level, _ in page.headings]
    assert all(below <= above + 1 for above, below in pairwise(levels))
    assert run(lif, f"{SCORE} --format pdf").strip().endswith(".pdf")


def test_another_paper_tells_nothing_of_that_issue(lif: Lif, steady: Path) -> None:
    run(lif, f"{SCORE} --format md --final")
    committed(steady, {}, "2025-05-21")
    for line in (f"{SCORE} --group neglect", SCORE.replace("Q4", "Q3"), "report coverage --as-at 2025-05-20"):
        text = (steady / run(lif, f"{line} --format md").strip()).read_text(encoding="utf-8")
        assert "issued on" not in text.lower()
    earlier = (steady / run(lif, f"{SCORE.replace('05-20', '05-19')} --format md").strip()).read_text()
    assert "since it was issued" not in earlier


def test_an_issue_of_a_group_tells_of_what_the_group_answers_for_and_counts_the_rest(
    lif: Lif, steady: Path
) -> None:
    line = f"{SCORE} --group neglect-group --format md"
    run(lif, f"{line} --final")
    action = """
        id: {id}
        title: {title}
        text: Do it.
        source: stats-2025
        source_sort: data
        owner: head-of-care
        group: {group}
        agreed_on: 2025-05-01
        due: 2025-09-30
    """
    files = {
        f"data/actions/{id_}.yaml": action.format(id=id_, title=title, group=group)
        for id_, title, group in (("act-a", "Ours", "neglect-group"), ("act-b", "Theirs", "audit-group"))
    }
    committed(steady, files, "2025-06-01")
    text = (steady / run(lif, line).strip()).read_text(encoding="utf-8")
    section = text.split("## What has changed since")[1]
    assert "**Ours**" in section
    assert "Theirs" not in section
    assert "### In records that this paper does not show" in section
    assert "| **Actions** | 1 agreed |" in section.split("### In records")[1]


def test_a_second_issue_replaces_the_first_and_says_what_changed(lif: Lif, steady: Path) -> None:
    run(lif, f"{SCORE} --format md --final")
    committed(steady, {RETURN: (steady / RETURN).read_text().replace(LAST, REVISED)}, "2025-05-21")
    run(lif, f"{SCORE} --format md --final")
    found = issued(steady)
    assert (
        found["issued-2025-scorecard-2024-25-q4-second-issue"].replaces == "issued-2025-scorecard-2024-25-q4"
    )
    text = (steady / "build/scorecard-2024-25-q4.md").read_text(encoding="utf-8")
    assert "Seven came late." in text
    assert "Draft" not in text


def test_a_pack_of_papers_is_issued_from_one_commit(lif: Lif, steady: Path) -> None:
    """Records of issues that are not committed yet go into no paper, and do not stand against the next."""
    run(lif, f"{SCORE} --format md --final")
    run(lif, f"{SCORE} --group neglect-group --format md,json --final")
    found = issued(steady)
    assert len(found) == 2
    assert len({one.commit for one in found.values()}) == 1
    text = (steady / "build/scorecard-2024-25-q4-neglect-group.md").read_text(encoding="utf-8")
    assert "uncommitted" not in text
    head = json.loads((steady / "build/scorecard-2024-25-q4-neglect-group.json").read_text(encoding="utf-8"))
    assert head["uncommitted"] is False
    err = run(lif, f"{SCORE} --format md --final", code=1)
    assert f"lif: not issued: it was issued before, and the record of that is not committed: {RECORD}" in err
    text = (steady / RECORD).read_text(encoding="utf-8")
    committed(steady, {}, "2025-05-21")
    (steady / RECORD).write_text(text + "note: Changed.\n")
    assert f"{RECORD} is not as it was committed" in run(lif, f"{COVERED} --format md --final", code=1)


def test_what_is_not_committed_is_named_and_nothing_is_written(lif: Lif, steady: Path) -> None:
    (steady / "framework/themes.yaml").write_text("- id: theme-new\n  name: New\n")
    (steady / "data/odd name.yaml").write_text("x")
    err = run(lif, f"{SCORE} --format md --out out --final", code=1)
    (steady / "data/odd name.yaml").unlink()
    err = run(lif, f"{SCORE} --format md --out out --final", code=1)
    assert err.splitlines()[0] == "lif: not issued: framework/themes.yaml is not as it was committed"
    assert not (steady / "out").exists()
    assert not (steady / "data/issued-papers").exists()


def test_neither_the_paper_nor_its_record_stands_alone(
    lif: Lif, steady: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (steady / "out").write_text("a file is in the way")
    run(lif, f"{SCORE} --format md --out out --final", code=2)
    assert not (steady / RECORD).exists()
    (steady / "data/issued-papers").rmdir()
    (steady / "data/issued-papers").write_text("a file is in the way")
    err = run(lif, f"{SCORE} --format md --out there --final", code=1)
    assert "data/issued-papers" in err
    assert not (steady / "there").exists()


def test_papers_beside_the_records_do_not_stand_against_an_issue(lif: Lif, steady: Path) -> None:
    run(lif, f"{SCORE} --format md")
    assert (steady / "build").exists()
    run(lif, f"{SCORE} --format md --final")
    assert "uncommitted" not in (steady / "build/scorecard-2024-25-q4.md").read_text(encoding="utf-8")


def test_without_a_commit_nothing_is_issued(lif: Lif, board: Path) -> None:
    err = run(lif, f"{COVER} --format md --final", code=1)
    assert "lif: not issued: no commit is known" in err
    git(board, "init", "-q")
    assert "no commit is known" in run(lif, f"{COVER} --format md --final", code=1)


def test_exceptions_without_an_explanation_keep_it_a_draft(
    lif: Lif, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "board"
    committed(folder, {**SMALL, **FILES}, "2025-05-20")
    monkeypatch.chdir(folder)
    err = run(lif, f"{SCORE} --format md --final", code=1)
    assert err.splitlines() == [
        "lif: not issued: 3 exceptions without an explanation",
        "lif: put this right and issue it then; without --final it is made as a draft",
    ]
    assert not (folder / "build").exists()


def test_errors_in_the_records_keep_it_from_being_issued(lif: Lif, covered: Path) -> None:
    wrong = dedent(BOARD["data/actions/act-2025-survey.yaml"]).replace("business-manager", "nobody")
    committed(covered, {"data/actions/act-2025-survey.yaml": wrong}, "2025-06-30")
    err = run(lif, f"{COVER} --format md --final", code=1)
    assert "no paper was made: 1 error stands in the records" in err
    assert not (covered / "build").exists()


def test_an_unfinished_report_is_not_issued_and_says_why(
    lif: Lif, covered: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(covered, "commit", "-q", "--allow-empty", "-m", "later", on="2025-06-30")
    git(tmp_path, "clone", "-q", "--depth", "1", covered.as_uri(), "shallow")
    monkeypatch.chdir(tmp_path / "shallow")
    err = run(lif, "report changes --as-at workspace --since 2025-01-01 --format md --final", code=1)
    assert err.startswith("lif: not issued: it is told from dates alone:")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (f"{SCORE} --final", "--final: name the forms in which it is issued"),
        (f"{SCORE} --final --draft --format md", "--draft and --final: a paper is one or the other"),
        (f"{SCORE} --issued-by business-manager", "--issued-by: it says something about an issue"),
        (f"{SCORE} --meeting working-2025-06-03 --format md", "--meeting: it says something about an issue"),
        (f"{SCORE} --final --format md --issued-by nobody", "--issued-by: there is no 'nobody'"),
        (f"{SCORE} --final --format md --meeting never", "--meeting: there is no 'never'"),
        ("report coverage --final", "--final: name the forms in which it is issued"),
        ("report coverage --final --draft --format md", "--draft and --final: a paper is one or the other"),
    ],
)
def test_what_does_not_go_together(lif: Lif, steady: Path, line: str, said: str) -> None:
    assert said in run(lif, line, code=2)
    assert not (steady / "build").exists()
    assert not (steady / "data/issued-papers").exists()


def test_a_report_is_issued_as_a_scorecard_is(lif: Lif, covered: Path) -> None:
    head = git(covered, "rev-parse", "HEAD")
    run(lif, f"{COVER} --priority ' neglect\n' --format md,json --final --meeting hill-board-2024-09-10")
    (one,) = issued(covered, "2025-06-30").values()
    assert one.id == "issued-2025-coverage-priority-neglect"
    assert (one.paper, one.about, one.meeting) == (
        "coverage",
        ("priority-neglect",),
        "hill-board-2024-09-10",
    )
    assert one.command == (
        "lif report coverage --priority neglect --format md,json --as-at 2025-06-30 --final"
    )
    text = (covered / "build/coverage-priority-neglect.md").read_text(encoding="utf-8")
    assert f"Issued: on 30 June 2025 from commit {head[:12]}" in text
    assert "Draft" not in text


def test_a_paper_of_changes_is_issued_with_the_day_from_which_it_counts(lif: Lif, covered: Path) -> None:
    run(lif, "report changes --as-at workspace --since 2025-01-01 --format md --final")
    (one,) = issued(covered, "2025-06-30").values()
    assert (one.paper, one.id) == ("changes", "issued-2025-changes-since-2025-01-01")


def test_where_the_commit_of_the_issue_is_not_here_the_paper_says_so_and_how_to_get_it(
    lif: Lif, covered: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(lif, f"{COVER} --format md --final")
    committed(covered, {}, "2025-07-01")
    git(tmp_path, "clone", "-q", "--depth", "1", covered.as_uri(), "shallow")
    monkeypatch.chdir(tmp_path / "shallow")
    text = run(lif, COVER)
    assert "What has changed since then cannot be told here" in text
    assert "This cannot be told: the commit" in text
    assert "git fetch --unshallow" in text


@pytest.mark.parametrize("commit", ["0" * 40, "--output=sprung", "HEAD"])
def test_a_commit_in_the_record_that_is_none_never_reaches_git(lif: Lif, covered: Path, commit: str) -> None:
    run(lif, f"{COVER} --format md --final")
    path = covered / "data/issued-papers/issued-2025-coverage.yaml"
    head = git(covered, "rev-parse", "HEAD")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f'"{head}"' if f'"{head}"' in text else head, f'"{commit}"'))
    assert "This cannot be told: the commit" in run(lif, f"{COVER} --draft")
    assert not (covered / "sprung").exists()


def test_records_stand_where_the_settings_say(
    lif: Lif, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = {path.replace("data/", "known/"): text for path, text in STEADY_BOARD.items()}
    settings = dedent(SMALL["lif.yaml"]) + "folders:\n  data: known\n"
    committed(tmp_path / "b", {**moved, "lif.yaml": settings}, "2025-05-20")
    monkeypatch.chdir(tmp_path / "b")
    run(lif, f"{SCORE} --format md --final")
    assert (tmp_path / "b" / RECORD.replace("data/", "known/")).exists()
