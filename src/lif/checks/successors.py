"""Agencies under their latest name: what a clinical commissioning group promised, the board after it owes."""

from __future__ import annotations

from lif.records.governance import Agency
from lif.register import Register


def heir(register: Register, agency: str) -> str:
    """The agency that took over in the end, or the agency itself; of a circle the first by id."""
    seen: set[str] = set()
    while agency not in seen:
        seen.add(agency)
        found = register.find(Agency, agency)
        if found is None or found.successor is None:
            return agency
        agency = found.successor
    return min(seen)
