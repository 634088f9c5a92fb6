"""Hostile words behind the papers on what is done change no element of a page and no mark of Markdown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from tests.conftest import ROOT
from tests.reports.poison import HOSTILES, poisoned
from tests.reports.reader import Page, read
from tests.reports.test_scorecard_hostile import shape

from lif.cli.reports import REPORTS, About, Paper
from lif.workspace import Workspace

AS_AT = date(2025, 12, 10)
PAPERS = ("action-tracker", "challenge-and-risk-log", "improvement-plan")
WORDS = (HOSTILES[0], HOSTILES[3], HOSTILES[7], HOSTILES[9], HOSTILES[10], HOSTILES[18])


@cache
def workspace(word: str) -> Workspace:
    real = Workspace.load(ROOT, AS_AT, checks=())
    return replace(real, register=poisoned(real.register, word, word))


@cache
def paper(name: str, word: str) -> Paper:
    return REPORTS[name].make(name, workspace(word), About(), False)


@cache
def page(name: str, word: str) -> Page:
    return read(paper(name, word).text("html"))


@pytest.mark.parametrize("name", PAPERS)
def test_the_words_are_really_there(name: str) -> None:
    assert paper(name, "two words").text("html").count("two words") > 100


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("name", PAPERS)
def test_both_forms_keep_their_shape(name: str, word: str) -> None:
    assert page(name, word).shape == page(name, "two words").shape
    assert shape(paper(name, word).text("md")) == shape(paper(name, "two words").text("md"))
