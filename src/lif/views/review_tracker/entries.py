"""One review of the tracker: how far it is, what it waits for, its clocks, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lif.calendars import long_date, short_date
from lif.checks.reviews import STATUTORY
from lif.law.days import linking
from lif.measures.standing import by
from lif.records.incidents import CaseConsidered, Incident
from lif.records.publications import Publication
from lif.records.reviews import Review
from lif.register import Register
from lif.views.answered import Answered, answered
from lif.views.as_known import as_known
from lif.views.called import agency_called, called_at, coded
from lif.views.helped import DONE
from lif.views.papers import Question
from lif.views.recommendations import RecommendationLine
from lif.views.review_states import PROCESSES, Era, Status, is_open, planned_next
from lif.views.review_tracker.clocks import ClockLine, Clocks, of_review
from lif.views.review_views import ViewsLine, views_of
from lif.views.reviews import ReviewLine
from lif.views.shown import flowing
from lif.views.thread import thread
from lif.views.thread.stages import StageLine, stages


@dataclass(frozen=True, slots=True)
class Came:
    """Recommendations of one review in counts, each among those before it: made, accepted at least in part,
    with an action, with every action done, all of those with evidence, and with one shown to have helped."""

    made: int
    accepted: int
    acted: int
    done: int
    evidenced: int
    helped: int


@dataclass(frozen=True, slots=True)
class ReviewEntry:
    """One review as it stood on a day.

    `step` and `next_step` are milestones in words. `waits_for` says what has to come before it goes on, and
    is empty where nothing does. `parallel` are the processes beside it. `looked_on` is the day of the last
    look at its time and quality, of `looks` in all. `thread` is the golden thread in short.
    """

    id: str
    title: str
    sort: str
    era: Era | None
    group: str
    status: Status
    step: str
    step_on: date | None
    next_step: str
    next_on: date | None
    waits_for: tuple[str, ...]
    parallel: tuple[str, ...]
    publication: str
    publication_reason: str
    published_on: date | None
    agencies: tuple[str, ...]
    families: str
    children: str
    views: tuple[ViewsLine, ...]
    independence: str
    board_response: str
    response_published: date | None
    practitioners: int | None
    looks: int
    looked_on: date | None
    looked_text: str
    timely: bool | None
    shared_meanwhile: str
    panel: str
    panel_text: str
    began: str
    clocks: tuple[ClockLine, ...]
    recommendations: tuple[Answered, ...]
    came: Came
    thread: tuple[StageLine, ...]
    illustrative: bool

    @property
    def owes_part(self) -> bool:
        """Whether a reader looks for who led it and who took part: it must say so, or it does."""
        told = (self.independence, self.families, self.children, self.board_response)
        return self.sort in STATUTORY or any(told) or self.practitioners is not None

    def turns(self, turn: str) -> int:
        """How many of its clocks stand so."""
        return sum(clock.turn == turn for clock in self.clocks)


def review_entry(
    question: Question,
    line: ReviewLine,
    lines: Sequence[RecommendationLine],
    clocks: Clocks,
) -> ReviewEntry:
    """One review from its own line of the tracker; `lines` are its recommendations."""
    register, as_at = question.register, question.as_at
    review = register.record(Review, line.id)
    seen = as_known(register, review, as_at)
    looks = by(seen.monitored, as_at)
    cases = [case.id for case in register.all(CaseConsidered) if case.review == review.id]
    told = answered(register, lines, as_at)
    found = thread(register, question.figures, review.id, as_at)
    return ReviewEntry(
        id=line.id,
        title=line.title,
        sort=line.sort,
        era=line.era,
        group=line.group_name,
        status=line.status,
        step=line.step.replace("-", " "),
        step_on=line.step_on,
        next_step=line.next_step.replace("-", " "),
        next_on=line.next_on,
        waits_for=tuple(_waits(review, line, told, as_at)),
        parallel=line.parallel,
        publication=line.publication,
        publication_reason=flowing(seen.publication_reason),
        published_on=line.published_on,
        agencies=tuple(agency_called(register, one) for one in seen.agencies),
        families=flowing(seen.involvement.families) if seen.involvement else "",
        children=flowing(seen.involvement.children) if seen.involvement else "",
        views=tuple(views_of(line.title, seen.views, review.illustrative)),
        independence=_lead(register, seen),
        board_response=flowing(seen.board_response),
        response_published=_answered_openly(register, review, as_at),
        practitioners=seen.involvement.practitioners if seen.involvement else None,
        looks=len(looks),
        looked_on=looks[-1].on if looks else None,
        looked_text=flowing(looks[-1].text) if looks else "",
        timely=looks[-1].timely if looks else None,
        shared_meanwhile=flowing(seen.shared_meanwhile),
        panel=seen.panel_answer or "",
        panel_text=flowing(seen.panel_text),
        began=_began(register, review),
        clocks=of_review(register, review, cases, clocks),
        recommendations=told,
        came=came(told),
        thread=tuple(_coded(register, one) for one in stages(found)) if found else (),
        illustrative=line.illustrative,
    )


def came(lines: Sequence[Answered]) -> Came:
    """Recommendations in counts, each among those before it."""
    accepted = [one for one in lines if one.response in ("accepted", "partly-accepted")]
    acted = [one for one in accepted if one.actions and not one.missing]
    done = [one for one in acted if all(each.standing in DONE for each in one.actions)]
    evidenced = [one for one in done if all(each.evidence for each in one.actions)]
    helped = [
        one for one in evidenced if any(each.helped in ("shown", "partly-shown") for each in one.actions)
    ]
    return Came(len(lines), len(accepted), len(acted), len(done), len(evidenced), len(helped))


def _waits(review: Review, line: ReviewLine, told: Sequence[Answered], as_at: date) -> Iterator[str]:
    """What has to come before a review goes on, the outside world first."""
    if line.held_back:
        for one in review.parallel:
            if one.withholds_publication and is_open(one, as_at):
                yield f"the {PROCESSES[one.process]} to end"
        if review.publish_not_before and review.publish_not_before > as_at:
            yield f"{long_date(review.publish_not_before)}, before which it may not be published"
    after = planned_next(review, as_at)
    if after and after.planned:
        passed = " (that day has passed)" if after.planned < as_at else ""
        yield f"{after.step.replace('-', ' ')}, planned for {short_date(after.planned)}{passed}"
    elif line.status in ("planned", "running"):
        yield "its next step, for which no day is planned"
    if any(not one.response for one in told):
        yield "the board's answer to what it recommends"
    open_ = sum(each.standing in ("overdue", "at-risk", "on-track") for one in told for each in one.actions)
    if open_:
        yield f"{open_} of its actions to be done" if open_ > 1 else "one of its actions to be done"


def _lead(register: Register, review: Review) -> str:
    """How the lead is independent, and which agency the lead works for where it is not from outside."""
    works_for = f"Works for {agency_called(register, review.lead_agency)}." if review.lead_agency else ""
    return " ".join(filter(None, (flowing(review.lead_independence), works_for)))


def _answered_openly(register: Register, review: Review, as_at: date) -> date | None:
    """The day on which the board's answer to the review was published."""
    published = linking(register, review.id, Publication, "of")
    days = [one.published for one in published if one.sort == "board-response" and one.published]
    return min((day for day in days if day <= as_at), default=None)


def _began(register: Register, review: Review) -> str:
    """What it grew from: the review before it, or the incident by its code."""
    if review.follows:
        return called_at(register, review.follows)
    return coded(review.incident) if review.incident else ""


def _coded(register: Register, line: StageLine) -> StageLine:
    """The stage with the codes of incidents and cases as readers write them."""
    kinds = (Incident, CaseConsidered)
    names = (coded(one) if any(register.find(kind, one) for kind in kinds) else one for one in line.names)
    return replace(line, names=tuple(names))
