"""Nothing asks for the network at run time: what would be refused by a council's firewall never happens."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# Put before any import of lif: an audit hook sees every connection and look-up, whichever library makes it.
OFFLINE = """
import os, runpy, sys
def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.bind"):
        print("reached for the network:", event, arguments[-1], file=sys.stderr)
        os._exit(99)
sys.addaudithook(refuse)
sys.argv[0] = "lif"
runpy.run_module("lif", run_name="__main__", alter_sys=True)
"""


@pytest.mark.parametrize(
    "command",
    [
        "validate --as-at workspace",
        "validate --as-at workspace --format sarif",
        "actions overdue --as-at workspace",
        "list indicator",
        "scorecard --quarter latest --as-at workspace --format html,md --out {out}",
    ],
)
def test_a_command_needs_no_network(command: str, tmp_path: Path) -> None:
    words = [word.format(out=tmp_path) for word in command.split()]
    result = subprocess.run(
        [sys.executable, "-c", OFFLINE, *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stderr[-2000:]


def test_the_guard_itself_would_see_it() -> None:
    probe = OFFLINE.split("sys.argv[0]")[0] + "import socket; socket.create_connection(('192.0.2.1', 9), 1)"
    result = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=False)
    assert result.returncode == 99
    assert "reached for the network" in result.stderr


def test_the_tests_themselves_are_kept_offline() -> None:
    with pytest.raises(RuntimeError, match="connects to 192"), socket.socket() as connection:
        connection.connect(("192.0.2.1", 9))
    with pytest.raises(RuntimeError, match="looks up"):
        socket.create_connection(("example.invalid", 9), timeout=1)
