"""Many files: the same results in the same order with one process or several, and no failure goes unseen."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from array import array
from pathlib import Path

import pytest

from lif.diagnostics import Diagnostic
from lif.source import Document, ReaderDiedError, read, read_many, walk
from lif.source.bulk import _cut, _spans
from lif.source.events import FAST, events, fast_events

RECORD = (
    "id: act-{0}\ntitle: children’s plan {0}\nsteps:\n  - on: 2026-01-05\n    note: |\n      one\n      two\n"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "data" / "actions"
    folder.mkdir(parents=True)
    for number in range(700):
        text = RECORD.format(number)
        if number % 50 == 7:
            text += f"id: act-{number}\n"
        if number % 50 == 9:
            text = text.replace("children’s", "childrenâ€™s")
        (folder / f"act-{number:04}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


Seen = tuple[str, object, tuple[Diagnostic, ...], str]


def seen(result: Document | tuple[Diagnostic, ...]) -> Seen:
    if isinstance(result, Document):
        place = result.locate(("steps", 0, "note"), key=True)
        return (result.path, result.data, result.warnings, f"{place} {sorted(result.folded)} {result.text}")
    return ("", None, result, "")


@pytest.mark.parametrize("processes", [1, 2, 3, 5, None])
def test_the_number_of_processes_changes_nothing(root: Path, processes: int | None) -> None:
    paths = walk(root, "data")
    assert len(paths) == 700
    alone = [seen(read(root, path)) for path in paths]
    assert [seen(result) for result in read_many(root, paths, processes)] == alone
    assert sum(path == "" for path, *_ in alone) == 14


def test_little_is_read_by_one_process(root: Path) -> None:
    paths = walk(root, "data")
    assert _spans(root, paths[:50], None) == [(0, 50)]
    assert _spans(root, [], None) == [(0, 0)]
    assert list(read_many(root, [])) == []


@pytest.mark.parametrize("count", [2, 3, 8])
@pytest.mark.parametrize("length", [2, 3, 10, 1000])
def test_spans_cover_every_path_once(count: int, length: int) -> None:
    step = max(1, length // 256)
    spans = _cut([1] * len(range(0, length, step)), step, length, count)
    assert [n for start, stop in spans for n in range(start, stop)] == list(range(length))


def test_a_reader_that_dies_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = os.getpid()

    def killed(door: object, path: str) -> Document:
        if os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return Document(path, b"a: b\n", {"a": "b"}, array("I", [0, 0, 3]), ())

    monkeypatch.setattr("lif.source.bulk.read_through", killed)
    with pytest.raises(ReaderDiedError, match="signal 9"):
        list(read_many(root, walk(root, "data"), 2))


def test_a_reader_that_fails_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    parent = os.getpid()

    def failing(door: object, path: str) -> Document:
        if os.getpid() != parent:
            raise RuntimeError("a bug")
        return Document(path, b"a: b\n", {"a": "b"}, array("I", [0, 0, 3]), ())

    monkeypatch.setattr("lif.source.bulk.read_through", failing)
    with pytest.raises(ReaderDiedError, match="exit code 1"):
        list(read_many(root, walk(root, "data"), 2))
    assert "RuntimeError: a bug" in capfd.readouterr().err


LEFT_BEHIND = """
import os, sys
from pathlib import Path
from lif.source import read_many, walk
root = Path(sys.argv[1])
results = read_many(root, walk(root, "data"), 3)
next(results)
results.close()
try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError:
    print("none")
"""
"""In a process of its own: this one may have children that are none of the reader's."""


def test_results_that_are_not_wanted_leave_no_process_behind(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LEFT_BEHIND, str(root)], capture_output=True, text=True, check=False
    )
    assert done.stdout == "none\n", done.stderr


def test_the_fast_parser_is_the_one_in_use() -> None:
    import _ruamel_yaml  # type: ignore[import-not-found]

    assert FAST
    assert events is fast_events
    assert type(events(b"a: b\n").__self__) is _ruamel_yaml.CParser  # type: ignore[attr-defined]
