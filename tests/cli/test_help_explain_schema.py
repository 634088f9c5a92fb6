"""Help, `lif explain`, `lif schema`, and the JSON of every command against its shipped schema."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from tests.cli.board import Lif, Write
from tests.test_docs_commands import typed

from lif.checks.registry import CODES
from lif.cli.commands import COMMANDS
from lif.exchange.listings import as_json
from lif.records.kinds import KINDS
from lif.views.listing import listing
from lif.workspace import Workspace


@pytest.mark.parametrize("line", ["", "--help"])
def test_alone_lif_helps_with_what_people_do_most(lif: Lif, line: str) -> None:
    ran = lif(line)
    assert ran.code == 0
    assert "lif actions overdue --group neglect" in ran.out
    for name in COMMANDS:
        assert f"\n  {name} " in ran.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_helps_with_an_example(lif: Lif, name: str) -> None:
    ran = lif(f"{name} --help")
    assert ran.code == 0
    assert f"lif {name}" in ran.out.split("Options:")[0].split("\n", 1)[1]


@pytest.mark.parametrize("number", sorted(CODES))
def test_every_code_is_explained(lif: Lif, number: str) -> None:
    out = lif(f"explain {number}").out
    assert out.startswith(f"{number} {CODES[number].name} (")
    for title in ("Why", "An example that fails", "How to put it right", "Where the rule comes from"):
        assert f"\n{title}\n" in out


def test_codes_go_by_number_in_any_case_and_by_name(lif: Lif) -> None:
    assert lif("explain l101").out == lif("explain link-to-nothing").out == lif("explain L101").out


def test_all_codes_are_listed_one_a_line(lif: Lif) -> None:
    lines = lif("explain --list").out.splitlines()
    assert [line.split()[0] for line in lines] == list(CODES)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("explain", "name the code that stands in the message, as in lif explain L101; --list names all"),
        ("explain X999", "there is no code 'X999'; lif explain --list names all"),
        ("explain link-to-nothin", "there is no code 'link-to-nothin'; did you mean link-to-nothing?"),
        ("schema", "name a kind, as in lif schema action; --out DIR writes all, --list names them"),
        ("schema actoin", "there is no kind of record 'actoin'; did you mean action?"),
    ],
)
def test_what_is_not_known_names_the_nearest(lif: Lif, line: str, said: str) -> None:
    ran = lif(line)
    assert (ran.code, ran.out, ran.err) == (2, "", f"lif: {said}\n")


def test_schemas_are_written_for_all_kinds_and_checked(lif: Lif, tmp_path: Path) -> None:
    written = lif(f"schema --out {tmp_path}").out.splitlines()
    names = {Path(line).relative_to(tmp_path).as_posix() for line in written}
    assert {f"{kind.kind}.json" for kind in KINDS} | {f"{kind.kind}.list.json" for kind in KINDS} <= names
    assert {"lif.json", "output/validate.json"} <= names
    for line in written:
        Draft7Validator.check_schema(json.loads(Path(line).read_text(encoding="utf-8")))
    assert lif(f"schema --out {tmp_path} --check").code == 0
    (tmp_path / "action.json").write_text("{}")
    (tmp_path / "old.json").write_text("{}")
    ran = lif(f"schema --out {tmp_path} --check")
    assert ran.code == 1
    assert [line.split()[0].rpartition("/")[2] for line in ran.err.splitlines()] == [
        "action.json",
        "old.json",
    ]


def test_a_schema_takes_what_lif_takes_as_text(lif: Lif) -> None:
    """To an editor `minute: 5.1` and `title: 2025` are numbers; lif reads the text as it stands."""
    action = Draft7Validator(json.loads(lif("schema action").out))
    good = {
        "id": "act-1",
        "title": 2025,
        "text": "A\n",
        "source": "review-a/rec-1",
        "source_sort": "review",
        "owner": "police-lead",
        "group": "hill",
        "agreed_on": "2025-01-01",
        "due": "2025-02-01",
    }
    assert list(action.iter_errors(good)) == []
    for wrong in (
        {"due": None},
        {"owner": 7},
        {"themes": "neglect"},
        {"sort": "polcy"},
        {"illustrative": "yes"},
    ):
        assert len(list(action.iter_errors({**good, **wrong}))) == 1
    settings = Draft7Validator(json.loads(lif("schema lif.yaml").out))
    assert list(settings.iter_errors({"board": "hill", "extends": ["england"]})) == []


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("validate", "validate --format json"),
        ("list", "list actions --format json"),
        ("list", "list areas --format json"),
        ("kinds", "list --format json"),
        ("actions", "actions list --format json"),
        ("actions", "actions overdue --format json --as-at 2020-01-01"),
        ("trace", "trace act-2024-interviews --format json"),
        ("trace", "trace hill-board-2024-09-10/interviews --format json --as-at 2030-01-01"),
        ("helped", "actions impact --format json"),
        ("deadlines", "deadlines --format json"),
        ("rules", "rules list --format json"),
        ("themes", "actions themes --least 1 --format json"),
        ("owed", "actions owed --source hill-board-2024-09-10 --format json"),
        ("show", "show act-2024-interviews --format json"),
        ("show", "show hill-board-2024-09-10/interviews --format json"),
        ("explain", "explain --list --format json"),
    ],
)
def test_json_is_as_its_shipped_schema_says(
    lif: Lif, board: Path, workspace: Write, root: Path, what: str, line: str
) -> None:
    workspace(
        {"framework/agencies.yaml": (board / "framework" / "agencies.yaml").read_text() + "- id: odd\n"}
    )
    ran = lif(line)
    document = json.loads(ran.out, parse_constant=pytest.fail)
    schema = json.loads((root / "schemas" / "output" / f"{what}.json").read_text(encoding="utf-8"))
    assert list(Draft7Validator(schema).iter_errors(document)) == []
    assert document["schema"] == f"lif.{what}/1"


def test_every_kind_of_this_repository_lists_as_the_schema_says(root: Path) -> None:
    day = date(2025, 12, 10)
    register = Workspace.load(root, day, checks=()).register
    schema = Draft7Validator(
        json.loads((root / "schemas" / "output" / "list.json").read_text(encoding="utf-8"))
    )
    head = {
        "schema": "lif.list/1",
        "version": "0",
        "commit": None,
        "uncommitted": None,
        "as_at": "2025-12-10",
    }
    for kind in KINDS:
        document = json.loads(as_json(listing(register, kind, day), head))
        assert list(schema.iter_errors(document)) == [], kind.kind


def examples(lif: Lif) -> list[str]:
    """Every command line that help shows, of those that only read and need nothing else."""
    shown = {
        line.strip()
        for name in ("", *COMMANDS, "actions list", "actions overdue", "actions due")
        for line in lif(f"{name} --help").out.splitlines()
        if line.startswith(("    lif ", "  lif "))
    }
    told = {re.split(r"  +", line)[0].removeprefix("lif ") for line in shown}
    apart = ("init", "scorecard", "import", "export", "publish")  # tried elsewhere, since they write
    elsewhere = ("merge-check", "watch")  # about branches that are not here, and without an end
    writes = ("--out", "--final", "--mend", "privacy hooks")
    return sorted(
        line
        for line in told
        if not any(word in line for word in writes)
        and not line.startswith((*apart, *elsewhere))
        and (not line.startswith(("set ", "new ")) or line.endswith("--dry-run"))
    )


def test_what_help_shows_can_be_typed(lif: Lif) -> None:
    """Every example stands in the reference pages too, whose commands are typed in a copy of the records."""
    found = examples(lif)
    assert len(found) > 12
    assert {f"lif {line}" for line in found} <= set(typed())
