"""What agencies audit alone, as each told it in its last section 11 return."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lif.checks.cycles import newest
from lif.register import Register
from lif.views.as_known import as_known
from lif.views.called import agency_called, called_at
from lif.views.shown import flowing


@dataclass(frozen=True, slots=True)
class AloneLine:
    """The audits that one agency did by itself: their themes, and what they found."""

    agency: str
    cycle: str
    themes: tuple[str, ...]
    found: str
    illustrative: bool


def audited_alone(register: Register, as_at: date) -> tuple[AloneLine, ...]:
    """What each agency's newest return says of its own audits, once moderated, by agency."""
    found = []
    for return_ in newest(register, as_at):
        seen = as_known(register, return_, as_at)
        if seen.audit_themes or seen.audit_text:
            themes = tuple(called_at(register, theme) for theme in seen.audit_themes)
            agency = agency_called(register, seen.agency)
            found.append(AloneLine(agency, seen.cycle, themes, flowing(seen.audit_text), seen.illustrative))
    return tuple(sorted(found, key=lambda line: line.agency))
