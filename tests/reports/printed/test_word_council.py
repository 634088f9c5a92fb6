"""The council's own Word document: what of it is used, what is taken out, and what cannot be used."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.parser import OxmlElement
from docx.shared import Mm, Pt, RGBColor
from tests.reports.printed.word_pieces import TABLE, said
from tests.reports.printed.word_reader import W, Word, of, text_of, value

from lif.reports.printed.blocks import Block, Callout, Heading, Listing, Run
from lif.reports.printed.word import CannotUseDocument, word
from lif.reports.printed.word.blank import blank

PLAIN, MACROS = "application/vnd.openxmlformats-officedocument.wordprocessingml", "application/vnd.ms-word"
BLOCKS: tuple[Block, ...] = (
    Heading(1, (Run("Scorecard"),)),
    Heading(2, (Run("Part"),)),
    Heading(4, (Run("Low"),)),
    said("Words"),
    Listing(((said("one"),),), "numbers"),
    Listing(((said("two"),),), "numbers"),
    Listing(((said("dot"),),)),
    Callout((said("Note."),)),
    TABLE,
)


def lent(change: Callable[[Any], None] = lambda _: None) -> bytes:
    """A council's document, as Word would have made it, after a change."""
    document = docx.Document()
    document.add_paragraph("Report to Cabinet about Mrs Smith")
    document.styles["Heading 1"].font.color.rgb = RGBColor(0x11, 0x22, 0x33)
    document.styles["Normal"].font.name = "Gill Sans MT"
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(30)
    section.header.paragraphs[0].text = "Hill Council"
    change(document)
    return saved(document)


def saved(document: Any) -> bytes:
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def printed(base: bytes, **more: object) -> Word:
    return Word(word(of(*BLOCKS, **more), base=base))


def test_its_styles_and_page_are_used_and_its_text_is_gone() -> None:
    found = printed(lent())
    assert [p.style.name for p in found.paragraphs[:4]] == ["Heading 1", "Heading 2", "Heading 4", "Normal"]
    assert str(found.document.styles["Heading 1"].font.color.rgb) == "112233"
    assert found.document.styles["Normal"].font.name == "Gill Sans MT"
    assert round(found.document.sections[0].left_margin.mm) == 30
    assert b"Smith" not in b"".join(found.parts.values())
    grid = [int(each.get(f"{W}w", "0")) for each in found.tables[0].iter(f"{W}gridCol")]
    assert sum(grid) == round(150 * 1440 / 25.4)
    assert len(found.document.sections) == 1


def test_styles_that_it_lacks_are_added_and_look_after_its_own() -> None:
    found = printed(lent())
    for name in ("Call-out", "Table Text", "Table Heading", "Paper Table", "Quiet", "Tag", "Stamp"):
        assert found.document.styles[name]
    assert found.document.styles["Table Text"].base_style.name == "Normal"
    assert found.document.styles["Paper Table"].type == WD_STYLE_TYPE.TABLE
    names = [style.name for style in found.document.styles]
    assert len(names) == len(set(names))
    ids = [style.style_id for style in found.document.styles]
    assert len(ids) == len(set(ids))


def test_a_style_of_that_name_in_the_council_s_document_is_the_one_that_counts() -> None:
    def change(document: Any) -> None:
        document.styles.add_style("Table Text", WD_STYLE_TYPE.PARAGRAPH).font.size = Pt(13)

    found = printed(lent(change))
    assert found.document.styles["Table Text"].font.size == Pt(13)
    assert found.styled("Table Text")


def test_an_id_that_the_council_gave_to_another_style_is_left_to_it() -> None:
    def change(document: Any) -> None:
        document.styles.add_style("Other", WD_STYLE_TYPE.PARAGRAPH).element.set(f"{W}styleId", "TableText")

    found = printed(lent(change))
    assert found.styled("Table Text")
    assert found.styled("Other") == []


def test_numbers_begin_again_in_its_own_lists_too() -> None:
    found = printed(lent())
    used = [value(p, "pPr/numPr/numId") for p in found.body.iter(f"{W}p") if text_of(p) in ("one", "two")]
    assert None not in used
    assert used[0] != used[1]
    patterns = {each.get(f"{W}numId"): each for each in found.xml("word/numbering.xml").iter(f"{W}num")}
    own = value(found.document.styles["List Number"].element, "pPr/numPr/numId")
    assert {value(patterns[each], "abstractNumId") for each in used} == {
        value(patterns[own], "abstractNumId")
    }
    order = [each.tag.removeprefix(W) for each in found.xml("word/numbering.xml")]
    assert order == sorted(order)  # abstractNum before num, as Word wants them


def test_a_document_without_lists_gets_ours() -> None:
    document = docx.Document()
    for name in ("List Bullet", "List Number"):
        properties = document.styles[name].element.pPr
        properties.remove(properties.numPr)
    part = document.part
    for key in [key for key, each in part.rels.items() if each.reltype.endswith("/numbering")]:
        del part.rels[key]
    found = printed(saved(document))
    numbers = {each.get(f"{W}numId") for each in found.xml("word/numbering.xml").iter(f"{W}num")}
    used = {each.get(f"{W}val") for each in found.body.iter(f"{W}numId")}
    assert len(used) == 3
    assert used <= numbers


def test_its_head_is_kept_and_the_marking_added() -> None:
    found = printed(lent(), draft=True)
    (header,), (footer,) = found.margins("header"), found.margins("footer")
    assert [text_of(p) for p in header.iter(f"{W}p")] == ["Hill Council", "DRAFT · OFFICIAL-SENSITIVE"]
    assert "Page 1 of 1" in text_of(footer)
    assert text_of(footer).startswith("DRAFT · OFFICIAL-SENSITIVE · Hill")


