"""Reads many files in the order of their paths, over the machine's cores where there is enough to read."""

from __future__ import annotations

import gc
import marshal
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any, BinaryIO, TypeAlias

from lif.diagnostics import Diagnostic, Location, Severity
from lif.source.document import Document
from lif.source.files import NOTHING_OVER, Door, Over
from lif.source.reading import Problems, read_through

WORTH_FORKING = 700_000
"""Bytes below which a second process costs more than it saves (measured: about 300 records)."""
MOST_PROCESSES = 8

_BATCH = 64
_PIPE = 1 << 20
_SAMPLE = 256
_OWN_SHARE = 0.2
"""The first process takes little: it also makes records of what the others read."""

Result: TypeAlias = "Document | Problems"
Make: TypeAlias = "Callable[[Door, str], Any]"
"""What is made of a file, in what `marshal` carries."""
_Span = tuple[int, int]


class ReaderDiedError(RuntimeError):
    """A process that was reading ended before it was done: what it had to read is not known to be right."""


def read_many(
    root: Path, paths: Sequence[str], processes: int | None = None, over: Over = NOTHING_OVER
) -> Iterator[Result]:
    """What `read` gives for each of `paths`, in their order.

    `processes` is for tests and measurements; without it the machine's cores are used when there is
    enough to read and the system can fork. What stands in `over` is read in place of files. Raises
    ReaderDiedError when one of the processes fails.
    """
    spans = _spans(root, paths, processes)
    with ExitStack() as stack:
        door = Door(root, over)
        others = [stack.enter_context(_Reader(door, paths[start:stop], _read)) for start, stop in spans[1:]]
        for path in paths[: spans[0][1]]:
            yield read_through(door, path)
        for other in others:
            yield from map(_unpacked, other.results())


def _read(door: Door, path: str) -> Any:
    return _packed(read_through(door, path))


class Beside:
    """Goes through files beside the work that this process is at, and gives what was made of them at the end.

    On a machine of one core, or for little, it is done when it is asked for. To be closed in any case.
    """

    def __init__(self, root: Path, paths: Sequence[str], make: Make, over: Over = NOTHING_OVER) -> None:
        self._paths, self._make = paths, make
        self._door = Door(root, over)
        self._stack = ExitStack()
        spans = _spans(root, paths, None)
        if len(spans) == 1:
            self._others: list[_Reader] = []
            return
        step = -(-len(paths) // max(1, len(spans) - 1))
        parts = [paths[start : start + step] for start in range(0, len(paths), step)]
        self._others = [self._stack.enter_context(_Reader(self._door, part, make)) for part in parts]

    def results(self) -> Iterator[Any]:
        """What was made of each file, in the order of the paths."""
        if not self._others:
            yield from (self._make(self._door, path) for path in self._paths)
        for other in self._others:
            yield from other.results()

    def close(self) -> None:
        """Ends what still goes on."""
        self._stack.close()


class _Reader:
    """A child process that goes through some of the files and sends what it makes of each through a pipe."""

    def __init__(self, door: Door, paths: Sequence[str], make: Make) -> None:
        self._door, self._paths, self._make = door, paths, make

    def __enter__(self) -> _Reader:
        receiver, sender = os.pipe()
        self._child = os.fork()
        if not self._child:
            os.close(receiver)
            _work(self._door, self._paths, sender, self._make)
        os.close(sender)
        self._pipe: BinaryIO = os.fdopen(receiver, "rb")
        self._batches: SimpleQueue[bytes] = SimpleQueue()
        self._taker = Thread(target=self._take, daemon=True)
        self._taker.start()
        return self

    def _take(self) -> None:
        """Takes in what the child sends while the parent is at its own part; an empty batch is the end."""
        batch = b" "
        while batch:
            try:
                batch = self._pipe.read(int.from_bytes(self._pipe.read(8), "big"))
            except (OSError, ValueError):
                batch = b""
            self._batches.put(batch)

    def __exit__(self, *_: object) -> None:
        """Ends the child if its results were not wanted to the end."""
        if self._child:
            with suppress(ProcessLookupError):
                os.kill(self._child, signal.SIGTERM)
            os.waitpid(self._child, 0)
        self._taker.join()
        self._pipe.close()

    def results(self) -> Iterator[Any]:
        """What the child made, in the order of its paths."""
        count = 0
        while batch := self._batches.get():
            for made in marshal.loads(batch):
                count += 1
                yield made
        child, self._child = self._child, 0
        _, status = os.waitpid(child, 0)
        if status or count != len(self._paths):
            code = os.waitstatus_to_exitcode(status)
            ended = f"signal {-code}" if code < 0 else f"exit code {code}"
            raise ReaderDiedError(
                f"a process that was reading {len(self._paths)} files ended after {count} with {ended}"
            )


def _work(door: Door, paths: Sequence[str], sender: int, make: Make) -> None:
    """The child's whole life: never returns, and never runs what the parent had in hand."""
    code = 1
    try:
        gc.disable()
        _widen(sender)
        with os.fdopen(sender, "wb", buffering=0) as pipe:
            for start in range(0, len(paths), _BATCH):
                batch = marshal.dumps([make(door, path) for path in paths[start : start + _BATCH]])
                _send(pipe, len(batch).to_bytes(8, "big") + batch)
        code = 0
    except (KeyboardInterrupt, BrokenPipeError):
        pass
    except BaseException:  # noqa: BLE001 - a child must not run on in its parent's code; it ends just below
        import traceback

        os.write(2, traceback.format_exc().encode("utf-8", "backslashreplace"))
    finally:
        os._exit(code)


def _send(pipe: Any, message: bytes) -> None:
    """All of a message, however little the pipe takes at a time."""
    view = memoryview(message)
    while view:
        view = view[pipe.write(view) :]


def _widen(pipe: int) -> None:
    """Lets the pipe hold a batch or two, so that the child reads on while the parent works (Linux only)."""
    try:
        import fcntl

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)
    except (ImportError, AttributeError, OSError):
        pass


