"""What the life of a record in git says of it: what a field or a part of it was in which commit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from lif.history.record_steps import RecordStep
from lif.register import Register

Data = Mapping[str, Any]


def _steps(register: Register, id_: str) -> tuple[RecordStep, ...]:
    return (register.past or {}).get(id_, ())


def values_of(register: Register, id_: str, field: str) -> dict[str, RecordStep]:
    """Every value that a field had in a commit, the oldest first, with the last commit that had it so."""
    found: dict[str, RecordStep] = {}
    for step in _steps(register, id_):
        if step.after is not None and isinstance(step.after.get(field), str):
            found[step.after[field]] = step
    return found


def entries_of(register: Register, id_: str, field: str, *keys: str) -> dict[tuple[str, ...], RecordStep]:
    """Every entry that a list of a record had in a commit, by these keys, with the last commit of it."""
    found: dict[tuple[str, ...], RecordStep] = {}
    for step in _steps(register, id_):
        for one in _listed(step, field):
            if all(isinstance(one.get(key), str) for key in keys):
                found[tuple(str(one[key]) for key in keys)] = step
    return found


def members_of(register: Register, id_: str, field: str, member: str) -> Iterator[tuple[Data, RecordStep]]:
    """What a part of a record said in each commit, the oldest first."""
    for step in _steps(register, id_):
        for one in _listed(step, field):
            if one.get("id") == member:
                yield one, step


def first_members(register: Register, id_: str, field: str) -> dict[str, tuple[Data, RecordStep]]:
    """What each part of a record said when a commit first had it."""
    found: dict[str, tuple[Data, RecordStep]] = {}
    for step in _steps(register, id_):
        for one in _listed(step, field):
            found.setdefault(str(one.get("id")), (one, step))
    return found


def _listed(step: RecordStep, field: str) -> list[Data]:
    value = (step.after or {}).get(field)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def said_at(step: RecordStep) -> str:
    """`commit 0123456789ab of 2025-03-31`."""
    return f"commit {step.commit[:12]} of {step.on.isoformat()}"


def numbers_of(data: Data) -> tuple[Decimal | None, ...]:
    """The numbers of a figure: numerator, denominator, finished figure."""
    return tuple(_number(data.get(name)) for name in ("numerator", "denominator", "value"))


def number_words(data: Data) -> str:
    """`48 of 60`, or the number alone."""
    top, bottom, whole = (
        str(data[name]) if name in data else "" for name in ("numerator", "denominator", "value")
    )
    return " of ".join(filter(None, (top, bottom))) or whole


def terms_of(target: Data) -> tuple[object, ...]:
    """What a target asks for, and since when."""
    numbers = [_number(target.get(name)) for name in ("value", "tolerance")]
    for name, parts in (("band", ("low", "high")), ("profile", ("q1", "q2", "q3", "q4"))):
        inside = target.get(name)
        numbers += [_number(inside.get(part)) if isinstance(inside, Mapping) else None for part in parts]
    return (*numbers, str(target.get("since") or ""), target.get("measure") or None)


def target_words(target: Data) -> str:
    """`85 since 2024-04-01`, or with both ends of the range, or quarter by quarter."""
    inside = target.get("band") or target.get("profile")
    numbers = [str(one) for one in inside.values()] if isinstance(inside, Mapping) else []
    asked = (
        " to ".join(numbers) if target.get("band") else ", ".join(numbers) or str(target.get("value", "none"))
    )
    return f"{asked} since {target.get('since', 'no day')}"


def flowing(text: object) -> str:
    """A text without the ends of its lines."""
    return " ".join(str(text or "").split())


def _number(value: object) -> Decimal | None:
    try:
        return None if value is None or isinstance(value, bool) else Decimal(str(value)).normalize()
    except InvalidOperation:
        return None
