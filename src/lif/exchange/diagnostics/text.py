"""Diagnostics as plain lines that editors and terminals can open."""

from __future__ import annotations

from lif.diagnostics import line
from lif.exchange.diagnostics import Report


def written(report: Report) -> str:
    """`path:line:col: error L101 message (hint)`, a line each; nothing when nothing is wrong."""
    return "".join(f"{line(d)}\n" for d in report.diagnostics)
