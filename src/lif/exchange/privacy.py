"""What a search for personal data found, as one JSON object, `lif.privacy/1`."""

from __future__ import annotations

from collections.abc import Mapping

from lif.diagnostics import Diagnostic, Severity, visible
from lif.exchange.diagnostics import Report
from lif.exchange.documents import head, written_as_json
from lif.workspace.personal_data import Found
from lif.workspace.sweep import Sweep


def written(report: Report, sweep: Sweep, found: list[tuple[Diagnostic, Found]], marks: bool) -> str:
    """The object with a summary and every find, never the value; with `marks` also the fingerprints."""
    errors = sum(d.severity is Severity.ERROR for d, _ in found)
    return written_as_json(
        {
            **head("privacy", report.version, report.commit, report.dirty, report.as_at),
            "summary": {
                "certain": errors,
                "uncertain": len(found) - errors,
                "texts": sweep.texts,
                "skipped": len(sweep.skipped),
                "not_read": dict(sorted(sweep.reasons().items())),
            },
            "found": [_plain(d, each, marks) for d, each in found],
        }
    )


def _plain(d: Diagnostic, found: Found, marks: bool) -> Mapping[str, object]:
    return {
        "code": d.code,
        "severity": d.severity,
        "kind": found.seen[0],
        "masked": found.seen[3],
        "fingerprint": found.fingerprint if marks else None,
        "part": found.part,
        "commit": found.commit or None,
        "path": visible(d.location.path),
        "line": d.location.line,
        "column": d.location.column,
        "message": visible(d.message),
        "hint": visible(d.hint),
    }
