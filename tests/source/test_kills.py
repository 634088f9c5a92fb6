"""Writers that are killed at any moment: nothing torn, nothing lost, nothing left after the next write."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.source.beside import POSIX

from lif.source.writing import Write, write

pytestmark = POSIX
KILLS, IN_EACH = 1_000, 250
SIZES = (200, 20_000)


def content(path: str, turn: int) -> bytes:
    """Bytes of a turn, short and long in turns, which cannot be mistaken for those of another."""
    return (f"{path} {turn}\n" * SIZES[turn % 2]).encode()


class Killed:
    """Files that a child writes, and is killed while it does."""

    def __init__(self, root: Path, existing: int, new: bool) -> None:
        self.root = root
        self.paths = [f"data/{number}.yaml" for number in range(existing)]
        self.new = new
        (root / "data").mkdir(exist_ok=True)
        for path in self.paths:
            (root / path).write_bytes(content(path, 0))

    def writes(self, turn: int) -> list[Write]:
        found = [Write(path, (self.root / path).read_bytes(), content(path, turn)) for path in self.paths]
        new = f"data/new-{turn}/new.yaml"
        return [*found, Write(new, None, content(new, turn))] if self.new else found

    def stands(self, writes: list[Write]) -> bool:
        """Whether all of it is written; false when nothing is. Anything between fails."""
        found = []
        for one in writes:
            path = self.root / one.path
            now = path.read_bytes() if path.exists() else None
            assert now in (one.before, one.after), f"torn: {one.path}"
            found.append(now == one.after)
        assert len(set(found)) == 1, f"a part was written: {found}"
        return found[0]

    def whole(self, writes: list[Write]) -> None:
        """No file is torn, whatever was cut off."""
        for one in writes:
            path = self.root / one.path
            assert (path.read_bytes() if path.exists() else None) in (one.before, one.after)

    def traces(self) -> list[str]:
        """What a writer leaves that has not come to its end."""
        here = [path for path in self.root.rglob("*") if ".lif-" in path.name or path.name == "journal.json"]
        empty = [path for path in (self.root / "data").glob("new-*") if not any(path.iterdir())]
        return sorted(path.relative_to(self.root).as_posix() for path in [*here, *empty])

    def next_write(self) -> None:
        """The next change that anybody makes."""
        write(self.root, [Write("data/next.yaml", None, b"id: next\n")])
        (self.root / "data/next.yaml").unlink()
        assert self.traces() == []


def child(work: Callable[[], None]) -> int:
    """Does the work in another process, and gives its id."""
    pid = os.fork()
    if not pid:
        try:
            work()
        finally:
            os._exit(0)
    return pid


@pytest.mark.parametrize("part", range(KILLS // IN_EACH))
def test_a_thousand_kills_tear_nothing_lose_nothing_and_leave_nothing(part: int, tmp_path: Path) -> None:
    chance = random.Random(part)
    killed = Killed(tmp_path, existing=1 + part, new=part % 2 == 1)
    most, unfinished, cut_off = 0.004, 0, 0
    for turn in range(1, IN_EACH + 1):
        writes = killed.writes(turn)
        pid = child(lambda writes=writes: write(tmp_path, writes))  # type: ignore[misc]
        time.sleep(chance.random() * most)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        killed.whole(writes)
        cut_off += bool(killed.traces())
        killed.next_write()
        done = killed.stands(writes)
        unfinished += not done
        most *= 0.93 if done else 1.08  # whatever the machine is doing besides, about half are cut off
    assert IN_EACH * 0.1 < unfinished < IN_EACH * 0.9, "the kills did not come while it was writing"
    assert cut_off > IN_EACH * 0.1, "the kills did not come while it was writing"


class Steps:
    """Counts what a writer asks of the system, and ends the process before one of the steps."""

    def __init__(self, at: int) -> None:
        self.at, self.now = at, 0

    def counting(self, step: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*given: Any, **named: Any) -> Any:
            self.now += 1
            if self.now == self.at:
                os._exit(9)
            return step(*given, **named)

        return counted

    def watch(self) -> None:
        """In a child only: nothing is put back."""
        for name in ("replace", "rename", "unlink", "rmdir", "mkdir", "chmod"):
            setattr(Path, name, self.counting(getattr(Path, name)))
        for name in ("link", "truncate"):
            setattr(os, name, self.counting(getattr(os, name)))
        os.fsync = self.counting(lambda _: None)


def ended_at(step: int, work: Callable[[], None]) -> bool:
    """Does the work in a child that ends at its `step`-th step; whether it came so far."""

    def watched() -> None:
        Steps(step).watch()
        work()

    _, status = os.waitpid(child(watched), 0)
    return os.waitstatus_to_exitcode(status) == 9


@pytest.mark.parametrize(("existing", "new"), [(1, False), (0, True), (2, True)])
def test_an_end_at_every_single_step_and_again_at_every_step_of_putting_it_right(
    existing: int, new: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)  # no kill can show what it does, and it takes long
    killed, turn, outcomes = Killed(tmp_path, existing, new), 0, []
    first = 1
    came_so_far = True
    while came_so_far:
        second = 1
        while True:
            turn += 2
            writes = killed.writes(turn)
            came_so_far = ended_at(first, lambda writes=writes: write(tmp_path, writes))  # type: ignore[misc]
            killed.whole(writes)
            again = ended_at(second, killed.next_write)
            (tmp_path / "data/next.yaml").unlink(missing_ok=True)
            killed.whole(writes)
            killed.next_write()
            outcomes.append(killed.stands(writes))
            if not again or not came_so_far:
                break
            second += 1
        first += 1
    assert first > 10 and len(outcomes) > 100
    assert set(outcomes) == {True, False}
