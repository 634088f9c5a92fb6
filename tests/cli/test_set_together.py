"""`lif set`: several fields at once, members of lists, records that are not in order or build on others."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.board import Lif
from tests.cli.test_set import ACTION, changed


def test_fields_that_belong_together_are_one_change(lif: Lif, board: Path) -> None:
    before = (board / ACTION).read_text(encoding="utf-8")
    line = "set act-2024-interviews retired.on 2025-06-01 --as-at workspace"
    ran = lif(line)
    assert (ran.code, ran.out) == (1, "")
    assert "the field 'reason' is missing" in ran.err
    ran = lif(line.replace("2025-06-01", "2025-06-01 retired.reason 'Said twice.'"))
    assert ran.code == 0, ran.err
    assert changed(board, before) == [
        "+retired:",
        "+  on: 2025-06-01",
        "+  reason: |",
        "+    Said twice.",
    ]


def test_a_new_member_of_a_list_is_given_field_by_field(lif: Lif, board: Path) -> None:
    before = (board / ACTION).read_text(encoding="utf-8")
    fields = "progress.2.on 2025-06-02 progress.2.by police-lead progress.2.text 'It runs.'"
    ran = lif(f"set act-2024-interviews {fields} --as-at workspace")
    assert ran.code == 0, ran.err
    assert changed(board, before) == ["+  - on: 2025-06-02", "+      It runs."]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("title x owner", "each field is followed by its value"),
        ("title x owner police-lead --clear", "change one field alone"),
        ("progress x --add", "lif set act-2024-interviews progress.2.on … progress.2.by …"),
        ("themes nothing --clear", "there is no 'nothing'"),
        ("priorities.7 --clear", "priorities has 1 here, numbered from 0"),
        ("title x --clear", "title is no list: leave out --clear or the value"),
    ],
)
def test_what_cannot_be_done_together(lif: Lif, board: Path, words: str, said: str) -> None:
    before = (board / ACTION).read_bytes()
    ran = lif(f"set act-2024-interviews {words} --as-at workspace")
    assert (ran.code, ran.out) == (2, ""), ran.err
    assert said in ran.err
    assert (board / ACTION).read_bytes() == before


def test_one_member_is_taken_away_by_its_name_and_the_last_with_its_list(lif: Lif, board: Path) -> None:
    assert lif("set act-2024-interviews themes neglect --add --as-at workspace").code == 0
    before = (board / ACTION).read_text(encoding="utf-8")
    assert "themes:\n" in before
    while "themes:\n" in (text := (board / ACTION).read_text(encoding="utf-8")):
        first = text.partition("themes:\n")[2].partition("- ")[2].split("\n")[0]
        assert lif(f"set act-2024-interviews themes {first} --clear --as-at workspace").code == 0
    assert lif("validate --as-at workspace --quiet").code == 0


def test_a_record_that_cannot_be_read_is_mended(lif: Lif, board: Path) -> None:
    file = board / ACTION
    right = file.read_text(encoding="utf-8")
    file.write_text(right.replace("agreed_on: 20", "agreed_on: 1/3/20"), encoding="utf-8")
    assert lif("validate --as-at workspace --quiet").code == 1
    day = right.partition("agreed_on: ")[2][:10]
    ran = lif(f"set act-2024-interviews agreed_on {day} --as-at workspace")
    assert (ran.code, ran.out) == (0, f"{ACTION}\n"), ran.err
    assert file.read_text(encoding="utf-8") == right


def test_of_two_faults_one_is_mended_although_the_other_is_seen_only_then(lif: Lif, board: Path) -> None:
    file = board / ACTION
    right = file.read_text(encoding="utf-8")
    wrong = right.replace("owner: police-lead", "owner: police-leed")
    file.write_text(wrong.replace("agreed_on: 20", "agreed_on: 1/3/20"), encoding="utf-8")
    day = right.partition("agreed_on: ")[2][:10]
    ran = lif(f"set act-2024-interviews agreed_on {day} --as-at workspace")
    assert (ran.code, ran.out) == (0, f"{ACTION}\n"), ran.err
    assert "error L101 there is no 'police-leed'" in ran.err
    assert file.read_text(encoding="utf-8") == wrong
    assert lif("set act-2024-interviews owner nobody-here --as-at workspace").code == 2
    assert lif("set act-2024-interviews owner police-lead --as-at workspace").code == 0
    assert file.read_text(encoding="utf-8") == right


def test_a_mend_that_brings_a_fault_of_its_own_is_refused(lif: Lif, board: Path) -> None:
    file = board / ACTION
    right = file.read_text(encoding="utf-8")
    file.write_text(right.replace("agreed_on: 20", "agreed_on: 1/3/20"), encoding="utf-8")
    before = file.read_bytes()
    ran = lif("set act-2024-interviews agreed_on 2/3/2024 --as-at workspace")
    assert (ran.code, ran.out) == (1, ""), ran.err
    assert file.read_bytes() == before


def test_a_misspelt_field_is_set_right(lif: Lif, board: Path) -> None:
    file = board / ACTION
    right = file.read_text(encoding="utf-8")
    file.write_text(right.replace("owner: ", "onwer: "), encoding="utf-8")
    assert lif("set act-2024-interviews owner police-lead --as-at workspace").code == 0
    ran = lif("set act-2024-interviews onwer --clear --as-at workspace")
    assert ran.code == 0, ran.err
    assert lif("validate --as-at workspace --quiet").code == 0


def test_a_file_that_is_no_yaml_is_left_alone(lif: Lif, board: Path) -> None:
    file = board / ACTION
    file.write_text("id: act-2024-interviews\n  title: [\n", encoding="utf-8")
    before = file.read_bytes()
    ran = lif("set act-2024-interviews title x --as-at workspace")
    assert (ran.code, ran.out) == (2, "")
    assert "cannot be read" in ran.err
    assert file.read_bytes() == before


def test_an_id_that_nobody_has_names_the_nearest(lif: Lif, board: Path) -> None:
    ran = lif("set act-2024-interview title x --as-at workspace")
    assert ran.code == 2
    assert "did you mean 'act-2024-interviews'?" in ran.err
    assert "police has no item 'none'" in lif("set police/none text x --as-at workspace").err
