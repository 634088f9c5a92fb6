"""The pages for readers: what they link to is there, and what they tell people to type works."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TRACKED = subprocess.run(
    ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
).stdout.splitlines()
PAGES = [ROOT / name for name in TRACKED if name.endswith(".md") and not name.startswith("tests/")]


def anchor(heading: str) -> str:
    """A heading as the end of a link: lower case, words joined by hyphens."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES, ids=[path.relative_to(ROOT).as_posix() for path in PAGES])
def test_what_a_page_links_to_is_there(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    broken = []
    for target in re.findall(r"\]\((?!https?:|mailto:)([^)\s]+)\)", text):
        name, _, fragment = target.partition("#")
        other = (page.parent / name).resolve() if name else page
        if not other.exists():
            broken.append(target)
        elif fragment and other.suffix == ".md":
            headings = re.findall(r"^#+ (.+)$", other.read_text(encoding="utf-8"), re.MULTILINE)
            broken += [] if fragment in map(anchor, headings) else [target]
    assert broken == []


def test_the_readme_opens_with_two_commands() -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    commands = [line.split("#")[0].strip() for line in lines[:6] if line.startswith("    ")]
    assert commands == ["make scorecard", "make test"]


def test_the_record_that_the_readme_shows_is_the_one_that_stands_there() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(r"the beginning of `(\S+)`:\n\n```yaml\n(.*?)```", text, re.DOTALL)
    assert found
    assert (ROOT / found[1]).read_text(encoding="utf-8").startswith(found[2])


def readme_commands() -> list[str]:
    """The commands in the README's table, except those that need a file or branch of the reader's own."""
    table = re.findall(r"^\|.*\|$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    commands = [command for row in table for command in re.findall(r"`lif ([^`]+)`", row)]
    return [command for command in commands if not re.search("FILE|BRANCH", command)]


@pytest.mark.parametrize("command", readme_commands())
def test_a_command_of_the_readme_does_what_it_says(command: str, tmp_path: Path) -> None:
    own = {"build": tmp_path, "../york": tmp_path / "york"}
    words = [str(own.get(word, word)) for word in shlex.split(command)]
    run = [sys.executable, "-m", "lif", *words]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    fine = (0, 1) if words[0] == "doctor" else (0,)  # 1 is what it says of a machine without its hooks
    assert done.returncode in fine, done.stdout + done.stderr
    assert done.stdout or done.stderr, "it says nothing"


def test_every_target_that_a_page_names_is_in_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {
        word
        for page in PAGES
        for word in re.findall(r"(?:^ {4}|`)make ([a-z-]+)", page.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert named - targets == set()


def test_git_tracks_nothing_that_is_made() -> None:
    made = ("build/", "dist/", "node_modules/", "__pycache__/", ".make/", ".venv/")
    assert [name for name in TRACKED if any(f"/{part}" in f"/{name}" for part in made)] == []


def test_every_decision_is_in_the_list() -> None:
    listed = (ROOT / "docs" / "decisions" / "README.md").read_text(encoding="utf-8")
    pages = {path.name for path in (ROOT / "docs" / "decisions").glob("0*.md")}
    assert pages == set(re.findall(r"\((0[\w.-]+\.md)\)", listed))


def test_every_picture_is_shown_somewhere_is_small_and_has_words() -> None:
    pictures = {path.resolve() for path in (ROOT / "docs" / "pictures").glob("*.png")}
    shown: set[Path] = set()
    for page in PAGES:
        for words, target in re.findall(r"!\[([^\]]*)\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
            assert len(words.split()) > 5, f"{page.name}: say in words what {target} shows"
            shown.add((page.parent / target).resolve())
    assert shown == pictures
    assert [path.name for path in pictures if path.stat().st_size > 220_000] == []


def test_every_picture_is_made_by_the_command() -> None:
    script = (ROOT / "scripts" / "take_pictures.py").read_text(encoding="utf-8")
    made = set(re.findall(r'Picture\("([a-z-]+)"', script))
    assert made == {path.stem for path in (ROOT / "docs" / "pictures").glob("*.png")}


def test_pages_are_written_in_plain_markdown() -> None:
    """What only the generator of the site would understand says nothing to a reader on GitHub."""
    for page in PAGES:
        prose = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not re.search(r"^(:::|```\{|!!! )|\{(ref|doc|term)\}`", prose, re.MULTILINE), page.name
