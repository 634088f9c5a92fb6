"""Branches on which people work at once, put together by git: 150 merges of two, and six branches in a row.

On each branch one action is added and two of twenty are worked on, as a business manager does it. No id
stands there twice, nothing that was written on a branch that went in is lost, and the records are in order
after every merge.
"""

from __future__ import annotations

import random
import subprocess
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.cli.board import BOARD
from tests.repositories import committed, git

from lif.records.actions import Action
from lif.records.new_ids import proposed_id
from lif.workspace import Workspace
from lif.workspace.action_changes import ActionChanges, NotNow
from lif.workspace.alterations import Alterations

DAY = date(2025, 6, 30)
MERGES, ACTIONS, WORKED_ON = 150, 20, 2
MOST_CONFLICTS = 0.11
PARTS = 2
SUBJECTS = [f"{who} in {where}" for who in ("schools", "nurses", "carers", "police") for where in "ABCDEFGH"]
VERBS = ["Write to", "Train", "Audit the work of", "Ask", "Listen to", "Agree a form with", "Visit"]


def action(number: int, chance: random.Random) -> str:
    """An action as somebody laid it out: lists further in or not, what was said in one line or in several."""
    room = chance.choice(("", "  "))
    begun = f"steps:\n{room}- state: in-progress\n{room}  on: 2025-02-03\n" if number % 2 else ""
    said = f"progress:\n{room}- on: 2025-03-04\n{room}  by: police-lead\n{room}  text: A rota is drafted.\n"
    return (
        f"id: act-2025-known-{number}\nillustrative: true\ntitle: Known action {number}\n"
        f"text: |\n  What was agreed, in words.\nsource: hill-board-2024-09-10\nsource_sort: board-decision\n"
        f"{'# the owner left in May' if number % 5 == 0 else ''}\nowner: police-lead\ngroup: neglect-group\n"
        f"themes:\n{room}- missing\nagreed_on: 2025-01-10\ndue: 2025-12-31\n{begun}"
        f"{said if number % 3 else ''}"
    )


class Branch:
    """One person's branch: what is written on it, in words that tell it apart."""

    def __init__(self, root: Path, name: str, chance: random.Random) -> None:
        self.root, self.name, self.chance = root, name, chance
        self.alterations = Alterations(Workspace.load(root, DAY, checks=()))
        self.mark = f"Said on {name}"
        self.told: list[str] = []
        self.new_id = ""

    def add(self, title: str = "") -> None:
        """`lif new action`: the id is proposed from the title."""
        title = title or f"{self.chance.choice(VERBS)} {self.chance.choice(SUBJECTS)}"
        register = self.alterations.workspace.register
        self.new_id = proposed_id(Action, title, DAY, register.entries, self.letters)
        text = f"{self.mark}: {title.lower()}.\n"
        fields = {"source": "hill-board-2024-09-10", "source_sort": "board-decision", "owner": "police-lead"}
        dates = {"group": "neglect-group", "agreed_on": "2025-06-02", "due": "2025-11-30"}
        self.alterations.new(Action, {"id": self.new_id, "title": title, "text": text, **fields, **dates})

    def letters(self, alphabet: str, count: int) -> str:
        return "".join(self.chance.choices(alphabet, k=count))

    def work_on(self, number: int) -> None:
        """`lif actions update`, `extend` or `report-complete`, or `lif set`."""
        found = self.alterations.workspace.register.find(Action, f"act-2025-known-{number}")
        assert found is not None
        on = DAY - timedelta(days=self.chance.randrange(60))
        changes = ActionChanges(self.alterations, found, on)
        words = f"{self.mark} of {number}."
        ways: list[Callable[[], object]] = [
            lambda: changes.note(words, "police-lead"),
            lambda: changes.extend(date(2026, 3, 31), words, "neglect-group"),
            lambda: changes.report_complete("police-lead", words, ()),
            lambda: self.alterations.put(found.id, ("success_measure",), words),
            lambda: self.alterations.put(found.id, ("intended_outcome",), words),
            lambda: self.alterations.put(found.id, ("text",), f"What was agreed.\n\n{words}\n"),
        ]
        try:
            self.chance.choices(ways, (40, 12, 8, 15, 10, 15))[0]()
            self.told.append(words)
        except NotNow:
            pass

    def finish(self) -> None:
        self.alterations.write()
        git(self.root, "add", "-A")
        git(self.root, "commit", "-q", "-m", self.name)


