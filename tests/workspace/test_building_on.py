"""Records that build on one of a framework: what is kept, replaced, added, and where messages point."""

from __future__ import annotations

from datetime import date

from jsonschema import Draft7Validator
from tests.folders import Write
from tests.small_board import SMALL

from lif.diagnostics import line
from lif.exchange.schemas import record_schema
from lif.records.elements import Element
from lif.records.indicators import Indicator
from lif.register import Beneath
from lif.workspace import Workspace

DAY = date(2025, 5, 20)

REGION = {
    "region/lif.yaml": "extends: []\n",
    "region/framework/elements/voice.yaml": """
        id: voice
        letter: A
        name: Voice
        scope: |
          What children say.
        good:
          - id: heard
            text: |
              Children are heard.
            audiences: [children]
          - id: answered
            text: |
              Children are answered.
            audiences: [children]
    """,
    "region/framework/indicators/seen.yaml": """
        id: seen
        to_be_completed: true
        name: Children seen
        domain: Front door
        definition: |
          Children seen within five days.
        numerator: seen in time
        denominator: seen
        unit: percent
        counts: children
        polarity: high
        outcomes_class: how-well
        source_return: The census
        measures:
          - id: year
            period_kind: financial-year
            series: published
    """,
    "region/framework/series-breaks/break-seen.yaml": """
        id: break-seen
        measure: seen/year
        period: 2020-21
        reason: |
          Counted anew.
    """,
    "board/lif.yaml": "board: hill\nextends: [../region]\n",
}
TAKEN_UP = """
    id: seen
    builds_on: region
    supplier: social-care
    owner: head-of-care
    group: neglect-group
    measures:
      - id: quarter
        period_kind: quarter
        series: returns
      - id: year
        window: April to March
"""
OWN_VOICE = """
    id: voice
    builds_on: region
    name: Voices
    good:
      - id: believed
        text: |
          Children are believed.
        audiences: [children]
      - id: answered
        retired:
          on: 2025-01-01
          reason: |
            Said in the first.
"""


def load(workspace: Write, files: dict[str, str]) -> Workspace:
    root = workspace({f"board/{path}": text for path, text in SMALL.items()} | REGION | files)
    return Workspace.load(root / "board", DAY)


def told(workspace: Write, files: dict[str, str]) -> list[str]:
    return [line(each) for each in load(workspace, files).errors]


def test_what_is_not_given_is_kept(workspace: Write) -> None:
    loaded = load(workspace, {"board/framework/elements/voice.yaml": OWN_VOICE})
    assert loaded.errors == ()
    voice = loaded.register.record(Element, "voice")
    assert (voice.letter, voice.name, voice.scope) == ("A", "Voices", "What children say.\n")
    assert [each.id for each in voice.good] == ["heard", "believed", "answered"]
    answered = voice.good[2]
    assert answered.text == "Children are answered.\n"
    assert answered.retired is not None and answered.retired.on == date(2025, 1, 1)


def test_where_it_comes_from_is_known(workspace: Write) -> None:
    loaded = load(workspace, {"board/framework/elements/voice.yaml": OWN_VOICE})
    entry = loaded.register.entries["voice"]
    assert (entry.framework, entry.path) == ("", "framework/elements/voice.yaml")
    path = "region:framework/elements/voice.yaml"
    assert entry.beneath == (Beneath("region", path, kept=("letter", "scope"), changed=("name", "good")),)
    assert entry.origins == {
        ("letter",): path,
        ("scope",): path,
        ("good", 0): path,
        ("good", 2, "text"): path,
        ("good", 2, "audiences"): path,
    }


def test_a_pattern_counts_only_where_it_is_taken_up(workspace: Write) -> None:
    left = load(workspace, {})
    assert left.errors == ()
    assert left.register.all(Indicator) == ()
    (pattern,) = left.register.patterns.values()
    assert (pattern.id, pattern.framework, pattern.kind) == ("seen", "region", Indicator)
    assert pattern.lacks == ("supplier", "owner", "group")
    taken = load(workspace, {"board/framework/indicators/seen.yaml": TAKEN_UP})
    assert taken.errors == () and not taken.register.patterns
    seen = taken.register.record(Indicator, "seen")
    assert not seen.to_be_completed
    assert [(each.id, each.window, each.series) for each in seen.measures] == [
        ("quarter", None, "returns"),
        ("year", "April to March", "published"),
    ]


