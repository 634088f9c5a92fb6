"""What a run of `lif publish` could give away beside its pages: files, logs, names, history, weaker rules.

The numbers are those of tests/data/disclosure/attacks.tsv.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.cli.board import Lif, Write
from tests.cli.publishing_boards import Board, board
from tests.folders import written
from tests.repositories import committed, git

from lif.cli.options import options_of
from lif.cli.publish import Wanted

AS_AT = "2025-05-20"
ROOT = Path(__file__).resolve().parents[2]
PUBLISH = f"publish --quarter 2024-25-Q4 --as-at {AS_AT} --out out"
ALL = "--format html,md,json,csv,site"


def _changed(made: Board, seed: int) -> tuple[Board, int]:
    """The same board with every small count of undivided indicators another small count, and how many are."""
    other = board(seed)
    count = 0
    for (name, period, part), (top, _) in made.counts.items():
        alone = made.unit[name] == "count" and not made.ways[name]
        if alone and 1 <= top <= 5:
            path = f"data/returns/social-care-{period.lower()}.yaml"
            number = list(made.counts).index((name, period, part))
            old = f"  - id: value-{number}\n    measure: {name}/quarter\n    numerator: {top}\n"
            assert old in other.texts[path]
            new = old.replace(f"numerator: {top}", f"numerator: {top % 5 + 1}")
            other.texts[path] = other.texts[path].replace(old, new)
            count += 1
    return other, count


def _published(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted((folder / "out").rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("seed", [2, 9, 15])
def test_d34_d35_d42_d46_other_hidden_counts_give_the_same_bytes_and_the_same_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lif: Lif, seed: int
) -> None:
    made = board(seed)
    other, count = _changed(made, seed)
    if not count:
        pytest.fail("the board has no small count to change: take another seed")
    found = []
    for name, texts in (("one", made.texts), ("two", other.texts)):
        folder = written(tmp_path / name, texts)
        monkeypatch.chdir(folder)
        dry = lif(f"{PUBLISH} --dry-run {ALL}")
        ran = lif(f"{PUBLISH} {ALL}")
        assert ran.code == 0, ran.err
        said = [text.replace(folder.as_posix(), "") for text in (dry.out, dry.err, ran.out, ran.err)]
        found.append((said, _published(folder)))
    assert found[0][0] == found[1][0]
    assert found[0][1] == found[1][1]


def test_d41_a_run_leaves_nothing_behind_but_the_publication_and_its_entry(
    workspace: Write, monkeypatch: pytest.MonkeyPatch, lif: Lif
) -> None:
    folder = workspace(board(1).texts)
    monkeypatch.chdir(folder)
    before = {path for path in folder.rglob("*") if path.is_file()}
    assert lif(f"{PUBLISH} {ALL}").code == 0
    left = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    left -= {path.relative_to(folder).as_posix() for path in before}
    known = ("out/publication-figures-2024-25-q4/", ".lif/")  # the lock, which git and readers pass by
    apart = {path for path in left if not path.startswith(known)}
    assert apart == {"data/publications/publication-figures-2024-25-q4.yaml"}


def test_d29_d43_d44_what_is_published_shares_nothing_with_the_records(
    workspace: Write, monkeypatch: pytest.MonkeyPatch, lif: Lif
) -> None:
    """No record, no piece of git, no name of a paper for members, and no number in the name of a file."""
    folder = workspace({})
    made = board(1)
    committed(folder, {".gitignore": "out/\nmembers/\n", **made.texts}, on="2025-05-19")
    monkeypatch.chdir(folder)
    assert lif(f"{PUBLISH} {ALL}").code == 0
    assert lif(f"scorecard --quarter 2024-25-Q4 --as-at {AS_AT} --format html,md --out members").code == 0
    files = _published(folder)
    members = {path.name for path in (folder / "members").iterdir()}
    assert not members & {Path(name).name for name in files}
    for name, content in files.items():
        assert Path(name).suffix in (".html", ".md", ".json", ".csv", ".css", ".js"), name
        assert ".git" not in Path(name).parts
        bare = re.sub(r"2024-25-q4|indicator-[0-9]", "", name)
        assert not re.search("[0-9]", bare), name
        assert not any(text.encode() in content for path, text in made.texts.items() if "/returns/" in path)
    public = {git(folder, "hash-object", str(folder / name)) for name in files}
    private = set(git(folder, "rev-list", "--objects", "--all").split())
    assert not public & private


def test_d45_what_two_papers_side_by_side_show_is_said_in_the_guide() -> None:
    guide = (ROOT / "docs/guides/publishing.md").read_text(encoding="utf-8")
    assert "Two public papers side by side show which cells became hidden" in guide


@pytest.mark.parametrize("line", ["hide_to: 4", "hide_to: 0", "hide_from: 3", "least_denominator: 5"])
def test_d51_no_profile_is_weaker_than_the_floor(
    workspace: Write, monkeypatch: pytest.MonkeyPatch, lif: Lif, line: str
) -> None:
    made = board(1)
    made.texts |= {
        path: re.sub("disclosure_profile: .*", "disclosure_profile: profile-five", text)
        for path, text in made.texts.items()
        if path.startswith("framework/indicators/")
    }
    path = "framework/disclosure-profiles/profile-five.yaml"
    field = line.partition(":")[0]
    kept = "".join(f"{each}\n" for each in made.texts[path].splitlines() if not each.startswith(field))
    made.texts[path] = kept.replace("audience: public\n", f"audience: public\n{line}\n")
    folder = workspace(made.texts)
    monkeypatch.chdir(folder)
    ran = lif(PUBLISH)
    assert ran.code == 1
    assert not (folder / "out").exists()
    assert not (folder / "data/publications").exists()
    assert "profile-five" in lif(f"validate --as-at {AS_AT}").out + ran.err


def test_d51_no_option_and_no_variable_makes_the_rules_weaker(
    workspace: Write, monkeypatch: pytest.MonkeyPatch, lif: Lif
) -> None:
    flags = {option.flag for _, option, _ in options_of(Wanted).values()}
    assert flags == {"--quarter", "--format", "--out", "--address", "--dry-run"}
    used = [
        path.relative_to(ROOT).as_posix()
        for room in ("measures", "publishing")
        for path in (ROOT / "src/lif" / room).rglob("*.py")
        if re.search(r"\benviron\b|\bgetenv\b", path.read_text(encoding="utf-8"))
    ]
    assert used == []
