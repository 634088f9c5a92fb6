"""A paper as a Word document: what a secretary finds in it, and what a reader of the screen is told."""

from __future__ import annotations

import struct

import pytest
from tests.folders import Write
from tests.reports import papers
from tests.reports.printed.seen import of_kind
from tests.reports.printed.word_pieces import A4_BETWEEN_MARGINS, CHART, TABLE, cell, head, made, said
from tests.reports.printed.word_reader import DECORATIVE, WP, R, W, Word, of, printed, text_of, value
from tests.reports.reader import read
from tests.reports.test_demonstration import page as demonstration

from lif.reports.charts.icons import icon_picture
from lif.reports.printed.blocks import (
    Callout,
    Card,
    Cell,
    Columns,
    Definitions,
    Details,
    Document,
    Figure,
    Heading,
    LineBreak,
    Listing,
    Paragraph,
    Quotation,
    Run,
    Sign,
    Table,
)
from lif.reports.printed.reading import document as reading
from lif.reports.printed.word import word


@pytest.fixture(scope="module")
def paper() -> Document:
    return reading(demonstration("html"))


@pytest.fixture(scope="module")
def whole(paper: Document) -> Word:
    return Word(word(paper))


def test_the_outline_is_that_of_the_page(whole: Word) -> None:
    assert whole.headings == read(demonstration("html")).headings
    assert whole.headings[0][0] == 1


def test_every_word_of_the_page_is_there_in_order(paper: Document, whole: Word) -> None:
    stamp = "".join("".join(r.text for p in paper.stamp for r in p.pieces if isinstance(r, Run)).split())
    assert "".join(text_of(whole.body).split()) == printed(paper) + stamp


def test_every_word_of_a_scorecard_is_there_and_its_outline(workspace: Write) -> None:
    page = papers.page(workspace, "html")
    found = reading(page)
    seen = Word(word(found))
    assert seen.headings == read(page).headings
    assert "".join(text_of(seen.body).split()).startswith(printed(found))
    assert len(seen.tables) == sum(1 for t in of_kind(found, Table) if not _folded(found, t))


def _folded(found: Document, table: Table) -> bool:
    return any(table in each.blocks for each in of_kind(found, Details) if not each.printed)


def test_the_page_is_a4_and_its_words_are_british(whole: Word) -> None:
    section = whole.document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    styles = whole.xml("word/styles.xml")
    assert {each.get(f"{W}val") for each in styles.iter(f"{W}lang")} == {"en-GB"}


def test_the_margins_say_whose_paper_it_is_how_it_is_marked_and_which_page() -> None:
    found = made(said("Words"))
    (header,), (footer,) = found.margins("header"), found.margins("footer")
    assert text_of(header) == "Hill Safeguarding Children PartnershipOFFICIAL-SENSITIVE"
    assert [each.get(f"{W}instr") for each in footer.iter(f"{W}fldSimple")] == [" PAGE ", " NUMPAGES "]
    assert "OFFICIAL-SENSITIVE · Hill Safeguarding Children PartnershipPage 1 of 1" in text_of(footer)
    assert text_of(footer).endswith("A paper")


def test_a_draft_says_so_on_every_page_and_another_paper_does_not() -> None:
    for draft in (True, False):
        found = made(said("Words"), draft=draft)
        for margin in (*found.margins("header"), *found.margins("footer")):
            assert ("DRAFT" in text_of(margin)) is draft


def test_what_the_file_says_of_itself_has_no_day_and_no_machine() -> None:
    found = made(said("Words"), title='Neglect & "more"')
    about = found.document.core_properties
    assert (about.title, about.author) == ('Neglect & "more"', "Hill Safeguarding Children Partnership")
    assert (about.language, about.keywords) == ("en-GB", "OFFICIAL-SENSITIVE")
    assert b"dcterms" not in found.parts["docProps/core.xml"]
    assert not [name for name in found.parts if name.startswith(("docProps/app", "docProps/thumb", "custom"))]


def test_headings_are_real_and_begin_a_page_where_they_should() -> None:
    found = made(
        Heading(1, (Run("A paper"),)), Heading(2, (Run("Part"),), new_page=True), Heading(4, (Run("Low"),))
    )
    first, part, low = found.paragraphs
    assert [p.style.name for p in (first, part, low)] == ["Heading 1", "Heading 2", "Heading 4"]
    assert [bool(p.paragraph_format.page_break_before) for p in (first, part, low)] == [False, True, False]
    assert all(p.style.paragraph_format.keep_with_next for p in (first, part, low))


