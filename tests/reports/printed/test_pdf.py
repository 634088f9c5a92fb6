"""The PDF as independent software reads it: sound, whole, marked on every page, and the same each time."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from tests.folders import Write
from tests.reports import papers
from tests.reports.printed.papers import Printed, cell, paper, printed, said, table
from tests.reports.printed.seen import everything, of_kind
from tests.reports.printed.test_reading import trees
from tests.reports.test_demonstration import page as demonstration

from lif.reports.printed.blocks import (
    Callout,
    Card,
    Columns,
    Definitions,
    Details,
    Document,
    Figure,
    Heading,
    Listing,
    Quotation,
    Run,
    Sign,
    Table,
)
from lif.reports.printed.pdf import pdf
from lif.reports.printed.reading import document, words

TITLE = Heading(1, (Run("The paper"),))
CIRCLE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>'


@pytest.fixture(scope="module")
def demonstrated() -> Document:
    return document(demonstration("html"))


@pytest.fixture(scope="module")
def whole(demonstrated: Document) -> Printed:
    return printed(demonstrated, appendix=True)


def test_it_is_pdf_ua_with_a_title_and_a_language(whole: Printed, demonstrated: Document) -> None:
    assert whole.faults == []
    assert whole.root["/Lang"] == "en-GB"
    assert whole.root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert whole.reader.metadata is not None
    assert whole.reader.metadata.title == demonstrated.title
    assert whole.reader.metadata.creation_date is None


def test_every_page_carries_the_board_the_marking_and_its_number(
    whole: Printed, demonstrated: Document
) -> None:
    assert len(whole.pages) > 2
    for number, said_there in enumerate(whole.pages, 1):
        assert said_there.count(demonstrated.board) >= 1
        assert said_there.count("DRAFT · OFFICIAL-SENSITIVE") == 2
        assert f"Page {number} of {len(whole.pages)}" in said_there
    final = printed(replace(demonstrated, draft=False))
    assert all("DRAFT" not in each and "OFFICIAL-SENSITIVE" in each for each in final.pages)


def test_the_bookmarks_are_the_headings(demonstrated: Document) -> None:
    headings = [(h.level, words(h.pieces)) for h in of_kind(demonstrated, Heading)]
    assert printed(demonstrated).outline == headings


def test_the_figures_of_a_scorecard_have_their_words(workspace: Write) -> None:
    found = document(papers.page(workspace, "html"))
    made = printed(found)
    assert made.faults == []
    alts = [str(element["/Alt"]) for element in made.elements("Figure")]
    figures = [figure.alt for figure in of_kind(found, Figure)]
    assert [alt for alt in alts if alt in figures] == figures
    assert all(alts)  # the small lines of tables have their words too


def test_a_table_that_goes_on_repeats_its_head_on_each_page() -> None:
    made = printed(paper(TITLE, table(4, 200)))
    assert made.faults == []
    assert len(made.pages) == 4
    assert all("Column 0 Column 1 Column 2 Column 3" in each for each in made.pages)
    assert all(f"Row {y} cell 1 of {y}" in " ".join(made.pages) for y in range(200))
    assert len(made.elements("Table")) == 1
    assert len(made.elements("TR")) == 201


HOSTILE = (
    "#panic() #import 'x': * $x$ @ref <label> *bold* _it_ `raw` = Heading\n- list // comment /* */ \\ "
    "\\u{41} ~ -- ... 'quote' [content] {code} ]}) #sys.inputs #read('/etc/passwd')"
)


@pytest.mark.parametrize(
    "text",
    [
        HOSTILE,
        "w" * 400,
        "a-" * 300,
        "https://example.test/" + "path/" * 60,
        "left \u05e9\u05dc\u05d5\u05dd right",
        "",
        " ",
    ],
    ids=["commands", "long word", "hyphens", "address", "hebrew", "nothing", "space"],
)
def test_words_of_records_stay_words(text: str) -> None:
    """Whatever a record says, wherever it stands: nothing of it is a command, and nothing is lost."""
    row = (cell(text, scope="row"), cell(text), cell(text, number=True))
    blocks = (
        Heading(1, (Run(text or "x"),)),
        said(text, bold=True, tone="bad"),
        Listing(((said(text),),)),
        Table((Run(text or "x"),), ((cell(text, scope="col"),) * 3,), (row,)),
        Table((Run(text or "x"),), (), ((cell(text, scope="row"), cell(text)),), "facts"),
        Figure(CIRCLE, "t", text or "x"),
        said(text, boxed=True, href="#nowhere"),
    )
    made = printed(paper(*blocks, title=text or "x", draft=True))
    assert made.faults == []
    if text.isascii():
        assert made.letters.count("".join(text.split())) >= 7


@pytest.mark.parametrize("text", ["\U0001f600", "\u674e\u660e", "a\u0e2a"])
def test_a_character_that_no_font_has_is_shown_as_missing_and_told(text: str) -> None:
    made = printed(paper(TITLE, said(f"before {text} after \u2265 \u03b1")))
    assert made.faults == []
    assert "before" in made.pages[0] and "after \u2265 \u03b1" in made.pages[0]
    assert "\ufffd" in made.pages[0]
    assert "no letters for" in made.pages[0]


def test_folded_parts_are_printed_in_an_appendix_when_asked() -> None:
    folded = Details((Run("Data table for A1"),), (table(2, 2, "Data"),))
    blocks = (TITLE, Heading(2, (Run("Part"),)), folded, Details((Run("Open"),), (said("seen"),), True))
    short, whole = printed(paper(*blocks)), printed(paper(*blocks), appendix=True)
    assert "Data table" not in short.letters and "seen" in short.letters
    assert "Row 1" in " ".join(whole.pages)
    assert whole.outline[-2:] == [(2, "Appendix: what lies behind this paper"), (3, "Data table for A1")]
    assert whole.faults == []
    assert len(whole.links) == 1


def test_links_lead_to_places_in_the_paper_and_never_to_none() -> None:
    found = paper(
        TITLE,
        said("to the card", href="#card"),
        said("to nowhere", href="#gone"),
        said("to the web", href="https://example.test/"),
        Card((Heading(2, (Run("Card"),)), said("words")), "card"),
        Card((said("the same name again"),), "card"),
    )
    made = printed(found)
    assert made.faults == []
    assert len(made.elements("Link")) == 2
    assert [link.get("/A", {}).get("/URI") for link in made.links] == [None, "https://example.test/"]


def test_every_block_can_stand_in_every_other() -> None:
    inner = (
        Heading(2, (Run("Inner"),)),
        said("words"),
        Listing(((said("item"),),), "numbers", 3),
        Listing(((said("key"),), (said("other"),)), "key"),
        Quotation((said("quoted"),)),
        Definitions((((Run("term"),), (said("meaning"),)),)),
        table(2, 2),
        Figure(CIRCLE, "", ""),
        said("sign"),
        Details((Run("more"),), (said("open"),), True),
    )
    holders = (
        Callout(inner),
        Callout(inner, "banner"),
        Card(inner),
        Columns((inner, inner)),
        Quotation(inner),
        Listing((inner,)),
        Table((Run("Holds"),), (), ((cell("row", scope="row"), replace(cell(""), blocks=inner)),)),
        Details((Run("fold"),), (Callout(inner),)),
    )
    made = printed(paper(TITLE, *inner, *holders), appendix=True)
    assert made.faults == []
    assert made.letters.count("quoted") == 10
    assert sum(1 for each in everything(holders) if isinstance(each, Sign)) == 0


def test_spans_and_gaps_of_a_table_are_made_whole() -> None:
    rows = (
        (cell("tall", scope="row", down=9), cell("wide", across=7)),
        (cell("a"),),
        (cell("group", scope="rowgroup", across=3),),
        (),
        (cell("b"), cell("c", down=2), cell("d"), cell("e")),
        (cell("f"),),
    )
    made = printed(paper(TITLE, Table((Run("Odd"),), ((cell("h", scope="col"),),), rows)))
    assert made.faults == []
    assert all(word in made.letters for word in ("tall", "wide", "group", "a", "b", "c", "d", "e", "f"))


def test_the_same_document_gives_the_same_bytes(demonstrated: Document) -> None:
    assert pdf(demonstrated) == pdf(demonstrated)


def heads(made: Printed) -> dict[str, list[str]]:
    """What heads each cell of all tables, by the words that stand in it, as a screen reader is told."""
    found: dict[str, list[str]] = {}
    for element in made.elements("TH") + made.elements("TD"):
        table: Any = next((a for a in element.get("/A", ()) if a["/O"] == "/Table"), {})
        found[str(element.get("/ID", len(found)))] = [str(each) for each in table.get("/Headers", ())]
    return found


def scopes(made: Printed) -> list[str]:
    return [str(a["/Scope"]) for th in made.elements("TH") for a in th["/A"] if a["/O"] == "/Table"]


def test_rows_and_columns_of_a_table_head_their_cells() -> None:
    made = printed(paper(TITLE, table(3, 2), replace(table(2, 1), head=(), sort="facts", spoken=True)))
    assert made.faults == []
    assert scopes(made) == ["/Column"] * 3 + ["/Row"] * 3
    assert list(heads(made).values()) == [
        *([],) * 3,
        *(["U1x0y0"],) * 2,
        [],
        ["U1x1y0", "R0x0y1"],
        ["U1x2y0", "R0x0y1"],
        ["U1x1y0", "R0x0y2"],
        ["U1x2y0", "R0x0y2"],
        ["R1x0y0"],
    ]
    names = made.root["/StructTreeRoot"]["/IDTree"]["/Names"]
    known = dict(zip(names[::2], names[1::2], strict=True))
    assert list(known) == sorted(known)
    assert all(element.get_object()["/ID"] == name for name, element in known.items())
    assert {each for row in heads(made).values() for each in row} <= set(known)
    assert [a["/Summary"] for t in made.elements("Table") for a in t["/A"] if "/Summary" in a] == ["Figures"]


def test_a_group_of_rows_heads_them_with_their_columns() -> None:
    rows = (
        (cell("North", scope="rowgroup", across=2),),
        (cell("a", scope="row", down=2), cell("1")),
        (cell("2"),),
        (cell("South", scope="rowgroup", across=2),),
        (cell("b", scope="row"), cell("3")),
    )
    head = ((cell("Place", scope="col"), cell("Number", scope="col")),)
    made = printed(paper(TITLE, Table((Run("Places"),), head, rows)))
    assert made.faults == []
    cells = [each for name, each in heads(made).items() if name.isdigit()]
    assert cells == [
        ["U1x1y0", "U1x0y1", "R0x0y2"],
        ["U1x1y0", "U1x0y1", "R0x0y2"],
        ["U1x1y0", "U1x0y4", "R0x0y5"],
    ]


def test_words_like_the_files_own_do_not_confuse_it() -> None:
    text = "/K[1 0 R]/Type/StructElem/S/TD endobj 9 0 obj )( \\ <</Type/StructTreeRoot startxref 0 %%EOF"
    blocks = (Heading(1, (Run(text),)), Figure(CIRCLE, text, text), table(2, 1), table(2, 1, text))
    made = printed(paper(*blocks, title=text))
    assert made.faults == []
    assert scopes(made) == ["/Column", "/Column", "/Row"] * 2
    assert "endobj" in made.pages[0]


def test_slides_are_printed_on_their_side() -> None:
    slides = replace(document('<main><h1>T</h1><div class="slides"><h2>One</h2></div></main>'), board="B")
    for found, shape in ((slides, (595, 420)), (replace(slides, slides=False), (595, 842))):
        made = printed(found)
        assert made.faults == []
        box = made.reader.pages[0].mediabox
        assert (round(box.width), round(box.height)) == shape


@settings(max_examples=40, deadline=None)
@given(trees(5))
def test_whatever_a_template_holds_is_printed(html: str) -> None:
    found = document(f"<main><h1>T</h1><a href='#x'>l</a>{html}<div id='x'>y</div></main>")
    assert printed(found, appendix=True).faults == []


def test_a_new_page_begins_only_between_blocks() -> None:
    fresh = Heading(2, (Run("Annex"),), "", True)
    made = printed(
        paper(TITLE, fresh, Callout((Heading(3, (Run("Inner"),), "", True),)), Columns(((fresh,),)))
    )
    assert made.faults == []
    assert len(made.pages) == 2


@pytest.mark.parametrize(
    "holder",
    [
        "<blockquote>{}</blockquote>",
        "<ul><li>x {}</li></ul>",
        "<dl><dt>x</dt><dd>{}</dd></dl>",
        "<article class='card'>{}</article>",
        "<table><caption>x</caption><tr><th scope='row'>x</th><td>{}</td></tr></table>",
        "<div class='three'><div>x</div><div>{}</div></div>",
    ],
)
def test_what_stands_very_deep_is_printed_all_the_same(holder: str) -> None:
    """The engine gives up at some depth, which a record full of nested lists must not reach."""
    html = "the innermost words"
    for _ in range(25):
        html = holder.format(html)
    made = printed(document(f"<main><h1>T</h1><div class='callout'>{html}</div></main>"))
    assert made.faults == []
    assert "theinnermostwords" in made.letters
    assert made.letters.count("x") >= (25 if "x" in holder and "caption" not in holder else 0)
