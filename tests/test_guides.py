"""The guides: each record that they show is one that lif accepts, in the workspace of this repository."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from tests.folders import written
from tests.small_board import SMALL

from lif.diagnostics import line
from lif.law import due
from lif.measures.assemble import assemble
from lif.measures.intervals import Interval, proportion_interval, rate_interval
from lif.measures.promises_due import occasions
from lif.records.elements import Element
from lif.records.kinds import BY_FOLDER
from lif.records.law import Duty
from lif.records.links import survey
from lif.records.references import Theme
from lif.records.reviews import Review
from lif.reports.papers import Stamp
from lif.reports.printed.blocks import Paragraph, Run
from lif.reports.printed.reading import document
from lif.reports.triangulation import render
from lif.views.actions import OFTEN_MOVED, SOON_DAYS
from lif.views.coverage.states import FRESH_MONTHS, KINDS_FOR_WELL, OLD_MONTHS
from lif.views.recurring import LEAST
from lif.views.shares import ENOUGH, share
from lif.views.triangulation import triangulation
from lif.workspace import Workspace

ROOT = Path(__file__).resolve().parent.parent
GUIDES = sorted((ROOT / "docs" / "guides").glob("*.md"))
BEGINNING = ROOT / "docs" / "guides" / "beginning.md"
BUILDING_ON = ROOT / "docs" / "guides" / "building-on.md"
ENTERING = ROOT / "docs" / "guides" / "entering-your-framework.md"
BEGUN = {
    "lif.yaml": "board: hill\nextends:\n  - england\n",
    **{path: SMALL[path] for path in ("framework/areas.yaml", "framework/agencies.yaml")},
    "framework/roles/police-lead.yaml": "id: police-lead\nname: Police lead\nagency: police\n",
    "framework/groups/working-board.yaml": "id: working-board\nname: Working board\ntier: leadership\n",
}
"""What the board of that guide has already."""
ADDED = [page for page in GUIDES if page not in (BEGINNING, BUILDING_ON, ENTERING)]
"""Guides whose records are added to this repository's workspace; the others have one of their own."""
WITHOUT = (
    *("README", "making-papers", "how-figures-are-made", "vocabulary", "starting", "arrangements"),
    *("working-together", "answers-by-spreadsheet", "open-formats", "you-were-sent-a-workbook"),
)
"""Guides to what needs no record."""
AS_AT = date(2025, 12, 10)
_BLOCK = re.compile(r"^```yaml\n# (?P<path>\S+\.yaml)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)


def records(page: Path) -> dict[str, str]:
    """The records that a page shows, by the path that stands in their first line."""
    return {found["path"]: found["text"] for found in _BLOCK.finditer(page.read_text(encoding="utf-8"))}


def with_records(folder: Path, shown: dict[str, str]) -> Workspace:
    """This repository's workspace with the records of a page added."""
    for name in ("framework", "data"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "lif.yaml", folder)
    for path, text in shown.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        assert not (folder / path).exists(), f"{path} is there already: choose another id for the example"
        (folder / path).write_text(text, encoding="utf-8", newline="\n")
    return Workspace.load(folder, AS_AT)


@pytest.mark.parametrize("page", ADDED, ids=[page.stem for page in ADDED])
def test_what_a_guide_shows_is_accepted_without_a_word(page: Path, tmp_path: Path) -> None:
    shown = records(page)
    if not shown:
        assert page.stem in WITHOUT, "a guide shows at least one record"
        return
    workspace = with_records(tmp_path / "board", shown)
    said = [line(each) for each in workspace.diagnostics if each.location.path in shown]
    assert "\n".join(said) == ""
    for path in shown:
        assert workspace.register.get(Path(path).stem) is not None


def test_every_yaml_in_a_guide_names_its_file() -> None:
    for page in GUIDES:
        text = page.read_text(encoding="utf-8")
        assert text.count("```yaml\n") == len(records(page)), page.name
        for path in records(page):
            if page == BUILDING_ON:  # a board's folder, and a framework's beside it
                path = path.partition("/")[2]
            folders = {Path(path).parent.as_posix(), Path(path).with_suffix("").as_posix()}
            assert folders & BY_FOLDER.keys() or path == "lif.yaml", path


def test_the_message_that_is_taken_apart_is_one_that_is_printed() -> None:
    text = (ROOT / "docs" / "guides" / "editing-on-github.md").read_text(encoding="utf-8")
    shown = re.search(r"^```text\n(.*)\n```$", text, re.MULTILINE)
    assert shown
    code = re.search(r"error (\w+) ", shown[1])
    assert code
    expected = ROOT / "tests" / "data" / "codes" / code[1] / "expected.txt"
    assert shown[1] in expected.read_text(encoding="utf-8").splitlines()
    for part in ("act-2024-visits.yaml` |", "`10:6`", "`error`", f"`{code[1]}`"):
        assert f"| {part}" in text or part in text


def test_the_intervals_that_are_shown_are_those_that_are_computed() -> None:
    text = (ROOT / "docs" / "guides" / "how-figures-are-made.md").read_text(encoding="utf-8")
    shares = re.findall(r"(\d+) of (\d+): ([\d.]+)%, ([\d.]+) to ([\d.]+)", text)
    rates = re.findall(r"(\d+) of ([\d,]+): ([\d.]+) per 10,000, ([\d.]+) to ([\d.]+)", text)
    assert (len(shares), len(rates)) == (1, 2)
    for above, below, *shown in shares:
        found = proportion_interval(int(above), int(below))
        assert [float(each) for each in shown] == [round(100 * int(above) / int(below), 1), *ends(found)]
    for above, said, *shown in rates:
        below = int(said.replace(",", ""))
        found = rate_interval(int(above), below)
        assert [float(each) for each in shown] == [round(10_000 * int(above) / below, 1), *ends(found)]


def test_the_rules_of_counting_that_are_told_are_those_of_the_code() -> None:
    text = (ROOT / "docs" / "guides" / "how-figures-are-made.md").read_text(encoding="utf-8")
    for words in (
        f"within {SOON_DAYS} days of its due day, or moved {OFTEN_MOVED} times or more",
        f"{LEAST} sources or more found it",
        f"{KINDS_FOR_WELL} kinds of evidence or more, the newest not older than {FRESH_MONTHS} months",
        f"all evidence is older than {OLD_MONTHS} months",
        f"of {ENOUGH} people or things and more",
        share(231, 290).words,
    ):
        assert words in text


def ends(found: Interval) -> list[float]:
    return [round(found.lower, 1), round(found.upper, 1)]


def begun(folder: Path) -> Workspace:
    """The workspace of a board that began as its guide says."""
    for path, text in records(BEGINNING).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="\n")
    return Workspace.load(folder, AS_AT)


