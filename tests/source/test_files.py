"""The first door: what is not an ordinary file inside the workspace is refused with a reason, at once."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lif.source import Document, read, walk
from lif.source.files import MAX_RECORD

RECORD = "id: act-2026-visits\n"
NAME = "actions/act-2026-visits.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "workspace" / "actions").mkdir(parents=True)
    (tmp_path / "outside.yaml").write_text(RECORD, encoding="utf-8")
    return tmp_path / "workspace"


def told(root: Path, path: str = NAME) -> str:
    result = read(root, path)
    assert isinstance(result, tuple)
    assert [d.location.path for d in result] == [path]
    return f"{result[0].code} {result[0].message}"


def fifo(path: Path) -> None:
    os.mkfifo(path)


def folder(path: Path) -> None:
    path.mkdir()


def link_out(path: Path) -> None:
    path.symlink_to("../../outside.yaml")


def link_out_absolute(path: Path) -> None:
    path.symlink_to("/etc/passwd")


def link_out_dangling(path: Path) -> None:
    path.symlink_to("../../../nowhere.yaml")


def link_dangling(path: Path) -> None:
    path.symlink_to("gone.yaml")


def link_to_itself(path: Path) -> None:
    path.symlink_to(path.name)


def link_to_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def unix_socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the address of a socket is short
    try:
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(path.name)
    finally:
        os.chdir(here)


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(5_000_000_000)


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (fifo, "R103 this is a pipe, a socket or a device; an ordinary file was expected"),
        (unix_socket, "R103 this is a pipe, a socket or a device; an ordinary file was expected"),
        (folder, "R102 this is a folder, and its name ends like a record's; a file was expected"),
        (link_out, "R101 this path leads out of the workspace"),
        (link_out_absolute, "R101 this path leads out of the workspace"),
        (link_out_dangling, "R101 this path leads out of the workspace"),
        (link_to_device, "R101 this path leads out of the workspace"),
        (link_dangling, "R104 this is a link that leads nowhere"),
        (link_to_itself, "R104 this is a link that leads nowhere"),
        (huge, "R106 this file is larger than 256 kB, the most that is read"),
    ],
)
@pytest.mark.timeout(5)
def test_what_is_no_ordinary_file(root: Path, make: Callable[[Path], None], expected: str) -> None:
    make(root / NAME)
    assert told(root).startswith(expected)
    assert walk(root, "actions") == [NAME]


def test_a_record_is_read(root: Path) -> None:
    (root / NAME).write_text(RECORD, encoding="utf-8")
    document = read(root, NAME)
    assert isinstance(document, Document)
    assert document.data == {"id": "act-2026-visits"}
    assert document.text == RECORD


def test_a_link_inside_the_workspace_is_read(root: Path) -> None:
    (root / "visits.txt").write_text(RECORD, encoding="utf-8")
    (root / NAME).symlink_to("../visits.txt")
    assert isinstance(read(root, NAME), Document)


def test_a_workspace_behind_a_link_is_read(root: Path) -> None:
    (root / NAME).write_text(RECORD, encoding="utf-8")
    (root.parent / "link").symlink_to(root)
    assert isinstance(read(root.parent / "link", NAME), Document)


def test_a_folder_that_is_a_link_out(root: Path) -> None:
    (root.parent / "elsewhere").mkdir()
    (root.parent / "elsewhere" / "a.yaml").write_text(RECORD, encoding="utf-8")
    (root / "linked").symlink_to("../elsewhere")
    assert told(root, "linked/a.yaml").startswith("R101")
    assert walk(root, "") == ["linked"]
    assert told(root, "linked").startswith("R101")


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        ("elsewhere", "R102 this is a link to a folder, and links are not followed into folders"),
        (".", "R102 this is a link to a folder, and links are not followed into folders"),
        ("nowhere", "R104 this is a link that leads nowhere"),
    ],
)
def test_a_folder_behind_a_link_is_not_missed_in_silence(root: Path, to: str, expected: str) -> None:
    (root / "elsewhere").mkdir()
    (root / "elsewhere" / "act-2026-visits.yaml").write_text(RECORD, encoding="utf-8")
    (root / "actions" / "older").symlink_to(f"../{to}")
    assert walk(root, "actions") == ["actions/older"]
    assert told(root, "actions/older").startswith(expected)


@pytest.mark.parametrize("path", ["../outside.yaml", "actions/../../outside.yaml"])
def test_a_path_that_climbs_out(root: Path, path: str) -> None:
    assert told(root, path).startswith("R101")


@pytest.mark.parametrize("path", ["/etc/passwd.yaml", "actions/none.yaml", "none/none.yaml"])
def test_a_path_where_nothing_is(root: Path, path: str) -> None:
    assert told(root, path) == "R104 there is no file here"


def test_a_file_in_place_of_a_folder(root: Path) -> None:
    (root / "actions" / "a").write_text("x", encoding="utf-8")
    assert told(root, "actions/a/b.yaml") == "R104 there is no file here"


def test_a_folder_that_is_a_link_to_itself(root: Path) -> None:
    (root / "round").symlink_to("round")
    assert told(root, "round/a.yaml").startswith("R104 this is a link that leads nowhere")
    assert walk(root, "") == ["round"]
    assert told(root, "round").startswith("R104 this is a link that leads nowhere")


@pytest.fixture
def nobody(root: Path) -> Iterator[None]:
    """Gives up the rights of the administrator, who may read everything, for one test."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_file_that_may_not_be_read(root: Path, request: pytest.FixtureRequest) -> None:
    (root / NAME).write_text(RECORD, encoding="utf-8")
    (root / NAME).chmod(0)
    request.getfixturevalue("nobody")
    assert told(root) == "R105 the system does not let this file be read (permission denied)"


