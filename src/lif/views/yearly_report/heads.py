"""The sections of a yearly report, in the order in which boards expect them, and what law asks of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lif.law import applies
from lif.records.law import Duty
from lif.records.record import stands
from lif.register import Register
from lif.views.called import called_at
from lif.views.rules import rule
from lif.views.yearly_report.scope import Scope

SectionId = Literal[
    "commentary",
    "area",
    "arrangements",
    "priorities",
    "figures",
    "voice",
    "reviews",
    "child-deaths",
    "audits",
    "scrutiny",
    "training",
    "watched",
    "money",
    "attendance",
    "not-working",
    "next-year",
    "sign-off",
]

TITLES: dict[SectionId, str] = {
    "commentary": "Foreword and independent commentary",
    "area": "The area and its children",
    "arrangements": "The arrangements, and what changed in them",
    "priorities": "Priorities: what was planned, what was done, what is different",
    "figures": "What the figures say",
    "voice": "What children and families said, and what came of it",
    "reviews": "Serious incidents and reviews",
    "child-deaths": "Child deaths",
    "audits": "Audits and self-assessment",
    "scrutiny": "Independent scrutiny and challenge",
    "training": "Training",
    "watched": "Private fostering, allegations, missing children and exploitation",
    "money": "Money and contributions",
    "attendance": "Who came",
    "not-working": "What did not work, and why",
    "next-year": "Next year",
    "sign-off": "Sign-off and circulation",
}
"""Every section with its heading, in the order of the report."""

_CONTENTS = "duty-yearly-report-contents"
_IMPACT = "duty-yearly-report-impact"
_BASIS: dict[SectionId, tuple[str, ...]] = {
    "commentary": ("duty-independent-scrutiny",),
    "arrangements": ("duty-yearly-report", "duty-arrangements-published"),
    "priorities": (_CONTENTS, _IMPACT, "duty-lscb-annual-report"),
    "voice": (_CONTENTS,),
    "reviews": ("duty-yearly-report", _CONTENTS, "duty-practice-review-follow-up"),
    "child-deaths": ("duty-child-death-report", "duty-lscb-child-death-review"),
    "audits": ("duty-section-11", "duty-section-175"),
    "scrutiny": ("duty-independent-scrutiny",),
    "training": (_CONTENTS,),
    "watched": ("duty-private-fostering-report", "duty-yearly-report-restraint"),
    "not-working": (_CONTENTS,),
    "sign-off": ("duty-yearly-report-by-september", "duty-yearly-report-copies"),
}
"""The duties that ask for a section; those that stood at the end of the year are named."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What asks for a section: how binding it is, where it stands, and whether its text was checked."""

    duty: str
    title: str
    binding: str
    source: str
    checked: bool


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a section. `gap` says what no record holds, and is empty where nothing is missing."""

    id: SectionId
    number: int
    title: str
    basis: tuple[Basis, ...]
    gap: str


def head(scope: Scope, id_: SectionId, gap: str = "") -> Head:
    """The head of one section."""
    register = scope.register
    duties = (register.find(Duty, each) for each in _BASIS.get(id_, ()))
    found = tuple(
        basis(register, duty, scope)
        for duty in duties
        if duty and stands(duty, scope.as_at) and applies(duty, scope.year.end)
    )
    return Head(id_, list(TITLES).index(id_) + 1, TITLES[id_], found, gap)


def basis(register: Register, duty: Duty, scope: Scope) -> Basis:
    """One duty as it stood at the end of the year, with the paragraph where its record cites one."""
    asked = rule(register, duty, scope.year.end)
    cited = "; ".join(f"{called_at(register, each.document)}, {each.paragraph}" for each in duty.cites)
    source = cited or asked.source
    if asked.unverified and "not checked" not in source:
        source += "; not checked against its text"
    return Basis(duty.id, asked.title, asked.binding, source, not asked.unverified)