def test_numbers_begin_again_in_each_list_and_where_they_are_told_to() -> None:
    one = Listing(((said("a"),), (said("b"),)), "numbers")
    found = made(one, Listing(((said("c"),),), "numbers", start=4), one)
    assert found.styled("List Number") == ["a", "b", "c", "a", "b"]
    used = [value(p, "pPr/numPr/numId") for p in found.body.iter(f"{W}p")]
    assert used[0] == used[1] != used[2] != used[3] == used[4] != used[0]
    numbers = {each.get(f"{W}numId"): each for each in found.xml("word/numbering.xml").iter(f"{W}num")}
    starts = [value(numbers[each], "lvlOverride/startOverride") for each in used if each is not None]
    assert starts == ["1", "1", "4", "1", "1"]


def test_lists_within_lists_and_what_else_stands_in_an_item() -> None:
    inner = Listing(((said("inner"),),), "numbers")
    found = made(Listing(((said("outer"), said("more"), inner, said("end")), (inner,))))
    styles = [p.style.name for p in found.paragraphs]
    assert styles[:5] == ["List Bullet", "List Continue", "List Number 2", "List Continue", "List Bullet"]
    assert found.styled("List Number 2") == ["inner", "inner"]
    levels = [value(p, "pPr/numPr/ilvl") for p in found.body.iter(f"{W}p")]
    assert levels[2] == levels[5] == "1"


def test_a_key_is_one_line() -> None:
    items = tuple((Paragraph((Sign(icon_picture("met")), Run(text))),) for text in ("one", "two"))
    found = made(Listing(items, "key"))
    (line,) = found.paragraphs
    assert line.style.name == "Key"
    assert line.text.split() == ["one", "two"]


def test_every_picture_is_described_or_is_decoration() -> None:
    found = made(
        Paragraph((Sign(icon_picture("met")), Run("met"))),
        Paragraph((Sign(icon_picture("missed"), "Off target", 10.0),)),
        Figure(CHART, "Visits", 'Visits. "Fewer" than <before> & falling.'),
    )
    told = [each.get("descr") for each in found.pictures]
    assert told == ["", "Off target", 'Visits. "Fewer" than <before> & falling.']
    assert [any(True for _ in each.iter(DECORATIVE)) for each in found.pictures] == [True, False, False]
    ids = [each.get("id") for each in found.pictures]
    assert len(set(ids)) == len(ids)


def test_a_chart_is_sharp_and_fits_the_page_and_its_cell() -> None:
    found = made(
        Figure(CHART, "T", "A"), Table((Run("T"),), (), ((Cell((Figure(CHART, "T", "A"),)), cell("a" * 60)),))
    )
    sizes = [int(each.get("cx", "0")) for each in found.body.iter(f"{WP}extent")]
    assert sizes[0] / 635 <= A4_BETWEEN_MARGINS
    assert sizes[1] / 635 <= int(value(found.tables[0], "tr/tc/tcPr/tcW", "w") or 0)
    pixels = sorted(_pixels(data) for name, data in found.parts.items() if name.endswith(".png"))
    for across, emu in zip(pixels, sorted(sizes), strict=True):
        assert across / (emu / 914_400) >= 200


def _pixels(png: bytes) -> int:
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    return int(struct.unpack(">I", png[16:20])[0])


def test_a_drawing_that_stands_often_is_stored_once() -> None:
    found = made(*(Paragraph((Sign(icon_picture("met")), Run("met"))) for _ in range(30)))
    assert len(found.pictures) == 30
    assert len([name for name in found.parts if name.endswith(".png")]) == 1


def test_looks_of_words() -> None:
    found = made(
        Paragraph((Run("b", bold=True), Run("i", italic=True), Run("q", quiet=True), Run("w", tone="worse")))
    )
    bold, italic, quiet, worse = found.paragraphs[0].runs
    assert (bold.bold, italic.italic, quiet.style.name) == (True, True, "Quiet")
    assert str(worse.font.color.rgb) == "B8500C"


