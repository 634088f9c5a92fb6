"""Personal data in all that a workspace is read from: told once, with its place, and never with its value."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from tests.cli.board import BOARD, Write
from tests.source.cases import BADINPUT, VERDICTS
from tests.workspace.test_tables import GOOD, HEADER, load

from lif.checks.registry import CHECKS
from lif.diagnostics import Diagnostic, Severity, line
from lif.source import Beside, Door, as_text
from lif.workspace import Workspace
from lif.workspace.personal_data import Found, as_diagnostic
from lif.workspace.seen import ENCODED, in_file, in_records

NUMBER = "999 000 0018"
HELPLINE = "07700 900123"
DAY = date(2025, 6, 30)
THEMES = "framework/themes.yaml"


def told(folder: Path, day: date = DAY) -> list[Diagnostic]:
    """What is said of personal data and of allowances."""
    return [d for d in Workspace.load(folder, day).diagnostics if d.code.startswith("P")]


def places(found: list[Diagnostic]) -> list[str]:
    return [f"{d.location} {d.code}" for d in found]


def theme(*lines: str) -> Mapping[str, str]:
    """The small board with one theme of these lines beside the others."""
    return {**BOARD, "framework/themes/late.yaml": "\n".join(("id: late", "name: Late", *lines)) + "\n"}


LATE = "framework/themes/late.yaml"


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ([f"note: seen by the GP, {NUMBER}"], "3:23"),
        ([f"# {NUMBER}"], "3:3"),
        ([f"note: fine # {NUMBER}"], "3:14"),
        ([f'note: "{NUMBER}"'], "3:8"),
        (['note: "999\\u0020000\\x200018"'], "3:7"),
        (['note: "99\\', '  9 000 0018"'], "3:7"),
        (["note: >", "  seen by the GP, 999", "  000 0018"], "4:19"),
        (["note: |", "  seen by the GP, 999", "  000", "  0018 last week"], "4:19"),
        (["note: seen by the GP, 999", "  000 0018"], "3:23"),
        (["note: ９９９ 000 0018"], "3:7"),
    ],
)  # fmt: skip
def test_it_is_found_once_however_it_is_written(workspace: Write, lines: list[str], place: str) -> None:
    found = told(workspace(theme(*lines)))
    assert places(found) == [f"{LATE}:{place} P101"]
    assert found[0].severity is Severity.ERROR
    assert "9*****" in found[0].message


@pytest.mark.parametrize(
    "lines",
    [
        ["note: |", "  counted 999", "", "  000 0018"],
        ["note: |", "  - 999", "  - 000", "  - 0018"],
        ["aliases:", "  - '999'", "  - '000'", "  - '0018'"],
    ],
)
def test_figures_that_stand_apart_are_not_put_together(workspace: Write, lines: list[str]) -> None:
    assert told(workspace(theme(*lines))) == []


@pytest.mark.parametrize(
    "name", ["c-9990000018", "c_9990000018", "999 000 0018", "seen-by-mrs-example-07700900123"]
)
def test_the_name_of_a_file(workspace: Write, name: str) -> None:
    folder = workspace({**BOARD, f"data/evidence/{name}.yaml": f"id: {name}\n"})
    found = Workspace.load(folder, DAY).diagnostics
    assert [d for d in found if d.code in ("P101", "P104") and "in the name of this file" in d.message]
    assert not [d for d in found if "0018" in line(d) or "900123" in line(d) or "0018" in d.record]


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (["dob: 2014-03-04"], "3:6"),
        (["note: born", "  2014-03-04"], "4:3"),
        (["note: |", "  The child was born on", "  2014-03-04"], "5:3"),
        (["date_of_birth: 04/03/2014"], "3:16"),
    ],
)  # fmt: skip
def test_a_date_that_is_one_of_birth_by_what_stands_before_it(
    workspace: Write, lines: list[str], place: str
) -> None:
    assert f"{LATE}:{place} P103" in places(told(workspace(theme(*lines))))


def test_fields_that_hold_links_and_dates_are_passed_over_and_places_stay_right(workspace: Write) -> None:
    lines = [
        "on: 2014-03-04",
        "owners: [a-b, c-2024-01/d]",
        "list:",
        "  - a-b",
        f"note: '{NUMBER}'",
        "count: 12",
    ]
    assert places(told(workspace(theme(*lines)))) == [f"{LATE}:7:8 P101"]


def test_a_key_and_a_file_that_cannot_be_read(workspace: Write) -> None:
    broken = {
        "framework/themes/a.yaml": "id: a\nname: A\nnhs_9990000018: x\n",
        "framework/themes/b.yaml": f"id: b\nname: [{NUMBER}\n",
    }
    folder = workspace({**BOARD, **broken})
    assert places(told(folder)) == ["framework/themes/a.yaml:3:5 P101", "framework/themes/b.yaml:2:8 P101"]
    said = [line(d) for d in Workspace.load(folder, DAY).diagnostics]
    assert not [each for each in said if "0018" in each]


def test_settings_templates_and_tables(workspace: Write) -> None:
    settings = "board: hill\nextends: []\nas_at: 2025-06-30\n# " + NUMBER + "\n"
    folder = workspace(
        {
            **BOARD,
            "lif.yaml": settings,
            "templates/base.html.j2": f"<p>Ring\n{HELPLINE}</p>\n",
        }
    )
    assert places(told(folder)) == ["lif.yaml:4:3 P101", "templates/base.html.j2:2:1 P104"]


def test_a_table_beside_a_published_series(workspace: Write) -> None:
    load(workspace, HEADER + GOOD + GOOD.replace(",,30", f",seen by {NUMBER},30"), rows=2)
    found = told(workspace({}))
    assert places(found) == ["data/published/r2024.csv:3:1 P101"]


def test_a_table_that_is_broken(workspace: Write) -> None:
    load(workspace, HEADER + f"{NUMBER}\n")
    assert places(told(workspace({}))) == ["data/published/r2024.csv:2:1 P101"]


def test_what_is_only_looked_up_says_no_value_either(workspace: Write) -> None:
    folder = workspace(theme(f"colour: {NUMBER}", f"{'n' * 3}: seen by Mrs Example"))
    for checks in ((), CHECKS):
        said = [line(d) for d in Workspace.load(folder, DAY, checks).diagnostics]
        assert said
        assert not [each for each in said if "0018" in each or "Example" in each]


def test_what_a_large_workspace_holds_is_found_by_processes_beside_this_one(tmp_path: Path) -> None:
    """There is enough to read for others to help; what they find is what one process would find."""
    padding = "  Nothing happened on this day, nor on the next.\n" * 60
    paths = [f"theme-{number:03}.yaml" for number in range(300)]
    for number, path in enumerate(paths):
        seen = f"  seen: {NUMBER}\n" if number % 50 == 7 else ""
        (tmp_path / path).write_text(f"id: a\nnote: |\n{padding}{seen}", encoding="utf-8")
    beside = Beside(tmp_path, paths, in_file)
    try:
        found = list(beside.results())
    finally:
        beside.close()
    door = Door(tmp_path)
    assert found == [in_file(door, path) for path in paths]
    assert [number for number, seen in enumerate(found) if seen] == list(range(7, 300, 50))


def test_who_looks_beside_is_ended_when_nobody_waits(tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"{number}.yaml").write_text("a: " + "b " * 2000, encoding="utf-8")
    beside = Beside(tmp_path, [f"{number}.yaml" for number in range(300)], in_file)
    children = [other._child for other in beside._others]
    beside.close()
    for child in children:
        with pytest.raises(ChildProcessError):
            os.waitpid(child, os.WNOHANG)


ALLOWANCE = """
    id: allowed
    sort: phone
    value: {value}
    where:
      - {where}
    reason: |
      It is on the council's own pages.
    accepted_by: business-manager
    accepted_on: 2025-01-01
    until: 2025-12-31
