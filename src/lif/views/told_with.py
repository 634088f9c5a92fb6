"""What each kind of record tells on or after one of its days: it was not known while the day had not come."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel

from lif.records.audits import Audit, Recommendation
from lif.records.figures import Return
from lif.records.incidents import CaseConsidered, Incident
from lif.records.inspections import Inspection
from lif.records.law import Extension
from lif.records.learning import LandingTest
from lif.records.meetings import Decision, GroupReport
from lif.records.oversight import Challenge, Escalations, Risk
from lif.records.publications import PlanLine, Publication
from lif.records.references import Document
from lif.records.scrutiny import PartnerReport, Scrutiny, SignedStatement
from lif.records.section11 import Section11Return, Section175Return
from lif.records.training import TrainingSession
from lif.records.voice import ComplaintsAndCompliments, PractitionerIntelligence, Voice

_IN_THE_FIELD = ("practitioners_involved", "families_involved", "not_returned", "sent_back")
_AUDITED = ("results", "overall", "strengths", "findings", "recommendations", "re_audit_due")

TOLD_WITH: Mapping[type[BaseModel], Mapping[str, tuple[str, ...]]] = {
    Audit: {"started": _IN_THE_FIELD, "reported": _AUDITED, "cancelled": ("cancelled_reason",)},
    Recommendation: {"responded_on": ("response", "response_reason")},
    Inspection: {"published": ("judgements", "areas_for_improvement", "text", "response_due")},
    Scrutiny: {
        "reported": ("findings", "recommendations", "response_due"),
        "responded_on": ("response",),
    },
    SignedStatement: {"on": ("text",)},
    PartnerReport: {
        "received": ("own_approval", "taken_at", "outcome", "text", "impact"),
        "own_approval_on": ("own_approval",),
    },
    Section11Return: {
        "submitted": ("answers", "author", "own_approval"),
        "moderated": ("audit_themes", "audit_text"),
        "own_approval_on": ("own_approval",),
    },
    Section175Return: {"reported": ("returners", "standards", "text", "themes", "actions")},
    TrainingSession: {"cancelled_on": ("cancelled_reason",)},
    Voice: {"done_on": ("done",)},
    PractitionerIntelligence: {"done_on": ("done",)},
    ComplaintsAndCompliments: {
        "received": (
            *("complaints", "upheld", "answered_in_time", "compliments", "by_theme", "text", "actions"),
        )
    },
    LandingTest: {"checked_on": ("result", "text", "follows")},
    Challenge: {
        "responded_on": ("response", "satisfied"),
        "closed_on": ("closed_at", "impact", "impact_text"),
    },
    Escalations: {"received": ("none_raised", "counts", "text")},
    Risk: {"closed_on": ("closed_reason",)},
    Publication: {
        "published": ("address", "version", "commit", "keep_until", "sent_to_panel", "figures"),
        "withdrawn": ("withdrawn_reason",),
    },
    PlanLine: {"effect_on": ("effect", "effect_text", "shown_by")},
    Decision: {"outcome_on": ("outcome",)},
    GroupReport: {
        "received": (*("author", "activity", "differences", "heard", "themes", "shortfalls", "help_wanted"),)
    },
    Incident: {
        "considered_on": ("agreed_by", "decision", "decision_reason"),
        "notified": ("notified_time", "notified_to", "rapid_review"),
    },
    CaseConsidered: {
        "considered": ("meeting",),
        "decided": ("decision", "reasons", "dissent", "review", "other_learning"),
        "panel_answered": ("panel_answer", "panel_text"),
    },
    Extension: {"told_on": ("told",)},
    Document: {"approved_on": ("version", "approved_by", "review_due")},
    Return: {"received": ("supplied_by", "values", "stories", "asked", "queries")},
}
"""By kind of record or part: a day, and the fields that speak of what happened on it."""