def test_its_own_number_of_pages_and_marking_are_not_told_twice() -> None:
    def change(document: Any) -> None:
        footer = document.sections[0].footer.paragraphs[0]
        footer.text = "OFFICIAL-SENSITIVE, page "
        field = OxmlElement("w:fldSimple", {f"{W}instr": " PAGE \\* MERGEFORMAT "})
        footer._p.append(field)

    (footer,) = printed(lent(change)).margins("footer")
    assert text_of(footer) == "OFFICIAL-SENSITIVE, page "


def test_the_first_and_the_even_pages_are_marked_too() -> None:
    def change(document: Any) -> None:
        document.sections[0].different_first_page_header_footer = True
        document.sections[0].first_page_header.paragraphs[0].text = "Crest"
        document.settings.odd_and_even_pages_header_footer = True

    found = printed(lent(change), draft=True)
    heads, feet = found.margins("header"), found.margins("footer")
    assert len(heads) == len(feet) == 3
    assert all("DRAFT · OFFICIAL-SENSITIVE" in text_of(each) for each in (*heads, *feet))
    assert any("Crest" in text_of(each) for each in heads)


def test_heads_that_a_last_section_has_from_the_one_before_are_kept() -> None:
    def change(document: Any) -> None:
        document.add_section()

    found = printed(lent(change))
    assert len(found.document.sections) == 1
    assert text_of(found.margins("header")[0]).startswith("Hill Council")


def test_what_belonged_to_its_text_is_not_in_the_file() -> None:
    def change(document: Any) -> None:
        from lif.reports.charts.icons import icon_picture
        from lif.reports.printed.png import png

        document.add_picture(BytesIO(png(icon_picture("met"), 20)))
        document.add_comment(document.paragraphs[0].runs, text="Ask Mrs Smith", author="A Person")
        document.part.relate_to("https://example.org/smith", HYPERLINK, is_external=True)
        document.core_properties.author = "A Person"
        document.settings.element.append(OxmlElement("w:documentProtection", {f"{W}edit": "readOnly"}))

    found = printed(lent(change))
    every = b"".join(found.parts.values())
    for word_ in (b"Smith", b"A Person", b"smith", b"documentProtection"):
        assert word_ not in every
    assert not [name for name in found.parts if "comments" in name or "media" in name or "thumb" in name]


HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def test_the_same_bytes_again() -> None:
    base = lent()
    assert printed(base).data == printed(base).data


def test_every_word_is_british_in_an_american_document() -> None:
    found = printed(lent())
    assert {each.get(f"{W}val") for each in found.xml("word/styles.xml").iter(f"{W}lang")} == {"en-GB"}


def typed(kind: str) -> bytes:
    """A whole document whose main part says that it is of another kind."""
    made = BytesIO()
    with ZipFile(BytesIO(blank())) as source, ZipFile(made, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(
                name,
                data.replace(f"{PLAIN}.document.main+xml".encode(), kind.encode())
                if name[0] == "["
                else data,
            )
    return made.getvalue()


def zipped(**parts: bytes) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as target:
        for name, data in parts.items():
            target.writestr(name.replace("__", "/"), data)
    return made.getvalue()


def without(name: str) -> bytes:
    made = BytesIO()
    with ZipFile(BytesIO(blank())) as source, ZipFile(made, "w") as target:
        for each in source.namelist():
            if each != name:
                target.writestr(each, source.read(each))
    return made.getvalue()


def with_part(name: str, data: bytes) -> bytes:
    made = BytesIO()
    with ZipFile(BytesIO(blank())) as source, ZipFile(made, "w", ZIP_DEFLATED) as target:
        for each in source.namelist():
            target.writestr(each, data if each == name else source.read(each))
    return made.getvalue()


BOMB = (
    b'<!DOCTYPE x [<!ENTITY a "'
    + b"a" * 1000
    + b'"><!ENTITY b "'
    + b"&a;" * 1000
    + b'">]><x>'
    + b"&b;" * 1000
)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "no Word document"),
        (b"plain text", "no Word document"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old Word document (.doc) or protected by a password"),
        (
            typed(f"{PLAIN}.template.main+xml"),
            "(.dotx)",
        ),
        (typed(f"{MACROS}.document.macroEnabled.main+xml"), "macros (.docm)"),
        (typed(f"{MACROS}.template.macroEnabledTemplate.main+xml"), "macros (.dotm)"),
        (typed("application/vnd.oasis.opendocument.text"), "no Word document"),
        (zipped(a=b"b"), "no Word document"),
        (blank()[:-200], "no Word document"),
        (without("word/document.xml"), "cannot be read"),
        (without("_rels/.rels"), "cannot be read"),
        (with_part("word/document.xml", b"<broken"), "cannot be read"),
        (with_part("word/document.xml", b"<html/>"), "cannot be read"),
        (with_part("word/styles.xml", b"<broken"), "cannot be read"),
        (with_part("word/document.xml", BOMB), "cannot be read"),
        (with_part("word/document.xml", b"\0" * 160_000_000), "unpacks to more"),
        (b"PK" + b"\0" * 20_000_001, "20 MB"),
    ],
    ids=range(17),
)
def test_what_cannot_be_used_is_said_with_what_to_do(data: bytes, told: str) -> None:
    with pytest.raises(CannotUseDocument) as refused:
        word(of(*BLOCKS), base=data)
    message = str(refused.value)
    assert told in message
    assert "\n" not in message
    if told not in ("20 MB", "unpacks to more"):
        assert "save it as 'Word Document (*.docx)'" in message
