"""Files are written whole or not at all: when full, read-only, linked, or changed meanwhile."""

from __future__ import annotations

import signal
import subprocess
from pathlib import Path

import pytest
from tests.source.beside import POSIX, python

from lif.source.writing import CannotWrite, Write, write


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
        "nothing was written: the disk takes no file of that size (data/one.yaml)\n",
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
    with pytest.raises(
        CannotWrite, match=rf"another lif \(process {holding.pid} on .+\) is writing in this folder"
    ):
        write(record.parents[1], [Write("data/one.yaml", b"id: one\n", b"id: two\n")], patience=0.1)
    assert record.read_bytes() == b"id: one\n"
    holding.send_signal(signal.SIGKILL)
    holding.wait()
    change(record)
    assert record.read_bytes() == b"id: two\n"
