"""Records of the learning loop that hold only part of what they may never make a check crash."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

import pytest
from pydantic import BaseModel
from tests.conftest import ROOT

from lif.checks.registry import CHECKS
from lif.records.actions import Action
from lif.records.elements import Element
from lif.records.governance import Agency, Group, Role
from lif.records.incidents import CaseConsidered, Incident
from lif.records.inspections import Inspection
from lif.records.learning import GoodPractice, Learning, Passage
from lif.records.meetings import Meeting
from lif.records.oversight import Challenge, Escalations, Risk
from lif.records.publications import ImprovementPlan, Publication
from lif.records.references import Document, Theme
from lif.records.reviews import Review
from lif.records.scrutiny import Accounts, PartnerReport, Scrutiny, SignedStatement
from lif.records.section11 import Section11Return, Section11Standard, Section175Return
from lif.records.training import Course, TrainingCurrency, TrainingPlan, TrainingSession
from lif.records.voice import ComplaintsAndCompliments, PractitionerIntelligence, Voice
from lif.register import Entry, Register
from lif.workspace import Workspace

SHAKEN = (
    *(Incident, CaseConsidered, Review, Inspection, Scrutiny, Challenge, Escalations, Risk),
    *(PartnerReport, SignedStatement, Accounts, Publication, ImprovementPlan, Document, Meeting),
    *(Section11Return, Section11Standard, Section175Return, TrainingPlan, Course, TrainingSession),
    *(TrainingCurrency, Voice, ComplaintsAndCompliments, PractitionerIntelligence),
    *(Learning, GoodPractice, Passage, Element),
)
BESIDE = (Action, Agency, Group, Role, Theme)
DAYS = (date(1, 1, 1), date(2018, 6, 29), date(2024, 2, 29), date(2025, 12, 10), date(9999, 12, 31))
QUARTERS = ("2024-25-Q1", "2024-25-Q2", "2198-99-Q4")


@pytest.fixture(scope="module")
def entries() -> tuple[Entry, ...]:
    register = Workspace.load(ROOT, DAYS[3], checks=()).register
    return tuple(one for one in register.entries.values() if isinstance(one.record, (*SHAKEN, *BESIDE)))


def shaken(model: BaseModel, random: Random) -> Any:
    """The model with a third of what may be left out left out, and some of its days and quarters changed."""
    changed: dict[str, object] = {}
    for name, info in type(model).model_fields.items():
        value = getattr(model, name)
        if not info.is_required() and random.random() < 0.33:
            changed[name] = info.default
        elif isinstance(value, date) and random.random() < 0.4:
            changed[name] = random.choice(DAYS)
        elif name == "quarter" and random.random() < 0.4:
            changed[name] = random.choice(QUARTERS)
        elif isinstance(value, BaseModel):
            changed[name] = shaken(value, random)
        elif isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
            changed[name] = tuple(shaken(part, random) for part in value)
    return model.model_copy(update=changed)


def found(register: Register, day: date) -> Iterator[str]:
    for check in CHECKS:
        for finding in check(register, day):
            yield finding.message + finding.hint


def test_the_workspace_has_a_record_of_each_kind(entries: tuple[Entry, ...]) -> None:
    assert {type(one.record) for one in entries} == {*SHAKEN, *BESIDE}


@pytest.mark.parametrize("seed", range(25))
def test_half_filled_records_are_only_told_about(entries: tuple[Entry, ...], seed: int) -> None:
    random = Random(seed)
    register = Register.of(
        Entry(shaken(one.record, random) if isinstance(one.record, SHAKEN) else one.record, one.path)
        for one in entries
    )
    for day in (DAYS[seed % len(DAYS)], date(2025, 12, 10)):
        assert all(text.isprintable() for text in found(register, day))
