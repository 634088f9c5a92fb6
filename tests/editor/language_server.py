"""The YAML language server of the editors, spoken to over its standard input and output."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PROGRAM = HERE / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"


class LanguageServer:
    """One running server with the editor settings it was given; places count from 0, as in its protocol."""

    def __init__(self, process: subprocess.Popen[bytes], settings: dict[str, Any], folder: Path) -> None:
        self._process = process
        self._settings = settings
        self._last = 0
        self._diagnostics: dict[str, list[dict[str, Any]]] = {}
        self._ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": CAPABILITIES})
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": settings})

    def diagnose(self, path: Path) -> list[dict[str, Any]]:
        """Open a file as an editor does and wait for what the server says is wrong with it."""
        uri = path.as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": path.read_text(encoding="utf-8")}
        self._tell("textDocument/didOpen", {"textDocument": document})
        while uri not in self._diagnostics:
            self._receive()
        return self._diagnostics[uri]

    def complete(self, path: Path, line: int, character: int) -> list[str]:
        """The words offered at a place of an opened file."""
        place = {"line": line, "character": character}
        answer = self._ask(
            "textDocument/completion", {"textDocument": {"uri": path.as_uri()}, "position": place}
        )
        items = answer["items"] if isinstance(answer, dict) else answer
        return [item["label"] for item in items]

    def close(self) -> None:
        """Ask it to end, and see that it does."""
        self._ask("shutdown", None)
        self._tell("exit", None)
        self._process.wait(timeout=20)

    def _ask(self, method: str, parameters: Any) -> Any:
        self._last += 1
        number = self._last
        self._send({"id": number, "method": method, "params": parameters})
        while True:
            message = self._receive()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message.get("result")

    def _tell(self, method: str, parameters: Any) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        """The next message; answers the server's own questions and keeps diagnostics on the way."""
        stream = self._process.stdout
        assert stream is not None
        length = 0
        while (line := stream.readline()) != b"\r\n":
            assert line, "the language server ended"
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        message: dict[str, Any] = json.loads(stream.read(length))
        if "method" in message and "id" in message:
            self._send({"id": message["id"], "result": self._answer(message)})
        elif message.get("method") == "textDocument/publishDiagnostics":
            self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        return message

    def _answer(self, question: dict[str, Any]) -> Any:
        """An editor's answer: the settings asked for by name, and nothing to anything else."""
        if question["method"] != "workspace/configuration":
            return None
        return [self._settings.get(item.get("section")) for item in question["params"]["items"]]


CAPABILITIES = {
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": False}},
        "publishDiagnostics": {"relatedInformation": True},
    },
    "workspace": {"configuration": True, "didChangeConfiguration": {"dynamicRegistration": True}},
}


@contextmanager
def language_server(settings: dict[str, Any], folder: Path) -> Iterator[LanguageServer]:
    """A server with these editor settings (sections `yaml`, `http`, …) for files under a folder."""
    node = shutil.which("node")
    assert node, "Node.js is not on this machine: run `sh scripts/system.sh`"
    assert PROGRAM.is_file(), "the language server is not installed: run `make setup-all`"
    process = subprocess.Popen([node, str(PROGRAM), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        server = LanguageServer(process, settings, folder)
        yield server
        server.close()
    finally:
        process.kill()
        process.wait()
