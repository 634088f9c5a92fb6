"""The guide says of every kind what the public may read of it, and names no kind that is not told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lif.publishing.told import may_read
from lif.records.kinds import BY_NAME, KINDS
from lif.records.record import Record


def _told(root: Path) -> set[str]:
    text = (root / "docs/guides/publishing.md").read_text(encoding="utf-8")
    part = text.partition("## What the public may read\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| ([a-z0-9, -]+) \|", part, re.MULTILINE)
    return {name.strip() for row in rows for name in row.split(",")} - {"kind"}


def test_the_guide_names_every_kind_that_is_told_and_no_other(root: Path) -> None:
    assert _told(root) == {kind.kind for kind in KINDS if may_read(kind)}


@pytest.mark.parametrize("kind", [kind for kind in KINDS if "publish_not_before" in kind.model_fields])
def test_what_can_be_held_back_is_told_or_is_a_review(kind: type[Record]) -> None:
    assert may_read(kind) or kind is BY_NAME["review"]