def test_a_list_that_names_every_item_sets_their_order(workspace: Write) -> None:
    own = "id: voice\nbuilds_on: region\ngood:\n  - id: answered\n  - id: heard\n"
    loaded = load(workspace, {"board/framework/elements/voice.yaml": own})
    voice = loaded.register.record(Element, "voice")
    assert [(each.id, each.text) for each in voice.good] == [
        ("answered", "Children are answered.\n"),
        ("heard", "Children are heard.\n"),
    ]


def test_a_board_that_links_to_a_pattern_is_told_to_take_it_up(workspace: Write) -> None:
    wants = (
        "id: wants\nname: Wants\nscope: Seen.\ngood:\n  - id: a\n    text: A.\n    audiences: [children]\n"
    )
    wants += "    shown_by: [seen]\n"
    assert told(workspace, {"board/framework/elements/wants.yaml": wants}) == [
        "framework/elements/wants.yaml:8:16: error L101 there is no 'seen' "
        "(take it up first: a record 'seen' with builds_on: region)"
    ]


def test_a_slip_is_told_where_it_stands(workspace: Write) -> None:
    own = TAKEN_UP.replace("series: returns", "series: return")
    region = dict(REGION)
    where = "region/framework/indicators/seen.yaml"
    (said,) = told(workspace, {"board/framework/indicators/seen.yaml": own})
    assert said.startswith("framework/indicators/seen.yaml:9:13: error S103 'series' cannot be 'return'")
    broken = {where: region[where].replace("series: published", "series: publishd")}
    files = broken | {"board/framework/indicators/seen.yaml": TAKEN_UP}
    (said,) = told(workspace, files)
    assert said.startswith("region:framework/indicators/seen.yaml:17:13: error S103 ")


def test_a_wrong_link_that_is_kept_is_told_where_it_stands(workspace: Write) -> None:
    where = "region/framework/indicators/seen.yaml"
    linked = {where: REGION[where].replace("source_return:", "themes: [nought]\n        source_return:")}
    (said,) = told(workspace, linked | {"board/framework/indicators/seen.yaml": TAKEN_UP})
    assert said.startswith("region:framework/indicators/seen.yaml:13:10: error L101 there is no 'nought'")


def test_what_is_still_missing_is_told_in_the_boards_file(workspace: Write) -> None:
    own = TAKEN_UP.replace("    group: neglect-group\n", "")
    (said,) = told(workspace, {"board/framework/indicators/seen.yaml": own})
    assert said.startswith("framework/indicators/seen.yaml:1:1: error S102 the field 'group' is missing")


def test_nothing_to_build_on_is_one_message(workspace: Write) -> None:
    def said(name: str, text: str) -> list[str]:
        return told(workspace, {f"board/framework/elements/{name}.yaml": text})

    assert said("voice", "id: voice\nbuilds_on: north\n") == [
        "framework/elements/voice.yaml:2:12: error I104 no framework called 'north' is extended here, "
        "so there is nothing to build on (did you mean 'region'?)"
    ]
    assert said("choice", "id: choice\nbuilds_on: region\n")[0].startswith(
        "framework/elements/choice.yaml:2:12: error I104 'region' has no record 'choice' of this kind"
    )


def test_a_record_that_builds_on_one_that_cannot_be_read_is_no_second_message(workspace: Write) -> None:
    where = "region/framework/elements/voice.yaml"
    files = {where: REGION[where].replace("name: Voice", "nam: Voice")}
    (said,) = told(workspace, files | {"board/framework/elements/voice.yaml": OWN_VOICE})
    assert said.startswith("region:framework/elements/voice.yaml:3:1: error S101 ")


def test_a_pattern_in_the_boards_own_folder_is_told(workspace: Write) -> None:
    own = TAKEN_UP + "    to_be_completed: true\n"
    assert told(workspace, {"board/framework/indicators/seen.yaml": own}) == [
        "framework/indicators/seen.yaml:12:1: error I105 'seen' waits to be completed, and stands in the "
        "board's own folder (take the line out)"
    ]


def test_an_editor_asks_of_it_only_what_differs() -> None:
    judge = Draft7Validator(record_schema(Indicator))
    own = {"id": "seen", "builds_on": "region", "group": "neglect-group", "measures": [{"id": "year"}]}
    assert judge.is_valid(own)
    assert not judge.is_valid({**own, "grup": "neglect-group"})
    assert not judge.is_valid({**own, "measures": [{"window": "a year"}]})
    assert not judge.is_valid({name: value for name, value in own.items() if name != "builds_on"})
