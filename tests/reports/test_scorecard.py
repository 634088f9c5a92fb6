"""The scorecard as a page and as Markdown: whole, for everybody, asking for nothing, held to the byte."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from tests.folders import Write
from tests.reports.papers import FILES, STAMP, page, view
from tests.reports.reader import Page, read, words
from tests.small_board import SMALL, indicator

from lif.cli.summary import summary
from lif.diagnostics import line
from lif.reports.papers import Stamp
from lif.reports.scorecard import render
from lif.workspace import Workspace

GOLDEN = Path(__file__).resolve().parent.parent / "golden"
GROUPS = ("working-board", "neglect-group", "top-board")
UNLUCKY = ("paper", "a", "a-h", "s-a", "c-a", "n-a", "seen", "title", "spark", "icon")
"""Ids that a page could want for itself."""


def held(name: str, made: str, update: bool) -> None:
    """Compares with what is kept in tests/golden; `make golden` writes it anew."""
    kept = GOLDEN / name
    if update:
        kept.write_text(made, encoding="utf-8", newline="\n")
    assert made == kept.read_text(encoding="utf-8")


def without_style(html: str) -> str:
    """The page without the style sheet, which has tests of its own."""
    return re.sub(r"<style>.*?</style>", "<style>…</style>", html, count=1, flags=re.DOTALL)


def test_the_board_behind_the_golden_papers_is_in_order(workspace: Write) -> None:
    from tests.reports.papers import AS_AT

    errors = Workspace.load(workspace({**SMALL, **FILES}), AS_AT).errors
    assert [line(each) for each in errors] == []


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("form", ["html", "md"])
def test_the_paper_is_the_one_that_is_kept(
    workspace: Write, group: str, form: str, update_golden: bool
) -> None:
    made = page(workspace, form, group=group)
    held(f"scorecard-{group}.{form}", without_style(made) if form == "html" else made, update_golden)


def test_the_summary_is_the_one_that_is_kept(
    workspace: Write, update_golden: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    held("scorecard-summary.txt", summary(view(workspace)), update_golden)


@pytest.fixture(params=GROUPS)
def made(workspace: Write, request: pytest.FixtureRequest) -> Page:
    """The page of one depth."""
    return read(page(workspace, "html", group=request.param))


def test_the_page_has_no_slip(made: Page) -> None:
    assert made.slips == ()


def test_headings_go_down_one_step_at_a_time(made: Page) -> None:
    levels = [level for level, _ in made.headings]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert all(text for _, text in made.headings)


def test_every_name_is_there_once_and_every_link_leads_somewhere(made: Page) -> None:
    ids = made.values("id")
    assert len(ids) == len(set(ids))
    wanted = [href[1:] for href in made.values("href") if href.startswith("#")]
    for attribute in ("aria-labelledby", "aria-describedby"):
        wanted += [name for value in made.values(attribute) for name in value.split()]
    assert sorted(set(wanted) - set(ids)) == []
    assert [href for href in made.values("href") if not href.startswith("#")] == []


def test_every_table_says_what_it_is_and_has_no_empty_cell(made: Page) -> None:
    tables = made.all("table")
    assert tables
    for table in tables:
        captions = [each for each in table if each.tag == "caption"]
        assert len(captions) == 1 and words(captions[0])
        rows = list(table.iter("tr"))
        assert [row for row in rows if len(row)] == rows
        assert len(rows) > 1
    for cell in made.all("th"):
        assert cell.attrib.get("scope") in ("col", "row", "rowgroup")
    for cell in made.all("td", "th"):
        drawn = any(each.tag.endswith("svg") for each in cell.iter() if isinstance(each.tag, str))
        assert words(cell) or drawn, cell.attrib


def test_rows_are_as_wide_as_their_heads(made: Page) -> None:
    for table in made.all("table"):
        widths = {
            sum(int(cell.attrib.get("colspan", "1")) for cell in row if cell.tag in ("td", "th"))
            for row in table.iter("tr")
        }
        assert len(widths) == 1


def test_the_page_runs_nothing_and_asks_for_nothing(made: Page) -> None:
    tags = {element.tag for element in made.all()}
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "form", "base", "input", "video"}
    assert made.values("src") == made.values("srcset") == []
    names = {name for element in made.all() for name in element.attrib}
    assert not [name for name in names if name.startswith("on") or name == "style"]
    style = "".join(element.text or "" for element in made.all("style"))
    assert not re.search(r"@import|url\((?!['\"]?data:)|https?:", style)
    policies = [e.attrib["content"] for e in made.all("meta") if e.attrib.get("http-equiv")]
    assert policies and policies[0].startswith("default-src 'none'")


def test_every_picture_has_its_words(made: Page) -> None:
    for element in made.all():
        if element.tag.endswith("svg") and element.attrib.get("role") == "img":
            titles = [
                words(each) for each in element if isinstance(each.tag, str) and each.tag.endswith("title")
            ]
            assert titles and all(titles)


def test_what_is_made_up_is_marked_where_it_stands(workspace: Write) -> None:
    html = read(page(workspace, "html"))
    rows = [row for table in html.all("table") for row in table.iter("tr") if words(row).startswith("Safer")]
    assert rows and all("illustrative" in words(row) for row in rows)
    (returns,) = [each for each in html.all("caption") if words(each).startswith("Returns owed")]
    assert ("all illustrative" in words(returns)) is all(
        each.illustrative for each in view(workspace).returns
    )
    said = [item for item in html.all("li") if "We waited for somebody" in words(item)]
    assert said and all("illustrative" in words(item) for item in said)
    for form in ("html", "md"):
        assert "Holds illustrative figures." in page(workspace, form)


def test_the_stamp_says_where_the_paper_comes_from(workspace: Write) -> None:
    for form in ("html", "md"):
        text = page(workspace, form)
        for words_ in ("Data as at: 20 May 2025", "Records at commit: 0123456789ab", "Made by lif: 0.0.0"):
            assert words_ in text
        assert STAMP.commit is not None and STAMP.commit not in text


def test_uncommitted_changes_and_no_commit_are_said(workspace: Write) -> None:
    seen = view(workspace)
    assert "0123456, with uncommitted changes" in render(seen, Stamp("1", "0123456", True), "md")
    assert "Records at commit: not known" in render(seen, Stamp("1", None, None), "md")


def test_both_forms_say_the_same_in_the_same_order(workspace: Write) -> None:
    html = [text for level, text in read(page(workspace, "html")).headings if level <= 3]
    tokens = MarkdownIt("commonmark").parse(page(workspace, "md"))
    md = [
        tokens[i + 1].content.replace("\\", "")
        for i, token in enumerate(tokens)
        if token.type == "heading_open" and token.tag in ("h1", "h2", "h3")
    ]
    missing = [text for text in md if text not in html]
    assert missing == []
    assert [text for text in html if text in md] == md


@pytest.mark.parametrize(
    ("group", "there", "not_there"),
    [
        ("working-board", ["What the groups pass up", "Annex", "By priority", "Who has supplied"], []),
        ("neglect-group", ["By priority", "Who has supplied figures"], ["What the groups pass up"]),
        (
            "top-board",
            ["What the groups pass up"],
            ["Headline indicators", "All indicators", "By priority", "Annex"],
        ),
    ],
)
def test_each_depth_has_its_parts(
    workspace: Write, group: str, there: list[str], not_there: list[str]
) -> None:
    for form in ("html", "md"):
        text = page(workspace, form, group=group)
        if form == "html":
            text = " | ".join(words_ for _, words_ in read(text).headings)
        assert [each for each in there if each not in text] == []
        assert [each for each in not_there if each in text] == []


def test_markdown_tables_are_tables(workspace: Write) -> None:
    reader = MarkdownIt("commonmark").enable("table")
    for group in GROUPS:
        text = page(workspace, "md", group=group)
        tokens = reader.parse(text)
        inline = [token.content for token in tokens if token.type == "inline"]
        assert not [content for content in inline if "|---" in content or content.startswith("| ")]
        assert sum(token.type == "table_open" for token in tokens) == len(
            re.findall(r"^\|[-:|]+\|$", text, re.M)
        )


def test_a_board_with_nothing_yet_has_a_paper(workspace: Write) -> None:
    made = read(page(workspace, "html", {}))
    assert made.slips == ()
    assert "No indicator is an exception this quarter." in words(made.tree)
    assert "No return is scheduled for this quarter." in page(workspace, "md", {})


def test_ids_that_a_page_could_want_for_itself_do_no_harm(workspace: Write) -> None:
    from tests.views.small_papers import RISING, returned

    head = "headline_at: [operational]"
    files = {f"framework/indicators/{id_}.yaml": indicator(id_, head, polarity="low") for id_ in UNLUCKY}
    made = read(page(workspace, "html", files | returned(dict.fromkeys(UNLUCKY, RISING))))
    ids = made.values("id")
    assert len(ids) == len(set(ids))
    assert made.slips == ()
