"""Every check in the order of its code, and every code that lif can print."""

from __future__ import annotations

from lif.checks.acceptances import ACCEPTANCES
from lif.checks.adding_up import ADDING_UP
from lif.checks.allowances import ALLOWANCES
from lif.checks.allowances import USES as ALLOWANCE_USES
from lif.checks.altered import ALTERED
from lif.checks.altered_days import ALTERED_DAYS
from lif.checks.answers import ANSWERS
from lif.checks.asked_of import ASKED_OF
from lif.checks.assurance import ASSURANCES
from lif.checks.attendance import ATTENDANCE
from lif.checks.audits import AUDITS
from lif.checks.awaiting import AWAITING
from lif.checks.basis import BASES
from lif.checks.building_on import BUILDING_ON
from lif.checks.business import BUSINESS
from lif.checks.chains import CHAINS
from lif.checks.challenges import CHALLENGES
from lif.checks.classes import CLASSES
from lif.checks.clocks import CLOCKS
from lif.checks.comparing import COMPARING
from lif.checks.complaints import COMPLAINTS
from lif.checks.considered import CONSIDERED
from lif.checks.counted import COUNTED
from lif.checks.dates import DATES
from lif.checks.definitions import DEFINITIONS
from lif.checks.disclosure import DISCLOSURE
from lif.checks.editions import EDITIONS
from lif.checks.element_rows import ELEMENT_ROWS
from lif.checks.escalations import ESCALATIONS
from lif.checks.evaluations import EVALUATIONS
from lif.checks.extensions import EXTENSIONS
from lif.checks.far_days import FAR_DAYS
from lif.checks.finding import Check
from lif.checks.histories import HISTORIES
from lif.checks.identity import IDENTITIES
from lif.checks.impact import IMPACTS
from lif.checks.incidents import INCIDENTS
from lif.checks.inspections import INSPECTIONS
from lif.checks.issued import ISSUED
from lif.checks.jumps import JUMPS
from lif.checks.key_messages import KEY_MESSAGES
from lif.checks.learning import LEARNING
from lif.checks.links import LINKS
from lif.checks.milestones import MILESTONES
from lif.checks.naming import NAMINGS
from lif.checks.neutral import NEUTRAL
from lif.checks.notices import NOTICES
from lif.checks.outcomes import OUTCOMES
from lif.checks.parallel import PARALLEL
from lif.checks.partner_reports import PARTNER_REPORTS
from lif.checks.partners import PARTNERS
from lif.checks.parts import PARTS
from lif.checks.personal_data import PERSONAL
from lif.checks.plans import PLANS
from lif.checks.plausible import PLAUSIBLE
from lif.checks.promises import PROMISES
from lif.checks.publications import PUBLICATIONS
from lif.checks.publishing import PUBLISHING
from lif.checks.rare import RARE_EVENTS
from lif.checks.reached import REACHED
from lif.checks.return_mappings import RETURN_MAPPINGS
from lif.checks.returns import RETURNS
from lif.checks.review_learning import REVIEW_LEARNING
from lif.checks.review_principles import REVIEW_PRINCIPLES
from lif.checks.reviews import REVIEWS
from lif.checks.rhythm import RHYTHM
from lif.checks.risks import RISKS
from lif.checks.routes import ROUTES
from lif.checks.same_days import SAME_DAYS
from lif.checks.schools import SCHOOLS
from lif.checks.self_answers import SELF_ANSWERS
from lif.checks.self_assessment import SELF_ASSESSMENTS
from lif.checks.self_scores import SELF_SCORES
from lif.checks.series import SERIES
from lif.checks.sessions import SESSIONS
from lif.checks.spreading import SPREADING
from lif.checks.statements import STATEMENTS
from lif.checks.states import STATES
from lif.checks.stories.codes import STORIES
from lif.checks.taking_over import TAKING_OVER
from lif.checks.targets import TARGETS
from lif.checks.themes import THEMES
from lif.checks.training import TRAINING
from lif.checks.use import USES
from lif.checks.values import VALUES
from lif.checks.voice import VOICES
from lif.checks.windows import WINDOWS
from lif.diagnostics import AnyCode
from lif.records.problems import IDENTITY, SCHEMA
from lif.source.problems import READING

_FOUND: tuple[Check, ...] = (
    *(*IDENTITIES, *BUILDING_ON, *LINKS, *USES, *CHAINS, *NAMINGS, *RETURN_MAPPINGS),
    *(*DATES, *FAR_DAYS, *HISTORIES, *MILESTONES, *CLOCKS, *EXTENSIONS),
    *(*ASSURANCES, *STATES, *IMPACTS, *AWAITING, *ANSWERS, *AUDITS, *BUSINESS, *THEMES, *TAKING_OVER),
    *(*NEUTRAL, *INCIDENTS, *NOTICES, *CONSIDERED, *PARALLEL, *SAME_DAYS),
    *(*REVIEWS, *REVIEW_LEARNING, *REVIEW_PRINCIPLES, *PUBLISHING),
    *(*INSPECTIONS, *CHALLENGES, *ESCALATIONS, *RISKS),
    *(
        *SELF_ASSESSMENTS,
        *SELF_ANSWERS,
        *SELF_SCORES,
        *WINDOWS,
        *SCHOOLS,
        *SESSIONS,
        *EVALUATIONS,
        *TRAINING,
        *VOICES,
        *COMPLAINTS,
        *LEARNING,
        *REACHED,
        *SPREADING,
        *ROUTES,
        *PROMISES,
        *ELEMENT_ROWS,
        *KEY_MESSAGES,
        *ASKED_OF,
    ),
    *(*PARTNER_REPORTS, *STATEMENTS, *PUBLICATIONS, *ISSUED, *PLANS, *ATTENDANCE, *RHYTHM, *PARTNERS),
    *(*RETURNS, *VALUES, *JUMPS, *SERIES, *TARGETS, *DEFINITIONS, *OUTCOMES, *BASES, *CLASSES, *RARE_EVENTS),
    *(*COMPARING, *PLAUSIBLE, *PARTS, *ADDING_UP, *COUNTED, *STORIES),
    *(*EDITIONS, *ALLOWANCES, *DISCLOSURE, *ALTERED, *ALTERED_DAYS),
)

CHECKS: tuple[Check, ...] = tuple(sorted(_FOUND, key=lambda check: check.number))

CODES: dict[str, AnyCode] = {
    code.number: code
    for code in (*READING, *SCHEMA, *IDENTITY, *CHECKS, *ACCEPTANCES, *PERSONAL, *ALLOWANCE_USES)
}
