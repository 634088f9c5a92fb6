"""Slips of those who extend frameworks: each is told once, where whoever made it can mend it."""

from __future__ import annotations

from datetime import date
from textwrap import dedent

import pytest
from tests.folders import Write
from tests.small_board import SMALL
from tests.workspace.test_building_on import OWN_VOICE, REGION

from lif.diagnostics import Severity, line
from lif.records.elements import Element
from lif.workspace import Workspace

DAY = date(2025, 5, 20)
VOICE = "board/framework/elements/voice.yaml"
REGIONS = "region/framework/elements/voice.yaml"
WHOLE = dedent(REGION[REGIONS]).lstrip()
SEEN = dedent(REGION["region/framework/indicators/seen.yaml"]).lstrip()
SHORT = "id: voice\nbuilds_on: {}\nname: {}\n"


def load(workspace: Write, files: dict[str, str]) -> Workspace:
    root = workspace({f"board/{path}": text for path, text in SMALL.items()} | REGION | files)
    return Workspace.load(root / "board", DAY)


def told(workspace: Write, files: dict[str, str]) -> list[str]:
    """Errors, and warnings about what stands beneath."""
    found = load(workspace, files).diagnostics
    return [line(each) for each in found if each.code[0] in "SID" or each.severity is Severity.ERROR]


def test_a_framework_reached_by_two_ways_is_built_on_once(workspace: Write) -> None:
    files = {
        "board/lif.yaml": "board: hill\nextends: [../north, ../south]\n",
        "north/lif.yaml": "extends: [../region]\n",
        "south/lif.yaml": "extends: [../region]\n",
        "north/framework/elements/voice.yaml": SHORT.format("region", "Voice of the north"),
        "south/framework/elements/other.yaml": REGION[REGIONS].replace("id: voice", "id: other"),
        VOICE: OWN_VOICE.replace("region", "north"),
    }
    loaded = load(workspace, files)
    assert loaded.errors == ()
    assert [each.framework for each in loaded.register.entries["voice"].beneath] == ["north", "region"]
    assert loaded.register.entries["voice"].origins[("scope",)] == "region:framework/elements/voice.yaml"


def test_the_framework_that_is_named_later_is_the_nearer(workspace: Write) -> None:
    files = {
        "board/lif.yaml": "board: hill\nextends: [../region, ../south]\n",
        "south/lif.yaml": "extends: []\n",
        "south/framework/elements/voice.yaml": REGION[REGIONS].replace("name: Voice", "name: South"),
    }
    assert load(workspace, files).register.record(Element, "voice").name == "South"
    (said,) = told(workspace, files | {VOICE: OWN_VOICE})
    assert said == (
        "framework/elements/voice.yaml:2:12: warning I108 it builds on 'region', and passes over the record "
        "of 'south' (write 'south')"
    )
    files["board/lif.yaml"] = "board: hill\nextends: [../south, ../region]\n"
    assert told(workspace, files | {VOICE: OWN_VOICE}) == []


@pytest.mark.parametrize("extends", ["[../a/region, ../b/region]", "[../c, ../a/region]"])
def test_two_frameworks_of_one_name_are_told_however_they_are_reached(workspace: Write, extends: str) -> None:
    files = {f"{way}/region/framework/themes.yaml": "- id: one\n  name: One\n" for way in "ab"}
    files |= {f"{way}/region/lif.yaml": "extends: []\n" for way in "ab"}
    files |= {"c/lif.yaml": "extends: [../b/region]\n", "c/framework/themes.yaml": "- id: c\n  name: C\n"}
    (said,) = told(workspace, files | {"board/lif.yaml": f"board: hill\nextends: {extends}\n"})
    assert " error S126 two frameworks are called 'region': ../" in said


def test_a_folder_with_the_name_of_an_installed_framework(workspace: Write) -> None:
    beside = {"board/england/framework/themes.yaml": "- id: one\n  name: One\n"}
    beside["board/england/lif.yaml"] = "extends: []\n"
    named = {"board/lif.yaml": "board: hill\nextends: [england]\n"}
    assert told(workspace, named) == []
    assert [each.partition(" (")[0] for each in told(workspace, named | beside)] == [
        "lif.yaml:2:11: warning S127 'england' is the one that comes with lif, and the folder of that name "
        "is not read"
    ]
    meant = load(workspace, {"board/lif.yaml": "board: hill\nextends: [./england]\n"} | beside)
    assert meant.register.entries["one"].path == "england:framework/themes.yaml"


def test_a_framework_outside_of_the_repository_is_told(
    workspace: Write,
) -> None:
    assert told(workspace, {}) == []
    assert told(workspace, {".git/HEAD": "x\n"}) == []
    (said,) = told(workspace, {"board/.git/HEAD": "x\n"})
    assert said.startswith("lif.yaml:2:11: warning S128 '../region' stands outside of this repository")


def test_a_base_of_another_kind_is_named(workspace: Write) -> None:
    said = told(workspace, {"board/framework/groups/voice.yaml": SHORT.format("region", "Voice")})
    assert said == [
        "framework/groups/voice.yaml:2:12: error I104 'region' has no record 'voice' of this kind (its own "
        "is of the kind element), so there is nothing to build on (write the whole record, or the id that is "
        "meant)"
    ]


