"""Every `lif …` that a page shows is typed here, in a copy of these records, and does not fail."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import docx
import pytest
from tests.repositories import committed, git
from tests.test_guides import BEGINNING, records

from lif.cli.commands import COMMANDS, Group, loaded
from lif.cli.running import run

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
NOT_TYPED = {
    r"--help$": "tests/cli holds that every command helps",
    r" (?!HEAD\b)[A-Z]{2,}\b(?!\.\w)| A B$|…|\$|\[": "the reader puts something in its place",
    r"^lif import \w+ \S+\.(csv|parquet)": "a national file, not kept here: tests/exchange",
    r"^lif show (element-visits/seen|visits-in-time)$": "of the board that building-on.md makes up",
    r"^lif (export returns --quarter 2025-26-Q2|set returns-childrens)": "new boards: tests/cli/test_init.py",
    r"^lif new action( title.*)?$": "asks somebody at a terminal: tests/cli/test_new.py",
    r"^lif (--complete|list actions --at)$": "the beginning of a command",
    r"--watch\b|^lif watch\b": "runs until it is stopped: tests/cli/test_site_watching.py, test_watch.py",
    r"^lif (list|report) visits?$": "what the recipes of CONTRIBUTING.md add",
}
"""What is not typed here, and why."""
ANOTHER = ROOT / "docs" / "guides" / "entering-your-framework.md"
"""Its records are of a board of their own (tests/test_guides.py); its commands are typed in this one."""
CAME_BACK = {
    "actions-nlag.xlsx": "export actions --agency nlag --as-at workspace",
    "returns-navigo-2024-25-q4.xlsx": "export returns --agency navigo --quarter 2024-25-Q4",
    "returns-humberside-police-2025-26-q2.xlsx": (
        "export returns --agency humberside-police --quarter 2024-25-Q4"
    ),
    "inbox/early-help.xlsx": "export returns --agency early-help --quarter 2024-25-Q4",
}
"""Workbooks that pages tell to import, and how each was made before it went out; here nobody filled it in."""
FINDS = re.compile(r"--fail-if-any|--strict|^lif doctor")
"""Ends with 1 when it finds something, as it is told to."""
_FENCED = re.compile(r"^```(?!yaml|text)[^\n]*\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def names() -> set[str]:
    """Commands by their names alone; in a sentence such a name only says which command is meant."""
    groups = {name: found for name in COMMANDS if isinstance(found := loaded(name), Group)}
    return {f"lif {name}" for name in COMMANDS} | {
        f"lif {name} {word}" for name, found in groups.items() for word in found.commands
    }


def commands_of(page: Path) -> list[str]:
    """The commands of a page: on lines of their own, and within sentences."""
    text = page.read_text(encoding="utf-8")
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)
    lines = re.findall(r"^(lif .*)$", "\n".join(re.findall(_FENCED, text)), re.MULTILINE)
    lines += re.findall(r"^ {4}(lif .*)$", prose, re.MULTILINE)
    said = set(re.findall(r"`(lif [^`\n]+)`", prose)) - names()
    return [re.sub(r"\s{2,}.*| +#.*", "", each).strip() for each in [*lines, *sorted(said)]]


@cache
def typed() -> dict[str, Path]:
    """Each command that can be typed as it stands, with the first page that shows it."""
    found: dict[str, Path] = {}
    for page in PAGES:
        for command in commands_of(page):
            if not any(re.search(pattern, command) for pattern in NOT_TYPED):
                found.setdefault(command, page)
    return found


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The records of this repository, committed, and what else its commands read."""
    folder = tmp_path_factory.mktemp("records") / "board"
    for name in ("framework", "data", "templates", "schemas"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copytree(ROOT / "tests/data/sheets", folder / "tests/data/sheets")
    for name in ("lif.yaml", "README.md"):
        shutil.copy(ROOT / name, folder)
    docx.Document().save(str(folder / "letterhead.docx"))
    (folder / ".gitignore").write_text("build/\n", encoding="utf-8")
    committed(folder, {}, "2025-09-01")
    git(folder, "tag", "v2025.3")
    git(folder, "branch", "neglect-actions")
    git(folder, "update-ref", "refs/remotes/origin/main", "HEAD")
    return folder


@pytest.fixture
def typed_in(board: Path, tmp_path: Path) -> Iterator[Callable[[Path], Path]]:
    """Gives the folder to type a page's commands in, with the records that the page shows; then as it was."""
    base = git(board, "rev-parse", "HEAD")

    def folder_for(page: Path) -> Path:
        folder = tmp_path if page == BEGINNING else board
        shown = {} if page == ANOTHER else records(page)
        if shown:
            committed(folder, shown, "2025-12-09")
        if page != BEGINNING:
            (folder / "inbox").mkdir()
        return folder

    yield folder_for
    git(board, "reset", "-q", "--hard", base)
    git(board, "clean", "-fdxq")
    shutil.rmtree(board / ".git" / "hooks", ignore_errors=True)  # lif doctor --mend writes there


def names_it(name: str, command: str) -> bool:
    """Whether a word of the command names the file, whole or by a pattern."""
    return any(fnmatch(name, word) for word in shlex.split(command))


@pytest.mark.parametrize("command", [pytest.param(each, id=each.replace("/", ":")) for each in typed()])
def test_a_command_that_a_page_shows_does_not_fail(
    command: str,
    typed_in: Callable[[Path], Path],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = typed()[command]
    monkeypatch.chdir(typed_in(page))
    for name in (each for each in CAME_BACK if names_it(each, command)):
        assert run([*shlex.split(CAME_BACK[name]), "--out", name]) == 0
    capsys.readouterr()
    code = run(shlex.split(command)[1:])
    said = capsys.readouterr()
    expected = (0, 1) if FINDS.search(command) else (0,)
    assert code in expected, f"{page.name}: {command}\n{said.out[-2000:]}{said.err}"


@pytest.mark.parametrize("pattern", NOT_TYPED)
def test_every_exception_is_needed(pattern: str) -> None:
    assert any(re.search(pattern, command) for page in PAGES for command in commands_of(page))
