"""The table of papers: what each is for, what it can be about, and who makes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

from lif.cli.issuing import Which
from lif.cli.options import Option

if TYPE_CHECKING:
    from lif.workspace import Workspace


@dataclass(frozen=True, slots=True)
class About:
    """What a report may be about; each report takes some of these and refuses the others."""

    theme: Annotated[str | None, Option("--theme", "A theme.", "THEME")] = None
    priority: Annotated[str | None, Option("--priority", "A priority.", "PRIORITY")] = None
    element: Annotated[str | None, Option("--element", "An element.", "ELEMENT")] = None
    group: Annotated[str | None, Option("--group", "A board or a subgroup.", "GROUP")] = None
    agency: Annotated[str | None, Option("--agency", "An agency.", "AGENCY")] = None
    audit: Annotated[str | None, Option("--audit", "An audit.", "AUDIT")] = None
    review: Annotated[str | None, Option("--review", "A review.", "REVIEW")] = None
    learning: Annotated[str | None, Option("--learning", "A piece of learning.", "LEARNING")] = None
    plan: Annotated[str | None, Option("--plan", "An improvement plan.", "PLAN")] = None
    year: Annotated[str | None, Option("--year", "A financial year, as in 2024-25.", "YEAR")] = None
    since: Annotated[
        str | None, Option("--since", "Since when (default: the board's last meeting).", "DATE|MEETING|REV")
    ] = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A report that was asked for: the name of its files, its text in each form that it has, and its title.

    `which` says which paper it is, and `unfinished` why it cannot be issued.
    """

    name: str
    text: Callable[[str], str]
    title: str
    which: Which
    unfinished: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One line of the table: what it is for, which options of `About` it takes, and who makes it.

    `view` names a module and a function of a `lif.views.papers.Question`; its templates are named like the
    report, and `drawn` names the function that draws for them, if one does. A report that is not made so
    has `makes` instead: a function of the workspace, `About`, whether a draft is wanted and whether it is
    issued, which gives a `Paper`. A module is imported when its report is wanted.
    """

    what: str
    takes: tuple[str, ...]
    view: str = ""
    drawn: str = ""
    makes: str = ""

    def make(self, name: str, workspace: Workspace, about: About, draft: bool, final: bool = False) -> Paper:
        """The paper that was asked for, as a draft or issued; raises CannotRun for what cannot be asked."""
        if self.makes:
            found: Paper = named(self.makes)(workspace, about, draft, final)
            return found
        from lif.cli.reported import of_view

        return of_view(name, self, workspace, about, draft, final)


def named(words: str) -> Callable[..., Any]:
    """The function that `module:function` names."""
    module, _, name = words.partition(":")
    found: Callable[..., Any] = getattr(import_module(module), name)
    return found


def views() -> Iterator[tuple[str, str, type[Any]]]:
    """The name of every paper that is made of a view of its own, what it is for, and the view's class."""
    for name, line in REPORTS.items():
        if line.view:
            yield name, line.what, get_type_hints(named(line.view))["return"]
    scorecard: Any = named("lif.views.scorecard:Scorecard")
    yield "scorecard", SCORECARD, scorecard


