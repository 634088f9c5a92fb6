"""The allow-list: which finds of personal data may stand, and allowances that are run out or unfit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from lif.checks.finding import Check, Finding, check
from lif.checks.path_patterns import matches
from lif.diagnostics import AnyCode, Severity, coded
from lif.privacy import scan
from lif.records.privacy_allowances import PrivacyAllowance
from lif.records.problems import Wording
from lif.records.record import stands
from lif.register import Register

SHORTEST = 16
"""So many characters of a fingerprint are printed, and are enough to allow by."""
_NEVER_PUBLIC = frozenset(
    [
        *("nhs-number", "upn", "uln", "national-insurance-number", "date-of-birth", "case-number"),
        *("relation", "name-and-age", "initials-and-age", "bank-details"),
    ]
)
"""Kinds of which no real value is public, so that an allow-list would be a leak itself."""


@check("P121", Severity.WARNING)
def allowance_run_out(register: Register, as_at: date) -> Iterator[Finding]:
    """An allowance for something that looks like personal data, whose last day has passed.

    Why:
        What was public can have been taken down, and who accepted it may be gone; somebody must look again.
    Fails:
        until: 2025-03-31, read on 2025-04-01
    Mend:
        Look at the value again. Take it out, or give the allowance a new date and say why.
    Source:
        Decision 29: what may stand is a record with a reason and an end.
    """
    for allowance in register.all(PrivacyAllowance):
        if allowance.until < as_at and stands(allowance, as_at):
            yield Finding(
                allowance.id,
                ("until",),
                f"this allowance ran out on {allowance.until.isoformat()}",
                "look again: take the value out, or give the allowance a new last day",
            )


@check("P123")
def allowance_unfit(register: Register, as_at: date) -> Iterator[Finding]:
    """An allowance that can let nothing stand, or that is a leak itself.

    Why:
        It must say exactly one thing: a value that is public anyway, or the fingerprint of one that only
        looks like personal data. A child's real number in an allow-list would be told to everybody.
    Fails:
        sort: phone, with neither value nor fingerprint.
    Mend:
        Give one of the two. Of numbers, dates of birth and names with ages, only the fingerprint of a
        look-alike can be allowed; a real one is taken out.
    Source:
        Decision 29: what may stand is a record with a reason and an end.
    """
    for allowance in register.all(PrivacyAllowance):
        fault = _fault(allowance)
        if fault and stands(allowance, as_at):
            yield Finding(allowance.id, ("value",) if allowance.value else ("sort",), *fault)


@coded("P122", Severity.WARNING)
def allowance_unused() -> Wording:
    """An allowance for something that no longer stands anywhere.

    Why:
        It would let the value come back without anybody looking.
    Fails:
        where: README.md, from which the number has gone.
    Mend:
        Remove the allowance, or correct its kind, value or place.
    Source:
        Decision 29: what may stand is a record with a reason and an end.
    """
    return Wording(
        "nothing that this allowance fits was found", "remove it, or correct its sort, value or where"
    )


ALLOWANCES: tuple[Check, ...] = (allowance_run_out, allowance_unfit)
USES: tuple[AnyCode, ...] = (allowance_unused,)


@dataclass(frozen=True, slots=True)
class Spot:
    """A find as an allowance sees it: kind, fingerprint, path from the workspace, and the record if any."""

    sort: str
    fingerprint: str
    path: str
    record: str = ""


@dataclass
class Allowed:
    """The allowances that hold on a day, and which of them were used."""

    holding: Sequence[tuple[PrivacyAllowance, str, str]]
    """Each with the fingerprint that it asks for, and the path of its own file, where the value may be."""
    used: set[str] = field(default_factory=set)

    @classmethod
    def on(cls, register: Register, day: date) -> Allowed:
        """Those of the register that hold on this day."""
        return cls(
            [
                (allowance, _fingerprint(allowance), register.entries[allowance.id].path)
                for allowance in register.all(PrivacyAllowance)
                if allowance.accepted_on <= day <= allowance.until
                and stands(allowance, day)
                and not _fault(allowance)
            ]
        )

    def allows(self, spot: Spot) -> bool:
        """Whether one of them lets it stand; that one counts as used."""
        allowed = False
        for allowance, mark, own in self.holding:
            if allowance.sort == spot.sort and spot.fingerprint.startswith(mark):
                if spot.path == own:
                    allowed = True
                elif _is_there(allowance, spot):
                    self.used.add(allowance.id)
                    allowed = True
        return allowed

    def unused(self, seen: Sequence[str] = ()) -> Iterator[str]:
        """The ids of those that nothing was found for; with `seen`, of those that speak of these parts alone.

        What stands in a part that was not looked at cannot be missed.
        """
        for allowance, _, _ in self.holding:
            if allowance.id not in self.used and (not seen or _within(allowance, seen)):
                yield allowance.id


def _is_there(allowance: PrivacyAllowance, spot: Spot) -> bool:
    return not allowance.where or any(
        where == spot.record or matches(where, spot.path) for where in allowance.where
    )


def _within(allowance: PrivacyAllowance, parts: Sequence[str]) -> bool:
    """Whether every place that it names is certainly in one of these parts, or is a record."""
    return bool(allowance.where) and all(
        where in parts or any(where.startswith(f"{part}/") for part in parts) or _is_id(where)
        for where in allowance.where
    )


def _is_id(where: str) -> bool:
    return not any(sign in where for sign in "/*.")


def _fingerprint(allowance: PrivacyAllowance) -> str:
    """The beginning of the fingerprint that a find must have; that of the value where it is given."""
    if allowance.fingerprint:
        return allowance.fingerprint
    found = [hit.fingerprint for hit in scan(allowance.value or "") if hit.kind.value == allowance.sort]
    return found[0] if found else ""


def _fault(allowance: PrivacyAllowance) -> tuple[str, str] | None:
    """What is wrong with an allowance, and what to do."""
    if bool(allowance.value) == bool(allowance.fingerprint):
        both = "both a value and a fingerprint" if allowance.value else "neither a value nor a fingerprint"
        return (
            f"this allowance gives {both}",
            "give one of them; lif privacy scan --fingerprints prints the second",
        )
    if allowance.value and allowance.sort in _NEVER_PUBLIC:
        return (
            "no real value of this kind is public, and it must not stand in an allow-list",
            "take it out; of what only looks like one give what lif privacy scan --fingerprints prints",
        )
    if not _fingerprint(allowance):
        return "lif does not take this value for what its sort says", "correct the sort or the value"
    return None
