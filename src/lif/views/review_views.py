"""How confident and satisfied families and practitioners are, before reviews and after them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lif.measures.found import found_on
from lif.records.promised import Asked
from lif.records.record import stands
from lif.records.reviews import Review, ViewsOfProcess
from lif.register import Register
from lif.views.shares import Share, share
from lif.views.shown import flowing


@dataclass(frozen=True, slots=True)
class ViewsLine:
    """What families or practitioners said of one review, or of all together, before it and after it."""

    review: str
    who: Asked
    before_confident: Share
    after_confident: Share
    before_satisfied: Share
    after_satisfied: Share
    text: str
    illustrative: bool


def views_lines(register: Register, as_at: date) -> tuple[ViewsLine, ...]:
    """All reviews together first, then each review on which somebody was asked, the newest first."""
    found: list[tuple[Review, tuple[ViewsOfProcess, ...]]] = []
    for review in register.all(Review):
        views = tuple(one for one in review.views if one.on <= as_at)
        if views and stands(review, as_at):
            found.append((review, views))
    found.sort(key=lambda pair: (found_on(pair[0]) or date.max, pair[0].id), reverse=True)
    together = [view for _, views in found for view in views]
    made_up = any(review.illustrative for review, _ in found)
    lines = [*views_of("All reviews together", together, made_up)] if len(found) > 1 else []
    for review, views in found:
        lines += views_of(review.title, views, review.illustrative)
    return tuple(lines)


def views_of(name: str, views: Iterable[ViewsOfProcess], illustrative: bool) -> Iterator[ViewsLine]:
    """What families, then practitioners, said before and after; their words where few are asked."""
    of: Asked
    every = tuple(views)
    for of in ("families", "practitioners"):
        mine = [one for one in every if one.of == of]
        if mine:
            before, after = ([one for one in mine if one.when == when] for when in ("before", "after"))
            said = " ".join(flowing(one.text) for one in after if one.text) if len(mine) <= 2 else ""
            yield ViewsLine(
                name,
                of,
                _pooled(before, "confident"),
                _pooled(after, "confident"),
                _pooled(before, "satisfied"),
                _pooled(after, "satisfied"),
                said,
                illustrative,
            )


def _pooled(views: Sequence[ViewsOfProcess], field: str) -> Share:
    """How many said so, of those who answered a question that was put to them."""
    put = [one for one in views if getattr(one, field) is not None]
    if not put:
        return share(None, None, "not asked")
    said, answered = sum(getattr(one, field) for one in put), sum(one.answered for one in put)
    return share(said, answered, "nobody answered")
