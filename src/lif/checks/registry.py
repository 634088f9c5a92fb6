"""Every check in the order of its code, and every code that lif can print."""

from __future__ import annotations

from lif.checks.acceptances import ACCEPTANCES
from lif.checks.finding import Check
from lif.checks.links import LINKS
from lif.diagnostics import AnyCode
from lif.records.problems import IDENTITY, SCHEMA
from lif.source.problems import READING

CHECKS: tuple[Check, ...] = (*LINKS,)

CODES: dict[str, AnyCode] = {
    code.number: code for code in (*READING, *SCHEMA, *IDENTITY, *CHECKS, *ACCEPTANCES)
}
