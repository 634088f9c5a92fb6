"""What all tests share: nothing leaves this machine, and `--update-golden` writes expected reports anew."""

from __future__ import annotations

import ipaddress
import os
import signal
import socket
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from tests.folders import Write, written

ROOT = Path(__file__).resolve().parent.parent

# A slow machine is no fault of what is tested: how fast lif is, the bench says.
# In CI the same examples each time: a change is judged by what it changes. At a desk new ones are tried.
settings.register_profile("lif", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("lif")


class LeftTheMachineError(RuntimeError):
    """A test reached for the network: `lif` works offline, so this is a fault and not bad luck."""


def _stays_here(event: str, arguments: tuple[Any, ...]) -> None:
    """An audit hook, below every library: refuses to look up or to connect to anything but this machine."""
    if event == "socket.connect":
        connection, address = arguments
        if connection.family in (socket.AF_INET, socket.AF_INET6) and not _is_local(str(address[0])):
            raise LeftTheMachineError(f"connects to {address[0]}")
    elif event == "socket.getaddrinfo" and arguments[0] is not None and not _is_local(_text(arguments[0])):
        raise LeftTheMachineError(f"looks up {_text(arguments[0])}")


def _text(host: str | bytes) -> str:
    return host.decode("ascii", "replace") if isinstance(host, bytes) else host


def _is_local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host in ("localhost", "")


sys.addaudithook(_stays_here)

# A job in the background is started with Ctrl-C ignored, and would hand that on to the programs under test.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the expected reports anew")


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the repository."""
    return ROOT


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are to be written, not compared."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def workspace(tmp_path: Path) -> Write:
    """A workspace from path → text (indented with the test, if it likes); called again it adds files."""

    def write(files: Mapping[str, str]) -> Path:
        return written(tmp_path, files)

    return write
