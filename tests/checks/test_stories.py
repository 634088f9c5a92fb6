"""Stories in records: the place of the sentence, explanations, and what is not told of."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from tests.checks.examples import CODES_FOLDER

from lif.calendars import parse_period
from lif.checks.stories.codes import STORIES
from lif.checks.stories.gathering import Gathering
from lif.checks.stories.reading_all import read_all
from lif.diagnostics import Diagnostic
from lif.measures.assemble import assemble
from lif.measures.claims.judging import judge
from lif.measures.claims.reading import Reading
from lif.measures.claims.sentences import sentences
from lif.records.indicators import Indicator
from lif.register import Register
from lif.views.scorecard.lines import Line, line
from lif.views.scorecard.question import Ask
from lif.workspace import Workspace

ROOT = Path(__file__).resolve().parent.parent.parent
RETURN = "data/returns/council-2024-25-q3.yaml"
OWN = "38 of 52 children were visited in time."
QUARTERS = ("2023-24-Q4", "2024-25-Q1", "2024-25-Q2", "2024-25-Q3", "2024-25-Q4")


@cache
def _ours() -> Register:
    """The records of this repository, which are the same on any day."""
    return Workspace.load(ROOT, date(2025, 6, 5), checks=()).register


def _told(folder: Path, story: str, more: str = "", as_at: date = date(2025, 3, 10)) -> list[Diagnostic]:
    """What is said of a story about visits, 38 of 52 this quarter and 40 of 50 in the last."""
    shutil.copytree(CODES_FOLDER / "F201", folder)
    path = folder / RETURN
    before, _, _ = path.read_text(encoding="utf-8").partition("    story: |")
    path.write_text(f"{before}    story: {story}\n{more}", encoding="utf-8")
    loaded = Workspace.load(folder, as_at, checks=STORIES)
    return [each for each in loaded.diagnostics if each.code.startswith("F2")]


@pytest.mark.parametrize(
    ("story", "after"),
    [
        ("|\n      Two sentences.\n      Performance has improved.", 2),
        (">-\n      Two sentences. Performance\n      has improved.", 2),
        ("'It''s so. Performance has improved.'", 0),
        ('"It\\u2019s so. Performance has improved."', 0),
        ("Two sentences. Performance has improved.", 0),
        ("Two sentences.\n      Performance has improved.", 1),
    ],
)
def test_a_finding_points_at_the_words(tmp_path: Path, story: str, after: int) -> None:
    (found,) = _told(tmp_path / "w", story)
    text = (tmp_path / "w" / RETURN).read_text(encoding="utf-8").splitlines()
    first = next(number for number, line in enumerate(text, 1) if line.startswith("    story:"))
    assert found.location.line == first + after
    assert text[found.location.line - 1][found.location.column - 1 :].startswith("improved")
    assert (found.code, found.field) == ("F201", "stories.0.story")


def test_a_true_story_is_left_alone(tmp_path: Path) -> None:
    assert not _told(tmp_path / "w", f"{OWN} It was 80% last quarter.")


def test_a_number_may_be_explained(tmp_path: Path) -> None:
    story = f"{OWN} In all 31% of families had moved."
    (found,) = _told(tmp_path / "a", story)
    assert found.code == "F205"
    assert '"31%"' in found.message
    more = "    figures_from:\n      - number: 31%\n        note: Council tax register, January 2025.\n"
    assert not _told(tmp_path / "b", story, more)
    assert not _told(tmp_path / "c", f"{OWN} In all 31% of families had moved (visits-in-time).")
    both = _told(tmp_path / "d", story, more.replace("31%", "32%"))
    assert [each.code for each in both] == ["F205", "F210"]


def test_an_explanation_explains_no_contradiction(tmp_path: Path) -> None:
    more = "    figures_from:\n      - number: improved\n        note: So we think.\n"
    found = _told(tmp_path / "w", "Performance has improved.", more)
    assert [each.code for each in found] == ["F201"]


def test_what_is_written_later_is_not_read_yet(tmp_path: Path) -> None:
    assert not _told(tmp_path / "w", "Performance has improved.", as_at=date(2025, 1, 10))


def test_a_message_shows_no_personal_data(tmp_path: Path) -> None:
    (found,) = _told(tmp_path / "w", f"{OWN} Then 943 476 5919% of them moved.")
    assert "943 476 5919" not in found.message


def test_a_sentence_about_another_indicator_is_held_against_that() -> None:
    day = date(2025, 6, 5)
    gathering = Gathering(_ours(), assemble(_ours(), day), day)
    last = parse_period("2024-25-Q4")
    names = ("decision-within-1-day", "re-referrals")
    found = [gathering.facts(_ours().record(Indicator, name), last.end, last.kind) for name in names]
    facts = [each for each in found if each]
    (sentence,) = sentences("Re-referrals within 12 months were 18.8%.")
    assert judge(Reading(sentence), facts[:1])
    assert not judge(Reading(sentence), facts)


@pytest.mark.parametrize("quarter", QUARTERS)
def test_the_stories_of_this_workspace_are_left_alone(quarter: str) -> None:
    day = parse_period(quarter).end + timedelta(days=70)
    read = read_all(_ours(), day)
    assert [(each.told.record, each.verdict.message) for each in read.faults] == []
    assert read.sentences > 20 or quarter == QUARTERS[0]


@pytest.mark.parametrize("quarter", QUARTERS)
def test_what_the_paper_says_of_itself_is_so(quarter: str) -> None:
    """The words of the scorecard, as sentences, do not contradict what stories are held against."""
    period = parse_period(quarter)
    day = period.end + timedelta(days=70)
    figures = assemble(_ours(), day)
    gathering = Gathering(_ours(), figures, day)
    said = 0
    ask = Ask(_ours(), figures, day, period)
    for indicator in ask.indicators():
        facts = gathering.facts(indicator, period.end)
        series = ask.series(indicator)
        if facts is None or series is None:
            continue
        for words in _sentences(line(ask, indicator, ask.judge(series))):
            said += 1
            (sentence,) = sentences(words)
            wrong = [each.message for each in judge(Reading(sentence), [facts]) if each.fault != "untested"]
            assert not wrong, (indicator.id, words)
    assert said > 50


def _sentences(told: Line) -> list[str]:
    """What the table and the headlines say of an indicator, as a reader would say it."""
    found = []
    if told.latest.number is not None:
        found.append(f"The figure is {told.latest.text}.")
    if told.status.key in ("met", "missed"):
        found.append(f"It is {'on' if told.status.key == 'met' else 'off'} target.")
    if told.travel and told.travel.key in ("up", "down"):
        found.append(f"It {'rose' if told.travel.key == 'up' else 'fell'}.")
    if told.changing.key.startswith(("improvement", "concern")):
        found.append(f"It is {'improving' if told.changing.tone == 'better' else 'getting worse'}.")
    for each in told.comparisons:
        words = {"better": "better than", "worse": "worse than", "similar": "similar to"}.get(each.result)
        name = {"england": "England", "region": "the region", "neighbours": "our neighbours"}[each.sort]
        found += [f"It is {words} {name}."] if words else []
    return found
