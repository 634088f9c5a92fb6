"""The parts of a Word document: sound, complete, in the order of the schema, whatever words stand in it."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from tests.folders import Write
from tests.reports import papers
from tests.reports.printed.word_pieces import CHART, cell, made, said
from tests.reports.printed.word_reader import W, Word, style_of, text_of, value
from tests.reports.series import HOSTILE
from tests.reports.test_demonstration import page as demonstration

from lif.reports.charts.icons import icon_picture
from lif.reports.printed.blocks import Details, Document, Figure, Heading, Paragraph, Run, Sign, Table
from lif.reports.printed.png import png
from lif.reports.printed.reading import document as reading
from lif.reports.printed.word import word


@pytest.fixture(scope="module")
def paper() -> Document:
    return reading(demonstration("html"))


@pytest.fixture(scope="module")
def whole(paper: Document) -> Word:
    return Word(word(paper))


EVIL = (
    *HOSTILE,
    "\x00\x01\x0b\x1f\ud800\udfff\ufffe\uffff",
    "]]>&amp;<w:p/>",
    '{ INCLUDETEXT "C:\\\\secret.txt" }',
    '=HYPERLINK("http://evil.example","x")',
    "x" * 5000,
    "\u202egnp.exe \u2066 \U0001f469\u200d\U0001f467",
    "line\nline\r\n\ttab",
)


@pytest.mark.parametrize("text", EVIL)
def test_hostile_words_are_words(text: str) -> None:
    row = (cell(text, scope="row"), cell(text, number=True))
    found = made(
        Heading(1, (Run(text),), anchor=text),
        Paragraph((Run(text, href=text), Run(text, tone=text[:9], boxed=True), Run("x", href=f"#{text}"))),
        Table((Run(text),), (row,), (row,)),
        Figure(CHART, text, text),
        Paragraph((Sign(icon_picture("met"), text),)),
        Details((Run(text),), (said(text),)),
        appendix=True,
        title=text,
        board=text,
        marking=text,
    )
    for name, data in found.parts.items():
        if name.endswith((".xml", ".rels")):
            ET.fromstring(data)
    assert list(found.body.iter(f"{W}fldSimple")) == []
    assert list(found.body.iter(f"{W}instrText")) == []
    assert not [each for each in found.external().values() if not each.startswith(("http", "mailto:"))]
    assert found.document.paragraphs


def test_no_part_is_missing_loose_or_told_twice(whole: Word) -> None:
    names = Counter(name.lower() for name in whole.parts)
    assert set(names.values()) == {1}
    types = whole.xml("[Content_Types].xml")
    told = {each.get("PartName", "").lstrip("/") for each in types if each.tag.endswith("Override")}
    endings = {each.get("Extension") for each in types if each.tag.endswith("Default")}
    assert told <= set(whole.parts)
    for name in whole.parts:
        if name != "[Content_Types].xml":
            assert name in told or name.rsplit(".", 1)[1] in endings
    for name in [each for each in whole.parts if each.endswith(".rels")]:
        folder = name.split("_rels/")[0]
        for each in whole.xml(name):
            if each.get("TargetMode") != "External":
                assert folder + each.get("Target", "") in whole.parts


ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr "
    "shd tabs spacing ind contextualSpacing mirrorIndents jc textAlignment outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps strike color spacing w kern position sz szCs highlight u "
    "effect bdr shd lang",
    "tblPr": "tblStyle tblpPr tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook "
    "tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign",
    "sectPr": "headerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed "
    "qFormat locked personal rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
}
"""Word calls a document broken whose properties stand in another order than the schema has (ECMA-376, 17)."""


def _same(name: str) -> str:
    """Heads and feet of a section may be told in any order."""
    return "headerReference" if name == "footerReference" else name


def test_properties_stand_in_the_order_of_the_schema(workspace: Write) -> None:
    found = Word(word(reading(papers.page(workspace, "html")), appendix=True))
    seen = 0
    for name in ("document", "styles", "numbering", "header1", "footer1"):
        for each in found.xml(f"word/{name}.xml").iter():
            order = ORDER.get(each.tag.removeprefix(W), "").split()
            if order:
                places = [order.index(_same(child.tag.removeprefix(W))) for child in each]
                assert all(a <= b for a, b in pairwise(places)), ET.tostring(each)
                seen += 1
    assert seen > 1000


def test_every_style_that_is_used_is_there(whole: Word) -> None:
    ids = {each.get(f"{W}styleId") for each in whole.xml("word/styles.xml").iter(f"{W}style")}
    used = {
        each.get(f"{W}val")
        for name in ("document", "header1", "footer1")
        for kind in ("pStyle", "rStyle", "tblStyle")
        for each in whole.xml(f"word/{name}.xml").iter(f"{W}{kind}")
    }
    used |= {
        value(each, key)
        for each in whole.xml("word/styles.xml").iter(f"{W}style")
        for key in ("basedOn", "next")
    }
    assert used - {None} <= ids
    assert style_of(next(whole.body.iter(f"{W}p"))) == "Heading1"


def test_word_does_not_open_it_as_a_document_of_an_older_word(whole: Word) -> None:
    modes = [
        each.get(f"{W}val")
        for each in whole.xml("word/settings.xml").iter(f"{W}compatSetting")
        if each.get(f"{W}name") == "compatibilityMode"
    ]
    assert modes == ["15"]


@pytest.mark.parametrize(
    "inside",
    ["<foo:bar/>", "<path d=", "", 'viewBox="0 0 1e999 5">', 'viewBox="0 0 1 1e9">', 'viewBox="0 0 1e9 1">'],
)
def test_a_drawing_that_cannot_be_drawn_is_its_words(inside: str) -> None:
    box = "" if inside.startswith("viewBox") else 'viewBox="0 0 10 10">'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {box}{inside}</svg>'
    found = made(
        Figure(svg, "T", "Falling since May."), Paragraph((Sign(svg, "off target"), Sign(svg), Run("x")))
    )
    told = text_of(found.body) + "".join(each.get("descr", "") for each in found.pictures)
    assert "Falling since May." in told
    assert "off target" in told


def test_a_drawing_reaches_for_no_file_and_no_address(tmp_path: Path) -> None:
    (tmp_path / "red.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>'
    )
    pictures = []
    for address in ((tmp_path / "red.svg").as_uri(), str(tmp_path / "red.svg"), "&#47;gone.svg"):
        image = f'<image href="{address}" width="10" height="10"/>'
        pictures.append(png(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">{image}</svg>', 20))
    assert pictures[0] == pictures[1] == pictures[2]
