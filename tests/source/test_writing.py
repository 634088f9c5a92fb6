"""Files are written whole or not at all: when killed, crowded, full, read-only, or changed meanwhile."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from lif.source.writing import CannotWrite, Write, write

SRC = Path(__file__).resolve().parents[2] / "src"
POSIX = pytest.mark.skipif(os.name == "nt", reason="signals, links and limits of POSIX")
KILLS, IN_EACH = 1_000, 250
WRITERS, APPENDS = 8, 30

KILLED = """
import os, random, signal, sys, time
from pathlib import Path
from lif.source.writing import Write, write

root, seed, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
chance = random.Random(seed)
paths = [root / "data/a.yaml", root / "data/b.yaml"]
sizes = (200, 20_000)
def content(turn, path):
    return (f"{path.name} {turn}\\n" * sizes[turn % 2]).encode()
def whole(path):
    raw = path.read_bytes()
    turn = int(raw.split(b"\\n", 1)[0].split()[1])
    assert raw == content(turn, path), f"torn: {path} of turn {turn}, {len(raw)} bytes"
    return turn
for path in paths:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content(0, path))
unfinished = 0
for turn in range(1, count + 1):
    before = [path.read_bytes() for path in paths]
    child = os.fork()
    if not child:
        try:
            write(root, [Write(f"data/{p.name}", old, content(turn, p)) for p, old in zip(paths, before)])
        finally:
            os._exit(0)
    time.sleep(chance.random() * 0.004)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    turns = [whole(path) for path in paths]
    unfinished += turns[0] != turn
    write(root, [Write(f"data/new-{turn}.yaml", None, b"id: x\\n")])
    (root / f"data/new-{turn}.yaml").unlink()
    turns = [whole(path) for path in paths]
    assert turns[0] == turns[1], f"half of it was written: {turns}"
    left = [p for p in root.rglob("*") if p.name.endswith(".lif-new") or p.name == "journal.json"]
    assert not left, left
print(unfinished)
"""

APPENDING = """
import sys
from pathlib import Path
from lif.source import Document, read
from lif.source.edits import Append, edited
from lif.source.writing import CannotWrite, Write, write

root, who, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
done = 0
while done < count:
    document = read(root, "data/notes.yaml")
    assert isinstance(document, Document), document
    after = edited(document, (Append(("notes",), {"by": who, "text": f"Note {done} of {who}.\\n"}),))
    try:
        write(root, [Write("data/notes.yaml", document.raw, after)])
        done += 1
    except CannotWrite as fault:
        assert "changed by somebody else" in str(fault) or "has not finished" in str(fault), fault
"""


def python(script: str, *words: str) -> subprocess.Popen[str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
    return subprocess.Popen(
        [sys.executable, "-c", script, *words],
        env={**kept, "PYTHONPATH": str(SRC)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@POSIX
@pytest.mark.parametrize("part", range(KILLS // IN_EACH))
def test_a_thousand_kills_tear_nothing_and_leave_nothing(part: int, tmp_path: Path) -> None:
    done = python(KILLED, str(tmp_path), str(part), str(IN_EACH))
    out, err = done.communicate(timeout=300)
    assert (done.returncode, err) == (0, "")
    assert IN_EACH * 0.05 < int(out) < IN_EACH * 0.95, "the kills did not come while it was writing"


def test_of_240_notes_that_eight_write_at_once_all_are_kept(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/notes.yaml").write_text(
        "id: notes\nnotes: # in order\n  - by: nobody\n", encoding="utf-8"
    )
    running = [python(APPENDING, str(tmp_path), f"w{number}", str(APPENDS)) for number in range(WRITERS)]
    for each in running:
        _, err = each.communicate(timeout=300)
        assert (each.returncode, err) == (0, "")
    text = (tmp_path / "data/notes.yaml").read_text(encoding="utf-8")
    assert text.startswith("id: notes\nnotes: # in order\n  - by: nobody\n")
    for number in range(WRITERS):
        told = [line.strip() for line in text.splitlines() if line.endswith(f" of w{number}.")]
        assert told == [f"Note {note} of w{number}." for note in range(APPENDS)]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "data/one.yaml"
    path.parent.mkdir()
    path.write_bytes(b"id: one\n")
    return path


def change(path: Path, after: bytes = b"id: two\n") -> None:
    write(path.parents[1], [Write(f"data/{path.name}", b"id: one\n", after)])


def nothing_left(root: Path) -> bool:
    return not list(root.rglob("*.lif-new"))


def test_a_file_that_changed_meanwhile_is_left(record: Path) -> None:
    record.write_bytes(b"id: theirs\n")
    with pytest.raises(CannotWrite, match=r"data/one\.yaml was changed by somebody else since it was read"):
        change(record)
    assert record.read_bytes() == b"id: theirs\n"
    record.unlink()
    with pytest.raises(CannotWrite, match=r"data/one\.yaml is not there any more"):
        change(record)


def test_a_file_that_can_only_be_read_is_left(record: Path) -> None:
    record.chmod(0o444)
    with pytest.raises(CannotWrite, match=r"data/one\.yaml can only be read"):
        change(record)
    assert record.read_bytes() == b"id: one\n"


@POSIX
def test_the_mode_of_a_file_is_kept(record: Path) -> None:
    record.chmod(0o640)
    change(record)
    assert (record.read_bytes(), record.stat().st_mode & 0o777) == (b"id: two\n", 0o640)


def test_a_new_file_never_takes_the_place_of_another(record: Path) -> None:
    with pytest.raises(CannotWrite, match=r"a file stands already at data/one\.yaml"):
        write(record.parents[1], [Write("data/one.yaml", None, b"id: mine\n")])
    assert record.read_bytes() == b"id: one\n"


@POSIX
def test_a_link_inside_stays_a_link_and_what_it_leads_to_is_written(record: Path) -> None:
    (record.parent / "held").mkdir()
    true = record.rename(record.parent / "held/true.txt")
    record.symlink_to("held/true.txt")
    change(record)
    assert record.is_symlink()
    assert true.read_bytes() == b"id: two\n"


@POSIX
def test_a_link_that_leads_out_is_refused(record: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "one.yaml"
    outside.write_bytes(b"id: one\n")
    record.unlink()
    record.symlink_to(outside)
    with pytest.raises(CannotWrite, match=r"data/one\.yaml leads out of the workspace"):
        change(record)
    with pytest.raises(CannotWrite, match="leads out of the workspace"):
        write(record.parents[1], [Write("../other.yaml", None, b"x")])
    assert outside.read_bytes() == b"id: one\n"


@POSIX
def test_a_disk_that_takes_no_more_loses_nothing(record: Path) -> None:
    script = f"""
