"""Warnings that the board has accepted, and acceptances that have run out or fit nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from lif.checks.altered import ALTERED
from lif.checks.altered_days import ALTERED_DAYS
from lif.diagnostics import AnyCode, Diagnostic, Location, Severity, coded
from lif.records.references import Acceptance
from lif.register import Register

Where = Callable[[str, tuple[str | int, ...]], Location]


@coded("W101", Severity.WARNING)
def acceptance_expired(acceptance: Acceptance) -> str:
    """An accepted warning whose last day has passed.

    Why:
        A warning is accepted for a time, not for ever; somebody must look again.
    Fails:
        until: 2025-03-31, read on 2025-04-01
    Mend:
        Put the matter right, or accept it again with a new date and reason; then remove this one.
    Source:
        Decision 9: accepted warnings are records.
    """
    return f"the acceptance of {acceptance.code} ran out on {acceptance.until.isoformat()}"


@coded("W102", Severity.WARNING)
def acceptance_unused(acceptance: Acceptance) -> str:
    """An accepted warning that no longer occurs.

    Why:
        An acceptance that lies about would hide the next warning of its kind.
    Fails:
        record: act-2024-training, which has no such warning any more.
    Mend:
        Remove the acceptance, or correct its code, record or field.
    Source:
        Decision 9: accepted warnings are records.
    """
    return f"there is no warning {acceptance.code} about '{acceptance.record}' to accept"


@coded("W103")
def acceptance_of_error(acceptance: Acceptance) -> str:
    """An acceptance of something that is an error, not a warning.

    Why:
        An error means that a paper would be wrong; it cannot be agreed away.
    Fails:
        code: L101
    Mend:
        Put the error right and remove the acceptance.
    Source:
        Decision 9: accepted warnings are records.
    """
    if _is_personal(acceptance):
        return f"{acceptance.code} is personal data, which only a privacy-allowance lets stand"
    return f"{acceptance.code} is an error, and only warnings can be accepted"


def accept(
    register: Register, as_at: date, found: Iterable[Diagnostic], where: Where
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """What still counts, and what was accepted; expired and unused acceptances are themselves reported."""
    kept = list(found)
    accepted: list[Diagnostic] = []
    for acceptance in register.all(Acceptance):
        fits = [d for d in kept if _fits(acceptance, d)]
        code: AnyCode | None = None
        if _is_personal(acceptance) or any(d.severity is Severity.ERROR for d in fits):
            code = acceptance_of_error
        elif acceptance.until < as_at:
            code = acceptance_expired
        elif not fits and acceptance.accepted_on <= as_at and _was_looked_for(register, acceptance):
            code = acceptance_unused
        if code is not None:
            at = where(acceptance.id, ("until",) if code is acceptance_expired else ("code",))
            kept.append(
                Diagnostic(at, code.number, code.severity, code(acceptance), _hint(code), acceptance.id)
            )
        elif acceptance.accepted_on <= as_at:
            accepted.extend(fits)
            kept = [d for d in kept if d not in fits]
    return kept, accepted


def _was_looked_for(register: Register, acceptance: Acceptance) -> bool:
    """Whether the warning could have come: what history alone shows is looked for where it was asked for."""
    return register.past is not None or acceptance.code not in {
        one.number for one in (*ALTERED, *ALTERED_DAYS)
    }


def _fits(acceptance: Acceptance, diagnostic: Diagnostic) -> bool:
    same = diagnostic.code == acceptance.code and diagnostic.record == acceptance.record
    return same and (acceptance.field is None or diagnostic.field.split(".")[0] == acceptance.field)


def _is_personal(acceptance: Acceptance) -> bool:
    return acceptance.code.startswith("P")


def _hint(code: AnyCode) -> str:
    return {
        "W101": "put the matter right, or accept it anew with a new date",
        "W102": "remove it, or correct its code, record or field",
        "W103": "put the error right and remove the acceptance",
    }[code.number]


ACCEPTANCES: tuple[AnyCode, ...] = (acceptance_expired, acceptance_unused, acceptance_of_error)
