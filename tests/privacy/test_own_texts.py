"""The repository's own workspace names nobody: all its texts are clean."""

from __future__ import annotations

from pathlib import Path

import pytest

from lif.privacy import scan

ROOT = Path(__file__).resolve().parent.parent.parent


EXPLAINED = {"personal-data.md"}  # it shows what a find looks like, with invented values


@pytest.mark.parametrize("folder", ["framework", "data", "docs", "templates", "examples"])
def test_nothing_is_found(folder: str) -> None:
    found = []
    for path in sorted((ROOT / folder).rglob("*")):
        if path.suffix not in (".yaml", ".md", ".csv", ".j2") or path.name in EXPLAINED:
            continue
        text = path.read_text(encoding="utf-8")
        found += [f"{path.relative_to(ROOT)}: {text[h.start : h.end]!r} {h.kind}" for h in scan(text)]
    assert found == []
