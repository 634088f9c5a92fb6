"""What a merge of two branches would bring, as one JSON object, `lif.merge-check/1`."""

from __future__ import annotations

from datetime import date

from lif.diagnostics import Severity, visible
from lif.exchange.diagnostics.json import plain
from lif.exchange.documents import head, written_as_json
from lif.workspace.together import Together


def written(
    found: Together,
    branches: tuple[str, str],
    version: str,
    commit: str | None,
    dirty: bool | None,
    as_at: date,
) -> str:
    """The object with both branches, the files in conflict, and what neither branch says alone."""
    errors = sum(one.severity is Severity.ERROR for one in found.found)
    return written_as_json(
        {
            **head("merge-check", version, commit, dirty, as_at),
            "branches": list(branches),
            "summary": {
                "conflicts": len(found.conflicts),
                "errors": errors,
                "warnings": len(found.found) - errors,
                "files": found.files,
            },
            "conflicts": [visible(path) for path in found.conflicts],
            "diagnostics": [plain(one) for one in found.found],
        }
    )
