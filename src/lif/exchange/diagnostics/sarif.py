"""Diagnostics as SARIF 2.1.0, the form that code-scanning services read."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from lif.checks.registry import CODES
from lif.diagnostics import Diagnostic, visible
from lif.exchange.diagnostics import Report
from lif.exchange.documents import written_as_json

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def written(report: Report) -> str:
    """One run with the rules that were broken and where; accepted warnings are there as suppressed."""
    used = sorted({d.code for d in (*report.diagnostics, *report.accepted)})
    results = [_result(d, used, report.below) for d in report.diagnostics]
    for d in report.accepted:
        results.append(_result(d, used, report.below) | {"suppressions": [{"kind": "external"}]})
    run: dict[str, object] = {
        "tool": {"driver": {"name": "lif", "version": report.version, "rules": list(_rules(used))}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return written_as_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rules(used: Iterable[str]) -> Iterable[dict[str, object]]:
    for number in used:
        code = CODES[number]
        said = code.explain()
        yield {
            "id": number,
            "name": code.name,
            "shortDescription": {"text": said.what},
            "fullDescription": {"text": said.why},
            "help": {"text": f"{said.mend}\n\nMore: lif explain {number}"},
            "defaultConfiguration": {"level": code.severity.value},
        }


def _result(d: Diagnostic, used: list[str], below: str) -> dict[str, object]:
    hint = f" ({d.hint})" if d.hint else ""
    place = {
        "artifactLocation": {"uri": quote(visible(f"{below}{d.location.path}"), safe="/")},
        "region": {"startLine": d.location.line, "startColumn": d.location.column},
    }
    return {
        "ruleId": d.code,
        "ruleIndex": used.index(d.code),
        "level": d.severity.value,
        "message": {"text": visible(f"{d.message}{hint}")},
        "locations": [{"physicalLocation": place}],
    }
