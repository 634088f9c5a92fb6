"""`lif privacy scan`: what stands in files, in the index, in commits and in history, and never the value."""

from __future__ import annotations

import json
import shlex
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest
from tests.cli.board import BOARD, Lif
from tests.repositories import committed, git

from lif.__main__ import main

NUMBER = "999 000 0018"
"""An NHS number of the range that is kept for tests."""
HELPLINE = "07700 900123"
"""A telephone number of the range that is kept for drama."""
FORMS = ("text", "json", "github", "sarif", "junit")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small board in a repository with one commit, which is also the folder that `lif` runs in."""
    folder = tmp_path / "board"
    committed(folder, BOARD, "2025-01-01")
    monkeypatch.chdir(folder)
    return folder


def places(out: str) -> list[str]:
    """Path, line, column and code of each line."""
    return [f"{line.partition(' ')[0]} {line.split()[2]}" for line in out.splitlines()]


def _code(line: str) -> str:
    return line.split(": error ")[1].split()[0]


def _part(line: str) -> str:
    """Where it stands, in the words of the message."""
    return line.split(": ", 2)[1].split(" in ", 1)[1]


def test_a_clean_repository_is_clean(repository: Path, lif: Lif) -> None:
    ran = lif("privacy scan")
    assert (ran.code, ran.out) == (0, "")
    assert "no personal data found in" in ran.err


def test_files_that_git_tracks_and_new_records_are_looked_through(repository: Path, lif: Lif) -> None:
    committed(repository, {"README.md": f"Ring\n{HELPLINE}.\n", "src/a.py": "x = 1\n"}, "2025-01-02")
    (repository / "data/evidence").mkdir()
    (repository / "data/evidence/new.yaml").write_text(f"note: seen, {NUMBER}\n", encoding="utf-8")
    (repository / "scrap.txt").write_text(f"{NUMBER}\n", encoding="utf-8")
    ran = lif("privacy scan")
    assert ran.code == 1
    assert places(ran.out) == ["README.md:2:1: P104", "data/evidence/new.yaml:1:13: P101"]
    assert "2 finds of personal data in" in ran.err


def test_what_is_named_is_looked_through_whether_git_knows_it_or_not(repository: Path, lif: Lif) -> None:
    (repository / "scrap").mkdir()
    (repository / "scrap/a.txt").write_text(f"{NUMBER}\n", encoding="utf-8")
    assert places(lif("privacy scan scrap").out) == ["scrap/a.txt:1:1: P101"]
    assert lif("privacy scan framework lif.yaml").code == 0
    assert lif("privacy scan nowhere").code == 2


def test_the_index_counts_and_not_the_folder(repository: Path, lif: Lif) -> None:
    path = repository / "data/evidence.yaml"
    clean = path.read_text(encoding="utf-8")
    path.write_text(clean.replace("The briefing, as", f"{NUMBER} as"), encoding="utf-8")
    assert lif("privacy scan --staged").code == 0
    git(repository, "add", "-A")
    path.write_text(clean, encoding="utf-8")
    ran = lif("privacy scan --staged")
    assert (ran.code, places(ran.out)) == (1, ["data/evidence.yaml:5:5: P101"])
    assert lif("privacy scan").code == 0


def test_the_index_of_a_repository_without_a_commit(
    tmp_path: Path, lif: Lif, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lif.yaml").write_text(f"board: hill # {NUMBER}\n", encoding="utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    monkeypatch.chdir(tmp_path)
    assert places(lif("privacy scan --staged").out) == ["lif.yaml:1:15: P101"]


def test_a_range_tells_what_its_commits_brought(repository: Path, lif: Lif) -> None:
    start = git(repository, "rev-parse", "HEAD")
    bad = committed(repository, {"notes.md": f"a\nb {NUMBER}\n"}, "2025-01-02")
    committed(repository, {"notes.md": ""}, "2025-01-03")
    committed(repository, {"notes.md": "nothing\n"}, "2025-01-04")
    ran = lif(f"privacy scan --range {start}..HEAD")
    assert (ran.code, places(ran.out)) == (1, ["notes.md:2:3: P101"])
    assert f", in the commit {bad[:12]}" in ran.out
    assert lif(f"privacy scan --range {bad}..").code == 0
    assert lif(f"privacy scan --range {'0' * 40}..HEAD").code == 1
    assert lif("privacy scan --range nowhere..HEAD").code == 2
    assert lif("privacy scan --range HEAD").code == 2


def test_what_a_merge_itself_brings_is_looked_through(repository: Path, lif: Lif) -> None:
    start = git(repository, "rev-parse", "HEAD")
    git(repository, "checkout", "-q", "-b", "side")
    committed(repository, {"side.md": "side\n"}, "2025-01-02")
    git(repository, "checkout", "-q", "main")
    committed(repository, {"main.md": "main\n"}, "2025-01-03")
    git(repository, "merge", "-q", "--no-ff", "--no-commit", "side")
    merge = committed(repository, {"main.md": f"{NUMBER}\n"}, "2025-01-04")
    ran = lif(f"privacy scan --range {start}..HEAD")
    assert places(ran.out) == ["main.md:1:1: P101"]
    assert merge[:12] in ran.out


def test_what_was_deleted_is_still_in_history(repository: Path, lif: Lif) -> None:
    bad = committed(repository, {"old.md": f"{NUMBER}\n"}, "2025-01-02")
    committed(repository, {"old.md": ""}, "2025-01-03")
    assert lif("privacy scan").code == 0
    ran = lif("privacy scan --history")
    assert (ran.code, places(ran.out)) == (1, ["old.md:1:1: P101"])
    assert bad[:12] in ran.out


def test_history_reaches_what_only_another_branch_or_a_tag_has(repository: Path, lif: Lif) -> None:
    git(repository, "checkout", "-q", "-b", "side")
    committed(repository, {"side.md": f"{NUMBER}\n"}, "2025-01-02")
    git(repository, "tag", "kept")
    git(repository, "checkout", "-q", "main")
    git(repository, "branch", "-q", "-D", "side")
    assert places(lif("privacy scan --history").out) == ["side.md:1:1: P101"]


def test_messages_and_names_are_looked_at_and_authors_are_not(repository: Path, lif: Lif) -> None:
    start = git(repository, "rev-parse", "HEAD")
    git(repository, "checkout", "-q", "-b", f"fix/{NUMBER.replace(' ', '-')}")
    git(
        repository,
        *("-c", "user.name=Mrs Example", "commit", "-q", "--allow-empty"),
        *("-m", f"first line\n\nabout {NUMBER}"),
    )
    git(repository, "tag", "-a", "issued", "-m", f"as {HELPLINE} asked")
    for words in (f"--range {start}..HEAD", "--history"):
        ran = lif(f"privacy scan {words}")
        found = {(_code(line), _part(line)) for line in ran.out.splitlines()}
        assert f"commit {git(repository, 'rev-parse', '--short=12', 'HEAD')}:3:7: " in ran.out
        assert found == {
            ("P101", "this message"),
            ("P101", "the name of this branch"),
            ("P104", "the message of this tag"),
        }
        assert NUMBER.replace(" ", "-") not in ran.out + ran.err


def test_the_name_of_a_file_is_masked_too(repository: Path, lif: Lif) -> None:
    name = f"notes-{NUMBER.replace(' ', '-')}.md"
    committed(repository, {f"docs/{name}": "nothing\n"}, "2025-01-02")
    for words in ("", " --history", " docs"):
        ran = lif(f"privacy scan{words}")
        assert ran.code == 1, words
        assert "in the name of this file" in ran.out
        assert ran.out.startswith("docs/notes-NHS number 9*****.md:1:1: ")


def test_a_shallow_clone_cannot_speak_for_the_whole_history(
    repository: Path, lif: Lif, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    committed(repository, {"a.md": "a\n"}, "2025-01-02")
    git(tmp_path, "clone", "-q", "--depth", "1", repository.as_uri(), "shallow")
    monkeypatch.chdir(tmp_path / "shallow")
    ran = lif("privacy scan --history")
    assert ran.code == 2
    assert "shallow" in ran.err
    assert "git fetch --unshallow" in ran.err
    assert lif(f"privacy scan --range {'0' * 40}..HEAD").code == 2
    assert lif("privacy scan").code == 0


def test_without_a_repository_only_commits_cannot_be_looked_at(
    board: Path, lif: Lif, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(board.parent))
    (board / "notes.txt").write_text(f"{NUMBER}\n", encoding="utf-8")
    assert places(lif("privacy scan").out) == ["notes.txt:1:1: P101"]
    for words in ("--staged", "--history", "--range a..b"):
        ran = lif(f"privacy scan {words}")
        assert ran.code == 2, words
        assert "cannot be looked at" in ran.err


def test_without_git_commits_cannot_be_looked_at(
    repository: Path, lif: Lif, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert lif("privacy scan --staged").code == 2
    assert lif("privacy scan --history").code == 2


def test_one_thing_is_looked_through_at_a_time(repository: Path, lif: Lif) -> None:
    ran = lif("privacy scan --staged --history")
    assert ran.code == 2
    assert "--staged and --history" in ran.err


def test_a_message_that_is_being_written(repository: Path, lif: Lif) -> None:
    draft = repository / ".git" / "COMMIT_EDITMSG"
    draft.write_text(
        f"Add a note\n\n# {NUMBER}\n# ------------------------ >8 ------------------------\n+ {NUMBER}\n",
        encoding="utf-8",
    )
    assert lif(f"privacy scan --message {draft}").code == 0
    draft.write_text(f"Add a note\n\nabout {NUMBER}\n", encoding="utf-8")
    ran = lif(f"privacy scan --message {draft}")
    assert (ran.code, "3:7" in ran.out) == (1, True)
    assert lif("privacy scan --message nowhere").code == 2


SKIPPING = """
        board: hill
        extends: []
        privacy:
          skip:
            - examples/**
            - data/**
    """


def test_a_branch_whose_name_only_the_ci_knows(repository: Path, lif: Lif) -> None:
    ran = lif("privacy scan --range HEAD..HEAD --branch mrs-example-07700900123")
    assert (ran.code, "in the name of this branch" in ran.out) == (1, True)
    assert "07700900123" not in ran.out
    assert lif("privacy scan --range HEAD..HEAD --branch=").code == 0
    assert lif("privacy scan --branch main").code == 2


def test_the_hooks_stop_a_commit(repository: Path) -> None:
    """As git runs them: from the top of the repository, with the index that the commit is made of."""
    source = Path(__file__).resolve().parent.parent.parent / "src"
    for hook, words in (("pre-commit", "--staged"), ("commit-msg", '--message "$1"')):
        script = repository / ".git" / "hooks" / hook
        run = f"env PYTHONPATH={shlex.quote(str(source))} {shlex.quote(sys.executable)} -m lif privacy scan"
        script.write_text(f"#!/bin/sh\nexec {run} {words}\n", encoding="utf-8")
        script.chmod(0o755)
    path = repository / "README.md"
    path.write_text(f"{NUMBER}\n", encoding="utf-8")
    git(repository, "add", "README.md")
    commit = ("commit", "-q", "-m")
    for tried in ((*commit, "x"), (*commit, "x", "README.md"), ("commit", "-q", "-a", "-m", "x")):
        with pytest.raises(subprocess.CalledProcessError) as stopped:
            git(repository, *tried)
        assert "P101" in stopped.value.stdout + stopped.value.stderr
    path.write_text("clean\n", encoding="utf-8")
    git(repository, "add", "README.md")
    with pytest.raises(subprocess.CalledProcessError):
        git(repository, *commit, f"about {NUMBER}")
    git(repository, *commit, "clean")


def test_paths_are_seen_from_the_workspace(tmp_path: Path, lif: Lif, monkeypatch: pytest.MonkeyPatch) -> None:
    brought = {f"boards/hill/{path}": text for path, text in BOARD.items()}
    committed(
        tmp_path, {**brought, "README.md": f"{NUMBER}\n", "boards/hill/a.md": f"{NUMBER}\n"}, "2025-01-02"
    )
    monkeypatch.chdir(tmp_path / "boards/hill")
    for words in ("", " --history"):
        assert places(lif(f"privacy scan{words}").out) == ["../../README.md:1:1: P101", "a.md:1:1: P101"]


def test_examples_can_be_skipped_and_records_cannot(repository: Path, lif: Lif) -> None:
    brought = {"lif.yaml": SKIPPING, "examples/a/b.md": f"{NUMBER}\n", "data/x.yaml": f"a: {NUMBER}\n"}
    committed(repository, brought, "2025-01-02")
    for words in ("", " --history"):
        ran = lif(f"privacy scan{words}")
        assert places(ran.out) == ["data/x.yaml:1:4: P101"]
        assert "1 file skipped" in ran.err


def test_what_is_skipped_in_one_place_counts_in_another(repository: Path, lif: Lif) -> None:
    """The same content is one for git, whatever its paths."""
    brought = {"lif.yaml": SKIPPING, "examples/a.md": f"{NUMBER}\n", "notes.md": f"{NUMBER}\n"}
    committed(repository, brought, "2025-01-02")
    assert places(lif("privacy scan --history").out) == ["notes.md:1:1: P101"]


ALLOWANCE = """
        id: front-door
        sort: phone
        {what}
        reason: |
          The number of the front door, which is on the council's pages.
        accepted_by: business-manager
        accepted_on: 2025-01-01
        until: {until}
    """


def fingerprint(out: str) -> str:
    return out.partition("fingerprint: ")[2][:16]


@pytest.mark.parametrize("by", ["value", "fingerprint"])
def test_an_allowance_lets_it_stand_until_its_last_day(repository: Path, lif: Lif, by: str) -> None:
    committed(repository, {"README.md": f"Ring {HELPLINE}.\n"}, "2025-01-02")
    first = lif("privacy scan --as-at 2025-06-30 --fingerprints")
    assert first.code == 1
    what = f"value: {HELPLINE}" if by == "value" else f"fingerprint: {fingerprint(first.out)}"
    allowance = ALLOWANCE.format(what=what, until="2025-12-31")
    committed(repository, {"framework/privacy-allowances/front-door.yaml": allowance}, "2025-01-03")
    for words in ("", " --history"):
        assert lif(f"privacy scan --as-at 2025-12-31{words}").code == 0
    assert lif("privacy scan --as-at 2026-01-01").code == 1
    assert lif("privacy scan --as-at 2024-12-31").code == 1


def test_an_allowance_that_fits_nothing_is_named(repository: Path, lif: Lif) -> None:
    allowance = ALLOWANCE.format(what="fingerprint: 0123456789abcdef", until="2030-12-31")
    committed(repository, {"framework/privacy-allowances/front-door.yaml": allowance}, "2025-01-03")
    ran = lif("privacy scan --as-at 2025-06-30")
    assert ran.code == 0
    assert "nothing that front-door allows was found" in ran.err


def test_an_allowance_that_cannot_be_read_stops_the_search(repository: Path, lif: Lif) -> None:
    committed(repository, {"framework/privacy-allowances/front-door.yaml": "id: front-door\n"}, "2025-01-03")
    assert lif("privacy scan").code == 2


def test_an_allowance_counts_where_it_says(repository: Path, lif: Lif) -> None:
    allowance = ALLOWANCE.format(
        what=f"value: {HELPLINE}\n        where:\n          - docs/*.md", until="2025-12-31"
    )
    brought = {
        "framework/privacy-allowances/front-door.yaml": allowance,
        "docs/a.md": f"{HELPLINE}\n",
        "docs/inside/a.md": f"{HELPLINE}\n",
    }
    committed(repository, brought, "2025-01-03")
    assert places(lif("privacy scan --as-at 2025-06-30").out) == ["docs/inside/a.md:1:1: P104"]


def office_file(path: Path, part: str, xml: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(part, xml)


def test_office_files_are_read_and_pictures_are_named(repository: Path, lif: Lif) -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    paragraph = f"<w:p>{run.format('seen: 999')}{run.format(' 000 0018')}</w:p>"
    office_file(repository / "a.docx", "word/document.xml", f"<w:body>{paragraph}</w:body>")
    office_file(repository / "b.xlsx", "xl/worksheets/sheet1.xml", "<row><c><v>9990000018</v></c></row>")
    office_file(repository / "c.zip", "x.txt", NUMBER)
    (repository / "d.png").write_bytes(b"\x89PNG\r\n\0\0")
    git(repository, "add", "-A")
    ran = lif("privacy scan")
    assert places(ran.out) == ["a.docx:1:7: P101", "b.xlsx:1:1: P101"]
    assert "in its part word/document.xml" in ran.out
    assert "not read (no text): c.zip" in ran.err
    assert "not read (no text): d.png" in ran.err


@pytest.mark.parametrize("form", FORMS)
def test_no_form_holds_a_value(repository: Path, lif: Lif, form: str) -> None:
    compact = NUMBER.replace(" ", "")
    brought = {
        f"docs/{compact}.md": f"Mrs Example, {HELPLINE}, {NUMBER}\n",
        "framework/themes.yaml": f"- id: neglect\n  name: Neglect\n  {'x'}: {NUMBER}\n",
    }
    committed(repository, brought, "2025-01-02")
    git(repository, "commit", "-q", "--allow-empty", "-m", f"about {NUMBER}")
    git(repository, "branch", f"fix-{compact}")
    for words in ("privacy scan", "privacy scan --history", "validate"):
        ran = lif(f"{words} --format {form}")
        assert ran.code == 1
        printed = ran.out + ran.err
        for value in (NUMBER, compact, HELPLINE, "Mrs Example", "0018"):
            assert value not in printed, (words, value)


def test_a_fault_of_lif_tells_no_value(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(*_: object) -> None:
        raise ValueError(NUMBER)

    monkeypatch.setattr("lif.workspace.sweep.in_records", fails)
    monkeypatch.setattr(sys, "argv", ["lif", "privacy", "scan"])
    assert main() == 3
    printed = capsys.readouterr()
    assert "lif privacy scan" in printed.err
    assert NUMBER not in printed.out + printed.err


def test_what_is_typed_is_masked_when_it_is_said_again(repository: Path, lif: Lif) -> None:
    for words in (f"show '{NUMBER}'", f"list '{NUMBER}'", f"privacy scan '{NUMBER}'", f"explain '{NUMBER}'"):
        ran = lif(words)
        assert ran.code == 2, words
        assert NUMBER not in ran.err


def test_the_forms_for_machines(repository: Path, lif: Lif) -> None:
    commit = committed(repository, {"README.md": f"Ring {HELPLINE}.\n"}, "2025-01-02")
    told = json.loads(lif("privacy scan --history --format json").out)
    schema = Path(__file__).parents[2] / "src" / "lif" / "exchange" / "outputs" / "privacy.json"
    jsonschema.validate(told, json.loads(schema.read_text(encoding="utf-8")))
    assert told["commit"] == commit
    assert told["schema"] == "lif.privacy/1"
    assert told["summary"]["certain"] == 1
    (one,) = told["found"]
    assert (one["path"], one["line"], one["column"], one["commit"]) == ("README.md", 1, 6, commit)
    assert (one["kind"], one["code"], one["fingerprint"]) == ("phone", "P104", None)
    (one,) = json.loads(lif("privacy scan --fingerprints --format json").out)["found"]
    assert len(one["fingerprint"]) == 16
    suite = ElementTree.fromstring(lif("privacy scan --format junit").out)
    assert suite.attrib["failures"] == "1"
    assert lif("privacy scan --format github").out.startswith("::error file=README.md,line=1,col=6,")


def test_a_fingerprint_is_told_on_request_alone(repository: Path, lif: Lif) -> None:
    """A number can be worked out from its fingerprint, and logs of CI are read by many."""
    committed(repository, {"README.md": f"{NUMBER}\n"}, "2025-01-02")
    mark = fingerprint(lif("privacy scan --fingerprints").out)
    assert len(mark) == 16
    for form in FORMS:
        assert mark not in lif(f"privacy scan --format {form}").out
        assert mark not in lif(f"validate --format {form}").out
    for form in ("github", "sarif", "junit"):
        assert lif(f"privacy scan --fingerprints --format {form}").code == 2


def test_help_shows_examples(lif: Lif) -> None:
    assert "lif privacy scan --staged" in lif("privacy").out
    assert "--range" in lif("privacy scan --help").out
