"""What a board's repository holds beside its records is whole, readable for those it is for, and true."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path, PurePosixPath

import pytest
from ruamel.yaml import YAML
from tests.cli.board import BOARD, Lif
from tests.repositories import committed, git

from lif.cli.commands import read_plainly
from lif.cli.reports import views
from lif.records.kinds import KINDS
from lif.starting.beside import beside_records, schema_files
from lif.starting.likes import beside_the_code
from lif.starting.wheel import wheel

ROOT = Path(__file__).resolve().parents[2]
FILES = beside_records("Hill Safeguarding Partnership")
CI = (".github/workflows/lif.yml", ".gitlab-ci.yml")


def scripts(path: str) -> list[str]:
    """The lines that a file of CI has a shell run."""
    file = YAML(typ="safe").load(FILES[path])
    steps = [step for job in file.get("jobs", {}).values() for step in job["steps"]]
    jobs = [job for job in file.values() if isinstance(job, dict)]
    runs = [step["run"] for step in steps if "run" in step]
    return runs + [line for job in jobs for line in job.get("script", []) + job.get("before_script", [])]


def calls(text: str) -> list[str]:
    """Each call of lif in lines of a shell, without what the shell itself does with it."""
    found = re.findall(r"(?:^|(?<=\|\| )|(?<=&& ))lif [^\n|>&]+", text, re.MULTILINE)
    return [call.strip() for call in found]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small board with all that stands beside records, with two commits."""
    committed(tmp_path, {**BOARD, **FILES}, "2025-01-01")
    committed(tmp_path, {"notes.md": "A note.\n"}, "2025-01-02")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_no_mark_is_left_over() -> None:
    assert [path for path, text in FILES.items() if re.search(r"(?<!\$)\{\{", text)] == []
    assert FILES["README.md"].startswith("# Hill Safeguarding Partnership\n")


@pytest.mark.parametrize("path", FILES)
def test_every_file_is_utf_8_with_plain_ends_of_lines(path: str) -> None:
    assert FILES[path].endswith("\n")
    assert "\r" not in FILES[path]
    assert FILES[path].isprintable() or not re.search(r"[^\n\x20-\x7e–—’…\\]", FILES[path])


@pytest.mark.parametrize("path", CI)
def test_every_call_in_the_ci_files_runs(repository: Path, lif: Lif, path: str) -> None:
    lines = calls("\n".join(scripts(path)))
    assert {line.split()[1] for line in lines} == {
        "validate",
        "privacy",
        "scorecard",
        "changes",
        "merge-check",
    }
    given = {
        "$BASE": "HEAD~1",
        "$HEAD": "HEAD",
        "$CI_COMMIT_SHA": "HEAD",
        "origin/$CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
        "$BASE..$HEAD": "HEAD~1..HEAD",
        "$RANGE": "HEAD~1..HEAD",
        "$BRANCH": "main",
        "$CI_MERGE_REQUEST_SOURCE_BRANCH_NAME": "main",
    }
    for line in lines:
        for name, value in sorted(given.items(), key=lambda pair: -len(pair[0])):
            line = line.replace(name, value)
        assert "$" not in line
        if "scorecard" in line:  # the small board has no quarter; what is asked can be asked all the same
            assert read_plainly(shlex.split(line)[1:]) is not None
        else:
            assert lif(line.removeprefix("lif ")).code == 0, line


def test_every_command_of_the_readme_runs(repository: Path, lif: Lif) -> None:
    week = re.findall(r"\| `(lif [^`]+)` \|", FILES["README.md"])
    assert len(week) == 5
    for line in week:
        if "scorecard" in line:
            assert read_plainly(shlex.split(line)[1:]) is not None
        else:
            assert lif(line.removeprefix("lif ")).code in (0, 1), line
    once = re.findall(r"^    (lif .+)$", FILES["README.md"], re.MULTILINE)
    assert once == ["lif privacy hooks", "lif doctor"]


def test_what_the_readme_names_is_there(repository: Path) -> None:
    named = re.findall(r"`([^`\s]+)`", FILES["README.md"].split("## Once on each machine")[0])
    there = {*FILES, *BOARD, "build/", "schemas/", "vendor/"}
    missing = [one for one in named if not any(path.startswith(one) for path in there)]
    assert missing == []


def test_nothing_in_it_looks_like_personal_data(repository: Path, lif: Lif) -> None:
    for path, text in schema_files(views()):
        (repository / path).parent.mkdir(parents=True, exist_ok=True)
        (repository / path).write_text(text, encoding="utf-8")
    git(repository, "add", "-A")
    assert lif("privacy scan").code == 0


def test_the_schemas_are_those_that_lif_writes(repository: Path, lif: Lif) -> None:
    for path, text in schema_files(views()):
        (repository / path).parent.mkdir(parents=True, exist_ok=True)
        (repository / path).write_text(text, encoding="utf-8", newline="\n")
    assert lif("schema --out schemas --check").code == 0


