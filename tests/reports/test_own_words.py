"""Papers, the site and what the public reads in a board's own words: theirs all, and none of a record."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reports.every_paper import ASKED
from tests.reports.made_up_words import AS_AT, back, left, made_up, read, read_markdown, without_terms

from lif.cli.reports import REPORTS, About
from lif.cli.site_making import laid_out
from lif.diagnostics import SEAL
from lif.workspace import Workspace

TO_DO = {"audit-calendar": ["whether to audit work on"]}
"""Where a term is what somebody does: verbs stay."""


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
    for found in (
        left(read(text(name, disguised, "html"))),
        left(read_markdown(text(name, disguised, "md"))),
    ):
        verbs = TO_DO.get(name, [])
        assert [one for one in found if not any(verb in one for verb in verbs)] == []


def test_nothing_else_of_a_paper_changes(name: str, plain: Workspace, told: Workspace) -> None:
    paper = text(name, told, "html")
    assert SEAL not in paper
    assert back(read(paper)) == back(read(text(name, plain, "html")))


def test_json_keeps_the_words_of_lif(name: str, plain: Workspace, told: Workspace) -> None:
    assert text(name, told, "json") == text(name, plain, "json")


def test_files_keep_their_names(plain: Workspace, told: Workspace) -> None:
    for name, asked in ASKED.items():
        names = [REPORTS[name].make(name, one, About(**asked), False).name for one in (plain, told)]
        assert names[0] == names[1]


def test_the_whole_site_is_told_in_them(disguised: Workspace) -> None:
    found: dict[str, list[str]] = {}
    for path, content in laid_out(disguised, False).items():
        page = content.decode("utf-8")
        assert SEAL not in page
        assert "00e000" not in page  # a seal as style sheets write it
        if path.endswith(".html") and (words := left(read(page))):
            found[path] = words
    assert found == {}
