"""Shows a site on this machine and to nobody else: one folder, read only, no list of files."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from socketserver import TCPServer
from typing import Any

from lif.cli.exits import CannotRun
from lif.cli.streams import reason

HERE = "127.0.0.1"


class _Server(ThreadingHTTPServer):
    """Asks no name server who it is, and is heard on this machine alone."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # on Windows it would let two servers have one port

    def server_bind(self) -> None:
        TCPServer.server_bind(self)
        self.server_name, self.server_port = HERE, int(self.server_address[1])

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A reader that went away while a page was on its way is no matter."""


class _Reader(SimpleHTTPRequestHandler):
    """Gives files of the folder to whoever asks by this machine's own name."""

    server: _Server
    server_version = "lif"
    sys_version = ""

    def do_GET(self) -> None:
        """A file of the site."""
        if self._asked_here():
            super().do_GET()

    def do_HEAD(self) -> None:
        """The same without what stands in it."""
        if self._asked_here():
            super().do_HEAD()

    def _asked_here(self) -> bool:
        """Refuses a page of another site that has itself sent here under a name of its own."""
        port = self.server.server_port
        if self.headers.get_all("Host") in ([f"{HERE}:{port}"], [f"localhost:{port}"]):
            return True
        self.send_error(HTTPStatus.MISDIRECTED_REQUEST, "This site is shown on this machine only")
        return False

    def send_head(self) -> Any:
        """The file, if it stands in the folder and not behind a link that leads out of it."""
        top, path = os.path.realpath(self.directory), self.translate_path(self.path)
        asked = "" if "\0" in path else os.path.realpath(path)
        if asked != top and not asked.startswith(top + os.sep):
            self.send_error(HTTPStatus.NOT_FOUND, "There is no such page")
            return None
        return super().send_head()

    def list_directory(self, path: Any) -> BytesIO | None:
        """No list of files: a folder is its own page, or none."""
        self.send_error(HTTPStatus.NOT_FOUND, "There is no such page")
        return None

    def end_headers(self) -> None:
        """Nothing is kept by the browser: the next look is at the site as it stands then."""
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing is said of each page that is read."""


def server(folder: Path, port: int) -> tuple[str, Callable[[], None], Callable[[], None]]:
    """The address of the folder on this machine, what serves it until it is stopped, and what stops it.

    Port 0 takes any that is free. Raises CannotRun when the port cannot be had.
    """
    try:
        made = _Server((HERE, port), partial(_Reader, directory=str(folder)))
    except OSError as fault:
        why = "something else uses it" if _is_taken(fault) else reason(fault)
        raise CannotRun(f"--port {port}: {why}; give another port") from None

    def stop() -> None:
        made.shutdown()
        made.server_close()

    return f"http://{HERE}:{made.server_port}/", made.serve_forever, stop


def _is_taken(fault: OSError) -> bool:
    from errno import EADDRINUSE

    return fault.errno == EADDRINUSE or getattr(fault, "winerror", None) == 10048