def test_a_board_that_begins_as_its_guide_says_is_in_order(tmp_path: Path) -> None:
    workspace = begun(tmp_path)
    assert "\n".join(line(each) for each in workspace.diagnostics) == ""
    assert workspace.register.board_id == "wold"


def test_the_rule_of_its_own_is_due_when_the_guide_says(tmp_path: Path) -> None:
    register = begun(tmp_path).register
    found = due(register, register.record(Duty, "duty-wold-tell-the-referrer"), date(2025, 12, 18))
    assert found.on == date(2026, 1, 6)  # 19, 22, 23, 24, 29, 30, 31 December; 2, 5, 6 January
    text = BEGINNING.read_text(encoding="utf-8")
    assert "--decided 2025-12-18" in text
    assert "6 January 2026" in text


def test_a_review_of_each_sort_is_shown() -> None:
    text = (ROOT / "docs" / "guides" / "reviews.md").read_text(encoding="utf-8")
    sorts = Review.model_fields["sort"].annotation.__args__  # type: ignore[union-attr]
    assert {sort for sort in sorts if f"\nsort: {sort}\n" in text} == set(sorts)


def test_the_template_that_a_guide_shows_replaces_one_part_of_the_paper(tmp_path: Path) -> None:
    """Written as it stands in the guide, it changes the page and the documents that are printed from it."""
    text = (ROOT / "docs" / "guides" / "making-papers.md").read_text(encoding="utf-8")
    shown = re.search(r"```jinja\n\{# templates/(\S+) #\}\n(.*?)```", text, re.DOTALL)
    assert shown
    (tmp_path / shown[1]).write_text(shown[2], encoding="utf-8")
    workspace = Workspace.load(ROOT, AS_AT, checks=())
    theme = workspace.register.record(Theme, "neglect")
    figures = assemble(workspace.register, AS_AT)
    view = triangulation(workspace.register, figures, theme, AS_AT)
    page = render(view, "The board", Stamp("0", None, None), "html", tmp_path)
    sentence = "The scrutineer reads this page before the board does."
    assert f"<h2>Method</h2>\n<p>{sentence}</p>" in page
    assert page.count("<h2>Method</h2>") == 1
    blocks = document(page).blocks
    assert any(isinstance(each, Paragraph) and sentence in words(each) for each in blocks)


def words(block: Paragraph) -> str:
    return "".join(piece.text for piece in block.pieces if isinstance(piece, Run))


def entered(folder: Path) -> Workspace:
    """A board whose framework was entered as the guide says, on the areas and agencies of a small one."""
    written(folder, {**BEGUN, **records(ENTERING)})
    return Workspace.load(folder, date(2025, 5, 20))


def test_a_framework_that_is_entered_as_its_guide_says_is_in_order(tmp_path: Path) -> None:
    workspace = entered(tmp_path)
    assert "\n".join(line(each) for each in workspace.diagnostics) == ""
    cited = {
        (cite.document, cite.paragraph)
        for entry in workspace.register.entries.values()
        for one in survey(entry.record, entry.record.id).items
        for cite in one.item.cites
    }
    page = ENTERING.read_text(encoding="utf-8")
    assert {source for source, _ in cited} == {"hill-lif"}
    for _, paragraph in cited:
        assert re.search(rf"[ *]{re.escape(paragraph)}\.? ", page), paragraph


def test_every_sort_of_sentence_leads_to_a_kind_and_a_field_that_are_there() -> None:
    page = ENTERING.read_text(encoding="utf-8")
    rows = re.findall(r"^\| (?!the document|message|---).*\| (.*) \| (.*) \|$", page, re.MULTILINE)
    fields = {name for kind in BY_FOLDER.values() for name in kind.model_fields}
    assert len(rows) > 25
    for become, where in rows:
        said = set(re.findall(r"`([a-z_]+)`", become)) - {"what", "vocabulary", "audiences"}
        assert said <= fields, become
        assert not (kind := re.search(r"records/([a-z0-9-]+)\.md", where)) or any(
            kind[1] == one.kind for one in BY_FOLDER.values()
        )


def test_the_words_that_the_guide_warns_of_are_those_that_lif_knows(tmp_path: Path) -> None:
    workspace = entered(tmp_path)
    found = workspace.register.record(Element, "element-audits")
    due_on = {one.due for one in occasions(workspace.register, date(2025, 10, 1)) if one.element == found}
    assert due_on == {date(2025, 6, 30), date(2025, 9, 30), date(2025, 10, 30), date(2025, 12, 31)} | {
        date(2026, 4, 30)
    }
