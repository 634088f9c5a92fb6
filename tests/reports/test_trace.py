"""The page of a golden thread: read as software reads it, with hostile words, and the same in Markdown."""

from __future__ import annotations

import re
from datetime import date

import pytest
from markdown_it import MarkdownIt
from tests.folders import Write
from tests.reports.papers import STAMP
from tests.reports.reader import read, words
from tests.small_board import SMALL
from tests.views.test_thread import AS_AT, CARE, THREAD, woven

from lif.measures.assemble import assemble
from lif.reports.trace import render
from lif.views.thread import Thread, thread
from lif.workspace import Workspace

HOSTILE = "<b onclick=x>&amp; | # {{ 7*7 }} [a](javascript:b)"


def page(found: Thread, form: str = "html", draft: bool = False) -> str:
    return render(found, "Hill Safeguarding Children Partnership", STAMP, form, draft)


def test_the_page_is_sound_and_its_headings_are_in_order(workspace: Write) -> None:
    seen = read(page(woven(workspace, "incident-2024-a")))
    assert seen.slips == ()
    assert seen.headings == [
        (1, "Golden thread: Incident 2024-a"),
        (2, "Where it breaks"),
        (3, "Still to come"),
        (2, "The thread in stages"),
        (2, "What led here"),
        (2, "What came of it"),
    ]
    assert len(set(seen.values("id"))) == len(seen.values("id"))
    assert not seen.all("script", "img", "link")


def test_what_hangs_on_what_is_nested(workspace: Write) -> None:
    seen = read(page(woven(workspace, "review-2024-l/together")))
    (thread,) = [e for e in seen.all("ul") if e.attrib.get("class") == "thread"][-1:]
    names = [words(e) for e in thread.iter() if e.attrib.get("class") == "name"]
    assert names == [
        "Work together.",
        "Social care asks police first",
        "Police come to each meeting",
        "Lists of who came",
        "In time",
        "shown",
    ]
    inner = [e for e in thread.iter() if e.tag == "ul"]
    assert len(inner) == 3  # the thread itself, below the recommendation, below the police's action


def test_each_break_is_said_at_its_joint_and_before_all_else(workspace: Write) -> None:
    files = {**THREAD, CARE: THREAD[CARE].replace("due: 2025-06-30", "due: 2025-05-01")}
    for form in ("html", "md"):
        made = re.sub(r"<svg.*?</svg>", "", page(woven(workspace, "review-2024-l", files), form), flags=re.S)
        said = "it is not done; it was due 1 May 2025"
        assert made.count(said) == 2
        assert made.index(said) < made.index("What came of it")


def test_words_of_records_stay_words(workspace: Write) -> None:
    plain = woven(workspace, "act-care")
    files = {**THREAD, CARE: THREAD[CARE].replace("Social care asks police first", f"'{HOSTILE}'")}
    hostile = woven(workspace, "act-care", files)
    assert read(page(hostile)).shape == read(page(plain)).shape
    assert HOSTILE in words(read(page(hostile)).all("main")[0])
    made = MarkdownIt("commonmark").render(page(hostile, "md"))
    assert "<b onclick" not in made
    assert "<a " not in made


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_draft_and_an_example_say_so(workspace: Write, form: str) -> None:
    files = {
        **THREAD,
        CARE: THREAD[CARE].replace("id: act-care\n", "id: act-care\n        illustrative: true\n"),
    }
    made = page(woven(workspace, "review-2024-l", files), form, draft=True)
    assert "Draft." in made
    assert "Holds illustrative figures." in made
    assert "Draft." not in page(woven(workspace, "act-police"), form)
    assert "Holds illustrative" not in page(woven(workspace, "evidence-police"), form)


def test_the_same_thread_gives_the_same_bytes(workspace: Write) -> None:
    first, second = (page(woven(workspace, "incident-2024-a")) for _ in range(2))
    assert first == second
    assert "20 May 2025" in first
    assert "9 June 2024" in page(woven(workspace, "incident-2024-a", as_at=date(2024, 6, 9)))
    assert date(2025, 5, 20) == AS_AT


@pytest.mark.parametrize("form", ["html", "md"])
def test_what_cannot_be_read_is_told_apart_from_what_is_missing(workspace: Write, form: str) -> None:
    """The evidence of the police cannot be read: their action may be whole, or not."""
    files = {**SMALL, **THREAD, "data/evidence/evidence-police.yaml": "id: evidence-police\ntitle: 3\n"}
    loaded = Workspace.load(workspace(files), AS_AT, checks=())
    found = thread(loaded.register, assemble(loaded.register, AS_AT), "act-police", AS_AT)
    assert found is not None
    made = page(found, form)
    assert "The thread does not break anywhere." in made
    assert "What cannot be known, for a record that cannot be read" in made
    assert made.count("it was reported done, and nothing shows it, unless a record says so") == 2
    if form == "html":
        seen = read(made)
        (first, *_) = [e for e in seen.all("span") if e.attrib.get("class") == "joint unknown"]
        assert words(first).startswith("Not known:")
        assert seen.slips == ()
