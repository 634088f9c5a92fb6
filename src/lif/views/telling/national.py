"""National learning beside that from here: reviews of the national panel, and what draws on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lif.calendars import add_months
from lif.measures.found import with_wider
from lif.records.learning import GoodPractice, Learning
from lif.records.record import stands
from lif.records.references import Source, Theme
from lif.records.reviews import Review
from lif.views.as_known import as_known
from lif.views.came_of import many
from lif.views.coverage.states import OLD_MONTHS
from lif.views.papers import Question
from lif.views.review_states import published_on
from lif.views.shown import flowing
from lif.views.telling.learned import Learned


@dataclass(frozen=True, slots=True)
class National:
    """A national review that was read here: when it came out, what of it holds here, what draws on it."""

    record: str
    title: str
    on: date | None
    relevance: str
    drawn_on_by: tuple[str, ...]
    illustrative: bool


def national(question: Question, told: Iterable[Learning | GoodPractice]) -> Iterator[National]:
    """National reviews read here, newest first: those that something told draws on, or of two years."""
    register, as_at = question.register, question.as_at
    drawn: dict[str, list[str]] = {}
    for one in told:
        for address in one.sources:
            drawn.setdefault(address.partition("/")[0], []).append(one.title)
    since = add_months(as_at, -OLD_MONTHS)
    found: list[tuple[date, National]] = []
    for record in register.all(Review):
        review = as_known(register, record, as_at)
        on = published_on(review, as_at)
        if review.sort != "national-review" or on is None or not stands(review, as_at):
            continue
        theme = question.named(Theme)
        fits = theme is None or theme.id in with_wider(register, review.themes)
        if review.id in drawn or (on >= since and review.relevance and fits):
            names = tuple(dict.fromkeys(drawn.get(review.id, ())))
            said = flowing(review.relevance)
            found.append((on, National(review.id, review.title, on, said, names, review.illustrative)))
    yield from (one for _, one in sorted(found, key=lambda pair: (-pair[0].toordinal(), pair[1].record)))


def origins(question: Question, told: Iterable[Learned], beside: tuple[National, ...]) -> str:
    """`5 learned here, 1 from elsewhere; 2 national reviews beside them`."""
    every = list(told)
    outside = sum(_from_elsewhere(question, one) for one in every)
    national = many(len(beside), "national review")
    return f"{len(every) - outside} learned here, {outside} from elsewhere; {national} beside them"


def _from_elsewhere(question: Question, one: Learned) -> bool:
    """Whether something was learned from a national review, or from a document from outside."""
    for source in one.sources:
        record = question.register.get(source.record)
        if isinstance(record, Source):
            return True
        if isinstance(record, Review) and record.sort == "national-review":
            return True
    return False
