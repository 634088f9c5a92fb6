"""Diagnostics as annotations of a GitHub workflow: remarks beside the lines of a pull request."""

from __future__ import annotations

from lif.diagnostics import Diagnostic, visible
from lif.exchange.diagnostics import Report


def written(report: Report) -> str:
    """`::error file=…,line=…,col=…,title=…::message`, a line each, with nothing of a record at its start."""
    return "".join(f"{_annotation(d, report.below)}\n" for d in report.diagnostics)


def _annotation(d: Diagnostic, below: str) -> str:
    where = {
        "file": f"{below}{d.location.path}",
        "line": str(d.location.line),
        "col": str(d.location.column),
        "title": f"lif {d.code}",
    }
    properties = ",".join(f"{name}={_property(value)}" for name, value in where.items())
    hint = f" ({d.hint})" if d.hint else ""
    return f"::{d.severity.value} {properties}::{_message(f'{d.message}{hint}')}"


def _message(text: str) -> str:
    """Escaped as the runner reads it back: what does not print is visible, so no line can end early."""
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