def _packed(result: Result) -> tuple[Any, ...]:
    if isinstance(result, Document):
        return (result.packed(), tuple(map(_diagnostic_packed, result.warnings)))
    return (None, tuple(map(_diagnostic_packed, result)))


def _unpacked(packed: tuple[Any, ...]) -> Result:
    document, diagnostics = packed
    told = tuple(
        Diagnostic(Location(path, line, column), code, Severity(severity), message, hint)
        for path, line, column, code, severity, message, hint in diagnostics
    )
    return told if document is None else Document.unpacked(document, told)


def _diagnostic_packed(told: Diagnostic) -> tuple[str, int, int, str, str, str, str]:
    at = told.location
    return (at.path, at.line, at.column, told.code, told.severity.value, told.message, told.hint)


def _spans(root: Path, paths: Sequence[str], processes: int | None) -> list[_Span]:
    """Which part of the paths each process reads, by size: one span when more are not worth it."""
    whole = [(0, len(paths))]
    if not hasattr(os, "fork") or len(paths) < 2:
        return whole
    count = processes or min(_cores(), MOST_PROCESSES)
    if count < 2:
        return whole
    step = max(1, len(paths) // _SAMPLE)
    sizes = [_size(root, path) for path in paths[::step]]
    if processes is None and sum(sizes) * step < WORTH_FORKING:
        return whole
    return _cut(sizes, step, len(paths), count)


def _cut(sizes: list[int], step: int, length: int, count: int) -> list[_Span]:
    """Spans of like size over `length` paths, the first smaller; each size stands for `step` paths."""
    total = sum(sizes) or 1
    unit = total / (count - 1 + _OWN_SHARE)
    ends: list[int] = []
    so_far = 0
    for number, size in enumerate(sizes):
        so_far += size
        if len(ends) < count - 1 and so_far >= unit * (len(ends) + _OWN_SHARE):
            ends.append(min((number + 1) * step, length))
    starts = [0, *ends]
    return [(start, stop) for start, stop in zip(starts, [*ends, length], strict=True) if start < stop]


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _size(root: Path, path: str) -> int:
    """Bytes that reading the file will take, near enough; what cannot be read takes none."""
    try:
        return min((root / path).stat().st_size, 300_000) + 500
    except (OSError, ValueError):
        return 500
