"""`lif init`: a repository from one answer, that is left alone the second time."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.board import Lif

from lif.source.new_folders import WAITING, new_folder, unfinished

DAY = "2026-01-15"
FIGURES = Path(__file__).resolve().parents[2] / "examples" / "national-figures"


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".git" not in path.relative_to(folder).parts
    }


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_one_answer_gives_a_valid_repository_with_a_first_scorecard(here: Path, lif: Lif) -> None:
    made = lif(f"init board --area hull --as-at {DAY}")
    assert (made.code, made.err) == (0, f"lif: 32 published series taken over from {FIGURES}\n")
    told = made.out.splitlines()
    assert told[0] == "Kingston upon Hull Safeguarding Children Partnership, in board"
    assert told[6:] == ["next:", "  cd board", "  lif validate --strict", "  lif scorecard --format html"]
    checked = lif(f"validate --strict --root board --as-at {DAY}")
    assert (checked.code, checked.out) == (0, "")
    paper = lif(f"scorecard --root board --as-at {DAY} --format html,md --out build")
    assert paper.code == 0, paper.err
    text = next(Path("build").glob("scorecard*.md")).read_text(encoding="utf-8")
    assert "Kingston upon Hull Safeguarding Children Partnership" in text
    assert "79.8 (498 of 62,379)" in text  # children on a plan, 31 March 2025
    assert "higher than England 40.6, Region 48.5, 10 neighbours 50.0" in text


def test_git_has_a_repository_with_hooks_and_no_commit(here: Path, lif: Lif) -> None:
    assert lif(f"init board --area 420 --as-at {DAY}").code == 0
    log = subprocess.run(["git", "-C", "board", "log"], capture_output=True, check=False)
    assert log.returncode != 0
    assert (here / "board/.git/hooks/pre-commit").is_file()
    staged = subprocess.run(["git", "-C", "board", "diff", "--cached"], capture_output=True, check=True)
    assert staged.stdout == b""


def test_an_empty_clone_gets_its_hooks_too(here: Path, lif: Lif) -> None:
    subprocess.run(["git", "init", "-q", "clone"], check=True)
    made = lif(f"init clone --area 420 --as-at {DAY}")
    assert "  in the git repository that was here, nothing committed\n" in made.out
    assert (here / "clone/.git/hooks/pre-commit").is_file()


def test_within_a_repository_of_something_else_it_says_what_counts_there(here: Path, lif: Lif) -> None:
    subprocess.run(["git", "init", "-q", "."], check=True)
    made = lif(f"init boards/board --area 420 --as-at {DAY}")
    assert "part of the git repository" in made.out
    assert "before the first commit: lif privacy hooks" in made.out
    assert not (here / ".git/hooks/pre-commit").exists()


def test_without_git_it_says_what_is_missing(here: Path, lif: Lif, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(here))
    made = lif(f"init board --area 420 --as-at {DAY}")
    assert made.code == 0
    assert "git is not on this machine: no history is kept yet, and lif doctor says how" in made.out
    assert not (here / "board/.git").exists()


@pytest.mark.parametrize(
    "paper",
    [
        *("action-tracker", "audit-calendar", "challenge-and-risk-log", "coverage", "framework"),
        *("framework-progress", "improvement-plan", "learning-bulletin", "partner-reports", "review-tracker"),
        *("section-11-overview", "training-report", "triangulation --theme neglect", "voice-report"),
        *("yearly-report", "changes --since 2025-09-10"),
    ],
)
def test_each_paper_can_be_made(paper: str, begun: Path, lif: Lif) -> None:
    made = lif(f"report {paper} --root {begun} --as-at {DAY} --format html --out papers")
    assert made.code == 0, made.err


def test_no_part_of_the_first_scorecard_stands_empty(begun: Path, lif: Lif) -> None:
    made = lif(f"scorecard --root {begun} --as-at {DAY} --format html,md --out papers")
    assert made.code == 0, made.err
    (text,) = (each.read_text(encoding="utf-8") for each in Path("papers").glob("scorecard*.md"))
    assert not re.findall(r"^## .*\n+## .*", text, re.MULTILINE)  # a heading with nothing under it
    assert not re.findall(r"^\|[-:| ]+\|\n(?!\|)", text, re.MULTILINE)  # a table without rows
    (page,) = (each.read_text(encoding="utf-8") for each in Path("papers").glob("scorecard*.html"))
    assert not re.findall(r"<tbody>\s*</tbody>|</h2>\s*<h2>", page)
    assert "No question is recorded that the data must answer." in page


def test_the_calendar_shows_when_returns_are_due(begun: Path, lif: Lif) -> None:
    shown = lif(f"calendar --root {begun} --as-at {DAY}")
    assert shown.out.count("figures due") == 3 * 4  # of the council, the ICB, schools and youth justice
    assert "2026-05-15" in shown.out  # 45 days after 31 March
    assert lif(f"deadlines --root {begun} --as-at {DAY}").code == 0
    assert lif(f"site --root {begun} --as-at {DAY} --out pages").code == 0


def test_before_the_first_return_it_says_from_when_and_how_to_begin_earlier(begun: Path, lif: Lif) -> None:
    owed = lif(f"returns --root {begun} --as-at {DAY}")
    assert "no return is owed yet: the first are for Quarter 4 2025/26" in owed.err
    asked = f"export returns --root {begun} --as-at {DAY} --quarter 2025-26-Q3 --agency police"
    assert "no schedule of returns asks 'police' for anything" in lif(asked).err
    refused = lif(asked.replace("police", "childrens-social-care"))
    how = "set returns-childrens-social-care since 2025-26-Q3"
    assert (refused.code, f"lif {how}" in refused.err) == (2, True)
    assert lif(f"{how} --root {begun} --as-at {DAY}").code == 0
    assert lif(asked.replace("police", "childrens-social-care")).code == 0


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from lif.cli.running import run

    folder = tmp_path_factory.mktemp("begun") / "board"
    assert run(["init", str(folder), "--area", "Cumberland", "--as-at", DAY, "--quiet"]) == 0
    return folder


@pytest.fixture
def begun(made_once: Path, here: Path) -> Path:
    return Path(shutil.copytree(made_once, here / "board"))


def test_a_second_time_nothing_is_changed(begun: Path, lif: Lif) -> None:
    before = tree(begun)
    for words in ("", " --area Cumberland", " --area 942 --like blank --as-at 2026-03-01"):
        again = lif(f"init board{words}")
        assert (again.code, again.err) == (0, "")
        assert again.out == "board was begun for Cumberland on 2026-01-15; nothing was changed\n"
    assert tree(begun) == before


def test_what_somebody_changed_is_named_and_kept(begun: Path, lif: Lif) -> None:
    (begun / "framework/roles/data-analyst.yaml").write_text("id: data-analyst\n", encoding="utf-8")
    (begun / "framework/agencies/probation-service.yaml").unlink()
    before = tree(begun)
    again = lif("init board")
    assert again.code == 0
    assert "framework/roles/data-analyst.yaml: not as it was begun; it stays as it is" in again.err
    assert "framework/agencies/probation-service.yaml: not there any more; it is not put back" in again.err
    assert tree(begun) == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("init board", "say which area the board is of, as in --area"),
        ("init board --area Hul", "did you mean"),
        ("init board --area Kingston", "could be Kingston upon Hull"),
        ("init board --area Cumbria", "name Cumberland or Westmorland and Furness"),
        ("init board --area 'South East'", "South East is a region; name a local authority in it: Bracknell"),
        ("init board --area Scotland", "is no local authority"),
        ("init board --area hull --kind trust", "write partnership or lscb"),
        ("init board --area hull --like elsewhere", "--like elsewhere"),
        ("init board --area hull --groups ,", "no group is named"),
        ("init board --area hull --figures nowhere", "there is no such file or folder"),
        ("init board --area ''", "--area: nothing is named"),
        ("init full --area hull", "full holds notes.txt already, and was not begun by lif init"),
        ("init notes --area hull", "notes holds a file already"),
    ],
)
def test_what_cannot_be_done_says_what_to_give(words: str, said: str, here: Path, lif: Lif) -> None:
    (here / "full").mkdir()
    (here / "full/notes.txt").write_text("kept", encoding="utf-8")
    (here / "notes").write_text("kept", encoding="utf-8")
    before = tree(here)
    ran = lif(words)
    assert ran.code == 2
    assert said in ran.err
    assert tree(here) == before
    assert not (here / "board").exists()


def test_another_area_needs_another_folder(begun: Path, lif: Lif) -> None:
    ran = lif("init board --area Rutland")
    assert (ran.code, "is the repository of Cumberland" in ran.err) == (2, True)


def test_an_empty_folder_and_a_clone_without_files_are_filled(here: Path, lif: Lif) -> None:
    (here / "board").mkdir()
    subprocess.run(["git", "init", "-q", "board"], check=True)
    made = lif(f"init board --area Rutland --as-at {DAY} --quiet")
    assert (made.code, made.err) == (0, "")
    assert (here / "board/lif.yaml").is_file()
    assert not (here / "board" / WAITING).exists()


def test_when_something_fails_nothing_is_left(here: Path) -> None:
    for there in (False, True):
        target = here / f"board-{there}"
        if there:
            target.mkdir()
        with pytest.raises(KeyboardInterrupt), new_folder(target, "a") as stage:
            (stage / "a").write_bytes(b"half")
            raise KeyboardInterrupt
        assert tree(here) == {}
        assert target.exists() == there


def test_what_was_stopped_at_the_last_step_is_finished(
    here: Path, lif: Lif, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "board").mkdir()
    monkeypatch.setattr("lif.source.new_folders.finish", stop)
    assert lif(f"init board --area Rutland --as-at {DAY} --quiet").code == 130
    monkeypatch.undo()
    monkeypatch.chdir(here)
    assert unfinished(here / "board", "lif.yaml")
    again = lif("init board")
    assert (again.code, again.err) == (0, "")
    assert not (here / "board" / WAITING).exists()
    assert lif(f"validate --strict --root board --as-at {DAY}").code == 0


def stop(target: Path) -> None:
    raise KeyboardInterrupt


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_somebody_at_a_terminal_is_asked_until_the_answer_can_be_used(
    here: Path, lif: Lif, monkeypatch: pytest.MonkeyPatch, answered: Callable[[str], None]
) -> None:
    answered("Hul\nHull\npartnerschip\n\nLeads, leads\nLeads, Reviews\n")
    made = lif(f"init board --as-at {DAY}")
    assert made.code == 0
    assert "did you mean" in made.err
    assert "  partnerschip: did you mean partnership?" in made.err
    assert "the group 'leads' is named twice" in made.err or "the group 'Leads' is named twice" in made.err
    assert "groups: Leads, Reviews" in made.out


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    def put(lines: str) -> None:
        monkeypatch.setattr(sys, "stdin", Terminal(lines))
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)

    return put


HEAD = "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,"
HEAD += "old_la_code,new_la_code,la_name"
PLACE = "Reporting year,Local authority,E92000001,England,E12000004,East Midlands,857,E06000017,Rutland"
FILES = {
    "b1_children_in_need_2013_to_2025.csv": f"{HEAD},category,Started_episodes,At31_episodes\n"
    f"2025,{PLACE},Children in Need,179,250\n",
    "ons_mid-year_population_estimates_2012_to_2024.csv": f"{HEAD},age_group,population_estimate\n"
    f"2024,{PLACE},Children aged 0 to 17 years,7919\n",
    "another.csv": f"{HEAD},x\n2025,{PLACE},1\n",
    "notes.txt": "no table",
}
"""Files as their publisher makes them, with a row for one authority."""


@pytest.fixture
def downloads(here: Path) -> Path:
    folder = here / "downloads"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_folder_of_national_files_is_imported_populations_first(downloads: Path, lif: Lif) -> None:
    made = lif(f"init board --area Rutland --figures downloads --as-at {DAY}")
    assert (made.code, made.err) == (0, "lif: 2 published series imported from 2 of 3 files\n")
    held = (Path("board/data/published/cin-at-31-march-2025.csv")).read_text(encoding="utf-8")
    assert "children-in-need-rate/year,2025-03-31,rutland,,250,7919,,final" in held
    assert lif(f"validate --strict --root board --as-at {DAY}").code == 0


def test_a_file_that_is_named_and_feeds_nothing_is_refused(downloads: Path, lif: Lif) -> None:
    refused = lif(f"init board --area Rutland --figures downloads/another.csv --as-at {DAY}")
    assert refused.code == 2
    assert "no import mapping of the board fits downloads/another.csv" in refused.err
    assert not Path("board").exists()


def test_without_figures_the_next_commands_are_printed(
    here: Path, lif: Lif, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lif.cli.first_figures.NATIONAL", here / "nowhere")
    made = lif(f"init board --area Rutland --as-at {DAY}")
    assert (made.code, made.err) == (0, "")
    assert "43 indicators, still without figures" in made.out
    assert "lif import ees" in made.out and "lif import lait" in made.out
    assert lif(f"scorecard --root board --as-at {DAY}").code == 0


def test_only_rows_of_areas_compared_with_are_taken_over(begun: Path) -> None:
    held = (begun / "data/published/cin-at-31-march-2025.csv").read_text(encoding="utf-8")
    areas = {row.split(",")[2] for row in held.splitlines()[1:]}
    assert {"cumberland", "england", "north-west"} <= areas
    assert len(areas) == 13  # itself, ten neighbours of one model, its region, England
    record = (begun / "data/published/cin-at-31-march-2025.yaml").read_text(encoding="utf-8")
    assert f"rows: {len(held.splitlines()) - 1}" in record.replace('"', "")
    others = (begun / "data/published/cin-at-31-march-2025-other-authorities.csv").read_text(encoding="utf-8")
    assert "cumberland" not in others and "2025-03-31" in others and "2024-03-31" not in others


def test_what_is_odd_in_the_publishers_figures_is_accepted_with_its_reason(here: Path, lif: Lif) -> None:
    """A factor named at assessment: in 0.4 of a hundred, a year later in 3.8, in the published file."""
    made = lif(f"init board --area 839 --as-at {DAY}")
    assert made.err.endswith("; 1 warning about them let stand for three months, in framework/acceptances\n")
    (path,) = Path("board/framework/acceptances").iterdir()
    text = path.read_text(encoding="utf-8")
    assert path.name == "accept-f120-cin-factors-2025.yaml"
    assert "until: 2026-04-15" in text and "no person has looked at it yet" in text
    assert "is 3.8 after 0.4 in 2023-24: 10 times the last" in text
    assert lif(f"validate --strict --root board --as-at {DAY}").code == 0
    assert lif(f"validate --strict --root board --as-at {DAY.replace('2026', '2028')}").code == 1
