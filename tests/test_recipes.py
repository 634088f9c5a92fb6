"""The four recipes of CONTRIBUTING.md, followed to the letter in a copy of the code: what they add works."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest
from tests.small_board import SMALL

ROOT = Path(__file__).resolve().parent.parent
RECIPES = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
_SHOWN = re.compile(r"^( *)```(?:python|jinja)\n(?P<text>.*?)^\1```$", re.DOTALL | re.MULTILINE)
_NAMED = re.compile(r"\A(?:# |\{#- )(src/lif/\S+)(?: -#\})?\n")
VISITS = {
    "visit-of-may": ("2025-05-06", "social-care"),
    "visit-of-spring": ("2025-03-04", "police"),
    "visit-to-come": ("2031-05-01", "police"),
}


def shown() -> dict[str, str]:
    """Every piece of code that the recipes show, by the file that its first line names."""
    pieces = [dedent(found["text"]) for found in _SHOWN.finditer(RECIPES)]
    named = [(_NAMED.match(piece), piece) for piece in pieces]
    assert all(found for found, _ in named), "each piece says in its first line which file it is for"
    return {found[1]: piece[found.end() :] for found, piece in named if found}


@dataclass(frozen=True)
class House:
    """A copy of the code, and a small board that is read with it."""

    source: Path
    board: Path

    def change(self, name: str, before: str, after: str) -> None:
        """Put words in the place of others, which stand there exactly once."""
        file = self.source.parent / name
        text = file.read_text(encoding="utf-8")
        assert text.count(before) == 1, f"{name}: {before}"
        file.write_text(text.replace(before, after), encoding="utf-8")

    def lif(self, *words: str) -> subprocess.CompletedProcess[str]:
        asked = [sys.executable, "-m", "lif", *words]
        plain = {**os.environ, "PYTHONPATH": str(self.source), "NO_COLOR": "1"}
        return subprocess.run(
            asked, cwd=self.board, env=plain, capture_output=True, text=True, encoding="utf-8", check=False
        )


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    """The house after all four recipes, with three visits: two of them share a theme, one is to come."""
    top = tmp_path_factory.mktemp("house")
    made = House(top / "src", top / "board")
    shutil.copytree(ROOT / "src" / "lif", made.source / "lif", ignore=shutil.ignore_patterns("__pycache__"))
    follow(made)
    files = {path: dedent(text).lstrip() for path, text in SMALL.items()}
    files["framework/themes.yaml"] = "- id: waiting\n  name: Waiting\n- id: handover\n  name: Handover\n"
    for name, (day, agency) in VISITS.items():
        themes = "  - waiting\n" + ("  - handover\n" if name == "visit-of-may" else "")
        heard = "heard: |\n  Families wait for an answer.\n"
        files[f"data/visits/{name}.yaml"] = (
            f"id: {name}\non: {day}\nagency: {agency}\n{heard}themes:\n{themes}"
        )
    for path, text in files.items():
        (made.board / path).parent.mkdir(parents=True, exist_ok=True)
        (made.board / path).write_text(text, encoding="utf-8", newline="\n")
    return made


def follow(house: House) -> None:
    """What the recipes tell to do, with the code that they show."""
    pieces = shown()
    kind, check = pieces["src/lif/records/voice.py"], pieces["src/lif/checks/dates.py"]
    with (house.source / "lif/records/voice.py").open("a", encoding="utf-8") as file:
        file.write(f"\n\n{kind}")
    house.change(
        "src/lif/records/kinds.py",
        "PractitionerIntelligence, Voice\n",
        "PractitionerIntelligence, Visit, Voice\n",
    )
    house.change("src/lif/records/kinds.py", "    Voice,\n", "    Voice,\n    Visit,\n")
    house.change(
        "src/lif/checks/dates.py",
        "from lif.register import Register\n",
        "from lif.records.voice import Visit\nfrom lif.register import Register\n",
    )
    house.change(
        "src/lif/checks/dates.py", "\n\nDATES = (\n", f"\n\n{check}\n\nDATES = (\n    visit_in_the_future,\n"
    )
    for path in (each for each in pieces if not (house.source.parent / each).exists()):
        (house.source.parent / path).write_text(pieces[path], encoding="utf-8")
    line = pieces["src/lif/cli/reports.py"]
    house.change(
        "src/lif/cli/reports.py", '    "voice-report": Report(\n', f'    {line}    "voice-report": Report(\n'
    )


def test_a_kind_is_listed_linked_and_completed(house: House) -> None:
    listed = house.lif("list", "visits", "--format", "csv")
    assert listed.returncode == 0, listed.stderr
    assert "visit-of-may" in listed.stdout
    assert "visit-of-may" in house.lif("show", "social-care").stdout
    assert '"heard"' in house.lif("schema", "visit").stdout


def test_a_check_finds_its_thing_and_explains_itself(house: House) -> None:
    found = house.lif("validate", "--as-at", "workspace")
    said = [line for line in found.stdout.splitlines() if "D131" in line]
    assert len(said) == 1, found.stdout + found.stderr
    assert said[0].startswith("data/visits/visit-to-come.yaml:2:5: warning D131 the visit is on 2031-05-01")
    explained = house.lif("explain", "D131")
    assert explained.stdout.startswith("D131 visit-in-the-future (warning)")


@pytest.mark.parametrize(
    ("form", "says"), [("md", "- Waiting: 2"), ("html", "<li>Waiting: 2</li>"), ("pdf", "")]
)
def test_a_view_becomes_a_paper(house: House, form: str, says: str) -> None:
    made = house.lif(
        "report", "visits", "--as-at", "workspace", "--draft", "--format", form, "--out", "build"
    )
    assert made.returncode == 0, made.stdout + made.stderr
    paper = (house.board / made.stdout.strip()).read_bytes()
    assert says.encode() in paper
    if form == "md":
        assert "## What was heard on 2 visits\n\n- Waiting: 2\n- Handover: 1\n" in paper.decode()
