"""The page read into blocks: every word in order, whatever a template made of it, and nothing live."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from tests.folders import Write
from tests.reports import papers
from tests.reports.printed.seen import in_document, of_kind, on_page, runs
from tests.reports.reader import read
from tests.reports.test_demonstration import page as demonstration

from lif.reports.charts.palette import FALLBACK
from lif.reports.printed.blocks import (
    Block,
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
from lif.reports.printed.reading import document, words


def main(html: str) -> Document:
    """The document of a page that has nothing else in its main."""
    return document(f'<!DOCTYPE html><html lang="en-GB"><body><main>{html}</main></body></html>')


def blocks(html: str) -> Any:
    """What this HTML becomes, after the heading of the paper."""
    return main(f"<h1>Paper</h1>{html}").blocks[1:]


def test_the_frame_is_what_stands_on_every_page() -> None:
    found = document(demonstration("html"))
    page = read(demonstration("html"))
    assert found.title == page.headings[0][1]
    assert found.marking == "OFFICIAL-SENSITIVE"
    assert found.board
    assert found.language == "en-GB"
    assert found.draft
    assert words(found.stamp[0].pieces).startswith("Made from: ")


def test_no_word_of_the_demonstration_is_lost() -> None:
    page = demonstration("html")
    assert in_document(document(page)) == on_page(read(page))


def test_no_word_of_a_scorecard_is_lost_and_its_shape_is_kept(workspace: Write) -> None:
    page = papers.page(workspace, "html")
    found, seen = document(page), read(page)
    assert in_document(found) == on_page(seen)
    assert [(h.level, words(h.pieces)) for h in of_kind(found, Heading)] == seen.headings
    assert len(of_kind(found, Table)) == len(seen.all("table"))
    assert len(of_kind(found, Details)) == len(seen.all("details"))
    assert len(of_kind(found, Card)) == len([e for e in seen.all("article") if e.get("class") == "card"])
    assert of_kind(found, Figure)
    assert of_kind(found, Sign)


WORDS = some.text("ab &<é", min_size=1, max_size=6)
TAGS = (
    "p", "div", "section", "span", "strong", "em", "a", "li", "ul", "ol", "dl", "dt", "dd", "blockquote",
    "h2", "h3", "h5", "table", "caption", "thead", "tr", "td", "th", "details", "summary", "article",
    "code", "center", "x-board", "nav", "pre",
)  # fmt: skip
NAMES = (
    "",
    "callout",
    "banner",
    "card",
    "three",
    "quiet",
    "none",
    "tag",
    "key",
    "front",
    "matrix",
    "stage",
    "number",
    "at-wide",
    "k-bad",
    "unseen",
    "new-page",
)


@some.composite
def trees(draw: some.DrawFn, depth: int = 4) -> str:
    """HTML such as a board's template might hold, sound or not."""
    if depth == 0 or draw(some.booleans()):
        return draw(WORDS).replace("&", "&amp;").replace("<", "&lt;")
    inner = "".join(draw(some.lists(trees(depth - 1), max_size=4)))
    tag, name = draw(some.sampled_from(TAGS)), draw(some.sampled_from(NAMES))
    return f'<{tag} class="{name}">{inner}</{tag}>'


@settings(max_examples=300, deadline=None)
@given(trees())
def test_no_word_of_any_page_is_lost(html: str) -> None:
    page = f"<!DOCTYPE html><body><main><h1>T</h1>{html}</main>"
    lost = Counter(on_page(read(page))) - Counter(in_document(document(page)))
    assert lost == Counter()


def test_what_stands_outside_main_is_kept_and_the_skip_link_is_not() -> None:
    found = document(
        '<body><a class="skip" href="#paper">Skip</a><header class="top"><p class="board">B</p>'
        '<p class="marking">M</p><p>Ring us</p></header>loose<main id="paper"><h1>T</h1></main>after'
        '<footer class="stamp"><p>S: 1</p></footer></body>'
    )
    assert [run.text for run in runs(found.blocks)] == ["Ring us", "loose", "T", "after"]
    assert (found.board, found.marking, found.title) == ("B", "M", "T")
    assert found.stamp == (Paragraph((Run("S: 1"),)),)


