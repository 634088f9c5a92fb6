"""The house keeps its order: who may import whom, who may touch the clock, the disk and the outside world."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "lif"

# Lowest first: a module imports only from its own room and from rooms before it.
ROOMS = (
    *("diagnostics", "calendars", "source", "history", "privacy", "records", "register", "law", "measures"),
    *("publishing", "checks", "views", "workspace", "reports", "exchange", "starting", "cli", "__main__"),
)
BANNED_NAMES = {
    "utils",
    "util",
    "common",
    "core",
    "helpers",
    "helper",
    "manager",
    "managers",
    "base",
    "interface",
}
CLOCKS = {
    *("datetime.now", "datetime.utcnow", "datetime.today", "date.today", "datetime.datetime.now"),
    *("datetime.datetime.utcnow", "datetime.datetime.today", "datetime.date.today"),
    *("time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.strftime"),
}
ENVIRONMENT = {
    "os.environ",
    "os.environb",
    "os.getenv",
    "os.getenvb",
    "os.putenv",
    "os.getlogin",
    "getpass.getuser",
}
# Written in pieces, so that this file does not hold what it forbids.
MACHINE = re.compile(
    "|".join(
        (
            r"(?<![\w.:/-])/(?:work|tmp|root|home)/",
            r"(?<![\w/-])shar" + r"ed/(?:design|seeds|reference|data|vectors|badinput|hooks)",
            r"py" + r"pi\.org",
            r"pythonho" + r"sted",
            r"registry\.npm" + r"js",
            r"deb\.deb" + r"ian",
            r"\bcla" + r"ude\b",
            r"\banthro" + r"pic\b",
        )
    ),
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Module:
    """One file of the package: its dotted name, its room, and its syntax tree."""

    path: Path
    name: str
    tree: ast.Module

    @property
    def room(self) -> str:
        return self.name.split(".")[1] if "." in self.name else ""


@cache
def modules() -> tuple[Module, ...]:
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = ["lif", *path.relative_to(PACKAGE).with_suffix("").parts]
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found.append(Module(path, name, ast.parse(path.read_text(encoding="utf-8"), str(path))))
    return tuple(found)


def imported(module: Module) -> Iterator[tuple[str, int]]:
    """Every module that a file imports, with the line: at the top, in functions, for type checking."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            origin = _absolute(module, node)
            yield origin, node.lineno
            if origin == "lif":  # `from lif import records` names a room too
                yield from ((f"lif.{alias.name}", node.lineno) for alias in node.names)


