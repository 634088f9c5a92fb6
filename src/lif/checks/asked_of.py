"""What people were asked: more answers than people, views at the wrong time; and issues mapped to nobody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.checks.learning import every
from lif.diagnostics import Severity
from lif.measures.found import found_on
from lif.records.learning import FollowUp
from lif.records.partners_own import IndicatorReview
from lif.records.priorities import Strategy
from lif.records.problems import FieldPath
from lif.records.record import stands
from lif.records.reviews import Review, ViewsOfProcess
from lif.register import Register

_SAID = ("confident", "satisfied", "aware", "practice_better", "more_confident")


@check("A459")
def more_said_than_asked(register: Register, as_at: date) -> Iterator[Finding]:
    """More people answered than were asked, or more agreed than answered.

    Why:
        A share made of it would be over one hundred per cent, and would be believed.
    Fails:
        answered: 12 with asked: 10; aware: 9 with answered: 8; linked: 30 with looked_at: 25.
    Mend:
        Correct the counts.
    Source:
        Arithmetic.
    """
    for id_, path, counts in _counts(register):
        if counts.answered > counts.asked:
            message = f"{counts.answered} answered, of {counts.asked} who were asked"
            yield Finding(id_, (*path, "answered"), message, "correct the counts")
        for field in _SAID:
            said = getattr(counts, field, None)
            if said is not None and said > counts.answered:
                message = f"{said} said so, of {counts.answered} who answered"
                yield Finding(id_, (*path, field), message, "correct the counts")
    for one in register.all(IndicatorReview):
        if one.linked > one.looked_at:
            message = f"{one.linked} are linked, of {one.looked_at} that were looked at"
            yield Finding(one.id, ("linked",), message, "correct the counts")


def _counts(register: Register) -> Iterator[tuple[str, FieldPath, FollowUp | ViewsOfProcess]]:
    """Every set of answers, with its place."""
    for learned in every(register):
        if learned.test and learned.test.follow_up:
            yield learned.id, ("test", "follow_up"), learned.test.follow_up
    for review in register.all(Review):
        for index, views in enumerate(review.views):
            yield review.id, ("views", index), views


@check("A460")
def views_at_the_wrong_time(register: Register, as_at: date) -> Iterator[Finding]:
    """Views are called those after a review and are older than its end, or before it and younger.

    Why:
        What changed between before and after would be told the wrong way round.
    Fails:
        when: after and on: 2024-09-01 in a review that was completed on 2024-10-02.
    Mend:
        Correct the day, or `when`.
    Source:
        How before and after are told apart: by the day on which the board knew what the review had found.
    """
    for review in register.all(Review):
        ended = found_on(review)
        for index, views in enumerate(review.views):
            if ended is None:
                wrong = views.when == "after"
                said = "the review has not ended"
            else:
                wrong = views.on < ended if views.when == "after" else views.on > ended
                said = f"the review ended on {ended.isoformat()}"
            if wrong:
                message = f"these are the views {views.when} it, of {views.on.isoformat()}, and {said}"
                yield Finding(review.id, ("views", index, "on"), message, "correct the day, or 'when'")


@check("A461", Severity.WARNING)
def issue_mapped_to_nobody(register: Register, as_at: date) -> Iterator[Finding]:
    """An issue of a strategy names no organisation or partnership that deals with it, or none that leads.

    Why:
        An issue that everybody sees and nobody has is the one that comes back in a review.
    Fails:
        An issue without agencies and partnerships; one with two agencies and no lead.
    Mend:
        Add who deals with it under `agencies` and `partnerships`, and who leads under `lead`.
    Source:
        Practice of strategic work: issues are mapped to those who act on them.
    """
    for strategy in register.all(Strategy):
        for index, issue in enumerate(strategy.issues):
            if not (stands(strategy, as_at) and stands(issue, as_at)):
                continue
            held = (*issue.agencies, *issue.partnerships)
            if not held:
                message, field = "nobody is named who deals with it", "text"
            elif issue.lead is None and len(held) > 1:
                message, field = f"{len(held)} deal with it, and none is named who leads", "text"
            elif issue.lead is not None and issue.lead not in held:
                message, field = f"'{issue.lead}' leads, and is not among those who deal with it", "lead"
            else:
                continue
            yield Finding(strategy.id, ("issues", index, field), message, "map it: who, with whom, who leads")


ASKED_OF = (more_said_than_asked, views_at_the_wrong_time, issue_mapped_to_nobody)
