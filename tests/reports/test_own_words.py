"""Papers, the site and what the public reads in a board's own words: theirs all, and none of a record."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.reports.every_paper import ASKED
from tests.reports.made_up_words import AS_AT, back, left, made_up, read, read_markdown, without_terms

from lif.cli.issuing import Issue
from lif.cli.previewing import previewed
from lif.cli.public_files import files_of
from lif.cli.quarters import quarter_called
from lif.cli.reports import REPORTS, About
from lif.cli.scorecard import Wanted
from lif.cli.scoring import _ask, _text
from lif.cli.site_making import laid_out
from lif.cli.summary import summary
from lif.diagnostics import SEAL
from lif.records.vocabulary import Vocabulary
from lif.records.words import Words, sealed
from lif.reports.charts.text import drawn_in, fitted, width, wrapped
from lif.views.scorecard import scorecard
from lif.workspace import Workspace


@pytest.fixture(scope="module")
def plain(root: Path) -> Workspace:
    return Workspace.load(root, AS_AT, checks=())


@pytest.fixture(scope="module")
def told(plain: Workspace) -> Workspace:
    return made_up(plain)


@pytest.fixture(scope="module")
def disguised(root: Path) -> Workspace:
    return made_up(without_terms(root))


@pytest.fixture(params=list(REPORTS))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def text(name: str, workspace: Workspace, form: str) -> str:
    return REPORTS[name].make(name, workspace, About(**ASKED[name]), False).text(form)


def test_no_word_of_a_paper_is_left_that_the_board_calls_otherwise(name: str, disguised: Workspace) -> None:
    assert left(read(text(name, disguised, "html"))) == []
    assert left(read_markdown(text(name, disguised, "md"))) == []


def test_nothing_else_of_a_paper_changes(name: str, plain: Workspace, told: Workspace) -> None:
    paper = text(name, told, "html")
    assert SEAL not in paper
    assert back(read(paper, drawings=False)) == back(read(text(name, plain, "html"), drawings=False))


def test_json_keeps_the_words_of_lif(name: str, plain: Workspace, told: Workspace) -> None:
    assert text(name, told, "json") == text(name, plain, "json")


def test_files_keep_their_names(plain: Workspace, told: Workspace) -> None:
    for name, asked in ASKED.items():
        names = [REPORTS[name].make(name, one, About(**asked), False).name for one in (plain, told)]
        assert names[0] == names[1]


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(quarter="latest"),
        Wanted(quarter="latest", group="neglect-group"),
        Wanted(quarter="latest", board="leadership-board"),
    ],
    ids=["operational", "subgroup", "leadership"],
)
def test_the_scorecard_is_told_in_them(
    wanted: Wanted, plain: Workspace, told: Workspace, disguised: Workspace
) -> None:
    views = [scorecard(_ask(wanted, one, final=False)) for one in (plain, told, disguised)]
    pages = [
        _text(one, view, Issue(), "html") for one, view in zip((plain, told, disguised), views, strict=True)
    ]
    assert left(read(pages[2])) == []
    assert back(read(pages[1], drawings=False)) == back(read(pages[0], drawings=False))
    said = disguised.words.plain(summary(views[2])).replace("lif scorecard", "")
    assert left(said) == []


def test_what_the_public_reads_is_told_in_them_and_open_data_is_not(
    plain: Workspace, told: Workspace, disguised: Workspace
) -> None:
    files = [public(one) for one in (plain, told, disguised)]
    assert files[0].keys() == files[1].keys()
    for path, content in files[1].items():
        if path.endswith((".csv", ".json")):
            assert content == files[0][path]
        elif path.endswith(".html"):
            pages = [each[path].decode() for each in files]
            assert back(read(pages[1], drawings=False)) == back(read(pages[0], drawings=False))
            assert left(read(pages[2])) == []


def public(workspace: Workspace) -> Mapping[str, bytes]:
    """Every file of a publication of the latest quarter."""
    made = previewed(workspace, quarter_called("latest", workspace))
    assert made is not None
    return files_of(made, ("html", "md", "json", "csv", "site"), workspace)


def test_labels_of_charts_are_measured_as_they_are_read() -> None:
    words = Words.of(Vocabulary(audit="quality assurance check"))
    assert fitted("Audit", 12, 60) == "Audit"
    with drawn_in(words):
        assert fitted("Audit", 12, 60) == "Quality…"
        assert width("Audit", 12) == width("Quality assurance check", 12)
        assert width(sealed("Audit of"), 12) < width("Audit of", 12)
        assert "".join(wrapped("Audit", 12, 40)).startswith("Quality")
    assert fitted("Audit", 12, 60) == "Audit"


def test_pages_that_list_are_in_the_same_order_and_cut_at_the_same_places(
    plain: Workspace, told: Workspace
) -> None:
    before, after = laid_out(plain, False), laid_out(told, False)
    assert before.keys() == after.keys()
    for path in before:
        if path.endswith(("index.html", "a-z.html", "dates.html")):
            assert back(read(after[path].decode(), drawings=False)) == back(
                read(before[path].decode(), drawings=False)
            )


def test_the_whole_site_is_told_in_them(disguised: Workspace) -> None:
    found: dict[str, list[str]] = {}
    for path, content in laid_out(disguised, False).items():
        page = content.decode("utf-8")
        assert SEAL not in page
        assert "00fdd0" not in page  # a seal as style sheets write it
        if path.endswith(".html") and (words := left(read(page))):
            found[path] = words
    assert found == {}