def test_a_page_without_a_heading_is_named_all_the_same() -> None:
    found = document("<title>The name</title><p>Words</p>")
    assert found.blocks == (Heading(1, (Run("The name"),)), Paragraph((Run("Words"),)))
    assert document("").title == "Paper"


@pytest.mark.parametrize(
    ("html", "draft"),
    [
        (
            '<style>@page { @bottom-left { content: "\\000044\\000052\\000041\\000046\\000054 x" } }</style>',
            True,
        ),
        ('<style>@page { @bottom-left { content: "\\00004fFFICIAL" } }</style>', False),
        ('<div class="banner"><p><strong>Draft.</strong> Not issued.</p></div>', True),
        ("<p>Draft.</p>", False),
    ],
)
def test_a_draft_is_known_by_the_line_of_each_page_or_by_its_banner(html: str, draft: bool) -> None:
    assert document(html).draft is draft


def test_looks_and_white_space_are_those_of_a_browser() -> None:
    [paragraph] = blocks(
        "<p>\n one <strong>two\n</strong> <em>three</em><br> \n four <span class='quiet k-bad'> five </span>"
        "<code>six</code></p>"
    )
    assert paragraph == Paragraph(
        (
            Run("one "),
            Run("two ", bold=True),
            Run("three", italic=True),
            LineBreak(),
            Run("four "),
            Run("five ", quiet=True, tone="bad"),
            Run("six"),
        )
    )


def test_links_lead_to_what_is_there() -> None:
    found = main(
        "<h1>T</h1><p><a href='#here'>a</a><a href='#gone'>b</a><a href='https://x.test/'>c</a>"
        "<a href='javascript:alert(1)'>d</a><a href='other.html'>e</a><a href='mailto:x@y.test'>f</a></p>"
        "<table><caption>C</caption><tr id='here'><td>cell</td><td>next</td></tr></table>"
    )
    assert [(run.text, run.href) for run in runs(found.blocks[1])] == [
        ("a", "#here"),
        ("b", ""),
        ("c", "https://x.test/"),
        ("de", ""),
        ("f", "mailto:x@y.test"),
    ]
    assert of_kind(found, Cell)[0].blocks == (Paragraph((Run("cell"),), "here"),)


def test_headings_go_down_a_step_at_a_time() -> None:
    found = main("<h1>A</h1><h4>B</h4><h6>C</h6><h2 class='new-page'>D</h2>")
    assert [(h.level, h.new_page) for h in of_kind(found, Heading)] == [
        (1, False),
        (2, False),
        (3, False),
        (2, True),
    ]


def test_lists_nest_and_keep_their_numbers() -> None:
    assert blocks("<ol start='4'><li>a<ul><li>b</li></ul></li></ol><ul class='key'><li>c</li></ul>") == (
        Listing(
            ((Paragraph((Run("a"),)), Listing(((Paragraph((Run("b"),)),),))),),
            "numbers",
            4,
        ),
        Listing(((Paragraph((Run("c"),)),),), "key"),
    )


def test_terms_quotations_columns_and_folded_parts() -> None:
    found = blocks(
        "<dl><div><dt>T</dt><dd>m</dd><dd>n</dd></div></dl><blockquote><p>q</p></blockquote>"
        "<div class='three'><div>1</div><div>2</div><div>3</div><div>4</div></div>"
        "<details><summary>S</summary>in</details><details class='printed'><summary>P</summary>on</details>"
    )

    def one(text: str) -> tuple[Block, ...]:
        return (Paragraph((Run(text),)),)

    assert found == (
        Definitions((((Run("T"),), (*one("m"), *one("n"))),)),
        Quotation(one("q")),
        Columns((one("1"), one("2"), one("3"))),
        Columns((one("4"),)),
        Details((Run("S"),), one("in")),
        Details((Run("P"),), one("on"), True),
    )