def test_the_size_limit_is_exact(root: Path) -> None:
    line = "# " + "x" * 97 + "\n"
    text = RECORD + line * 3000
    (root / NAME).write_text(text[:MAX_RECORD], encoding="utf-8")
    assert isinstance(read(root, NAME), Document)
    (root / NAME).write_text(text[: MAX_RECORD + 1], encoding="utf-8")
    assert told(root).startswith("R106")


@pytest.mark.parametrize("ending", [".yml", ".YAML", ".Yml", ".txt", ""])
def test_another_ending(root: Path, ending: str) -> None:
    path = f"actions/act-2026-visits{ending}"
    (root / path).write_text(RECORD, encoding="utf-8")
    found = f"this name ends in '{ending}'" if ending else "this name has no ending"
    assert told(root, path) == f"R107 {found}; '.yaml' was expected"
    assert walk(root, "actions") == ([path] if ending.lower() in (".yml", ".yaml") else [])


def test_a_name_that_does_not_print(root: Path) -> None:
    path = os.fsdecode(b"actions/a\x1b[31m\xff.yaml")
    (root / path).write_text(RECORD, encoding="utf-8")
    (found,) = walk(root, "actions")
    result = read(root, found)
    assert isinstance(result, tuple)
    assert result[0].code == "R108"
    assert str(result[0].location) == "actions/a<U+001B>[31m<U+DCFF>.yaml:1:1"


def test_walk_finds_records_in_order_and_nothing_else(root: Path) -> None:
    for path in (
        *("actions/b.yaml", "actions/a.yaml", "actions/deeper/still/c.yaml", "actions.yaml"),
        *(
            "actions/.a.yaml.lif-x7",
            "actions/.hidden.yaml",
            "actions/a.yaml~",
            "actions/notes.md",
            ".git/x.yaml",
        ),
    ):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(RECORD, encoding="utf-8")
    assert walk(root, "") == [
        "actions.yaml",
        "actions/a.yaml",
        "actions/b.yaml",
        "actions/deeper/still/c.yaml",
    ]
    assert walk(root, "actions/deeper/") == ["actions/deeper/still/c.yaml"]
    assert walk(root, "none") == []
    assert walk(root, "actions.yaml") == []