def test_the_editor_knows_the_schema_of_every_folder(repository: Path) -> None:
    told = json.loads(FILES[".vscode/settings.json"])["yaml.schemas"]
    written = {path for path, _ in schema_files(views())}
    assert {schema.removeprefix("./") for schema in told} <= written
    places = [place for listed in told.values() for place in listed]
    for kind in KINDS:
        assert f"/{kind.folder}/*.yaml" in places
        assert f"/{kind.folder}.yaml" in places


def test_git_keeps_lines_as_lif_reads_them(repository: Path) -> None:
    """Whatever Windows would like: a record that is checked in with its line ends comes out without."""
    git(repository, "config", "core.autocrlf", "true")
    (repository / "data/evidence.yaml").unlink()
    git(repository, "checkout", "--", "data/evidence.yaml")
    assert b"\r" not in (repository / "data/evidence.yaml").read_bytes()
    (repository / "new.yaml").write_bytes(b"a: 1\r\n")
    git(repository, "add", "new.yaml")
    assert git(repository, "ls-files", "--eol", "new.yaml").split()[0] == "i/lf"


def test_what_is_made_stays_out_of_commits(repository: Path) -> None:
    for path in ("build/scorecard.html", ".venv/bin/lif", "data/~$training.docx", "data/.~lock.a.xlsx#"):
        (repository / path).parent.mkdir(parents=True, exist_ok=True)
        (repository / path).write_text("x", encoding="utf-8")
    assert git(repository, "status", "--porcelain") == ""


def test_names_of_files_are_fit_for_windows() -> None:
    for path in FILES:
        for part in PurePosixPath(path).parts:
            assert not re.search(r'[<>:"\\|?*\x00-\x1f]|[. ]$', part)
            assert not re.fullmatch(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?", part)


def test_the_versions_are_those_that_lif_is_locked_to() -> None:
    ours = ROOT / "src" / "lif" / "starting" / "files" / "requirements.txt"
    assert ours.read_bytes() == (ROOT / "requirements" / "run.txt").read_bytes(), "run make lock"


def test_the_wheel_holds_the_package_and_is_named_with_its_hash() -> None:
    made = wheel()
    assert made is not None
    again = wheel()
    assert again is not None and again.raw == made.raw
    with zipfile.ZipFile(BytesIO(made.raw)) as archive:
        held = set(archive.namelist())
        assert archive.testzip() is None
    package = ROOT / "src" / "lif"
    ours = {
        f"lif/{path.relative_to(package).as_posix()}"
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    } | {f"lif/starting/{name}" for name, _ in beside_the_code()}
    assert ours == {name for name in held if ".dist-info/" not in name}
    text = beside_records("Hill", made)["requirements.txt"]
    assert f"./{made.path} \\\n    --hash=sha256:{made.sha256}\n" in text
    assert "…" not in text


@pytest.mark.wheel
@pytest.mark.timeout(600)
@pytest.mark.xdist_group("wheel")
def test_pip_installs_the_repository_s_own_lif(tmp_path: Path) -> None:
    """The line that README.md gives, in an empty environment, with hashes asked for."""
    import sys
    import venv

    made = wheel()
    assert made is not None
    (tmp_path / made.path).parent.mkdir()
    (tmp_path / made.path).write_bytes(made.raw)
    text = beside_records("Hill", made)["requirements.txt"]
    (tmp_path / "requirements.txt").write_text(text, encoding="utf-8")
    venv.create(tmp_path / ".venv", with_pip=True)
    programs = tmp_path / ".venv" / ("Scripts" if sys.platform == "win32" else "bin")
    install = [str(programs / "python"), "-m", "pip", "install", "-qq", "--require-hashes"]
    subprocess.run([*install, "-r", "requirements.txt"], cwd=tmp_path, check=True)
    subprocess.run([str(programs / "lif"), "--version"], cwd=tmp_path, check=True)


def test_each_agency_has_its_lines_last_so_that_they_count() -> None:
    text = beside_records("Hill", agencies=("police", "health"))[".github/CODEOWNERS"]
    *_, first, second, third, fourth = text.splitlines()
    assert [line.split()[1] for line in (first, second, third, fourth)] == [
        "/data/returns/police-*",
        "/data/*/police/",
        "/data/returns/health-*",
        "/data/*/health/",
    ]
    assert all(line.startswith("# /") and line.endswith(("/police", "/health")) for line in (first, third))


def test_each_line_for_owners_has_one_path_and_then_owners_alone() -> None:
    """GitHub passes a line by in silence where a second path stands in the place of an owner."""
    text = beside_records("Hill", agencies=("police",))[".github/CODEOWNERS"]
    lines = [line.removeprefix("# ").split() for line in text.splitlines() if "@your-organisation" in line]
    assert len(lines) > 8
    assert all(words[0][0] in "/*" and [w for w in words[1:] if w[0] != "@"] == [] for words in lines)
