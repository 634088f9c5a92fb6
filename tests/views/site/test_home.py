"""The first page counts what its pages hold, tells what needs attention, and leads to it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from tests.folders import Write, written
from tests.reports.papers import FILES
from tests.small_board import SMALL
from tests.views.site.site_of import site_of
from tests.views.site.test_indicators import grid

from lif.measures.assemble import assemble
from lif.views.papers import Question
from lif.views.scorecard import Scorecard, scorecard
from lif.views.scorecard.question import Ask, latest_quarter
from lif.views.site import Site, site
from lif.views.site.bodies import HomeBody
from lif.workspace import Workspace

AS_AT = date(2025, 5, 20)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, Scorecard]:
    """The site and the scorecard of the latest quarter of the same board on the same day."""
    folder = written(tmp_path_factory.mktemp("board"), {**SMALL, **FILES})
    loaded = Workspace.load(folder, AS_AT, checks=())
    quarter = latest_quarter(loaded.register, AS_AT)
    assert quarter is not None
    ask = Ask(loaded.register, assemble(loaded.register, AS_AT), AS_AT, quarter)
    return site(Question(loaded.register, AS_AT, loaded.board)), scorecard(ask)


def home(found: Site) -> HomeBody:
    body = next(page.body for page in found.pages if page.path == "index.html")
    assert isinstance(body, HomeBody)
    return body


def test_the_latest_quarter_is_counted_as_the_scorecard_counts_it(made: tuple[Site, Scorecard]) -> None:
    said, headlines = home(made[0]), made[1].headlines
    assert said.quarter == made[1].quarter.label
    assert {fact.label: fact.values[0].text for fact in said.state} == {
        "Indicators in use": str(headlines.indicators),
        "Improving": str(len(headlines.improving)),
        "Getting worse": str(len(headlines.worse)),
        "Off target": str(len(headlines.red)),
        "Will miss target without change": str(len(headlines.will_miss)),
        "Too early to say, or no figure": str(made[1].matrix.too_early),
    }


def test_priorities_are_counted_as_the_scorecard_counts_them(made: tuple[Site, Scorecard]) -> None:
    (table,) = home(made[0]).priorities
    assert [row[:5] for row in grid(table)[1:]] == [
        [part.name, str(len(part.lines)), str(part.improving), str(part.worse), str(part.red)]
        for part in made[1].priorities
    ]


def test_what_needs_attention_is_told_with_the_page_that_says_more(made: tuple[Site, Scorecard]) -> None:
    told = [(words.text, words.ref.path if words.ref else "") for words in home(made[0]).attention]
    late = len(made[1].actions.overdue)
    assert told[0] == (f"{late} action{' is' if late == 1 else 's are'} overdue", "actions/index.html")
    assert told[1:] == [
        ("1 action is reported complete and not yet assured", "actions/index.html"),
        ("1 indicator is getting worse", "indicators/index.html"),
    ]
    assert len(made[1].headlines.worse) == 1
    paths = {page.path for page in made[0].pages}
    assert {path.partition("#")[0] for _, path in told} <= paths


def test_examples_among_the_counts_are_told(made: tuple[Site, Scorecard]) -> None:
    assert home(made[0]).examples.startswith("Illustrative among what is counted on this page: 1 indicator.")


QUIET: Mapping[str, str] = {}


def test_a_board_that_has_just_begun_has_a_first_page(workspace: Write) -> None:
    said = home(site_of(workspace, QUIET, "2025-05-20"))
    assert (said.attention, said.dates, said.lately, said.changes) == ((), (), (), ())
    assert said.examples == ""
    assert said.quarter == "Quarter 4 2024/25 (January to March 2025)"
    assert [row[1] for row in grid(said.groups[0])[1:]] == ["none planned", "none planned"]


def test_the_day_of_the_site_decides_what_happened_lately(made: tuple[Site, Scorecard]) -> None:
    happened = made[0].lately
    assert all(date(2024, 5, 20) < one.on <= AS_AT for one in happened)
    assert [one.on for one in happened] == sorted((one.on for one in happened), reverse=True)
    assert len({one.key for one in happened}) == len(happened)
    assert "Look again at neglect." in [one.text for one in happened]


def test_every_path_is_there_once(made: tuple[Site, Scorecard], tmp_path: Path) -> None:
    paths = [page.path for page in made[0].pages]
    assert len(set(paths)) == len(paths)
