"""Whether indicators show what became of children, or only what services did."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.diagnostics import Severity
from lif.measures.standing import has_ended
from lif.records.elements import Question
from lif.records.indicators import DevelopmentItem, Indicator
from lif.records.priorities import Priority
from lif.register import Register

_IN_TIME = (
    r"\bwithin (?:[0-9]+|one|two|three|five|ten|fifteen|twenty)\b|\bon time\b|\btimel(?:y|iness)\b"
    r"|\b(?:working|calendar) days\b"
)
_PROCESS = re.compile(
    _IN_TIME + r"|\bvisits?\b|\bassessments?\b|\bconferences?\b|\baudits?\b|\bmeetings?\b"
    r"|\btrained\b|\btraining (?:courses?|events?|places?|sessions?)\b|\battended\b|\boffered\b"
    r"|\bsupervision\b",
    re.IGNORECASE,
)


MANY = 5
"""Of so many indicators without a question each is told; of more, where none has one, all are told in one."""


def counts_time(indicator: Indicator) -> bool:
    """Whether what is counted is work that was done in time, and not how people fare."""
    return re.search(_IN_TIME, indicator.numerator, re.IGNORECASE) is not None


def wanted_for(register: Register, priority: Priority) -> tuple[DevelopmentItem, ...]:
    """The measures for a priority that are wanted and not yet had: lines of the data-development agenda."""
    return tuple(
        one
        for one in register.all(DevelopmentItem)
        if priority.id in one.priorities and not one.retired and one.status not in ("in-use", "dropped")
    )


@check("F151", Severity.WARNING)
def better_off_counts_work(register: Register, as_at: date) -> Iterator[Finding]:
    """An indicator of whether anyone is better off counts what was done, not what became of children.

    Why:
        Visits on time are how well the work is done; a child can be visited on time and be no safer.
    Fails:
        outcomes_class: better-off, with numerator: assessments finished within 45 working days
    Mend:
        Give it the class how-well or how-much; or count children whose circumstances changed.
    Source:
        Outcomes-based accountability (Friedman): how much, how well, is anyone better off.
    """
    for indicator in register.all(Indicator):
        if indicator.outcomes_class == "better-off" and _PROCESS.search(indicator.numerator):
            message = "it is classed as better-off, and counts what services did"
            hint = "is it how-well? better-off counts children whose circumstances changed"
            yield Finding(indicator.id, ("outcomes_class",), message, hint)


@check("F152", Severity.WARNING)
def how_much_is_percentage(register: Register, as_at: date) -> Iterator[Finding]:
    """An indicator of how much was done is a percentage.

    Why:
        How much is a number of things; a share of them says how well, or who is better off.
    Fails:
        outcomes_class: how-much with unit: percent
    Mend:
        Give it the class how-well or better-off, or the unit count.
    Source:
        Outcomes-based accountability (Friedman): how much is a count.
    """
    for indicator in register.all(Indicator):
        if indicator.outcomes_class == "how-much" and indicator.unit == "percent":
            message = "it is classed as how-much, and is a percentage"
            yield Finding(indicator.id, ("outcomes_class",), message, "is it how-well or better-off?")


@check("F153", Severity.WARNING)
def priority_without_outcome(register: Register, as_at: date) -> Iterator[Finding]:
    """A priority has indicators, and none of them measures whether anyone is better off.

    Why:
        The board would know how busy everyone was.
    Fails:
        A priority whose indicators are all of the classes population, how-much and how-well.
    Mend:
        Add a measure of the class better-off, or put one on the data-development agenda.
    Source:
        Outcomes-based accountability (Friedman).
    """
    if any(bad.kind == Indicator.kind for bad in register.unreadable.values()):
        return
    live = {one.id: one for one in register.all(Indicator) if not has_ended(one, as_at)}
    for priority in register.all(Priority):
        if has_ended(priority, as_at):
            continue
        shown = {id_ for outcome in priority.outcomes for id_ in outcome.shown_by}
        mine = [one for one in live.values() if priority.id in one.priorities or one.id in shown]
        measures: tuple[Indicator | DevelopmentItem, ...] = (*mine, *wanted_for(register, priority))
        if mine and not any(one.outcomes_class == "better-off" for one in measures):
            which = {1: "its one indicator does not show", 2: "neither of its indicators shows"}
            none = which.get(len(mine), f"none of its {len(mine)} indicators shows")
            message = f"{none} whether anyone is better off"
            yield Finding(priority.id, ("id",), message, "add a measure of the class better-off")


@check("A495", Severity.WARNING)
def outcome_shown_from_elsewhere(register: Register, as_at: date) -> Iterator[Finding]:
    """An outcome of a priority names an indicator that does not name the priority.

    Why:
        Scorecards and papers look for the indicators of a priority by what these say that they serve: this
        one would be missing there.
    Fails:
        shown_by: - re-referrals, in a priority that is not among the priorities of re-referrals.
    Mend:
        Add the priority to `priorities` of the indicator; or take the indicator out of `shown_by`.
    Source:
        How records are kept: an indicator says what it bears on.
    """
    for priority in register.all(Priority):
        for index, outcome in enumerate(priority.outcomes):
            for place, id_ in enumerate(outcome.shown_by):
                found = register.find(Indicator, id_)
                if found and priority.id not in found.priorities and not has_ended(priority, as_at):
                    message = (
                        f"'{id_}' does not say that it serves this priority, and is missing from its papers"
                    )
                    hint = f"add '{priority.id}' to the priorities of '{id_}'"
                    yield Finding(priority.id, ("outcomes", index, "shown_by", place), message, hint)


@check("F154", Severity.WARNING)
def indicator_answers_nothing(register: Register, as_at: date) -> Iterator[Finding]:
    """An indicator helps to answer none of the questions that the data set must answer.

    Why:
        It is collected and printed, and nobody has asked for it.
    Fails:
        An indicator without questions, where the framework has five.
    Mend:
        Name the question in `questions`, or end the indicator.
    Source:
        The framework's questions that the data set must answer.
    """
    questions, all_of_them = register.all(Question), register.all(Indicator)
    if not questions:
        return
    if len(all_of_them) > MANY and not any(one.questions for one in all_of_them):
        message = f"none of the {len(all_of_them)} indicators says which of the questions it helps to answer"
        hint = "add 'questions:' to each, with the one that it helps to answer"
        yield Finding(questions[0].id, ("id",), message, hint)
        return
    for indicator in all_of_them:
        if not indicator.questions and not has_ended(indicator, as_at):
            message = "it answers none of the questions of the data set"
            yield Finding(indicator.id, ("id",), message, "add 'questions:' with the one it helps to answer")


OUTCOMES = (
    better_off_counts_work,
    how_much_is_percentage,
    priority_without_outcome,
    outcome_shown_from_elsewhere,
    indicator_answers_nothing,
)
