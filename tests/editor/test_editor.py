"""An editor with the YAML language server helps and warns, with the settings that are shipped."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.editor.language_server import LanguageServer, language_server

from lif.records.kinds import BY_FOLDER

ROOT = Path(__file__).resolve().parents[2]


def settings() -> dict[str, Any]:
    """The shipped settings of VS Code as the server asks for them: by section."""
    flat = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    section: dict[str, Any] = {"schemas": flat["yaml.schemas"], "schemaStore": {"enable": False}}
    return {"yaml": {**section, "validate": True, "completion": True, "hover": True}}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the shipped schemas and nothing else."""
    shutil.copytree(ROOT / "schemas", tmp_path / "schemas")
    return tmp_path


def put(folder: Path, path: str, text: str) -> Path:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


GOOD = """\
id: act-2024-return-interviews
illustrative: true
title: Offer return interviews within three days
text: |
  Offer each child who was missing a return interview within three days, and record the offer.
source: audit-2024-neglect/rec-1
source_sort: audit
owner: head-of-early-help
group: operational-board
agreed_on: 2024-06-12
due: 2024-12-31
"""


def said(server: LanguageServer, file: Path) -> list[tuple[int, str]]:
    """What the server says is wrong: line from 1, and its words."""
    return [(d["range"]["start"]["line"] + 1, d["message"]) for d in server.diagnose(file)]


def test_a_good_record_has_no_remark(folder: Path) -> None:
    file = put(folder, "data/actions/act-2024-return-interviews.yaml", GOOD)
    with language_server(settings(), folder) as server:
        assert said(server, file) == []


def test_a_broken_record_has_a_remark_on_each_wrong_line(folder: Path) -> None:
    broken = GOOD.replace("source_sort: audit", "source_sort: adit").replace("owner:", "ownr:")
    file = put(folder, "data/actions/act-2024-return-interviews.yaml", broken)
    with language_server(settings(), folder) as server:
        remarks = said(server, file)
    lines = broken.splitlines()
    wrong_choice, unknown = lines.index("source_sort: adit") + 1, lines.index("ownr: head-of-early-help") + 1
    assert any(line == wrong_choice and "audit" in words for line, words in remarks), remarks
    assert any(line == unknown and "ownr" in words for line, words in remarks), remarks
    assert any("owner" in words and "ownr" not in words for _, words in remarks), remarks


def test_the_name_of_a_field_is_completed(folder: Path) -> None:
    file = put(folder, "data/actions/act-2024-return-interviews.yaml", GOOD + "intend")
    with language_server(settings(), folder) as server:
        server.diagnose(file)
        assert "intended_outcome" in server.complete(file, GOOD.count("\n"), len("intend"))


def test_the_choices_of_a_field_are_offered(folder: Path) -> None:
    file = put(folder, "data/actions/act-2024-return-interviews.yaml", GOOD + "sort: ")
    with language_server(settings(), folder) as server:
        server.diagnose(file)
        assert {"policy", "training"} <= set(server.complete(file, GOOD.count("\n"), len("sort: ")))


def one_of_each() -> list[str]:
    """The first file of every folder of records, and every list of records, of this workspace."""
    found = []
    for name in sorted(BY_FOLDER):
        alone = sorted((ROOT / name).glob("*.yaml"))[:1]
        listed = ROOT / f"{name}.yaml"
        found += [path.relative_to(ROOT).as_posix() for path in [*alone, listed] if path.is_file()]
    return found


def test_the_board_s_own_records_have_no_remark(folder: Path) -> None:
    """The schema and `lif validate` agree on records that are in order, for every kind that there is."""
    names = one_of_each()
    assert names
    with language_server(settings(), folder) as server:
        remarks = {
            name: said(server, put(folder, name, (ROOT / name).read_text(encoding="utf-8"))) for name in names
        }
    assert {name: words for name, words in remarks.items() if words} == {}