def test_a_table_has_a_caption_heads_and_spans() -> None:
    [table, nameless] = blocks(
        "<h2>Above</h2><table class='matrix'><caption class='unseen'>C</caption><thead><tr><th>a<th>b</thead>"
        "<tr><th>r<td class='number raised' colspan=2 rowspan=0>n</table>"
        "<table><tr><th>x<th>y<tr><td>1<td class='none'>2</table>"
    )[1:]
    assert (words(table.caption), table.spoken, table.sort) == ("C", True, "matrix")
    assert [cell.scope for cell in table.head[0]] == ["col", "col"]
    row, number = table.body[0]
    assert row.scope == "row"
    assert (number.number, number.raised, number.across, number.down) == (True, True, 2, 1)
    assert (words(nameless.caption), nameless.spoken) == ("Above", True)
    assert [words(cell.blocks[0].pieces) for cell in nameless.head[0]] == ["x", "y"]
    assert nameless.body[0][1].blocks == (Paragraph((Run("2", quiet=True),)),)


def test_a_sign_is_a_picture_of_its_own_in_its_colour() -> None:
    [paragraph] = blocks(
        '<svg class="sprite" width="0" height="0"><symbol id="icon--met" viewBox="0 0 32 32">'
        '<path d="M1 1" fill="currentColor"/></symbol></svg>'
        '<p><span class="tag k-good"><svg class="icon k-good" aria-hidden="true" width="32" height="32">'
        '<use href="#icon--met"/></svg>met</span></p>'
    )
    sign, said = paragraph.pieces
    assert said == Run("met", bold=True, boxed=True, tone="good")
    assert sign.alt == ""
    svg = ET.fromstring(sign.svg)
    assert svg.get("viewBox") == "0 0 32 32"
    assert svg.get("color") == FALLBACK["good"]
    assert [child.tag for child in svg] == ["{http://www.w3.org/2000/svg}path"]


def test_a_chart_has_its_words_and_asks_for_nothing() -> None:
    [figure] = blocks(
        '<div class="figure"><div class="at-wide"><svg viewBox="0 0 720 300" onload="alert(1)">'
        "<title>T</title><desc>What it shows.</desc><script>alert(1)</script><style>*{fill:red}</style>"
        '<rect class="band" width="9" height="9"/><image href="file:///etc/passwd"/>'
        '<g class="k-line halo"><text>a &lt; b&nbsp;c</text></g><a href="https://x.test"><text>t</text></a>'
        "<foreignObject><p>x</p></foreignObject></svg></div>"
        '<div class="at-narrow"><svg viewBox="0 0 300 300"><title>N</title></svg></div></div>'
    )
    assert (figure.title, figure.alt) == ("T", "T. What it shows.")
    for never in ("script", "alert", "passwd", "https:", "foreignObject", "style", "<title"):
        assert never not in figure.svg
    svg = ET.fromstring(figure.svg)
    assert svg.get("viewBox") == "0 0 720 300"
    rect, image, group, _ = svg
    assert rect.get("fill") == FALLBACK["band"]
    assert image.attrib == {}
    assert (group.get("color"), group.get("stroke")) == (FALLBACK["line"], FALLBACK["paper"])
    assert "".join(group.itertext()) == "a < b\u00a0c"


def test_a_drawing_made_of_itself_comes_to_an_end() -> None:
    [figure] = blocks('<svg viewBox="0 0 99 99"><g id="a"><use href="#a"/><path d="M0 0"/></g></svg>')
    assert 0 < len(figure.svg) < 2000


def test_the_callout_and_the_banner_are_told_apart() -> None:
    found = blocks("<section class='callout'><h2>Do</h2></section><div class='banner'>Note</div>")
    assert [(type(b), b.sort) for b in found] == [(Callout, "ask"), (Callout, "banner")]


def test_a_picture_of_another_kind_leaves_its_words() -> None:
    assert blocks("<p>a<img alt='The crest' src='x.png'>b</p>") == (Paragraph((Run("a The crest b"),)),)


def test_a_boards_own_colours_reach_print_and_its_pictures() -> None:
    found = document(
        "<style>:root { --brand: #12436d; --worse: #b8500c } @media (prefers-color-scheme: dark) "
        "{ :root { --brand: #ffffff; } } :root { --brand: #800000; --worse: #123456; }</style>"
        '<svg viewBox="0 0 9 9" class="k-worse" color="#b8500c"><path d="M0 0"/></svg>'
    )
    assert dict(found.colours) == {"brand": "#800000", "worse": "#123456"}
    [sign] = of_kind(found, Sign)
    assert ET.fromstring(sign.svg).get("color") == "#123456"
    assert document(demonstration("html")).colours == ()
