"""How every JSON document of lif begins and is written: one object, the same bytes for the same data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from lif.diagnostics import unsealed


def head(
    what: str, version: str, commit: str | None, dirty: bool | None, as_at: date | None
) -> dict[str, object]:
    """The fields that every document begins with.

    `what` names the document's schema; `uncommitted` says whether the folder holds changes that the
    commit does not have, and both are null where git cannot tell.
    """
    return {
        "schema": f"lif.{what}/1",
        "version": version,
        "commit": commit,
        "uncommitted": dirty,
        "as_at": as_at.isoformat() if as_at else None,
    }


def written_as_json(document: Mapping[str, object]) -> str:
    """The document as indented JSON in the order of its fields; raises ValueError for what is no number.

    JSON is for machines: it has the words of lif, whatever a board calls things.
    """
    return unsealed(json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False)) + "\n"
