"""The table of kinds: every class of record, in the order in which the docs and listings name them."""

from __future__ import annotations

from lif.records.actions import Action
from lif.records.audits import Audit, AuditTool
from lif.records.board import Board
from lif.records.charted import Annotation, Forecast, SeriesBreak, StepChange
from lif.records.elements import Element, LearningMethod, Question
from lif.records.evidence import Evidence
from lif.records.figures import Benchmark, PublishedSeries, Return, ReturnSchedule, StatusJudgement
from lif.records.governance import Agency, Expectation, Group, Role
from lif.records.incidents import CaseConsidered, Incident
from lif.records.indicators import DevelopmentItem, Indicator
from lif.records.inspections import Inspection
from lif.records.issued import IssuedPaper
from lif.records.law import Amendment, BankHolidays, Duty, Edition, StatutoryFunction
from lif.records.learning import GoodPractice, Learning, Passage
from lif.records.meetings import GroupReport, Meeting
from lif.records.oversight import Challenge, Escalations, Risk
from lif.records.partners_own import AuditProgramme, IndicatorReview
from lif.records.priorities import Priority, Strategy
from lif.records.privacy_allowances import PrivacyAllowance
from lif.records.publications import ImprovementPlan, Publication
from lif.records.record import Record
from lif.records.references import (
    Acceptance,
    Area,
    DisclosureProfile,
    Document,
    ImportMapping,
    NeighbourSet,
    Source,
    Theme,
)
from lif.records.return_mappings import ReturnMapping
from lif.records.reviews import Review
from lif.records.row_progress import RowProgress
from lif.records.scrutiny import Accounts, PartnerReport, Scrutiny, SignedStatement
from lif.records.section11 import Section11Return, Section11Standard, Section175Return
from lif.records.training import Course, TrainingCurrency, TrainingPlan, TrainingSession
from lif.records.voice import ComplaintsAndCompliments, PractitionerIntelligence, Voice

KINDS: tuple[type[Record], ...] = (
    Board,
    Edition,
    StatutoryFunction,
    Duty,
    BankHolidays,
    Group,
    Agency,
    Role,
    Expectation,
    Priority,
    Strategy,
    Element,
    LearningMethod,
    Question,
    Section11Standard,
    Indicator,
    DevelopmentItem,
    StepChange,
    SeriesBreak,
    Annotation,
    Forecast,
    AuditTool,
    Document,
    Source,
    Theme,
    Area,
    NeighbourSet,
    DisclosureProfile,
    ImportMapping,
    ReturnSchedule,
    ReturnMapping,
    Amendment,
    Acceptance,
    PrivacyAllowance,
    Return,
    PublishedSeries,
    Benchmark,
    StatusJudgement,
    Audit,
    AuditProgramme,
    IndicatorReview,
    Incident,
    CaseConsidered,
    Review,
    Inspection,
    Scrutiny,
    Action,
    ImprovementPlan,
    Section11Return,
    Section175Return,
    TrainingPlan,
    Course,
    TrainingSession,
    TrainingCurrency,
    Voice,
    ComplaintsAndCompliments,
    PractitionerIntelligence,
    Learning,
    GoodPractice,
    Passage,
    RowProgress,
    Challenge,
    Escalations,
    Risk,
    GroupReport,
    PartnerReport,
    Meeting,
    SignedStatement,
    Accounts,
    Publication,
    IssuedPaper,
    Evidence,
)

BY_NAME: dict[str, type[Record]] = {cls.kind: cls for cls in KINDS}
BY_FOLDER: dict[str, type[Record]] = {cls.folder: cls for cls in KINDS}
BY_WORD: dict[str, type[Record]] = {word: cls for cls in KINDS for word in (cls.kind, cls.plural)}
