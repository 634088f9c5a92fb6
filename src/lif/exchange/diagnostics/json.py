"""Diagnostics as one JSON object, `lif.validate/1`."""

from __future__ import annotations

from lif.diagnostics import Diagnostic, Severity, visible
from lif.exchange.diagnostics import Report
from lif.exchange.documents import head, written_as_json


def written(report: Report) -> str:
    """The object with summary, diagnostics, and the warnings that were accepted."""
    found = report.diagnostics
    errors = sum(1 for d in found if d.severity is Severity.ERROR)
    return written_as_json(
        {
            **head("validate", report.version, report.commit, report.dirty, report.as_at),
            "summary": {
                "errors": errors,
                "warnings": len(found) - errors,
                "accepted": len(report.accepted),
                "files": report.files,
            },
            "diagnostics": [plain(d) for d in found],
            "accepted": [plain(d) for d in report.accepted],
        }
    )


def plain(d: Diagnostic) -> dict[str, object]:
    """One diagnostic as a document names it."""
    return {
        "code": d.code,
        "severity": d.severity.value,
        "message": visible(d.message),
        "hint": visible(d.hint),
        "path": visible(d.location.path),
        "line": d.location.line,
        "column": d.location.column,
        "record": visible(d.record),
        "field": visible(d.field),
    }
