"""The triangulation of a theme or priority on its way out, as JSON for machines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date

from lif.diagnostics import visible
from lif.exchange.documents import written_as_json
from lif.views.triangulation import Triangulation


def triangulation_as_json(view: Triangulation, head: Mapping[str, object]) -> str:
    """One object: the head of every document, the comparison, and every source with what it says."""
    found = asdict(view)
    panels = [
        {
            "source": panel["source"],
            "nothing": panel["nothing"] if not panel["entries"] else "",
            "head": panel["head"],
            "entries": [_entry(entry) for entry in panel["entries"]],
        }
        for panel in found["panels"]
    ]
    about = {key: found[key] for key in ("id", "sort", "name", "rationale", "themes")}
    return written_as_json(
        {**head, "about": _clean(about), "comparison": _clean(found["comparison"]), "sources": _clean(panels)}
    )


def _entry(entry: Mapping[str, object]) -> dict[str, object]:
    """One entry without what only a page needs."""
    return {key: value for key, value in entry.items() if key != "first"}


def _clean(value: object) -> object:
    """Plain data: dates as ISO text, tuples as lists, and no character that does not print."""
    if isinstance(value, str):
        return visible(" ".join(value.split()))
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _clean(one) for key, one in value.items()}
    return [_clean(one) for one in value] if isinstance(value, list | tuple) else value