def test_a_tag_is_boxed_in_its_colour_with_its_sign() -> None:
    found = made(Paragraph((Sign(icon_picture("missed")), Run("Red", boxed=True, bold=True, tone="bad"))))
    edges = [value(each, "rPr/bdr", "color") for each in found.body.iter(f"{W}r")]
    assert set(edges) == {"a8201a"}
    assert found.paragraphs[0].text == "\u00a0Red"


def test_a_line_break_is_one() -> None:
    assert made(Paragraph((Run("a"), LineBreak(), Run("b")))).paragraphs[0].text == "a\nb"


def test_links_lead_to_places_of_the_paper_and_to_the_web_alone() -> None:
    links = (
        Run("place", href="#card--x"),
        Run("nowhere", href="#gone"),
        Run("web", href="https://example.org/a?b=1&c=ü"),
        Run("mail", href="mailto:clerk@example.org"),
        Run("script", href="javascript:alert(1)"),
        Run("file", href="file:///etc/passwd"),
        Run("share", href="\\\\server\\share"),
        Run("beside", href="other.html"),
        Run("broken", href="https://[bad"),
        Run("long", href="https://example.org/" + "a" * 3000),
    )
    found = made(Paragraph(links), Card((Heading(3, (Run("Card"),)), said("words")), anchor="card--x"))
    linked = {text_of(each): each for each in found.body.iter(f"{W}hyperlink")}
    assert set(linked) == {"place", "web", "mail"}
    assert sorted(found.external().values()) == [
        "https://example.org/a?b=1&c=%C3%BC",
        "mailto:clerk@example.org",
    ]
    assert linked["web"].get(f"{R}id") in found.external()
    named = [each.get(f"{W}name") for each in found.body.iter(f"{W}bookmarkStart")]
    assert linked["place"].get(f"{W}anchor") in named
    assert "nowhere" in text_of(found.body)
    plain = next(each for each in found.body.iter(f"{W}r") if text_of(each) == "nowhere")
    assert value(plain, "rPr/rStyle") is None


def test_names_of_places_are_such_as_word_allows_and_no_two_are_alike() -> None:
    long = "a-very-long-name-of-a-place-that-goes-on-and-on"
    anchors = [f"{long}-{number}" for number in range(3)] + ["1-ä b", "1_ä_b"]
    links = Paragraph(tuple(Run("x", href=f"#{each}") for each in anchors))
    found = made(links, *(Paragraph((Run(each),), anchor=each) for each in anchors))
    names = [each.get(f"{W}name") or "" for each in found.body.iter(f"{W}bookmarkStart")]
    assert len(set(map(str.lower, names))) == len(anchors)
    assert all(len(each) <= 40 and each[0].isalpha() and each.replace("_", "a").isalnum() for each in names)
    assert [each.get(f"{W}anchor") for each in found.body.iter(f"{W}hyperlink")] == names


def test_what_is_folded_away_is_left_out_or_stands_in_an_appendix() -> None:
    folded = Details((Run("Data table for FD03"),), (said("Q1: 45"),), anchor="data")
    shown = Details((Run("Open"),), (said("on paper"),), printed=True)
    assert "Q1" not in text_of(made(folded, shown).body)
    assert "Openon paper" in text_of(made(folded, shown).body)
    found = made(Heading(1, (Run("A paper"),)), folded, shown, appendix=True)
    assert found.headings == [
        (1, "A paper"),
        (2, "Appendix: what lies behind this paper"),
        (3, "Data table for FD03"),
    ]
    assert text_of(found.body).index("on paper") < text_of(found.body).index("Q1: 45")
    (link,) = found.body.iter(f"{W}hyperlink")
    assert text_of(link) == "Data table for FD03: in the appendix"
    assert link.get(f"{W}anchor") in [each.get(f"{W}name") for each in found.body.iter(f"{W}bookmarkStart")]


def test_what_a_row_folds_away_is_named_by_its_row_in_the_appendix() -> None:
    row = (
        Cell(
            (
                Paragraph((Run("Plans reviewed"), LineBreak(), Run("CP01"))),
                Details((Run("3 sources"),), (said("one"),)),
            )
        ),
    )
    found = made(Table((Run("T"),), head("A"), (row,)), appendix=True)
    assert found.headings[1] == (3, "Plans reviewed: 3 sources")


