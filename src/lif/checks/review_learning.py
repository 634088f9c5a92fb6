"""What comes of a review: findings answered, learning told, the panel heard, national reviews read here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.checks.known import QUARTER_DAYS, known_for, reached, spoken_of
from lif.diagnostics import Severity
from lif.records.actions import Action
from lif.records.incidents import CaseConsidered
from lif.records.learning import GoodPractice, Learning
from lif.records.meetings import Meeting
from lif.records.record import stands
from lif.records.reviews import Review
from lif.register import Register

LEARNED_DAYS = 3 * 365
"""After three years nobody is told any more what a review found: other reviews have come since."""
NATIONAL_DAYS = 183
"""Half a year: two meetings of a board at which a national review could have been read."""


@check("A386", Severity.WARNING)
def finding_without_recommendation(register: Register, as_at: date) -> Iterator[Finding]:
    """A finished review found something that must improve, and no recommendation answers it.

    Why:
        It was found and written down, and nobody is asked to change anything.
    Fails:
        A completed review with a finding that no recommendation names in its finding.
    Mend:
        Name the finding in the recommendation that answers it; or say with good_practice: true that it
        worked.
    Source:
        National panel: good reviews lead from findings to clear recommendations.
    """
    for review in register.all(Review):
        if not stands(review, as_at) or "completed" not in reached(review, as_at):
            continue
        answered = {one.finding for one in review.recommendations}
        for index, finding in enumerate(review.findings):
            if finding.good_practice or finding.retired or finding.id in answered:
                continue
            message = f"no recommendation answers the finding '{finding.id}'"
            hint = "name it in the 'finding' of the recommendation that answers it"
            yield Finding(review.id, ("findings", index, "id"), message, hint)


@check("A387", Severity.WARNING)
def recommendation_without_finding(register: Register, as_at: date) -> Iterator[Finding]:
    """A review has findings, and a recommendation answers none of them.

    Why:
        A recommendation that nothing found leads to is an opinion; it is also how long lists come about.
    Fails:
        A recommendation without `finding`, in a review with findings.
    Mend:
        Name the finding it answers.
    Source:
        DfE research report RR157 (2011) on the number of recommendations and what they rest on.
    """
    for review in register.all(Review):
        if not review.findings or not stands(review, as_at):
            continue
        for index, one in enumerate(review.recommendations):
            if one.finding is None and not one.retired:
                message = f"the recommendation '{one.id}' does not say which finding it answers"
                yield Finding(review.id, ("recommendations", index, "id"), message, "add 'finding:'")


@check("A388", Severity.WARNING)
def nothing_learned(register: Register, as_at: date) -> Iterator[Finding]:
    """A review with findings was finished between a quarter and three years ago, and no learning draws on it.

    Why:
        What was found is in a report, and nobody has been told.
    Fails:
        A review completed on 2024-10-01 with findings, and no learning that names it, on 2025-03-10.
    Mend:
        Make a record of learning with the finding's address among its `sources`.
    Source:
        Working Together: learning from reviews is shared, and its effect is looked at.
    """
    for review in register.all(Review):
        completed = reached(review, as_at).get("completed")
        if not review.findings or not known_for(completed, as_at, QUARTER_DAYS) or not stands(review, as_at):
            continue
        if known_for(completed, as_at, LEARNED_DAYS):
            continue
        if not spoken_of(register, review.id, Learning, GoodPractice):
            message = f"completed on {completed.isoformat()} with findings, and no learning draws on it"
            hint = "make a record of learning that names the review or a finding in 'sources'"
            yield Finding(review.id, ("findings",), message, hint, at_key=True)


@check("A389", Severity.WARNING)
def national_review_not_considered(register: Register, as_at: date) -> Iterator[Finding]:
    """A national review came out half a year ago or more, and nothing says what of it matters here.

    Why:
        Partners are to take account of national reviews as of their own.
    Fails:
        sort: national-review, published on 2024-05-14, without relevance, on 2025-03-10.
    Mend:
        Take it to a group; then say in `relevance` what matters here, also when that is nothing.
    Source:
        Working Together: findings of local and national reviews are considered.
    """
    for review in register.all(Review):
        if review.sort != "national-review" or review.relevance is not None or not stands(review, as_at):
            continue
        days = reached(review, as_at)
        out = days.get("published") or days.get("completed")
        if known_for(out, as_at, NATIONAL_DAYS) and not {"considered", "board-response"} & days.keys():
            message = f"it came out on {out.isoformat()}, and nothing says what of it matters here"
            yield Finding(review.id, ("sort",), message, "take it to a group, then add 'relevance:'")


@check("A390")
def panel_half_recorded(register: Register, as_at: date) -> Iterator[Finding]:
    """The national panel's answer on a review has no day, a day no answer, or the panel was never told.

    Why:
        What the panel said, and when, decides which review follows.
    Fails:
        panel_answer: agrees, without the milestone panel-answer.
    Mend:
        Add what is missing.
    Source:
        Working Together: rapid reviews and decisions are sent to the national panel, which answers.
    """
    for review in register.all(Review):
        days = {one.step: index for index, one in enumerate(review.milestones) if one.on is not None}
        said = review.panel_answer in ("agrees", "disagrees")
        if said and "panel-answer" not in days:
            message = f"the panel {review.panel_answer}, and no milestone says since when"
            yield Finding(
                review.id, ("panel_answer",), message, "add the milestone 'panel-answer' with its day"
            )
        elif "panel-answer" in days and not said:
            path = ("milestones", days["panel-answer"], "step")
            message = "the panel answered, and it does not say what"
            yield Finding(review.id, path, message, "write agrees or disagrees in 'panel_answer'")
        elif review.panel_answer and "panel-told" not in days:
            message = "the panel's answer is recorded or awaited, and no milestone says when it was told"
            yield Finding(
                review.id, ("panel_answer",), message, "add the milestone 'panel-told' with its day"
            )


@check("A391", Severity.WARNING)
def panel_disagrees(register: Register, as_at: date) -> Iterator[Finding]:
    """The national panel disagrees with a decision a quarter ago or more, and nothing follows.

    Why:
        The panel can advise a review that the partners did not want; silence is not an answer.
    Fails:
        panel_answer: disagrees, panel_answered: 2024-10-01, and no review, action or decision of a meeting.
    Mend:
        Take it to the group; record its decision in the meeting's `decisions`, with this record in `about`.
    Source:
        Working Together: the panel's views on decisions, and what partners do about them.
    """
    followed = (Meeting, Action, Learning, Review)
    for case in register.all(CaseConsidered):
        answered = case.panel_answered
        if case.panel_answer != "disagrees" or case.review or not stands(case, as_at):
            continue
        if known_for(answered, as_at, QUARTER_DAYS) and not spoken_of(register, case.id, *followed):
            yield _nothing_follows(case.id, answered)
    for review in register.all(Review):
        days = reached(review, as_at)
        answered = days.get("panel-answer")
        if review.panel_answer != "disagrees" or answered is None or not stands(review, as_at):
            continue
        if any(days.get(step, date.min) >= answered for step in ("decision", "started")):
            continue  # it was decided again
        if known_for(answered, as_at, QUARTER_DAYS) and not spoken_of(register, review.id, Meeting, Review):
            yield _nothing_follows(review.id, answered)


def _nothing_follows(record: str, answered: date) -> Finding:
    message = f"the panel disagreed on {answered.isoformat()}, and nothing follows from it"
    hint = "take it to the group, and record its decision in the meeting with this record in 'about'"
    return Finding(record, ("panel_answer",), message, hint)


@check("A399", Severity.WARNING)
def nothing_shared_meanwhile(register: Register, as_at: date) -> Iterator[Finding]:
    """A report has been withheld since a quarter or longer, and what was learned has not been shared.

    Why:
        Trials and inquests take years; children need what was learned now.
    Fails:
        publication: withheld, reported to the board on 2024-10-01, without shared_meanwhile, on 2025-03-10.
    Mend:
        Say in `shared_meanwhile` what was shared with whom; or make a record of learning.
    Source:
        Working Together: learning is acted on and shared while publication has to wait.
    """
    for review in register.all(Review):
        if review.publication != "withheld" or review.shared_meanwhile or not stands(review, as_at):
            continue
        days = reached(review, as_at)
        there = min((days[step] for step in ("report-to-board", "completed") if step in days), default=None)
        if not known_for(there, as_at, QUARTER_DAYS):
            continue
        if not spoken_of(register, review.id, Learning, GoodPractice):
            message = f"withheld, with a report since {there.isoformat()}, and nothing was shared meanwhile"
            yield Finding(review.id, ("publication",), message, "say in 'shared_meanwhile' what was shared")


REVIEW_LEARNING = (
    finding_without_recommendation,
    recommendation_without_finding,
    nothing_learned,
    national_review_not_considered,
    panel_half_recorded,
    panel_disagrees,
    nothing_shared_meanwhile,
)
