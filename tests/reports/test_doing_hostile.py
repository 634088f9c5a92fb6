"""Hostile words in the records behind the papers on what is done: they stay words in every form."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import cache

import pytest
from tests.conftest import ROOT
from tests.reports.poison import HOSTILES, as_text, free_texts, put
from tests.reports.reader import Page, read
from tests.reports.test_scorecard_hostile import shape

from lif.cli.report import REPORTS, named
from lif.diagnostics import visible
from lif.records.actions import Action
from lif.records.board import Board
from lif.records.evidence import Evidence
from lif.records.governance import Agency, Group, Role
from lif.records.oversight import Challenge, Escalations, Risk
from lif.records.priorities import Priority
from lif.records.publications import ImprovementPlan
from lif.records.reading import read_record
from lif.records.record import Record
from lif.records.references import Theme
from lif.records.reviews import Review
from lif.register import Entry, Register
from lif.reports.laying_out import View, lay_out
from lif.reports.papers import Stamp
from lif.views.papers import Question
from lif.workspace import Workspace

AS_AT = date(2025, 12, 10)
STAMP = Stamp("0.0.0", None, None)
PAPERS = ("action-tracker", "challenge-and-risk-log", "improvement-plan")
POISONED: tuple[type[Record], ...] = (
    *(Action, Evidence, Agency, Group, Role, Challenge, Escalations, Risk),
    *(Priority, ImprovementPlan, Theme, Review),
)
"""Every kind whose words these papers print."""
WORDS = (*HOSTILES[:6], HOSTILES[7], HOSTILES[8], HOSTILES[9], HOSTILES[15], HOSTILES[18])


@cache
def workspace() -> Workspace:
    return Workspace.load(ROOT, AS_AT, checks=())


@cache
def texts() -> Mapping[str, tuple[str, tuple[tuple[str | int, ...], ...]]]:
    """Each record whose words are printed, as plain data, and the places in it where any text may stand."""
    found = {}
    for id_, entry in workspace().register.entries.items():
        if isinstance(entry.record, POISONED):
            data = as_text(entry.record.model_dump(mode="json", exclude_defaults=True))
            text = json.dumps(data, default=str)
            found[id_] = (text, free_texts(type(entry.record), text))
    return found


@cache
def poisoned(word: str) -> Register:
    """The real workspace with every free text of these kinds replaced."""
    real = workspace().register
    entries = []
    for id_, entry in real.entries.items():
        record = entry.record
        if id_ in texts():
            text, places = texts()[id_]
            data = json.loads(text)
            for place in places:
                put(data, place, word)
            made = read_record(type(record), data)
            assert isinstance(made, type(record)), made
            record = made
        entries.append(Entry(record, entry.path))
    return Register.of(entries, (), real.published, real.board_id)


@cache
def view(paper: str, word: str) -> View:
    register = poisoned(word)
    board = register.record(Board, register.board_id)
    found: View = named(REPORTS[paper].view)(Question(register, AS_AT, board))
    return found


@cache
def page(paper: str, word: str) -> tuple[str, Page]:
    text = lay_out(paper, view(paper, word), "Hill", STAMP, "html")
    return text, read(text)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_words_are_really_there(paper: str) -> None:
    assert page(paper, "two words")[0].count("two words") > 100


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("paper", PAPERS)
def test_a_page_keeps_its_shape(paper: str, word: str) -> None:
    (text, made), (_, plain) = page(paper, word), page(paper, "two words")
    assert made.slips == ()
    assert made.shape == plain.shape
    assert {name for each in made.all() for name in each.attrib} <= {
        name for each in plain.all() for name in each.attrib
    }
    assert visible(text.replace("\n", " ")) == text.replace("\n", " ")
    assert [href for href in made.values("href") if not href.startswith("#")] == []


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("paper", PAPERS)
def test_markdown_keeps_its_shape(paper: str, word: str) -> None:
    text = lay_out(paper, view(paper, word), "Hill", STAMP, "md")
    assert shape(text) == shape(lay_out(paper, view(paper, "two words"), "Hill", STAMP, "md"))
    assert visible(text.replace("\n", " ")) == text.replace("\n", " ")
