"""Fields in words: links by name, days in full, choices as readers say them, and nothing where nothing is."""

from __future__ import annotations

from tests.folders import Write
from tests.views.site.site_of import draft_of, page, said, site_of, texts

from lif.records.kinds import KINDS
from lif.views.site.bodies import RecordBody
from lif.views.site.naming import LONGEST, cut
from lif.views.site.places import folder_of, page_of, spoken, spoken_many


def test_folders_of_pages_are_plain_and_each_kind_has_its_own() -> None:
    folders = [folder_of(kind) for kind in KINDS]
    assert len(set(folders)) == len(folders)
    assert all(folder.replace("-", "").isalnum() and folder.islower() for folder in folders)
    assert not {"index", "a-z", "dates", "search", "kinds"} & set(folders)


def test_no_id_leads_out_of_its_folder() -> None:
    kind = KINDS[0]
    for hostile in ("../../etc/passwd", "a/b", "..", "", "A", "con", "index", "a" * 200, "é", "a\0b", "a b"):
        path = page_of(kind, hostile)
        assert path.startswith("boards/record-")
        assert path.count("/") == 1
        assert ".." not in path
    assert page_of(kind, "hill") == "boards/hill.html"
    assert page_of(kind, "..") != page_of(kind, "../..")


def test_every_kind_has_words_for_one_and_for_several() -> None:
    for kind in KINDS:
        assert "-" not in spoken(kind) + spoken_many(kind)
        assert spoken_many(kind)[0].isupper()
        assert "Section11" not in spoken_many(kind)


def test_a_long_name_is_cut_at_a_word() -> None:
    assert cut("short") == "short"
    long = "word " * 60
    assert len(cut(long)) <= LONGEST + 2
    assert cut(long).endswith("word …")


def test_fields_are_said_in_words(workspace: Write) -> None:
    files = {
        "data/meetings.yaml": """
            - id: quality-2025-03-12
              group: quality-group
              on: 2025-03-12
              held: true
              quorate: false
              quarter: 2024-25-Q3
              present: [police]
              apologies: [social-care]
              decisions:
                - id: ask
                  text: |
                    Ask the police about
                    response times.
                  about: [priority-neglect]
        """,
    }
    found = page(site_of(workspace, files, "2025-06-01"), "meetings/quality-2025-03-12.html")
    assert found.title == "Meeting, Quality assurance group, 12 March 2025"
    assert isinstance(found.body, RecordBody)
    facts = {fact.label: [word.text for word in fact.values] for fact in found.body.facts}
    assert facts == {
        "Group": ["Quality assurance group"],
        "Date": ["12 March 2025"],
        "Held": ["yes"],
        "Quarter": ["Quarter 3 2024/25 (October to December 2024)"],
        "Present": ["Police"],
        "Apologies": ["Social care"],
        "Quorate": ["no"],
    }
    (decisions,) = found.body.blocks
    assert decisions.title == "Decisions"
    assert decisions.table is not None
    (row,) = decisions.table.groups[0].rows
    assert row.anchor == "ask"
    assert [word.text for cell in row.cells for word in cell] == [
        "Ask the police about response times.",
        "Neglect",
    ]


def test_a_link_to_nothing_stays_as_it_was_written(workspace: Write) -> None:
    """A draft is made in spite of errors: what leads nowhere is words."""
    files = {
        "framework/themes.yaml": """
            - id: recording
              name: Recording
              part_of: nowhere
        """,
    }
    found = page(draft_of(workspace, files, "2025-06-01"), "themes/recording.html")
    assert isinstance(found.body, RecordBody)
    assert [(word.text, word.ref) for fact in found.body.facts for word in fact.values] == [("nowhere", None)]


def test_two_items_of_one_name_have_one_anchor(workspace: Write) -> None:
    files = {
        "data/meetings.yaml": """
            - id: quality-2025-03-12
              group: quality-group
              on: 2025-03-12
              held: true
              decisions:
                - id: ask
                  text: |
                    Ask once.
                - id: ask
                  text: |
                    Ask twice.
        """,
    }
    found = page(draft_of(workspace, files, "2025-06-01"), "meetings/quality-2025-03-12.html")
    assert "Ask twice." in said(found)
    assert list(texts(found.body)).count("ask") == 1


def test_a_retired_record_says_so_on_its_page_and_in_the_list(workspace: Write) -> None:
    files = {
        "framework/themes.yaml": """
            - id: recording
              name: Recording
              retired:
                on: 2025-05-01
                reason: |
                  Nobody used it.
        """,
    }
    found = site_of(workspace, files, "2025-06-01")
    assert "Retired on 1 May 2025: Nobody used it." in said(page(found, "themes/recording.html"))
    assert "retired" in said(page(found, "themes/index.html"))
