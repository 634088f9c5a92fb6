"""Pieces of records that a guide shows, a few fields without their file, are what their kind takes."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import pytest
from pydantic import BaseModel, create_model
from ruamel.yaml import YAML

from lif.records.actions import Action
from lif.records.figures import Return
from lif.records.governance import Role
from lif.records.law import Duty
from lif.records.reading import read_part
from lif.records.record import Part
from lif.records.settings import Settings
from lif.source import Document, parse

ROOT = Path(__file__).resolve().parent.parent
GUIDES = ROOT / "docs" / "guides"
PIECES: tuple[tuple[str, str, type[BaseModel]], ...] = (
    ("charts", "figures:", Settings),
    ("personal-data", "privacy:", Settings),
    ("publishing", "stories:", Return),
    ("chasing", "chases:", Action),
    ("chasing", "chases:", Return),
    ("voice-and-learning", "limit:", Duty),
    ("starting", "id: business-manager", Role),
)
"""The guide, how the piece begins, and the kind of record (or lif.yaml) whose fields it has."""


def piece(guide: str, begins: str) -> str:
    """The piece as it stands in the guide: a fenced block, or lines set in by four spaces."""
    text = (GUIDES / f"{guide}.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```text\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    blocks += [dedent(each) for each in re.findall(r"(?:^ {4}.*\n)+", text, re.MULTILINE)]
    found = [each for each in blocks if re.sub(r"\A# \S+\n", "", each).startswith(begins)]
    assert len(found) == 1, f"{guide}: {begins}"
    return str(found[0])


@pytest.mark.parametrize(
    ("guide", "begins", "kind"), PIECES, ids=lambda each: getattr(each, "__name__", each)
)
def test_a_piece_of_a_record_has_the_fields_of_its_kind(
    guide: str, begins: str, kind: type[BaseModel]
) -> None:
    document = parse(piece(guide, begins).encode(), "piece.yaml")
    assert isinstance(document, Document)
    assert isinstance(document.data, dict)
    fields = {name: (kind.model_fields[name].annotation, kind.model_fields[name]) for name in document.data}
    of_kind = create_model("Piece", __base__=Part, **fields)  # type: ignore[call-overload]
    assert isinstance(read_part(of_kind, document.data), of_kind)


def test_the_hooks_that_are_named_for_pre_commit_are_there() -> None:
    text = (ROOT / "docs" / "hosting.md").read_text(encoding="utf-8")
    shown = re.search(r"^```yaml\n(default_install_hook_types.*?)^```$", text, re.DOTALL | re.MULTILINE)
    assert shown
    reader = YAML(typ="safe")
    named = {hook["id"] for hook in reader.load(shown[1])["repos"][0]["hooks"]}
    ours = reader.load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert named <= {hook["id"] for hook in ours}