def merged(root: Path, branch: str) -> bool:
    """`git merge`; what git cannot put together is taken back."""
    try:
        git(root, "merge", "-q", "--no-edit", branch)
        return True
    except subprocess.CalledProcessError:
        git(root, "merge", "--abort")
        return False


def in_order(root: Path, known: list[Branch]) -> None:
    workspace = Workspace.load(root, DAY)
    assert workspace.errors == ()
    ids = [
        line for path in root.glob("data/actions/**/*.yaml") for line in path.read_text("utf-8").split("\n")
        if line.startswith("id: ")
    ]  # fmt: skip
    assert len(ids) == len(set(ids)) == len({id_.casefold() for id_ in ids})
    texts = "".join(path.read_text("utf-8") for path in sorted(root.glob("data/actions/*.yaml")))
    for branch in known:
        assert f"{branch.mark}: " in texts, f"the new action of {branch.name} is lost"
        for words in branch.told:
            assert words in texts, f"lost: {words}"


def board(root: Path, chance: random.Random) -> None:
    known = {f"data/actions/act-2025-known-{n}.yaml": action(n, chance) for n in range(ACTIONS)}
    committed(root, {**BOARD, **known, ".gitignore": ".lif/\n"}, "2025-06-01")


def worked_on(root: Path, name: str, chance: random.Random) -> Branch:
    """A branch from the board as it was at first, with one person's work of a day."""
    git(root, "checkout", "-q", "-b", name, "main")
    branch = Branch(root, name, chance)
    branch.add()
    for which in chance.sample(range(ACTIONS), WORKED_ON):
        branch.work_on(which)
    branch.finish()
    return branch


@pytest.mark.parametrize("part", range(PARTS))
def test_150_merges_lose_nothing_and_bring_no_id_twice(part: int, tmp_path: Path) -> None:
    chance = random.Random(part)
    board(tmp_path, chance)
    conflicts = 0
    for number in range(MERGES // PARTS):
        one, other = (worked_on(tmp_path, f"{who}-{number:02}", chance) for who in ("ours", "theirs"))
        if merged(tmp_path, one.name):
            in_order(tmp_path, [one, other])
        else:
            conflicts += 1
    share = conflicts / (MERGES // PARTS)
    assert 0 < share <= MOST_CONFLICTS, f"{share:.1%} of the merges were conflicts"


@pytest.mark.parametrize("trial", range(3))
def test_six_branches_in_a_row_lose_nothing(trial: int, tmp_path: Path) -> None:
    chance = random.Random(100 + trial)
    board(tmp_path, chance)
    branches = [worked_on(tmp_path, f"person-{number}", chance) for number in range(6)]
    git(tmp_path, "checkout", "-q", "main")
    went_in: list[Branch] = []
    for branch in branches:
        if merged(tmp_path, branch.name):
            went_in.append(branch)
            in_order(tmp_path, went_in)
    assert len(went_in) >= 3


def test_two_who_give_one_title_are_told_by_git(tmp_path: Path) -> None:
    chance = random.Random(7)
    board(tmp_path, chance)
    for name in ("ours", "theirs"):
        git(tmp_path, "checkout", "-q", "-b", name, "main")
        branch = Branch(tmp_path, name, chance)
        branch.add("Ring the school")
        branch.finish()
        assert branch.new_id == "act-2025-ring-school"
    assert not merged(tmp_path, "ours")
