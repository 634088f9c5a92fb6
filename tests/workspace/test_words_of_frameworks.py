"""Words that a framework brings: a board that extends it has them, or its own in their place."""

from __future__ import annotations

from datetime import date

import pytest
from tests.folders import Write
from tests.small_board import SMALL

from lif.diagnostics import line
from lif.workspace import Workspace

DAY = date(2025, 5, 20)
THEMES = "- id: {0}\n  name: A theme of {0}\n"
REGION = {
    "region/lif.yaml": "extends: []\nvocabulary:\n  agency: [ally, allies]\n  finding: outcome\n",
    "region/framework/themes.yaml": THEMES.format("region"),
}
OTHER = {
    "other/lif.yaml": "extends: []\nvocabulary:\n  agency: member\n  bulletin: newsletter\n",
    "other/framework/themes.yaml": THEMES.format("other"),
}


def load(workspace: Write, words: str = "", extends: str = "../region") -> Workspace:
    """The small board, which extends the region and has these words of its own."""
    settings = f"board: hill\nextends: [{extends}]\n{words}"
    root = workspace({f"board/{path}": text for path, text in SMALL.items()} | REGION | OTHER)
    (root / "board" / "lif.yaml").write_text(settings, "utf-8")
    return Workspace.load(root / "board", DAY)


def called(loaded: Workspace) -> dict[str, tuple[str, str]]:
    return loaded.settings.vocabulary.called()


def test_a_board_that_says_nothing_speaks_the_words_of_its_framework(workspace: Write) -> None:
    loaded = load(workspace)
    assert loaded.errors == ()
    assert called(loaded) == {"agency": ("ally", "allies"), "finding": ("outcome", "outcomes")}
    assert loaded.speaking().words.plain("Each agency has a finding.") == "Each ally has an outcome."


def test_a_word_of_the_board_takes_the_place_of_one_and_the_others_stay(workspace: Write) -> None:
    loaded = load(workspace, "vocabulary:\n  agency: partner organisation\n  priority: key area\n")
    assert called(loaded) == {
        "agency": ("partner organisation", "partner organisations"),
        "priority": ("key area", "key areas"),
        "finding": ("outcome", "outcomes"),
    }


def test_the_word_of_lif_itself_comes_back_by_saying_it(workspace: Write) -> None:
    loaded = load(workspace, "vocabulary:\n  agency: agency\n")
    assert loaded.speaking().words.plain("Agencies and findings.") == "Agencies and outcomes."


def test_of_two_frameworks_the_later_is_the_nearer(workspace: Write) -> None:
    assert called(load(workspace, extends="../region, ../other"))["agency"] == ("member", "members")
    assert called(load(workspace, extends="../other, ../region"))["agency"] == ("ally", "allies")


def test_words_come_by_way_of_a_framework_in_between(workspace: Write) -> None:
    root = workspace(
        {f"board/{path}": text for path, text in SMALL.items()}
        | REGION
        | {
            "county/lif.yaml": "extends: [../region]\nvocabulary:\n  finding: insight\n",
            "county/framework/themes.yaml": THEMES.format("county"),
        }
    )
    (root / "board" / "lif.yaml").write_text("board: hill\nextends: [../county]\n", "utf-8")
    loaded = Workspace.load(root / "board", DAY)
    assert called(loaded) == {"agency": ("ally", "allies"), "finding": ("insight", "insights")}
    assert called(Workspace.load(root / "county", DAY)) == called(loaded)


@pytest.mark.parametrize(
    ("words", "extends", "said"),
    [
        (
            "vocabulary:\n  recommendation: outcome\n",
            "../region",
            "lif.yaml:4:19: error S132 'recommendation' cannot be called 'outcome': that is the word for "
            "finding in region (choose another word, or give finding one of its own)",
        ),
        (
            "vocabulary:\n  action: outcome\n",
            "../region",
            "lif.yaml:4:11: error S132 'finding' cannot be called 'outcome', as region has it: that is the "
            "word for action (choose another word, or give action one of its own)",
        ),
        (
            "vocabulary:\n  bulletin: insight\n",
            "../other, ../region",
            None,
        ),
    ],
)
def test_a_word_for_two_things_is_told_at_the_boards_own(
    workspace: Write, words: str, extends: str, said: str | None
) -> None:
    loaded = load(workspace, words, extends)
    assert [line(one) for one in loaded.errors] == ([said] if said else [])


def test_a_word_for_two_things_in_two_frameworks_is_told_where_both_are_named(workspace: Write) -> None:
    both = {**OTHER, "other/lif.yaml": "extends: []\nvocabulary:\n  recommendation: outcome\n"}
    root = workspace({f"board/{path}": text for path, text in SMALL.items()} | REGION | both)
    settings = root / "board" / "lif.yaml"
    settings.write_text("board: hill\nextends: [../region, ../other]\n", "utf-8")
    assert [line(one) for one in Workspace.load(root / "board", DAY).errors] == [
        "lif.yaml:2:10: error S132 'recommendation' cannot be called 'outcome', as other has it: that is the "
        "word for finding in region (choose another word, or give finding one of its own)"
    ]
    settings.write_text(f"{settings.read_text('utf-8')}vocabulary:\n  finding: finding\n", "utf-8")
    assert Workspace.load(root / "board", DAY).errors == ()