REPORTS: dict[str, Report] = {
    "action-tracker": Report(
        "What each group was promised, what was done, what slipped and why, and what is due next.",
        ("group", "agency", "priority"),
        "lif.views.action_tracker:action_tracker",
    ),
    "audit-calendar": Report(
        "The audits of a year: what is looked at and why, what slipped, and what nobody looks at.",
        ("group", "year"),
        "lif.views.audit_calendar:audit_calendar",
        "lif.reports.audit_calendar:drawn",
    ),
    "audit-report": Report(
        "One audit: why and how, grades before and after moderation, what it asks, what has changed.",
        ("audit",),
        "lif.views.audit_report:audit_report",
    ),
    "challenge-and-risk-log": Report(
        "Challenges, escalations and risks: what was asked of whom, the answer, and what it changed.",
        ("group", "agency", "priority"),
        "lif.views.challenge_log:challenge_and_risk_log",
        "lif.reports.challenge_log:drawn",
    ),
    "changes": Report(
        "What has changed since the board last met: with its reason, or without one.",
        ("group", "agency", "since"),
        "lif.views.changes.paper:changes_since",
    ),
    "coverage": Report(
        "What shows each statement of the framework, and what nothing shows.",
        ("priority", "element"),
        makes="lif.cli.reported:coverage",
    ),
    "framework": Report(
        "The framework itself as a readable document: what good looks like, priorities, who does what, law.",
        (),
        "lif.views.framework:framework",
    ),
    "framework-progress": Report(
        "How far the framework is carried out, what it changed, and what is not moving, over a year.",
        (),
        "lif.views.framework_progress:framework_progress",
        "lif.reports.statements_stood:of_progress",
    ),
    "framework-table": Report(
        "The framework row by row: activity, work required, outcome expected, progress and evidence.",
        ("element",),
        "lif.views.framework_table:framework_table",
    ),
    "improvement-plan": Report(
        "An improvement plan: each aim with its actions, what they changed, and what is left.",
        ("plan",),
        "lif.views.improvement_plan:improvement_plan",
    ),
    "learning-bulletin": Report(
        "For practitioners: the few things to know and do, what works, and what changed because of it.",
        ("theme", "year"),
        "lif.views.learning_bulletin:learning_bulletin",
    ),
    "learning-log": Report(
        "What is to be learnt, where improvement is required, how action leads to it; told to whom.",
        ("theme", "priority", "group"),
        "lif.views.learning_log:learning_log",
    ),
    "learning-reach": Report(
        "How learning was spread: in which forms, to which agencies and professional groups.",
        ("year",),
        "lif.views.learning_reach:learning_reach",
    ),
    "partner-reports": Report(
        "Partners' yearly reports: owed and come, approved by whom, what each shows and has learned.",
        ("agency", "year"),
        "lif.views.partner_reports:partner_reports",
    ),
    "review-tracker": Report(
        "Each review with its clocks, what it waits for, what came of it; and cases that were not reviewed.",
        ("review",),
        "lif.views.review_tracker:review_tracker",
        "lif.reports.review_tracker:drawn",
    ),
    "section-11-overview": Report(
        "Agencies' self-assessments under section 11: said, moderated, what staff say, and what moved.",
        ("agency", "year"),
        "lif.views.section_11_overview:section_11_overview",
        "lif.reports.section_11_overview:drawn",
    ),
    "seven-minute-briefing": Report(
        "For a team meeting: one piece of learning or one review in seven segments, each within its words.",
        ("review", "learning"),
        "lif.views.seven_minute_briefing:seven_minute_briefing",
    ),
    "thematic-presentation": Report(
        "Several reviews on one theme joined, as slides: what each found, what was done, what still recurs.",
        ("theme", "priority"),
        "lif.views.thematic_presentation:thematic_presentation",
    ),
    "training-report": Report(
        "The training of a year: who was reached, four levels of evaluation, who is in date, the gaps.",
        ("year",),
        "lif.views.training_report:training_report",
        "lif.reports.training_report:drawn",
    ),
    "triangulation": Report(
        "Every source on one theme or priority: where they agree, conflict, or are missing.",
        ("theme", "priority"),
        makes="lif.cli.reported:triangulation",
    ),
    "voice-report": Report(
        "What children, parents and practitioners said, what was done because of it, and who was not heard.",
        ("priority", "theme", "year"),
        "lif.views.voice_report:voice_report",
    ),
    "yearly-report": Report(
        "What the year brought and what became different for children; a draft while a part shows no impact.",
        ("year",),
        "lif.views.yearly_report:yearly_report",
        "lif.reports.statements_stood:of_year",
    ),
}
"""Every report by name, in the order of the alphabet. A new one is a line here, a view and two templates."""

SCORECARD = "The quarterly board paper (lif scorecard)."