def test_an_item_that_stands_twice_in_the_boards_list_is_told_there(workspace: Write) -> None:
    twice = (
        OWN_VOICE + "      - id: believed\n        text: |\n          Again.\n        audiences: [children]\n"
    )
    again = OWN_VOICE + "      - id: answered\n        text: |\n          Again.\n"
    for text in (twice, again + "        audiences: [children]\n"):
        (said,) = told(workspace, {VOICE: text})
        assert said.startswith("framework/elements/voice.yaml:")
        assert " error I103 the item id '" in said


def test_an_item_that_both_retire_goes_by_the_nearer(workspace: Write) -> None:
    region = WHOLE + "    retired:\n      on: 2024-06-01\n      reason: R.\n"
    kept = load(workspace, {REGIONS: region, VOICE: SHORT.format("region", "Voices")})
    (retired,) = [each.retired for each in kept.register.record(Element, "voice").good if each.retired]
    assert retired.on == date(2024, 6, 1)
    assert kept.register.entries["voice"].origins[("good", 1)] == "region:framework/elements/voice.yaml"
    both = load(workspace, {REGIONS: region, VOICE: OWN_VOICE})
    (retired,) = [each.retired for each in both.register.record(Element, "voice").good if each.retired]
    assert (retired.on, retired.reason) == (date(2025, 1, 1), "Said in the first.\n")


def test_a_retired_base_is_told_once_the_day_has_come_and_not_where_the_board_says_it_itself(
    workspace: Write,
) -> None:
    def said(on: str, more: str = "") -> list[str]:
        retired = f"retired:\n  on: {on}\n  reason: |\n    Over.\n"
        gone = WHOLE.replace("letter: A\n", f"letter: A\n{retired}")
        return told(workspace, {REGIONS: gone, VOICE: SHORT.format("region", "Voices") + more})

    assert [each.partition(" (")[0] for each in said("2025-05-20")] == [
        "framework/elements/voice.yaml:2:12: warning I106 'region' retired it from 2025-05-20, and so it "
        "is here"
    ]
    assert said("2025-05-21") == []
    assert said("2025-05-20", "retired:\n  on: 2025-05-01\n  reason: Ours too.\n") == []


def test_what_is_lost_by_replacing_is_named_and_what_is_only_said_otherwise_is_not(workspace: Write) -> None:
    assert told(workspace, {VOICE: WHOLE.replace("name: Voice", "name: Voices")}) == []
    (said,) = told(workspace, {VOICE: WHOLE.replace("- id: answered", "- id: replied")})
    assert said.startswith(
        "framework/elements/voice.yaml:1:5: warning I107 it takes the place of the record of 'region', and "
        "lacks 'answered' (add 'builds_on: region'"
    )


def test_a_record_that_has_the_id_of_a_pattern_and_does_not_build_on_it_is_told(workspace: Write) -> None:
    own = SEEN.replace("to_be_completed: true\n", "")
    own += "supplier: social-care\nowner: head-of-care\ngroup: neglect-group\n"
    (said,) = told(workspace, {"board/framework/indicators/seen.yaml": own})
    assert (
        " warning I107 it takes the place of the record of 'region', and lacks all that the pattern " in said
    )


def test_what_only_repeats_is_told_down_to_the_fields_of_items(workspace: Write) -> None:
    same = SHORT.format("region", "Voice") + "good:\n  - id: heard\n    audiences: [children]\n"
    assert [each.partition(" (")[0] for each in told(workspace, {VOICE: same})] == [
        "framework/elements/voice.yaml:2:12: warning D117 nothing in it differs from the record of 'region'"
    ]
    assert told(workspace, {VOICE: same.replace("[children]", "[professionals]")}) == []
    assert told(workspace, {VOICE: same.replace("name: Voice", "name: Voices")}) == []


def test_a_paper_is_made_from_the_frameworks_further_down_too(workspace: Write) -> None:
    """What is not committed there makes a paper a draft, as in the board's own folder."""
    files = {
        "region/lif.yaml": "extends: [england, ../nation]\n",
        "nation/framework/themes.yaml": "- id: a\n  name: A\n",
    }
    assert load(workspace, files).parts[-2:] == ("../nation", "../region")


def test_an_item_that_is_told_otherwise_and_retired_beneath_counts_for_nothing_and_is_told(
    workspace: Write,
) -> None:
    region = WHOLE + "    retired:\n      on: 2024-06-01\n      reason: R.\n"
    otherwise = SHORT.format("region", "Voices") + "good:\n  - id: answered\n    text: By post.\n"
    (said,) = told(workspace, {REGIONS: region, VOICE: otherwise})
    assert "warning I106 'region' retired 'answered' from 2024-06-01, and so it is here" in said
    assert told(workspace, {REGIONS: region, VOICE: SHORT.format("region", "Voices")}) == []


def test_an_item_whose_id_changed_beneath_is_told_so(workspace: Write) -> None:
    otherwise = SHORT.format("region", "Voices") + "good:\n  - id: answred\n    audiences: [children]\n"
    (said,) = told(workspace, {REGIONS: WHOLE, VOICE: otherwise})
    assert "S102 the field 'text' is missing" in said
    assert "'region' has no 'answred' under 'good' to keep it from" in said