def test_the_appendix_of_a_scorecard_holds_every_data_table(workspace: Write) -> None:
    found = reading(papers.page(workspace, "html"))
    folded = [each for each in of_kind(found, Details) if not each.printed]
    seen = Word(word(found, appendix=True))
    after = text_of(seen.body).partition("Appendix: what lies behind this paper")[2]
    assert folded
    for each in folded:
        for table in (block for block in each.blocks if isinstance(block, Table)):
            assert "".join(printed(of(table)).split())[:400] in "".join(after.split())


def test_a_callout_is_one_box_of_real_headings_lists_and_words() -> None:
    box = Callout(
        (Heading(2, (Run("What you are asked to do"),)), Listing(((said("Agree it."),),), "numbers"))
    )
    found = made(said("before"), box, said("after"))
    heading, item = found.paragraphs[1:3]
    assert (heading.style.name, item.style.name) == ("Heading 2", "List Number")
    fills = [value(p, "pPr/shd", "fill") for p in found.body.iter(f"{W}p")]
    assert fills == [None, "f3f7fa", "f3f7fa", None]
    insets = [value(p, "pPr/ind", "left") for p in found.body.iter(f"{W}p")]
    assert insets[1] == insets[2]
    assert heading.paragraph_format.keep_with_next
    assert not item.paragraph_format.keep_with_next


def test_a_banner_is_a_style() -> None:
    found = made(Callout((said("Draft. ", "Not issued."),), "banner"))
    assert found.styled("Banner") == ["Draft. Not issued."]


def test_a_card_is_held_together_and_let_go_at_its_end() -> None:
    card = Card((Heading(3, (Run("One"),)), said("a"), TABLE, said("z")))
    found = made(card, said("after"))
    kept = {text_of(p): p.find(f"{W}pPr/{W}keepNext") is not None for p in found.body.iter(f"{W}p")}
    assert kept["a"]
    assert kept["45"]
    assert kept["as promised"]
    assert not kept["z"]
    assert not kept["after"]


def test_columns_are_read_one_after_the_other() -> None:
    columns = tuple(
        (Heading(4, (Run(name),)), said(f"{name} words")) for name in ("What", "So what", "Now what")
    )
    found = made(Columns(columns))
    assert [level for level, _ in found.headings] == [4, 4, 4]
    assert [p.text for p in found.paragraphs][:4] == ["What", "What words", "So what", "So what words"]
    assert found.tables == []


def test_what_somebody_said_is_a_quotation() -> None:
    assert made(Quotation((said("We waited."),))).styled("Quote") == ["We waited."]


def test_a_board_s_own_colours_are_those_of_the_styles() -> None:
    found = made(Heading(2, (Run("Part"),)), colours=(("brand", "#5c2d91"),))
    assert str(found.document.styles["Heading 2"].font.color.rgb) == "5C2D91"
    assert str(made().document.styles["Heading 2"].font.color.rgb) == "12436D"


def test_a_short_term_stands_beside_its_meaning_and_a_long_one_above_it() -> None:
    long = "What the board promised to children and their families"
    entries = (
        ((Run("Neglect"),), (said("Needs that are not met."), said("For long."))),
        ((Run(long),), (said("Much."),)),
        ((Run("Steps"),), (Listing(((said("one"),),)),)),
    )
    found = made(Definitions(entries))
    told = [(p.style.name, p.text) for p in found.paragraphs]
    assert told == [
        ("Meaning", "Neglect\tNeeds that are not met."),
        ("Meaning", "For long."),
        ("Term", long),
        ("Meaning", "Much."),
        ("Term", "Steps"),
        ("List Bullet", "one"),
    ]
    assert found.paragraphs[0].runs[0].bold
    assert [p.paragraph_format.first_line_indent == 0 for p in found.paragraphs[:2]] == [False, True]


def test_the_stamp_is_one_line_and_never_alone_on_a_page() -> None:
    stamp = (said("Data as at: 10 May 2025"), said("Made by lif: 1"))
    found = made(said("first"), said("last"), stamp=stamp)
    assert [p.text.split() for p in found.paragraphs][-1][-3:] == ["by", "lif:", "1"]
    assert [p.style.name for p in found.paragraphs] == ["Normal", "Normal", "Stamp"]
    assert [bool(p.paragraph_format.keep_with_next) for p in found.paragraphs] == [False, True, False]
