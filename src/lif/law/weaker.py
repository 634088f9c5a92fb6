"""Whether a duty asks for less than the one it stands above: local rules may be stricter, never laxer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from lif.records.law import Duty, Force, Limit

_RANK: dict[Force, int] = {
    "statute": 3,
    "regulation": 3,
    "statutory-guidance": 2,
    "panel-expectation": 1,
    "professional-guidance": 1,
    "local-policy": 0,
}
_DAYS = {
    "hours": Fraction(1, 24),
    "working-days": Fraction(7, 5),
    "calendar-days": Fraction(1),
    "weeks": Fraction(7),
    "months": Fraction(1461, 48),
    "years": Fraction(1461, 4),
}
_MONTHS_BETWEEN = {
    "each-quarter": 3,
    "each-half-year": 6,
    "each-year": 12,
    "each-two-years": 24,
    "each-three-years": 36,
}
_MARGIN = Fraction(11, 10)
"""How much longer a limit in other units must be: holidays and short months make them uneven."""


def binds(duty: Duty) -> bool:
    """Whether a duty, or its days, are law or statutory guidance, which a local rule cannot loosen."""
    days = duty.limit.force if duty.limit and duty.limit.force else duty.force
    return max(_RANK[duty.force], _RANK[days]) >= _RANK["statutory-guidance"]


def weaker(local: Duty, law: Duty) -> tuple[str, ...]:
    """In which ways `local` asks for less than `law`, each in a few words; none where it does not."""
    return tuple(_ways(local, law))


def _ways(local: Duty, law: Duty) -> Iterator[str]:
    if local.retired and not law.retired:
        yield f"it is retired from {local.retired.on.isoformat()}"
    if law.limit is not None and (local.limit is None or _looser(local.limit, law.limit, _kept(law))):
        here = _words(local.limit) if local.limit else "no limit"
        yield f"it gives {here} instead of {_words(law.limit)}"
    before, now = _MONTHS_BETWEEN.get(law.recurs), _MONTHS_BETWEEN.get(local.recurs)
    if before and (local.recurs == "once" or (now or 0) > before):
        yield f"it recurs {_spoken(local.recurs)} and not {_spoken(law.recurs)}"
    if _RANK[local.force] < _RANK[law.force]:
        yield f"it binds as {_spoken(local.force)} and not as {_spoken(law.force)}"
    if (local.until or date.max) < (law.until or date.max):
        yield f"it ends on {(local.until or date.max).isoformat()}"
    if (local.since or date.min) > (law.since or date.min):
        yield f"it begins on {(local.since or date.min).isoformat()}"


def _kept(duty: Duty) -> bool:
    """Whether something has to stay until the date, so that a longer limit is the stricter."""
    return any(clock.keeps for clock in duty.clocks)


def _looser(local: Limit, law: Limit, kept: bool) -> bool:
    if local.direction != law.direction:
        return False
    shorter_is_looser = kept or law.direction == "before"
    ours, theirs = local.number * _DAYS[local.unit], law.number * _DAYS[law.unit]
    if shorter_is_looser:
        ours, theirs = theirs, ours
    return ours > theirs * (1 if local.unit == law.unit else _MARGIN)


def _words(limit: Limit) -> str:
    unit = _spoken(limit.unit)
    return f"{limit.number} {unit.removesuffix('s') if limit.number == 1 else unit}"


def _spoken(choice: str) -> str:
    return choice.replace("-", " ")
