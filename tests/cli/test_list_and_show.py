"""`lif list` and `lif show`: every kind, narrowed, and one record with its links both ways."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.board import Lif, Write

from lif.records.kinds import KINDS


def test_a_kind_goes_by_its_singular_and_its_plural(lif: Lif, board: Path) -> None:
    assert lif("list group") == lif("list groups") == lif("list GROUPS")
    assert lif("list group").out.splitlines()[0].split() == ["ID", "NAME", "TIER"]
    assert lif("list group").err == "3 groups\n"


@pytest.mark.parametrize("kind", [cls.kind for cls in KINDS])
def test_every_kind_can_be_listed(lif: Lif, board: Path, kind: str) -> None:
    ran = lif(f"list {kind} --as-at workspace --format json")
    assert ran.code == 0
    assert json.loads(ran.out)["kind"] == kind


def test_without_a_kind_the_kinds_are_listed(lif: Lif, board: Path) -> None:
    rows = json.loads(lif("list --format json").out)["rows"]
    assert [row["kind"] for row in rows] == [cls.kind for cls in KINDS]
    assert next(row["records"] for row in rows if row["kind"] == "action") == 3


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("list grops", "there is no kind of record 'grops'; did you mean groups?"),
        ("list themes --group neglect", "a record of the kind theme has no group to filter by"),
        ("list themes --status live", "a record of the kind theme has no status to filter by"),
        ("list actions --status lost", "there is no status 'lost'; there are not-started, "),
        ("list actions --group nobody", "--group: there is no 'nobody'; there are hill-board, "),
        ("list groups --format html", "--format html: write table, json, csv or md"),
        ("show act-2024-interview", "there is no 'act-2024-interview'; did you mean act-2024-interviews?"),
        (
            "show hill-board-2024-09-10/interviws",
            "there is no 'hill-board-2024-09-10/interviws'; did you mean ",
        ),
        ("show", "ID is missing (see lif show --help)"),
        ("show hill --format html", "--format html: write text, json or md"),
    ],
)
def test_what_is_not_known_names_the_nearest(lif: Lif, board: Path, line: str, said: str) -> None:
    ran = lif(line)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"lif: {said}")


def test_lists_are_narrowed(lif: Lif, board: Path) -> None:
    def found(line: str) -> list[str]:
        return [
            row["id"] for row in json.loads(lif(f"list {line} --as-at workspace --format json").out)["rows"]
        ]

    assert found("actions --group neglect") == ["act-2024-interviews"]
    assert found("actions --status assured") == ["act-2024-briefing"]
    assert found("actions --status overdue --theme missing") == ["act-2024-interviews"]
    assert found("priorities --group neglect") == ["priority-neglect"]


def test_the_past_lists_what_there_was(lif: Lif, board: Path) -> None:
    assert "act-2025-survey" not in lif("list actions --as-at 2025-05-11").out
    assert "act-2025-survey" in lif("list actions --as-at 2025-05-12").out
    assert lif("list evidence --as-at 2025-02-09").out == ""


def test_a_record_is_shown_with_its_links_both_ways(lif: Lif, board: Path) -> None:
    out = lif("show act-2024-briefing --as-at workspace").out
    assert out.startswith(
        "act-2024-briefing  (action, illustrative)\n"
        "A briefing for schools\n"
        "data/actions/act-2024-briefing.yaml\n"
        "assured\n"
    )
    assert "\nowner: business-manager\n" in out
    assert "\n  - state: in-progress\n    on: 2024-09-30\n" in out
    links, linked = out.split("Links to:")[1].split("Linked from:")
    assert "  business-manager  (role)  Business manager  [owner]\n" in links
    assert linked == "\n  evidence-briefing  (evidence)  The briefing  [shows.0]\n"


def test_the_past_shows_what_the_record_said_then(lif: Lif, board: Path) -> None:
    shown = json.loads(lif("show act-2024-briefing --as-at 2025-01-31 --format json").out)
    assert shown["standing"]["standing"] == "on-track"
    assert [step["state"] for step in shown["fields"]["steps"]] == ["in-progress"]
    assert "assurance" not in shown["fields"]
    assert shown["linked_from"] == []
    assert "learning-group" in [link["address"] for link in shown["links_to"]]
    assert "police" not in [link["address"] for link in shown["links_to"]]


def test_an_item_is_shown_by_its_address(lif: Lif, board: Path) -> None:
    out = lif("show hill-board-2024-09-10/interviews").out
    assert out.startswith("hill-board-2024-09-10/interviews  (decision of hill-board-2024-09-10)\n")
    assert "act-2024-interviews  (action)  Interviews within three days  [source]" in out


def test_a_record_of_a_list_has_its_line(lif: Lif, board: Path) -> None:
    assert "framework/groups.yaml:4\n" in lif("show neglect-group").out


def test_a_record_of_a_framework_says_so(lif: Lif, board: Path, workspace: Write) -> None:
    workspace({"lif.yaml": "board: hill\n"})
    out = lif("show working-together-2018").out
    assert "from the framework england" in out
    rows = json.loads(lif("list editions --format json").out)["rows"]
    assert {row["framework"] for row in rows} == {"england"}


def test_markdown_of_a_record_stays_words(lif: Lif, board: Path) -> None:
    out = lif("show act-2024-interviews --as-at workspace --format md").out
    assert out.startswith("# Interviews within three days\n")
    assert "The rota \\| starts in June." in out


def test_an_unreadable_record_is_named(lif: Lif, board: Path, workspace: Write) -> None:
    workspace({"data/actions/act-2025-survey.yaml": "id: act-2025-survey\nownr: business-manager\n"})
    ran = lif("show act-2025-survey")
    assert ran.code == 2
    assert "'act-2025-survey' cannot be read: run lif validate" in ran.err
    assert lif("show hill").code == 1


def test_every_record_and_item_of_this_repository_can_be_shown(root: Path) -> None:
    """All kinds that there are records of, with whatever they hold, in all three forms."""
    from datetime import date

    from lif.exchange.shown import as_json, as_markdown, as_text
    from lif.views.showing import shown
    from lif.workspace import Workspace

    day = date(2025, 12, 10)
    register = Workspace.load(root, day, checks=()).register
    for address in register.addresses():
        found = shown(register, address, day)
        assert found is not None
        for text in (
            as_text(found, "place", day),
            as_markdown(found, "place", day),
            as_json(found, "place", {}),
        ):
            assert text.endswith("\n")


def test_any_broken_record_is_named_by_any_listing(lif: Lif, board: Path, workspace: Write) -> None:
    workspace({"framework/themes.yaml": "- id: neglect\n  naem: Neglect\n"})
    ran = lif("list groups")
    assert (ran.code, "neglect-group" in ran.out) == (1, True)
    assert "framework/themes.yaml:2:3: error S101" in ran.err


def test_a_list_of_the_past_knows_no_later_day(lif: Lif, board: Path, workspace: Write) -> None:
    """Made in May and answered in June: in May it is open, in April it is not there; plans look ahead."""
    workspace(
        {
            "data/challenges/challenge-2025-reports.yaml": """
                id: challenge-2025-reports
                title: Late reports
                on: 2025-05-06
                by_group: hill-board
                to:
                  - police
                text: |
                  Why are they late?
                response_due: 2025-07-01
                responded_on: 2025-06-10
            """,
            "data/meetings/hill-board-2025-09-09.yaml": """
                id: hill-board-2025-09-09
                group: hill-board
                on: 2025-09-09
            """,
        }
    )

    def rows(kind: str, day: str) -> list[dict[str, object]]:
        return json.loads(lif(f"list {kind} --as-at {day} --format json").out)["rows"]  # type: ignore[no-any-return]

    assert rows("challenges", "2025-05-05") == []
    (in_may,) = rows("challenges", "2025-05-31")
    assert (in_may["responded_on"], in_may["response_due"]) == (None, "2025-07-01")
    (in_june,) = rows("challenges", "2025-06-10")
    assert in_june["responded_on"] == "2025-06-10"
    assert "2025-09-09" in [row["on"] for row in rows("meetings", "2025-05-31")]