def _absolute(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = module.name.split(".")
    if module.path.name != "__init__.py":
        package = package[:-1]
    return ".".join([*package[: len(package) - node.level + 1], *([node.module] if node.module else [])])


def used(module: Module) -> Iterator[tuple[str, int]]:
    """Every dotted name in a file, such as `os.environ`, and `from os import environ` as the same."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute) and (name := _dotted(node)):
            yield name, node.lineno
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def _dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and (front := _dotted(node.value)):
        return f"{front}.{node.attr}"
    return ""


def place(module: Module, line: int) -> str:
    return f"{module.path.relative_to(ROOT).as_posix()}:{line}"


def test_every_module_is_in_a_room() -> None:
    homeless = [m.name for m in modules() if m.room and m.room not in ROOMS]
    assert homeless == [], f"rooms are {', '.join(ROOMS)}"


def test_imports_point_to_earlier_rooms() -> None:
    wrong = []
    for module in modules():
        mine = ROOMS.index(module.room) if module.room in ROOMS else -1
        for name, line in imported(module):
            room = name.split(".")[1] if name.startswith("lif.") else ""
            if room in ROOMS and ROOMS.index(room) > mine:
                wrong.append(f"{place(module, line)}: {module.room or 'lif'} imports {name}")
    assert wrong == []


def test_the_readme_lists_the_rooms_in_the_same_order() -> None:
    rows = re.findall(
        r"^\| `([a-z0-9_]+)/?` \|", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert tuple(rows) == ROOMS


def test_no_module_is_named_for_nothing() -> None:
    names = {part for m in modules() for part in m.name.split(".")}
    assert names & BANNED_NAMES == set()


@pytest.mark.parametrize(
    ("library", "rooms"),
    [
        ("ruamel", {"source"}),
        ("yaml", set()),
        ("subprocess", {"history"}),
        ("jinja2", {"reports"}),
        ("markdown_it", {"reports"}),
        ("nh3", {"reports"}),
        ("duckdb", {"exchange"}),
        ("docx", {"reports"}),
        ("lxml", {"reports"}),
        ("resvg_py", {"reports"}),
        ("icalendar", {"exchange"}),
        ("selectolax", {"reports"}),
        ("typst", {"reports"}),
        ("docx", {"reports"}),
        ("resvg_py", {"reports"}),
        ("typer", {"cli"}),
        ("click", {"cli"}),
        ("rich", {"cli"}),
    ],
)
def test_a_library_stays_in_its_room(library: str, rooms: set[str]) -> None:
    wrong = [
        f"{place(module, line)}: {name}"
        for module in modules()
        if module.room not in rooms
        for name, line in imported(module)
        if name == library or name.startswith(f"{library}.")
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "library", ["socket", "urllib.request", "http.client", "requests", "httpx", "ftplib", "smtplib"]
)
def test_nothing_speaks_to_the_network(library: str) -> None:
    wrong = [
        f"{place(module, line)}: {name}"
        for module in modules()
        for name, line in imported(module)
        if name == library or name.startswith(f"{library}.")
    ]
    assert wrong == []


@pytest.mark.parametrize(("what", "names"), [("the clock", CLOCKS), ("the environment", ENVIRONMENT)])
def test_only_the_command_line_asks(what: str, names: set[str]) -> None:
    wrong = [
        f"{place(module, line)}: {name} asks {what}; let it be passed in"
        for module in modules()
        if module.room not in ("cli", "__main__")
        for name, line in used(module)
        if name in names
    ]
    assert wrong == []


def test_nothing_mentions_a_machine() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    wrong = []
    for name in filter(None, listed.decode().split("\0")):
        path = ROOT / name
        if not path.is_file() or b"\0" in (raw := path.read_bytes())[:8000]:
            continue
        for number, line in enumerate(raw.decode("utf-8", "replace").splitlines(), 1):
            if found := MACHINE.search(line):
                wrong.append(f"{name}:{number}: {found[0]}")
    assert wrong == []


@pytest.mark.parametrize("name", sorted(p.name for p in (ROOT / "requirements").glob("*.txt")))
def test_locked_versions_have_hashes_and_no_host(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(
        r"^\s*-", re.sub(r"^ +--hash=sha256:[0-9a-f]{64}.*\n", "", text, flags=re.MULTILINE), re.M
    )
    blocks = re.split(r"\n(?=[a-z0-9])", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE))
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("folder", ["tests/editor", "bench/peers"])
def test_locked_node_packages_name_no_host(folder: str) -> None:
    lock = (ROOT / folder / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
    assert '"integrity"' in lock


BOARDS = re.compile(r"\bhull\b|\bsouthend\b|\bliverpool\b|lincolnshire|\bnel\b", re.IGNORECASE)
OFFERS_THEM = {"starting", "cli"}
"""Rooms that may name the frameworks that a new board can start like, and examples of their help."""


def test_no_line_of_code_is_written_for_one_board() -> None:
    """What a board asks for is generalised, or it is data; docstrings may name whose practice it is."""
    found = [
        f"{module.path.relative_to(ROOT)}:{node.lineno}: {node.value!r}"
        for module in modules()
        if module.room not in OFFERS_THEM
        for node in _words_of_code(module.tree)
        if BOARDS.search(str(node.value))
    ]
    assert found == []
    built_in = sorted((PACKAGE / "reports" / "builtin").glob("*.j2"))
    assert [path.name for path in built_in if BOARDS.search(path.read_text(encoding="utf-8"))] == []


def _words_of_code(tree: ast.Module) -> Iterator[ast.Constant]:
    """The texts of a module that are no docstrings."""
    bare = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare:
            yield node
