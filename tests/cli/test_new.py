"""`lif new`: what is asked, how the id is proposed, and that what is written is in order and explained."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
import typer
from tests.cli.board import Lif

from lif.records.actions import Action
from lif.records.audits import Audit
from lif.records.meetings import GroupReport, Meeting
from lif.records.new_ids import named_by, proposed_id
from lif.records.references import Theme
from lif.records.reviews import Review

DAY = date(2025, 6, 30)
ALL = (
    "title='Ring the school' text='Ring the school on the day.' source=hill-board-2024-09-10"
    " source_sort=board-decision owner='Business manager' group=neglect agreed_on=2025-06-01 due=2025-12-01"
)


def test_a_record_is_begun_with_its_other_fields_explained(lif: Lif, board: Path) -> None:
    ran = lif(f"new action {ALL} --as-at workspace")
    path = "data/actions/act-2025-ring-school.yaml"
    assert (ran.code, ran.out) == (0, f"{path}\n"), ran.err
    text = (board / path).read_text(encoding="utf-8")
    assert "owner: business-manager\ngroup: neglect-group\n" in text
    assert "text: |\n  Ring the school on the day.\n" in text
    assert "# success_measure: How it will be known that it worked.\n" in text
    assert lif("show act-2025-ring-school --as-at workspace").code == 0
    assert lif("validate --as-at workspace --quiet").code == 0


def test_a_dry_run_shows_it_and_writes_nothing(lif: Lif, board: Path) -> None:
    ran = lif(f"new action {ALL} --as-at workspace --dry-run")
    assert ran.code == 0
    assert "+title: Ring the school\n" in ran.out
    assert not list((board / "data/actions").glob("*school*"))


def test_where_the_kind_stands_in_a_list_it_joins_the_list(lif: Lif, board: Path) -> None:
    ran = lif("new theme name=Housing --as-at workspace")
    assert (ran.code, ran.out) == (0, "framework/themes.yaml\n")
    assert (board / "framework/themes.yaml").read_text(encoding="utf-8").endswith("  name: Housing\n")


def test_what_is_missing_is_named_with_what_it_is_for(lif: Lif, board: Path) -> None:
    ran = lif("new action title=X --as-at workspace")
    assert ran.code == 2
    assert ran.err.startswith("  text=what is to be done\n  source=what it comes from: ")
    assert "a new action must also have what is named above, each as FIELD=VALUE" in ran.err
    assert "source_sort=the kind of source: review, audit," in ran.err


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("new aktion", 2, "there is no kind 'aktion': did you mean 'action'?"),
        (f"new action {ALL} ownr=x", 2, "action has no field 'ownr': did you mean 'owner'?"),
        (f"new action {ALL} themes=nothing", 2, "themes: there is no 'nothing'"),
        ("new action title", 2, "write what is known as FIELD=VALUE"),
        (f"new action {ALL} id=act-2024-briefing", 2, "the id 'act-2024-briefing' is taken: it stands in"),
        (f"new action {ALL} id='Not An Id'", 1, "error S1"),
        (f"new action {ALL} sort=nonsense", 1, "'sort'"),
    ],
)
def test_what_cannot_be_begun(lif: Lif, board: Path, words: str, code: int, said: str) -> None:
    before = sorted(board.rglob("*.yaml"))
    ran = lif(f"{words} --as-at workspace")
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert sorted(board.rglob("*.yaml")) == before


def test_at_a_terminal_it_asks_and_offers_records_by_number(
    lif: Lif, board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = "Ask again|What is asked.|hill-board-2024-09-10|board-decision|lead|1|gro|2|2025-06-01|2025-12-01"
    answers = iter(given.split("|"))
    asked: list[str] = []

    def prompt(question: str, default: str | None = None, **_: object) -> str:
        asked.append(" ".join(question.split()))
        return default or next(answers)

    monkeypatch.setattr(typer, "prompt", prompt)
    monkeypatch.setattr("lif.cli.asking.can_ask", lambda: True)
    ran = lif("new action --as-at workspace")
    assert ran.code == 0, ran.err
    text = (board / ran.out.strip()).read_text(encoding="utf-8")
    assert re.search(r"^owner: [a-z-]*lead", text, re.MULTILINE)
    assert re.search(r"^group: [a-z-]*group$", text, re.MULTILINE)
    assert asked[0] == "title – the action in a few words"


@pytest.mark.parametrize(
    ("kind", "title", "taken", "expected"),
    [
        (Theme, "Housing", (), "housing"),
        (Theme, "Housing", ("housing",), "theme-housing"),
        (Theme, "Housing", ("housing", "theme-housing"), "theme-housing-bbb"),
        (Theme, "…", (), "theme-2025-06-30"),
        (Action, "Ring the school on the day", ("action-a", "action-b"), "action-ring-school-day"),
        (Action, "Ring the school", ("act-2023-a", "act-2024-b"), "act-2025-ring-school"),
        (Audit, "Théo’s work: a look & more", (), "audit-theos-work-look-more"),
        (Review, "What happened to a child", (), "review-2025-bb22"),
        (Audit, "a " * 90 + "word " * 30, (), "audit" + "-word" * 11),
        (Audit, "…", (), "audit-2025-06-30"),
        (Meeting, "group-for-health-2026-06-10", (), "group-for-health-2026-06-10"),
        (Meeting, "plans-2026-06-10", ("plans-2026-06-10",), "meeting-plans-2026-06-10"),
        (GroupReport, "plans-group-2025-26-Q3", (), "plans-group-2025-26-q3"),
    ],
)
def test_ids_are_words_and_codes_where_words_would_tell(
    kind: type, title: str, taken: tuple[str, ...], expected: str
) -> None:
    assert proposed_id(kind, title, DAY, taken, lambda alphabet, count: alphabet[0] * count) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"group": "plans-group", "on": date(2026, 6, 10)}, "plans-group-2026-06-10"),
        ({"agency": "police", "period": "2025-26-Q3", "due": date(2026, 2, 14)}, "police-2025-26-Q3"),
        ({"group": "plans-group", "on": date(2026, 6, 10), "title": "A look back"}, "A look back"),
        ({"held": True}, ""),
    ],
)
def test_what_has_no_title_is_named_by_whose_it_is_and_when(fields: dict[str, object], expected: str) -> None:
    assert named_by(fields) == expected


def test_the_code_of_a_case_is_one_that_no_check_asks_about(lif: Lif, board: Path) -> None:
    fields = "sort=serious-harm group='Neglect' occurred=2025-05-01 aware=2025-05-02 illustrative=true"
    ran = lif(f"new incident {fields} --as-at workspace")
    assert ran.code == 0, ran.err
    assert "A350" not in ran.err
    assert "A350" not in lif("validate --as-at workspace").out


def test_a_code_that_is_taken_is_drawn_again() -> None:
    drawn = iter(("bb", "22", "cc", "33"))
    found = proposed_id(Review, "", DAY, ("review-2025-bb22",), lambda alphabet, count: next(drawn))
    assert found == "review-2025-cc33"


def test_fields_of_fields_are_remarked_as_they_are_to_be_indented(lif: Lif, board: Path) -> None:
    ran = lif("new element name=Visits --as-at workspace")
    assert ran.code == 0, ran.err
    path = board / ran.out.strip()
    text = path.read_text(encoding="utf-8")
    good = text.partition("# good: ")[2].partition("# board_actions")[0]
    shown = [line for line in good.splitlines() if "and, if you like" not in line]
    assert [line.split(":")[0] for line in shown if not line.startswith("#         ")][1:] == [
        "#   - id",
        "#     text",
        "#     audiences",
    ]
    assert "children, parents-and-carers, families, professionals," in " ".join(good.split()).replace(
        "# ", ""
    )
    written = text + "good:\n  - id: seen\n    text: |\n      Seen.\n    audiences:\n      - children\n"
    path.write_text(written, encoding="utf-8", newline="\n")
    assert "error" not in lif("validate --as-at workspace").out
