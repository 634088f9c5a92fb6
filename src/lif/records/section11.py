"""Agencies' and schools' self-assessment: section 11 of the Children Act 2004, and sections 175 and 157."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from lif.records.chases import Chase
from lif.records.fields import (
    AddressText,
    Count,
    Date,
    Flag,
    Line,
    Link,
    Text,
    ToAction,
    ToAgency,
    ToAny,
    ToElementItem,
    ToGroup,
    ToRole,
    ToSection11Question,
    ToTheme,
)
from lif.records.record import Item, Part, Record

Met = Literal["fully-met", "partly-met", "not-met"]


class Section11Question(Item):
    """One question of a standard."""

    text: Text = Field(description="The question in plain words.")
    answer: Literal["scored", "narrative", "list"] = Field(description="How it is answered.")
    statements: tuple[ToElementItem, ...] = Field(
        default=(), description="Statements of what good looks like that an answer bears on."
    )


class Section11Standard(Record):
    """A standard of the section 11 self-assessment, with its questions."""

    kind: ClassVar[str] = "section11-standard"
    plural: ClassVar[str] = "section11-standards"
    folder: ClassVar[str] = "framework/section11"

    title: Line = Field(description="The standard in a few words.")
    text: Text = Field(description="The standard in plain words.")
    questions: tuple[Section11Question, ...] = Field(default=(), description="Its questions.")


class Section11Answer(Item):
    """An answer to one question: own score, moderated score, what shows it and how old that is."""

    question: ToSection11Question = Field(description="The question, as standard/question.")
    not_applicable: Flag = Field(default=False, description="True when it does not apply to this agency.")
    not_applicable_reason: Text | None = Field(default=None, description="Why it does not apply.")
    self_score: Met | None = Field(default=None, description="How the agency scores itself.")
    moderated_score: Met | None = Field(default=None, description="The score after moderation.")
    moderation_reason: Text | None = Field(default=None, description="Why moderation changed the score.")
    text: Text | None = Field(default=None, description="The answer in words.")
    entries: tuple[Line, ...] = Field(default=(), description="The answer as a list, for a list question.")
    evidence: tuple[ToAny, ...] = Field(default=(), description="Records that show it.")
    evidence_text: Line | None = Field(default=None, description="What shows it, where no record does.")
    evidence_on: Date | None = Field(default=None, description="The day the evidence dates from.")
    carried_forward: Annotated[str, AddressText, Link(("section11-return",), "may")] | None = Field(
        default=None, description="The earlier return, or answer, that this one repeats."
    )
    still_true_on: Date | None = Field(
        default=None, description="When the repeated answer was looked at again and found still true."
    )
    actions: tuple[ToAction, ...] = Field(default=(), description="Actions that came of it.")


class SurveyAnswer(Part):
    """How many of the staff who answered said yes to one question."""

    question: ToSection11Question = Field(description="The question, as standard/question.")
    said_yes: Count = Field(description="How many said yes.")
    of: Count = Field(description="How many answered it.")


class StaffSurvey(Part):
    """The staff survey beside a return: how many were asked, how many answered, what they said."""

    on: Date = Field(description="The day it closed.")
    asked: Count = Field(description="How many were asked.")
    answered: Count = Field(description="How many answered.")
    answers: tuple[SurveyAnswer, ...] = Field(default=(), description="The answers, question by question.")


class FocusGroup(Part):
    """A conversation with staff beside a return."""

    on: Date = Field(description="The day.")
    people: Count = Field(description="How many took part.")
    text: Text = Field(description="What was said, never by whom.")


class Section11Return(Record):
    """One agency's section 11 self-assessment in one cycle, from opening the window to freezing it."""

    kind: ClassVar[str] = "section11-return"
    plural: ClassVar[str] = "section11-returns"
    folder: ClassVar[str] = "data/section11-returns"
    brief: ClassVar[tuple[str, ...]] = ("agency", "cycle", "due", "submitted", "moderated")
    known_from: ClassVar[str] = "opened"

    agency: ToAgency = Field(description="The agency.")
    cycle: Line = Field(description="The cycle, named the same for every agency, as in 2024.")
    group: ToGroup = Field(description="The group that moderates it.")
    opened: Date = Field(description="When the window opened.")
    due: Date = Field(description="When the return was due.")
    submitted: Date | None = Field(default=None, description="When it came.")
    moderated: Date | None = Field(default=None, description="When it was moderated.")
    frozen: Date | None = Field(default=None, description="When the window closed: nothing changes after it.")
    author: ToRole | None = Field(default=None, description="The role that can be asked about it.")
    chases: tuple[Chase, ...] = Field(default=(), description="Reminders sent, in order.")
    own_approval: Line | None = Field(
        default=None, description="The agency's own governance that approved it first."
    )
    own_approval_on: Date | None = Field(default=None, description="When that was.")
    answers: tuple[Section11Answer, ...] = Field(default=(), description="The answers, question by question.")
    survey: StaffSurvey | None = Field(default=None, description="The staff survey.")
    focus_groups: tuple[FocusGroup, ...] = Field(default=(), description="Conversations with staff.")
    audit_themes: tuple[ToTheme, ...] = Field(
        default=(), description="Themes of the audits that the agency did alone."
    )
    audit_text: Text | None = Field(default=None, description="What those audits found.")


class Returners(Part):
    """How many schools or colleges of one type were asked, and how many returned."""

    sort: Literal[
        "nursery",
        "primary",
        "secondary",
        "all-through",
        "special",
        "alternative-provision",
        "independent",
        "college",
    ] = Field(description="The type.")
    asked: Count = Field(description="How many were asked.")
    returned: Count = Field(description="How many returned.")


class StandardSummary(Item):
    """How many returners met one standard."""

    text: Text = Field(description="The standard in plain words.")
    fully_met: Count = Field(description="How many met it fully.")
    partly_met: Count = Field(description="How many met it partly.")
    not_met: Count = Field(description="How many did not meet it.")
    not_applicable: Count = Field(default=0, description="For how many it does not apply.")
    statements: tuple[ToElementItem, ...] = Field(default=(), description="Statements that it bears on.")


class Section175Return(Record):
    """Self-assessments of schools and colleges under sections 175 and 157, summarised: never one school."""

    kind: ClassVar[str] = "section175-return"
    plural: ClassVar[str] = "section175-returns"
    folder: ClassVar[str] = "data/section175-returns"
    brief: ClassVar[tuple[str, ...]] = ("cycle", "group", "due", "reported")
    known_from: ClassVar[str] = "opened"

    cycle: Line = Field(description="The cycle, as in 2024-25-academic.")
    group: ToGroup = Field(description="The group that follows it.")
    opened: Date = Field(description="When the window opened.")
    due: Date = Field(description="When returns were due.")
    reported: Date | None = Field(default=None, description="When the summary went to the group.")
    returners: tuple[Returners, ...] = Field(default=(), description="Asked and returned, by type.")
    standards: tuple[StandardSummary, ...] = Field(
        default=(), description="Standards, and how many met each."
    )
    text: Text | None = Field(default=None, description="What the returns say as a whole.")
    themes: tuple[ToTheme, ...] = Field(default=(), description="Themes.")
    actions: tuple[ToAction, ...] = Field(default=(), description="Actions that came of it.")
