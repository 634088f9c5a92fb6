"""Agency by question: what an agency says of itself, what moderation made of it, what staff say, what was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.calendars import add_months
from lif.checks.cycles import standing_score
from lif.checks.known import acted_on
from lif.checks.self_assessment import FEWEST_STAFF
from lif.checks.self_scores import EVIDENCE_YEARS
from lif.records.record import stands
from lif.records.section11 import Met, Section11Answer, Section11Question, Section11Return, Section11Standard
from lif.register import Register
from lif.views.called import agency_called
from lif.views.coverage.leanings import by_part
from lif.views.section_11_overview.rounds import Round
from lif.views.shown import flowing

Staff = Literal["for", "mixed", "against", "too-few", ""]
"""For: three quarters or more of the staff who answered say yes. Mixed: half or more. Against: fewer. Too
few: fewer answered than a share may be told of. Empty: they were not asked."""

Move = Literal["better", "worse", "same", "new", ""]
"""Against the round before: new where it was not scored then, empty where it is not scored now."""

Said = Literal["scored", "not-applicable", "no-score", "no-return"]

ORDER: tuple[Met, ...] = ("not-met", "partly-met", "fully-met")


@dataclass(frozen=True, slots=True)
class Asked:
    """One scored question: its address, its name in a few words, and the question."""

    address: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What one agency answered to one question, as it was known on the day.

    `score` is what counts: the moderated score, else the agency's own. `yes` of `of` are the staff who said
    yes. `old` is true where what shows it is older than a cycle, `bare` where it is not fully met and no
    action came of it. `before` is the score that counted in the round before.
    """

    question: str
    said: Said
    own: Met | None
    moderated: Met | None
    score: Met | None
    reason: str
    text: str
    yes: int | None
    of: int | None
    staff: Staff
    before: Met | None
    move: Move
    repeats: bool
    evidence: str
    evidence_on: date | None
    old: bool
    bare: bool

    @property
    def changed(self) -> bool:
        """Whether moderation changed the agency's own score."""
        return self.own is not None and self.moderated is not None and self.own != self.moderated

    @property
    def doubted(self) -> bool:
        """Whether staff see it otherwise than the score that counts."""
        praised = self.score == "fully-met" and self.staff in ("mixed", "against")
        return praised or (self.score == "not-met" and self.staff == "for")


@dataclass(frozen=True, slots=True)
class Row:
    """One agency's answers, in the order of the questions."""

    agency: str
    cells: tuple[Cell, ...]
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """One standard: its scored questions, and a row for each agency that was asked."""

    standard: str
    text: str
    questions: tuple[Asked, ...]
    rows: tuple[Row, ...]


def grids(register: Register, round_: Round, agencies: Sequence[str], as_at: date) -> tuple[Grid, ...]:
    """A grid for each standard that has scored questions; rows are by the agencies' names."""
    named = sorted(agencies, key=lambda id_: agency_called(register, id_))
    found = []
    for standard in register.all(Section11Standard):
        asked = tuple(_asked(standard, one) for one in _scored(standard, as_at))
        if stands(standard, as_at) and asked:
            rows = tuple(_row(register, round_, agency, asked, as_at) for agency in named)
            found.append(Grid(standard.title, flowing(standard.text), asked, rows))
    return tuple(found)


def name_of_question(id_: str) -> str:
    """A question's name in a few words: `help-below-threshold` as `Help below threshold`."""
    return id_.replace("-", " ").capitalize()


def _scored(standard: Section11Standard, as_at: date) -> Iterator[Section11Question]:
    return (one for one in standard.questions if one.answer == "scored" and stands(one, as_at))


def _asked(standard: Section11Standard, one: Section11Question) -> Asked:
    return Asked(f"{standard.id}/{one.id}", name_of_question(one.id), flowing(one.text))


def _row(register: Register, round_: Round, agency: str, asked: Sequence[Asked], as_at: date) -> Row:
    now, before = round_.returns.get(agency), round_.before.get(agency)
    return Row(
        agency_called(register, agency),
        tuple(_cell(register, one.address, now, before, as_at) for one in asked),
        bool(now and now.illustrative),
    )


def _cell(
    register: Register,
    question: str,
    now: Section11Return | None,
    before: Section11Return | None,
    as_at: date,
) -> Cell:
    answer, earlier = _answer(now, question, as_at), _answer(before, question, as_at)
    score = standing_score(now, answer, as_at) if now and answer and not answer.not_applicable else None
    then = standing_score(before, earlier, as_at) if before and earlier else None
    yes, of = _staff(now, question, as_at)
    return Cell(
        question=question,
        said=_said(now, answer, score),
        own=answer.self_score if answer else None,
        moderated=answer.moderated_score if answer else None,
        score=score,
        reason=flowing(answer.moderation_reason or answer.not_applicable_reason) if answer else "",
        text=flowing(answer.text) if answer else "",
        yes=yes,
        of=of,
        staff=_share(yes, of),
        before=then,
        move=moved(then, score),
        repeats=bool(answer and answer.carried_forward),
        evidence=(answer.evidence_text or "") if answer else "",
        evidence_on=answer.evidence_on if answer else None,
        old=_old(now, answer),
        bare=score in ("partly-met", "not-met") and not _acted(register, now, answer, as_at),
    )


def _answer(return_: Section11Return | None, question: str, as_at: date) -> Section11Answer | None:
    """The answer that stands; none while the return has not come."""
    if return_ is None or return_.submitted is None:
        return None
    found = (one for one in return_.answers if one.question == question and stands(one, as_at))
    return next(found, None)


def _said(now: Section11Return | None, answer: Section11Answer | None, score: Met | None) -> Said:
    if now is None or now.submitted is None:
        return "no-return"
    if answer is not None and answer.not_applicable:
        return "not-applicable"
    return "scored" if score else "no-score"


def _staff(now: Section11Return | None, question: str, as_at: date) -> tuple[int | None, int | None]:
    survey = now.survey if now and now.submitted else None
    if survey is None or survey.on > as_at:
        return None, None
    found = (one for one in survey.answers if one.question == question)
    return next(((one.said_yes, one.of) for one in found), (None, None))


def _share(yes: int | None, of: int | None) -> Staff:
    if yes is None or of is None:
        return ""
    if of < FEWEST_STAFF:
        return "too-few"
    leaning = by_part(yes, of)
    return "" if leaning == "silent" else leaning


def moved(before: Met | None, now: Met | None) -> Move:
    """Whether a score is better than that of the round before."""
    if now is None:
        return ""
    if before is None:
        return "new"
    first, then = ORDER.index(before), ORDER.index(now)
    return "same" if first == then else "better" if then > first else "worse"


def _old(now: Section11Return | None, answer: Section11Answer | None) -> bool:
    """Whether what shows an answer was there the last time already, and nobody looked at it again."""
    if now is None or answer is None or answer.evidence_on is None or now.submitted is None:
        return False
    looked = max(filter(None, (answer.evidence_on, answer.still_true_on)))
    return looked < add_months(now.submitted, -12 * EVIDENCE_YEARS)


def _acted(
    register: Register, now: Section11Return | None, answer: Section11Answer | None, as_at: date
) -> bool:
    if now is None or answer is None:
        return True
    return acted_on(register, f"{now.id}/{answer.id}", answer.actions, as_at)
