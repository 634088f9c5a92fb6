"""`lif site`: what it writes, for whom, when it refuses, and what it says."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from tests.cli.board import Lif

ATOM = "{http://www.w3.org/2005/Atom}"


def test_it_writes_the_site_and_prints_where_it_begins(board: Path, lif: Lif) -> None:
    ran = lif("site --out there/site --as-at workspace")
    assert (ran.code, ran.out) == (0, "there/site/index.html\n")
    assert "files new or changed" in ran.err
    home = (board / "there/site/index.html").read_text(encoding="utf-8")
    assert "Hill Safeguarding Children Partnership" in home
    assert 'href="actions/index.html"' in home
    for name in ("style.css", "search.js", "a-z.html", "calendar.ics", "feed.xml", "lif-site.txt"):
        assert (board / "there/site" / name).is_file()


def test_it_says_nothing_but_the_path_when_it_is_to_be_quiet(board: Path, lif: Lif) -> None:
    ran = lif("site --quiet")
    assert (ran.code, ran.out, ran.err) == (0, "build/site/index.html\n", "")


def test_a_second_time_nothing_is_written_anew(board: Path, lif: Lif) -> None:
    lif("site --out s --as-at workspace")
    before = {path: path.stat().st_mtime_ns for path in (board / "s").rglob("*.html")}
    ran = lif("site --out s --as-at workspace")
    assert ", 0 files new or changed, 0 taken away" in ran.err
    assert {path: path.stat().st_mtime_ns for path in (board / "s").rglob("*.html")} == before


def test_what_is_no_page_any_more_is_taken_away(board: Path, lif: Lif) -> None:
    lif("site --out s --as-at 2025-06-30")
    assert (board / "s/actions/act-2025-survey.html").is_file()
    lif("site --out s --as-at 2025-01-01")
    assert not (board / "s/actions/act-2025-survey.html").exists()
    assert not (board / "s/evidence").exists()
    assert (board / "s/actions/act-2024-briefing.html").is_file()


def test_there_is_none_for_an_audience_that_is_none(board: Path, lif: Lif) -> None:
    ran = lif("site --out s --audience everyone")
    assert ran.code == 2
    assert ran.err.startswith("lif: --audience")
    assert not (board / "s").exists()


@pytest.mark.parametrize("words", ["--audience public", ""])
def test_the_public_has_a_site_of_its_own(board: Path, lif: Lif, words: str) -> None:
    if not words:
        with (board / "lif.yaml").open("a", encoding="utf-8") as settings:
            settings.write("audience: public\n")
    ran = lif(f"site --out s {words} --as-at 2025-06-30")
    assert ran.code == 0, ran.err
    assert (board / "s/data/figures.csv").is_file()
    assert not (board / "s/actions").exists()


def test_the_public_site_never_takes_the_place_of_the_boards_own(board: Path, lif: Lif) -> None:
    """A page that somebody had changed would be left there."""
    lif("site --out s --as-at 2025-06-30")
    before = sorted((board / "s").rglob("*"))
    ran = lif("site --out s --audience public --as-at 2025-06-30")
    assert ran.code == 2
    assert "holds the board's own site" in ran.err
    assert sorted((board / "s").rglob("*")) == before


def test_while_errors_stand_there_is_none_unless_as_a_draft(board: Path, lif: Lif) -> None:
    (board / "data/evidence.yaml").write_text("- id: x\n  title: [\n", encoding="utf-8")
    ran = lif("site --out s")
    assert (ran.code, ran.out) == (1, "")
    assert "data/evidence.yaml:" in ran.err
    assert not (board / "s").exists()
    assert lif("site --out s --draft").code == 0
    for page in (board / "s").rglob("*.html"):
        assert "<strong>Draft.</strong>" in page.read_text(encoding="utf-8"), page
    assert "DRAFT" in (board / "s/style.css").read_text(encoding="utf-8")


def test_the_feed_tells_what_happened_latest_first(board: Path, lif: Lif) -> None:
    lif("site --out s --as-at 2025-06-30")
    root = ET.parse(board / "s/feed.xml").getroot()
    entries = root.findall(f"{ATOM}entry")
    told = [
        (entry.findtext(f"{ATOM}updated", "")[:10], entry.findtext(f"{ATOM}title", "")) for entry in entries
    ]
    assert told == [
        ("2025-05-20", "(Illustrative) Action assured: A briefing for schools"),
        ("2025-05-12", "Action agreed: A survey of staff"),
        ("2024-09-10", "(Illustrative) Action agreed: A briefing for schools"),
        ("2024-09-10", "Action agreed: Interviews within three days"),
        ("2024-09-10", "Decided: Offer every missing child an interview."),
    ]
    assert root.findtext(f"{ATOM}updated") == "2025-05-20T00:00:00Z"
    names = [entry.findtext(f"{ATOM}id", "") for entry in entries]
    assert len(set(names)) == len(names)
    assert all(name.startswith("urn:uuid:") for name in names)
    for entry in entries:
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert (board / "s" / link.attrib["href"].partition("#")[0]).is_file()


def test_names_in_the_feed_stay_when_time_goes_on(board: Path, lif: Lif) -> None:
    def names() -> dict[str, str]:
        root = ET.parse(board / "s/feed.xml").getroot()
        return {
            e.findtext(f"{ATOM}title", ""): e.findtext(f"{ATOM}id", "") for e in root.findall(f"{ATOM}entry")
        }

    lif("site --out s --as-at 2025-05-01")
    before = names()
    lif("site --out s --as-at 2025-06-30")
    assert before.items() <= names().items()
    assert len(before) < len(names())


def test_where_nothing_happened_and_nothing_is_due_there_is_neither_file(board: Path, lif: Lif) -> None:
    for folder in ("data/actions", "data/meetings"):
        for path in (board / folder).iterdir():
            path.unlink()
    (board / "data/evidence.yaml").unlink()
    assert lif("site --out s").code == 0
    assert not (board / "s/feed.xml").exists()
    assert not (board / "s/calendar.ics").exists()
    for page in ("index.html", "dates.html"):
        text = (board / "s" / page).read_text(encoding="utf-8")
        assert "feed.xml" not in text
        assert "calendar.ics" not in text
        assert "Nothing has a date in the year to come." in text


def test_a_board_has_its_own_frame(board: Path, lif: Lif) -> None:
    (board / "templates").mkdir()
    (board / "templates/site-frame.html.j2").write_text(
        '{% extends "lif/site-frame.html.j2" %}{% block stamp %}<p>Ask the office.</p>{% endblock %}',
        encoding="utf-8",
    )
    assert lif("site --out s").code == 0
    assert "Ask the office." in (board / "s/actions/act-2024-briefing.html").read_text(encoding="utf-8")


def test_a_port_is_for_watching(board: Path, lif: Lif) -> None:
    ran = lif("site --port 8001")
    assert (ran.code, ran.out) == (2, "")
    assert "--port" in ran.err


@pytest.mark.parametrize(
    ("day", "code"), [("0001-01-01", 2), ("0004-04-01", 0), ("9996-12-31", 0), ("9999-12-31", 2)]
)
def test_a_day_at_either_end_of_time_is_no_fault(board: Path, lif: Lif, day: str, code: int) -> None:
    ran = lif(f"site --out s --draft --as-at {day}")
    assert ran.code == code, ran.err


def test_a_folder_of_links_in_a_circle_is_no_fault(board: Path, lif: Lif) -> None:
    (board / "round").symlink_to("round")
    for line in ("site --out round", "report coverage --format md --out round"):
        ran = lif(line)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("lif: cannot write round")


def test_a_paper_whose_folder_is_a_file_leaves_nothing_and_names_no_file_of_its_own(
    board: Path, lif: Lif
) -> None:
    before = sorted(board.rglob("*"))
    ran = lif("report coverage --as-at workspace --format md --out lif.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "lif: cannot write lif.yaml/coverage.md: a file stands where a folder is wanted\n"
    assert sorted(board.rglob("*")) == before


@pytest.mark.parametrize("out", ["data/site", "framework/site", "templates"])
def test_it_does_not_lie_among_the_records(board: Path, lif: Lif, out: str) -> None:
    (board / "templates").mkdir()
    ran = lif(f"site --out {out}")
    assert ran.code == 2
    assert "it lies among the records" in ran.err
    assert not (board / out / "index.html").exists()
