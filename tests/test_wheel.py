"""What is built is whole: a wheel in an empty environment works on a folder of records."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from lif.starting.likes import NAMES, beside_the_code

ROOT = Path(__file__).resolve().parent.parent
pytestmark = [pytest.mark.wheel, pytest.mark.timeout(600), pytest.mark.xdist_group("wheel")]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as `make wheel` builds it."""
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an empty environment in which the wheel and the locked versions were put."""
    home = tmp_path_factory.mktemp("empty") / "venv"
    venv.create(home, with_pip=True)
    programs = home / ("Scripts" if os.name == "nt" else "bin")
    pip = [str(programs / "python"), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    locked = ["--require-hashes", "-r", str(ROOT / "requirements" / "run.txt")]
    subprocess.run([*pip, *locked], check=True)
    subprocess.run([*pip, "--no-deps", "--no-index", str(wheel)], check=True)
    return programs


def lif(programs: Path, *words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONHOME")}
    command = [str(programs / "lif"), *words]
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def frameworks() -> set[str]:
    """Where the frameworks that a board may start like stand in the package."""
    return {f"lif/starting/{name}" for name, _ in beside_the_code()}


def test_the_wheel_holds_the_package_with_its_data_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    ours = {
        path.relative_to(ROOT / "src").as_posix()
        for path in (ROOT / "src" / "lif").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    } | frameworks()
    assert ours - held == set()
    assert {name for name in held - ours if ".dist-info/" not in name} == set()
    assert "lif/py.typed" in held


def test_an_installed_lif_says_its_version_and_helps(installed: Path, tmp_path: Path) -> None:
    version = lif(installed, "--version", cwd=tmp_path)
    assert (version.returncode, version.stderr) == (0, "")
    assert version.stdout.strip().endswith("0.1.0")
    assert lif(installed, "--help", cwd=tmp_path).returncode == 0


def test_an_installed_lif_works_on_a_board_s_own_folder(installed: Path, tmp_path: Path) -> None:
    """A copy of the records alone, without the code: the templates and the law come from the wheel."""
    for name in ("lif.yaml", "framework", "data", "templates"):
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--", name], cwd=ROOT, capture_output=True, check=True
        )
        for path in filter(None, listed.stdout.decode().split("\0")):
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes((ROOT / path).read_bytes())
    checked = lif(installed, "validate", "--as-at", "workspace", cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    words = (
        "scorecard",
        "--quarter",
        "latest",
        "--as-at",
        "workspace",
        "--format",
        "html,md",
        "--out",
        "build",
    )
    made = lif(installed, *words, cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    assert [line for line in made.stdout.splitlines() if not (tmp_path / line).is_file()] == []


@pytest.mark.parametrize("like", NAMES)
def test_an_installed_lif_begins_a_board_like_every_framework(
    installed: Path, like: str, tmp_path: Path
) -> None:
    """Without its repository lif has no figures of every authority, so it says how they are had."""
    begun = lif(installed, "init", "board", "--area", "Rutland", "--like", like, cwd=tmp_path)
    assert (begun.returncode, begun.stderr) == (0, "")
    assert "lif import lait" in begun.stdout
    checked = lif(installed, "validate", "--strict", "--root", "board", cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout
    assert lif(installed, "scorecard", "--root", "board", cwd=tmp_path).returncode == 0
    again = lif(installed, "init", "board", cwd=tmp_path)
    assert (again.returncode, again.stderr) == (0, "")


def test_the_wheel_in_the_new_repository_begins_another(installed: Path, tmp_path: Path) -> None:
    """What vendor/ holds is the whole lif, the frameworks to start like among it."""
    assert lif(installed, "init", "board", "--area", "Rutland", cwd=tmp_path).returncode == 0
    with zipfile.ZipFile(next((tmp_path / "board/vendor").glob("*.whl"))) as archive:
        assert frameworks() - set(archive.namelist()) == set()


def test_an_installed_lif_refuses_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    refused = lif(installed, "validate", cwd=tmp_path)
    assert refused.returncode == 2
    assert "lif.yaml" in refused.stderr
