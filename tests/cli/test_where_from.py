"""`lif show` and `lif list` say where records come from, and what a framework offers that nobody took up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from tests.cli.board import Lif, Write
from tests.small_board import SMALL
from tests.workspace.test_building_on import OWN_VOICE, REGION, TAKEN_UP

from lif.exchange import schemas

NATION = {
    "region/lif.yaml": "extends: [../nation]\n",
    "nation/framework/elements/voice.yaml": """
        id: voice
        letter: V
        name: Voice of the nation
        scope: |
          What the nation says.
        good:
          - id: known
            text: |
              Children are known.
            audiences: [children]
    """,
}
VOICE = "board/framework/elements/voice.yaml"


@pytest.fixture
def hill(workspace: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A board on a region, run from its folder."""
    folder = workspace({f"board/{path}": text for path, text in SMALL.items()} | REGION | {VOICE: OWN_VOICE})
    monkeypatch.chdir(folder / "board")
    return folder


def schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((Path(schemas.__file__).parent / f"outputs/{name}.json").read_text())
    return found


def comes_from(out: str) -> list[str]:
    lines = out.partition("Where it comes from:\n")[2].partition("\n\n")[0]
    return [line.strip() for line in lines.splitlines()]


def test_a_record_tells_what_is_its_own_and_what_is_kept(lif: Lif, hill: Path) -> None:
    assert comes_from(lif("show voice").out) == [
        "It builds on the record of region (region:framework/elements/voice.yaml).",
        "Given here: name, good.",
        "Kept from region: letter, scope.",
        "Items from region: voice/heard.",
        "Own items: voice/believed.",
        "Changed here: voice/answered.",
        "voice/answered: keeps from region: text, audiences.",
        "voice/answered: retired from 1 January 2025: Said in the first.",
    ]


def test_an_item_tells_the_same_of_itself(lif: Lif, hill: Path) -> None:
    heard, answered = lif("show voice/heard").out, lif("show voice/answered").out
    assert heard.splitlines()[2] == "region:framework/elements/voice.yaml, from the framework region"
    assert comes_from(heard)[0] == "It is kept from region."
    assert answered.splitlines()[2] == "framework/elements/voice.yaml"
    assert comes_from(answered)[1:] == [
        "Kept from region: text, audiences.",
        "Retired from 1 January 2025: Said in the first.",
    ]


def test_what_stands_beneath_is_told_to_the_bottom(lif: Lif, hill: Path, workspace: Write) -> None:
    region = REGION["region/framework/elements/voice.yaml"]
    workspace(NATION | {"region/framework/elements/voice.yaml": region})
    assert comes_from(lif("show voice").out)[:4] == [
        "It builds on the record of region (region:framework/elements/voice.yaml).",
        "That stands in place of the record of nation (nation:framework/elements/voice.yaml), "
        "of which nothing is kept.",
        "Given here: name, good.",
        "Kept from region: letter, scope.",
    ]
    short = "id: voice\nbuilds_on: nation\nname: Voice\n"
    short += "good:\n  - id: heard\n    text: Heard.\n    audiences: [children]\n"
    short += "  - id: answered\n    text: Answered.\n    audiences: [children]\n"
    workspace({"region/framework/elements/voice.yaml": short})
    told = comes_from(lif("show voice").out)
    assert "That builds on the record of nation (nation:framework/elements/voice.yaml)." in told
    assert "Kept from nation: letter, scope." in told
    assert "Items from nation: voice/known." in told
    assert "Items from region: voice/heard." in told


def test_a_record_that_replaces_another_says_so(lif: Lif, hill: Path, workspace: Write) -> None:
    whole = REGION["region/framework/elements/voice.yaml"]
    workspace({VOICE: whole.replace("What children say.", "What children say to us.")})
    assert comes_from(lif("show voice").out)[0] == (
        "It stands in place of the record of region (region:framework/elements/voice.yaml), "
        "of which nothing is kept."
    )


def test_a_retirement_by_a_framework_is_the_frameworks(lif: Lif, hill: Path, workspace: Write) -> None:
    region = REGION["region/framework/elements/voice.yaml"]
    gone = "retired: {on: 2025-03-01, reason: Over., replaced_by: choice}\n        letter: A"
    workspace({"region/framework/elements/voice.yaml": region.replace("letter: A", gone)})
    told = comes_from(lif("show voice").out)
    assert "region retired its record from 1 March 2025." in told
    assert "Retired by region from 1 March 2025: Over. In its place: choice." in told


def test_all_forms_say_it_and_json_keeps_to_its_schema(lif: Lif, hill: Path) -> None:
    assert "\n## Where it comes from\n\n- It builds on" in lif("show voice --format md").out
    found = json.loads(lif("show voice --format json").out)
    Draft7Validator(schema("show")).validate(found)
    assert found["comes_from"]["beneath"][0]["kept"] == ["letter", "scope"]
    items = {item["address"]: item["framework"] for item in found["comes_from"]["items"]}
    assert items == {"voice/heard": "region", "voice/answered": None, "voice/believed": None}


def test_what_is_wholly_the_boards_own_has_nothing_to_tell(lif: Lif, hill: Path) -> None:
    assert comes_from(lif("show neglect-group").out) == []


def test_records_are_listed_by_framework(lif: Lif, hill: Path) -> None:
    assert lif("list elements").out.splitlines()[0].split()[-1] == "FROM"
    assert lif("list elements --framework region").out.split()[-3:] == ["own", "on", "region"]
    assert lif("list series-breaks --framework own").err == "0 series-breaks\n"
    assert lif("list series-breaks --framework region").out.split()[-1] == "region"
    assert lif("list groups").out.splitlines()[0].split() == ["ID", "NAME", "TIER"]
    assert lif("list groups --framework regoin").err == (
        "lif: --framework regoin: no framework of that name is extended here; did you mean region?\n"
    )


def test_patterns_are_offered_until_they_are_taken_up(lif: Lif, hill: Path, workspace: Write) -> None:
    ran = lif("list --offered")
    assert ran.out.splitlines()[1].split("  ") == [
        *("seen", "Children seen", "Front door", "region", "builds_on, supplier, owner, group")
    ]
    assert ran.err == "1 pattern not taken up; lif show ID says how one is taken up\n"
    Draft7Validator(schema("offered")).validate(json.loads(lif("list --offered --format json").out))
    assert lif("list themes --offered").err == "0 patterns not taken up\n"
    assert lif("show seen").err == (
        "lif: 'seen' is a pattern of region that was not taken up: write framework/indicators/seen.yaml "
        "with id: seen, builds_on: region, and supplier, owner, group\n"
    )
    workspace({"board/framework/indicators/seen.yaml": TAKEN_UP})
    assert lif("list --offered").out == ""
    assert comes_from(lif("show seen").out)[0].startswith("It completes the pattern of region (")


def test_a_pattern_has_no_group_to_be_asked_for(lif: Lif, hill: Path) -> None:
    assert "--group: a pattern that was not taken up has none yet" in lif("list --offered --group x").err
