"""`lif site --watch`: shown on this machine only, made again when a record is saved, ended by Ctrl-C."""

from __future__ import annotations

import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest
from tests.cli.board import BOARD, Lif
from tests.folders import written

SRC = Path(__file__).resolve().parents[2] / "src"
PATIENCE = 60.0


@dataclass
class Watched:
    """A running `lif site --watch` on a small board."""

    board: Path
    run: subprocess.Popen[str]
    address: str

    def get(self, path: str, host: str | None = None, method: str = "GET") -> tuple[int, str]:
        """The status and the text of an answer; the path is sent as it is, tricks included."""
        place = urlsplit(self.address)
        asked = http.client.HTTPConnection(place.hostname or "", place.port, timeout=10)
        asked.putrequest(method, path, skip_host=True)
        asked.putheader("Host", host if host is not None else place.netloc)
        asked.endheaders()
        answer = asked.getresponse()
        text = answer.read().decode("utf-8", "replace")
        asked.close()
        return answer.status, text

    def until(self, true: Callable[[], bool]) -> bool:
        """Waits for something to be so; False when it does not come."""
        ends = time.monotonic() + PATIENCE
        while time.monotonic() < ends:
            if true():
                return True
            time.sleep(0.1)
        return False


def start(board: Path, *words: str) -> subprocess.Popen[str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.Popen(
        [sys.executable, "-m", "lif", "site", "--watch", "--port", "0", "--as-at", "workspace", *words],
        cwd=board,
        env={**kept, "PYTHONPATH": str(SRC)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    board = written(tmp_path_factory.mktemp("board"), BOARD)
    run = start(board, "--out", "build/site")
    assert run.stdout is not None
    address = run.stdout.readline().strip()
    yield Watched(board, run, address)
    run.kill()
    run.communicate()


def test_it_is_shown_on_this_machine(watched: Watched) -> None:
    assert watched.address.startswith("http://127.0.0.1:")
    status, text = watched.get("/")
    assert status == 200
    assert "Hill Safeguarding Children Partnership" in text
    assert watched.get("/actions/act-2024-briefing.html")[0] == 200
    assert watched.get("/style.css", method="HEAD") == (200, "")


def test_it_answers_to_this_machines_names_alone(watched: Watched) -> None:
    """A page elsewhere that has its own name lead here must not read the site."""
    port = urlsplit(watched.address).port
    assert watched.get("/", host=f"localhost:{port}")[0] == 200
    for host in ("example.org", f"example.org:{port}", "127.0.0.1", "", f"127.0.0.1:{port}.example.org"):
        status, text = watched.get("/", host=host)
        assert status == 421, host
        assert "Hill" not in text


def test_it_gives_nothing_but_the_site(watched: Watched) -> None:
    outside = (
        *(
            "/../lif.yaml",
            "/..%2f..%2flif.yaml",
            "/%2e%2e/%2e%2e/lif.yaml",
            "//etc/passwd",
            "/%00",
            "/....//lif.yaml",
        ),
        *("/actions/../../../lif.yaml", "/nothing.html", "/c:/windows/win.ini", "/..\\..\\lif.yaml"),
    )
    for path in outside:
        status, text = watched.get(path)
        assert status == 404, path
        assert "board: hill" not in text
    assert watched.get("/actions/act-2024-briefing.html", method="POST")[0] == 501


@pytest.mark.skipif(os.name == "nt", reason="making links needs a right that tests have not there")
def test_it_follows_no_link_out_and_lists_no_folder(watched: Watched) -> None:
    site = watched.board / "build/site"
    (site / "out.html").symlink_to(watched.board / "lif.yaml")
    (site / "listed").mkdir()
    (site / "listed/secret.txt").write_text("secret")
    try:
        assert watched.get("/out.html")[0] == 404
        status, text = watched.get("/listed/")
        assert status == 404
        assert "secret" not in text
    finally:
        (site / "out.html").unlink()
        (site / "listed/secret.txt").unlink()
        (site / "listed").rmdir()


def test_a_saved_record_is_on_the_page_and_a_broken_one_keeps_the_last_good_page(watched: Watched) -> None:
    page = "/actions/act-2025-survey.html"
    record = watched.board / "data/actions/act-2025-survey.yaml"
    good = record.read_text(encoding="utf-8")
    said: list[str] = []
    assert watched.run.stderr is not None
    lines = iter(watched.run.stderr.readline, "")
    Thread(target=lambda: said.extend(lines), daemon=True).start()

    record.write_text(good.replace("A survey of staff", "Ask all staff"), encoding="utf-8")
    assert watched.until(lambda: "Ask all staff" in watched.get(page)[1])
    record.write_text("id: [\n", encoding="utf-8")
    assert watched.until(lambda: any("stays as it was" in line for line in said))
    assert any("data/actions/act-2025-survey.yaml:" in line for line in said)
    assert "Ask all staff" in watched.get(page)[1]

    beside = record.with_suffix(".new")
    beside.write_text(good, encoding="utf-8")
    beside.replace(record)  # as many editors save
    assert watched.until(lambda: "A survey of staff" in watched.get(page)[1])


def test_a_setting_that_an_editor_puts_in_place_counts_and_so_does_the_next(watched: Watched) -> None:
    settings = watched.board / "lif.yaml"
    for day, long in (("2025-06-29", "29 June 2025"), ("2025-06-28", "28 June 2025")):
        beside = settings.with_suffix(".new")
        beside.write_text(f"board: hill\nextends: []\nas_at: {day}\n", encoding="utf-8")
        beside.replace(settings)
        assert watched.until(lambda: f"Data as at: {long}" in watched.get("/")[1])  # noqa: B023


def test_settings_that_are_away_for_a_while_and_folders_that_come_and_go_do_not_end_it(
    watched: Watched,
) -> None:
    settings, away = watched.board / "lif.yaml", watched.board / "lif.away"
    settings.replace(away)
    time.sleep(2)
    assert watched.run.poll() is None
    away.write_text("board: hill\nextends: []\nas_at: 2025-06-27\n", encoding="utf-8")
    away.replace(settings)
    assert watched.until(lambda: "Data as at: 27 June 2025" in watched.get("/")[1])

    templates = watched.board / "templates"
    templates.mkdir()
    for whom in ("office", "chair"):
        (templates / "site-frame.html.j2").write_text(
            '{% extends "lif/site-frame.html.j2" %}{% block stamp %}'
            + f"<p>Ask the {whom}.</p>"
            + "{% endblock %}",
            encoding="utf-8",
        )
        assert watched.until(lambda: f"Ask the {whom}." in watched.get("/")[1])  # noqa: B023
    (templates / "site-frame.html.j2").unlink()
    templates.rmdir()
    assert watched.until(lambda: "Ask the" not in watched.get("/")[1])
    data, page = watched.board / "data", "/actions/act-2025-survey.html"
    data.replace(watched.board / "elsewhere")
    time.sleep(2)
    record = watched.board / "elsewhere/actions/act-2025-survey.yaml"
    record.write_text(record.read_text(encoding="utf-8").replace("A survey of staff", "Ask again"))
    (watched.board / "elsewhere").replace(data)
    assert watched.until(lambda: "Ask again" in watched.get(page)[1])
    assert watched.run.poll() is None


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent in another way there")
def test_ctrl_c_ends_it_cleanly(tmp_path: Path) -> None:
    run = start(written(tmp_path, BOARD))
    assert run.stdout is not None
    assert run.stdout.readline().startswith("http://127.0.0.1:")
    run.send_signal(signal.SIGINT)
    out, said = run.communicate(timeout=PATIENCE)
    assert (run.returncode, out) == (130, "")
    assert "Traceback" not in said


def test_while_errors_stand_it_does_not_begin(board: Path, lif: Lif) -> None:
    (board / "data/evidence.yaml").write_text("- id: x\n  title: [\n", encoding="utf-8")
    ran = lif("site --watch --port 0")
    assert (ran.code, ran.out) == (1, "")


@pytest.mark.parametrize("port", ["-1", "http", "65536", "8.5", "٣"])
def test_a_port_is_a_number(board: Path, lif: Lif, port: str) -> None:
    ran = lif(f"site --watch --port={port}")
    assert (ran.code, ran.out) == (2, "")
    assert "write a number from 0" in ran.err


def test_a_port_that_is_taken_is_told(board: Path, lif: Lif, watched: Watched) -> None:
    ran = lif(f"site --watch --port {urlsplit(watched.address).port}")
    assert ran.code == 2
    assert "something else uses it; give another port" in ran.err


def test_without_the_extra_it_says_what_to_install(
    board: Path, lif: Lif, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    ran = lif("site --watch")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "lif: --watch needs the extra 'watch': lif doctor says how to install it\n"
    assert not (board / "build").exists()
