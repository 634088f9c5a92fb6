"""What a framework that is being entered is told: of measures that are wanted, of posts, of questions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.folders import written
from tests.small_board import SMALL, indicator

from lif.workspace import Workspace

AS_AT = date(2025, 3, 10)


def test_a_measure_on_the_agenda_answers_for_a_priority_and_a_post_with_a_task_is_used(
    tmp_path: Path,
) -> None:
    role = "id: manager\nname: Manager\nagency: police\n"
    task = "responsibilities:\n  - id: told\n    text: |\n      Tells the board.\n"
    wanted = (
        "id: wanted\nname: Families helped\nwhy: |\n  Nobody knows.\noutcomes_class: better-off\n"
        "owner: police-lead\npriorities:\n  - priority-neglect\n"
    )
    before = written(tmp_path / "before", {**SMALL, "framework/roles/manager.yaml": role})
    more = {"framework/roles/manager.yaml": role + task, "framework/development-agenda/wanted.yaml": wanted}
    after = written(tmp_path / "after", {**SMALL, **more})

    def lines(folder: Path, code: str) -> list[str]:
        return [one.message for one in Workspace.load(folder, AS_AT).diagnostics if one.code == code]

    def said(folder: Path) -> set[tuple[str, str]]:
        found = Workspace.load(folder, AS_AT).diagnostics
        return {(one.code, one.location.path) for one in found if one.code in ("L103", "L106")}

    assert ("L103", "framework/roles/manager.yaml") in said(before) - said(after)
    assert len(lines(before, "L106")) == len(lines(after, "L106")) + 1


@pytest.mark.parametrize(("how_many", "told"), [(2, 2), (7, 1)])
def test_many_indicators_of_which_none_names_a_question_are_told_in_one(
    tmp_path: Path, how_many: int, told: int
) -> None:
    files = {f"framework/indicators/seen-{at}.yaml": indicator(f"seen-{at}") for at in range(how_many)}
    loaded = Workspace.load(written(tmp_path, {**SMALL, **files}), AS_AT)
    assert len([each for each in loaded.diagnostics if each.code == "F154"]) == told