"""
ALLOWED = "framework/privacy-allowances/allowed.yaml"


@pytest.mark.parametrize("where", [LATE, "framework/themes/*.yaml", "framework/**", "late"])
def test_an_allowance_counts_for_a_path_or_a_record_until_its_last_day(workspace: Write, where: str) -> None:
    folder = workspace({**theme(f"note: {HELPLINE}"), ALLOWED: ALLOWANCE.format(value=HELPLINE, where=where)})
    assert told(folder) == []
    assert places(told(folder, date(2026, 1, 1))) == [
        f"{ALLOWED}:3:8 P104",
        f"{ALLOWED}:10:8 P121",
        f"{LATE}:3:7 P104",
    ]


def test_an_allowance_for_another_place_does_not_count_and_is_unused(workspace: Write) -> None:
    folder = workspace(
        {**theme(f"note: {HELPLINE}"), ALLOWED: ALLOWANCE.format(value=HELPLINE, where="data/**")}
    )
    assert places(told(folder)) == [f"{ALLOWED}:2:7 P122", f"{LATE}:3:7 P104"]


def test_of_what_is_outside_the_workspace_validation_does_not_judge(workspace: Write) -> None:
    folder = workspace({**BOARD, ALLOWED: ALLOWANCE.format(value=HELPLINE, where="README.md")})
    assert told(folder) == []


def test_a_number_of_a_child_cannot_be_allowed_by_value(workspace: Write) -> None:
    text = ALLOWANCE.format(value=NUMBER, where="late").replace("sort: phone", "sort: nhs-number")
    folder = workspace({**theme(f"note: {NUMBER}"), ALLOWED: text})
    assert places(told(folder)) == [f"{ALLOWED}:3:8 P101", f"{ALLOWED}:3:8 P123", f"{LATE}:3:7 P101"]


def test_an_acceptance_does_not_let_personal_data_stand(workspace: Write) -> None:
    acceptance = """
        id: accepted
        code: P101
        record: late
        reason: |
          Leave it.
        accepted_by: hill-board
        accepted_on: 2025-01-01
        until: 2025-12-31
    """
    folder = workspace({**theme(f"note: {NUMBER}"), "framework/acceptances/accepted.yaml": acceptance})
    found = [d for d in Workspace.load(folder, DAY).diagnostics if d.code in ("P101", "W103")]
    assert [d.code for d in found] == ["W103", "P101"]
    assert "privacy-allowance" in found[0].message


PERSONAL_CASES = {
    "pd-base64.yaml": {"2:8 P110"},
    "pd-clean-lookalikes.yaml": set(),
    "pd-dob.yaml": {"2:19 P103"},
    "pd-nhs-number.yaml": {"2:20 P101"},
    "pd-postcode.yaml": {"2:34 P105"},
}
"""Texts of tests/data/badinput, where EXPECTED.tsv says what a good tool must find in each."""


@pytest.mark.parametrize("name", sorted(PERSONAL_CASES))
def test_the_cases_of_badinput(name: str) -> None:
    found = {as_diagnostic(Found(seen, name)) for seen in in_file(Door(BADINPUT), name)}
    severities = {d.severity for d in found}
    expected = {"reject": Severity.ERROR, "warn": Severity.WARNING}.get(VERDICTS[name])
    assert severities == ({expected} if expected else set())
    told = {f"{d.location.line}:{d.location.column} {d.code}" for d in found}
    assert PERSONAL_CASES[name] <= told
    value = (BADINPUT / name).read_text(encoding="utf-8").partition("notes: ")[2].strip()
    assert not [d for d in found if any(word in line(d) for word in value.split() if word[0].isdigit())]


def test_hostile_files_are_looked_through_at_once() -> None:
    for path in sorted(BADINPUT.iterdir()):
        begun = time.perf_counter()
        in_records(as_text(path.read_bytes()) or "")
        assert time.perf_counter() - begun < 1, path.name


@pytest.mark.parametrize(
    "text",
    [
        "\n" + " " * 200_000 + "a: b",
        "a_" * 100_000 + "1",
        "a" * 200_000 + "_1:",
        "\n  a" * 50_000,
        "_-1" * 70_000,
        "on: 2025-01-01\n" * 15_000,
        "on: [" + "a-b, " * 50_000,
    ],
    ids=["spaces", "words", "one word", "lines", "signs", "fields", "links"],
)
def test_hostile_text_takes_no_longer_than_its_length(text: str) -> None:
    begun = time.perf_counter()
    in_records(text)
    assert time.perf_counter() - begun < 2


def test_very_many_finds_are_cut_short_and_none_is_hidden_by_what_is_allowed(workspace: Write) -> None:
    lines = ["note: |", *[f"  {HELPLINE}"] * 300, *[f"  seen: {NUMBER}"] * 150]
    folder = workspace({**theme(*lines), ALLOWED: ALLOWANCE.format(value=HELPLINE, where="late")})
    found = told(folder)
    assert len(found) == 100
    assert "and 50 more finds in the same text" in found[-1].message


def test_the_kinds_of_an_allowance_are_the_kinds_that_are_found() -> None:
    from typing import get_args

    from lif.privacy import PersonalData
    from lif.records.privacy_allowances import PrivacyAllowance

    sorts = get_args(PrivacyAllowance.model_fields["sort"].annotation)
    assert sorted(sorts) == sorted([*(kind.value for kind in PersonalData), ENCODED])
