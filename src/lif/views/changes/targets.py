"""Targets that were set, moved, ended or taken away, and indicators that came, went or were defined anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.records.indicators import Indicator, Target
from lif.records.record import stands
from lif.views.changes.moments import Between
from lif.views.shown import flowing, number_text

Fate = Literal["added", "retired", "discontinued", "replaced", "taken-away", "defined-anew"]

DEFINITION = ("definition", "numerator", "denominator", "unit", "rate_per", "polarity", "counts")
"""Fields that say what an indicator counts."""
_TERMS = ("measure", "set_by", "basis", "tolerance", "tolerance_kind", "since", "until")
_WORD = {"high": "at least ", "low": "at most "}


@dataclass(frozen=True, slots=True)
class TargetMoved:
    """A target that is another now: `was` and `now` in words, with the day since when it applies."""

    indicator: str
    name: str
    series: str
    was: str
    now: str
    since: date | None
    set_by: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class IndicatorChanged:
    """An indicator that came or went, or that is defined another way now: `why` in words."""

    indicator: str
    name: str
    fate: Fate
    on: date | None
    why: str
    illustrative: bool


def target_changes(between: Between) -> tuple[TargetMoved, ...]:
    """Targets of indicators that stand in both, by indicator."""
    found: list[TargetMoved] = []
    for id_ in between.ids(Indicator):
        old = between.before.register.find(Indicator, id_)
        new = between.after.register.find(Indicator, id_)
        if old is None or new is None:
            continue
        for was, now in _came_into_force(between, new) if between.by_dates else _pairs(old, new):
            found.append(_moved(between, old, new, was, now))
    return tuple(found)


def _came_into_force(between: Between, indicator: Indicator) -> Iterator[tuple[Target | None, Target]]:
    """Where only dates can tell: targets that began to apply in between."""
    for target in indicator.targets:
        if between.since(target.since) and stands(target, between.after.as_at):
            yield _before(indicator, target), target


def _pairs(old: Indicator, new: Indicator) -> Iterator[tuple[Target | None, Target | None]]:
    """Each target that is not what it was, with what it was; a new one with the one that it follows."""
    before = {target.id: target for target in old.targets}
    after = {target.id: target for target in new.targets}
    followed = set()
    for id_, target in after.items():
        if id_ not in before:
            follows = _before(old, target)
            followed.add(follows.id if follows else "")
            yield follows, target
    for id_, target in before.items():
        if id_ not in after:
            yield target, None
        elif _terms(old, target) != _terms(new, after[id_]) and id_ not in followed:
            yield target, after[id_]


def _before(indicator: Indicator, target: Target) -> Target | None:
    """The target of the same series that applied last before another did."""
    earlier = [
        one
        for one in indicator.targets
        if one.id != target.id and one.measure == target.measure and one.since <= target.since
    ]
    return max(earlier, key=lambda one: one.since, default=None)


def _terms(indicator: Indicator, target: Target) -> tuple[object, ...]:
    retired = target.retired.on if target.retired else None
    return target_words(indicator, target), retired, *(getattr(target, name) for name in _TERMS)


def _moved(
    between: Between, old: Indicator, new: Indicator, was: Target | None, now: Target | None
) -> TargetMoved:
    words = (target_words(old, was) if was else "none", _now(new, now))
    if was and now and words[0] == words[1]:
        words = (_in_full(between, old, was), _in_full(between, new, now))
    measure = (now or was or new.targets[0]).measure
    series = next((one.name or one.period_kind for one in new.measures if one.id == measure), "")
    return TargetMoved(
        new.id,
        new.name,
        series.replace("-", " "),
        *words,
        now.since if now else None,
        between.called(now.set_by) if now and now.set_by else "",
        new.illustrative or any(one.illustrative for one in new.measures),
    )


def _now(indicator: Indicator, target: Target | None) -> str:
    if target is None:
        return "taken away"
    return "retired" if target.retired else target_words(indicator, target)


def _in_full(between: Between, indicator: Indicator, target: Target) -> str:
    """The target with its terms, where these are what changed."""
    until = f" until {target.until.isoformat()}" if target.until else ""
    kind = "points" if target.tolerance_kind == "points" else "per cent of it"
    within = f", amber within {target.tolerance} {kind}" if target.tolerance is not None else ""
    basis = target.basis.replace("-", " ")
    by = f", set by {between.called(target.set_by)}" if target.set_by else ""
    series = f", for {target.measure}" if target.measure else ""
    start = f"{target_words(indicator, target)} from {target.since.isoformat()}{until}"
    return f"{start}{within}, by {basis}{by}{series}"


def target_words(indicator: Indicator, target: Target) -> str:
    """`at least 85.0%`, `10.0% to 15.0%`, or quarter by quarter."""
    if target.band:
        return f"{number_text(indicator, target.band.low)} to {number_text(indicator, target.band.high)}"
    word = _WORD.get(indicator.polarity, "")
    if target.profile:
        steps = (target.profile.q1, target.profile.q2, target.profile.q3, target.profile.q4)
        return f"{word}{', '.join(number_text(indicator, each) for each in steps)} by quarter"
    return f"{word}{number_text(indicator, target.value)}" if target.value is not None else "none"


def indicator_changes(between: Between) -> tuple[IndicatorChanged, ...]:
    """Indicators that were added, retired or defined anew, by id."""
    found = []
    for id_ in between.ids(Indicator):
        old, new = _in_use(between.before.register.find(Indicator, id_), between.before.as_at), None
        new = _in_use(between.after.register.find(Indicator, id_), between.after.as_at)
        if change := _changed(between, id_, old, new):
            found.append(change)
    return tuple(found)


def _in_use(indicator: Indicator | None, day: date) -> Indicator | None:
    """The indicator if it was in use on the day."""
    if indicator is None or not stands(indicator, day) or indicator.status in ("discontinued", "replaced"):
        return None
    begun = indicator.since is None or indicator.since <= day
    return indicator if begun and (indicator.until is None or indicator.until >= day) else None


def _changed(
    between: Between, id_: str, old: Indicator | None, new: Indicator | None
) -> IndicatorChanged | None:
    if old is None and new is None:
        return None
    if old is None:
        assert new is not None
        return IndicatorChanged(id_, new.name, "added", new.since, "", new.illustrative)
    if new is None:
        return _gone(between, old)
    differing = [name.replace("_", " ") for name in DEFINITION if getattr(old, name) != getattr(new, name)]
    if not differing:
        return None
    return IndicatorChanged(id_, new.name, "defined-anew", None, ", ".join(differing), new.illustrative)


def _gone(between: Between, old: Indicator) -> IndicatorChanged:
    """What became of an indicator that is not in use any more."""
    now = between.after.register.find(Indicator, old.id)
    if now is None:
        return IndicatorChanged(old.id, old.name, "taken-away", None, "", old.illustrative)
    if now.retired and not stands(now, between.after.as_at):
        why = flowing(now.retired.reason)
        return IndicatorChanged(old.id, old.name, "retired", now.retired.on, why, now.illustrative)
    by = between.called(now.replaced_by) if now.replaced_by else ""
    fate: Fate = "replaced" if now.status == "replaced" or by else "discontinued"
    return IndicatorChanged(old.id, old.name, fate, now.until, f"by {by}" if by else "", now.illustrative)