import resource, signal
from pathlib import Path
from lif.source.writing import CannotWrite, Write, write
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
try:
    write(Path({str(record.parents[1])!r}), [
        Write("data/two.yaml", None, b"id: two\\n"),
        Write("data/one.yaml", b"id: one\\n", b"x" * 20_000),
    ])
except CannotWrite as fault:
    print(fault)
"""
    done = python(script)
    out, err = done.communicate(timeout=60)
    assert (done.returncode, err, out) == (
        0,
        "",
        "nothing was written: the disk takes no file of that size\n",
    )
    assert record.read_bytes() == b"id: one\n"
    assert not (record.parent / "two.yaml").exists()
    assert nothing_left(record.parents[1])


@POSIX
def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("this machine lets nobody mount a small disk; the limit on a file is tested above")
    try:
        path = disk / "data/one.yaml"
        path.parent.mkdir()
        path.write_bytes(b"id: one\n")
        with pytest.raises(CannotWrite, match="nothing was written: the disk is full"):
            change(path, b"x" * 100_000)
        assert path.read_bytes() == b"id: one\n"
        assert nothing_left(disk)
        change(path)
        assert path.read_bytes() == b"id: two\n"
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@POSIX
def test_who_waits_too_long_is_told(record: Path) -> None:
    holding = python(
        f"""
import sys
from pathlib import Path
from lif.source.locking import held
with held(Path({str(record.parents[1])!r})):
    print("held", flush=True)
    sys.stdin.read()
"""
    )
    assert holding.stdout is not None
    assert holding.stdout.readline() == "held\n"
    with pytest.raises(CannotWrite, match="another lif is writing in this folder"):
        write(record.parents[1], [Write("data/one.yaml", b"id: one\n", b"id: two\n")], patience=0.1)
    assert record.read_bytes() == b"id: one\n"
    holding.send_signal(signal.SIGKILL)
    holding.wait()
    change(record)
    assert record.read_bytes() == b"id: two\n"


def test_what_was_cut_off_between_the_names_is_brought_to_its_end(record: Path) -> None:
    """A kill after the journal was written: the next writer gives the names that were missing."""
    root = record.parents[1]
    script = f"""
import os
from pathlib import Path
from lif.source.writing import Write, write
was = Path.replace
def once(self, target):
    found = was(self, target)
    if Path(target).name == "one.yaml":
        os._exit(9)
    return found
Path.replace = once
write(Path({str(root)!r}), [
    Write("data/one.yaml", b"id: one\\n", b"id: two\\n"),
    Write("data/new.yaml", None, b"id: new\\n"),
])
"""
    done = python(script)
    done.communicate(timeout=60)
    assert done.returncode == 9
    assert not (record.parent / "new.yaml").exists()
    write(root, [Write("data/third.yaml", None, b"id: third\n")])
    assert (record.parent / "new.yaml").read_bytes() == b"id: new\n"
    assert record.read_bytes() == b"id: two\n"
    assert nothing_left(root)
