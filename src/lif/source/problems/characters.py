"""R2xx: what can be wrong with a file's bytes, characters and lines before they are understood as YAML."""

from __future__ import annotations

from lif.diagnostics import AnyCode, coded
from lif.source.problems.words import Words, named


@coded("R201")
def not_utf8(byte: int, windows: bool = False, cut_off: bool = False) -> Words:
    """A byte of the file is not UTF-8 text.

    Why:
        A byte read in the wrong encoding turns a name or a sign into another one without a word.
    Fails:
        A record saved by an old editor in Windows-1252, where an opening quotation mark is byte 0x93.
    Mend:
        Open the file in its own encoding and save it as UTF-8.
    Source:
        RFC 3629, UTF-8.
    """
    if cut_off:
        return (
            f"the file ends in the middle of a character (byte 0x{byte:02X}); it may be half written",
            "save the file again, or fetch it again from where it came",
        )
    guess = "; it looks like Windows-1252" if windows else ""
    return (
        f"byte 0x{byte:02X} is not UTF-8 text{guess}",
        "save the file again with the encoding UTF-8",
    )


@coded("R202")
def other_encoding(name: str) -> Words:
    """The file is text in UTF-16 or UTF-32.

    Why:
        Git treats such a file as binary: changes cannot be seen or merged.
    Fails:
        A record saved by Windows Notepad as "Unicode".
    Mend:
        Save the file again with the encoding UTF-8.
    Source:
        RFC 2781 (UTF-16) and RFC 3629 (UTF-8).
    """
    return f"this file is {name}; records are UTF-8", "save the file again with the encoding UTF-8"


@coded("R203")
def binary_file(what: str = "") -> Words:
    """The file is not text at all.

    Why:
        A document or picture under a record's name means that the record itself is missing.
    Fails:
        A Word document renamed to act-2026-visits.yaml.
    Mend:
        Put the document elsewhere and write the record as text.
    Source:
        The first bytes of common file formats.
    """
    found = f" ({what})" if what else ""
    return (
        f"this is a binary file{found}, not text",
        "keep documents and pictures elsewhere; write the record as text",
    )


@coded("R204")
def lfs_pointer() -> Words:
    """The file is a Git LFS pointer; the record itself was not fetched.

    Why:
        The real content is on a server; what is here says only where.
    Fails:
        A first line "version https://git-lfs.github.com/spec/v1".
    Mend:
        Run `git lfs pull`, and take records out of Git LFS: they are small.
    Source:
        Git LFS specification, pointer files.
    """
    return (
        "this is a Git LFS pointer; the record itself has not been fetched",
        "run `git lfs pull`, and take records out of Git LFS",
    )


@coded("R205")
def web_page() -> Words:
    """The file is a web page, saved under a record's name.

    Why:
        A download that needed a sign-in, or failed, gives a page and not the file.
    Fails:
        A first line "<!DOCTYPE html>".
    Mend:
        Fetch the record again, and look at it before saving.
    Source:
        HTML Living Standard, the doctype.
    """
    return (
        "this is a web page (HTML) under a record's name",
        "fetch the file again; the page may be an error or a sign-in",
    )


@coded("R206")
def nul_character() -> Words:
    """The text holds the character U+0000.

    Why:
        Many programs take it as the end of the text, so that two readers see two different records.
    Fails:
        title: a<U+0000>b
    Mend:
        Delete the character; if there are many, the file is not text.
    Source:
        CWE-158, improper neutralisation of null byte.
    """
    return "U+0000 (null) stands in the text", "delete it; it is not part of any text"


@coded("R207")
def control_character(character: str) -> Words:
    """The text holds a character that is a command to a machine and not a letter.

    Why:
        It cannot be seen, changes what a terminal shows, and breaks spreadsheets and web pages.
    Fails:
        title: a<U+0007>b
    Mend:
        Delete the character and type the words again.
    Source:
        Unicode, categories Cc, Zl and Zp; CWE-150.
    """
    return f"{named(character)} stands in the text and cannot be seen", "delete it and type the words again"


@coded("R208")
def direction_control(character: str) -> Words:
    """The text holds a character that makes it show in another order than it is read.

    Why:
        What a person approves on the screen is then not what the machine reads.
    Fails:
        title: closed <U+202E>nepo
    Mend:
        Delete the character; right-to-left words need none to show rightly.
    Source:
        CVE-2021-42574; Unicode Technical Report 36.
    """
    return (
        f"{named(character)} makes the text show in another order than it is read",
        "delete it and type the words again",
    )


@coded("R209")
def character_without_width(character: str) -> Words:
    """The text holds a character that takes no room and cannot be seen.

    Why:
        Two names that look the same are then different, so searches and links miss.
    Fails:
        owner: Hea<U+200B>lth
    Mend:
        Delete the character; it often comes with text copied from a web page.
    Source:
        Unicode, category Cf; Unicode Technical Standard 39.
    """
    return (
        f"{named(character)} stands in the text and cannot be seen",
        "delete it; it often comes with text copied from a web page or Word",
    )


@coded("R210")
def hidden_text(character: str) -> Words:
    """The text holds tag characters, which carry words that nobody can see.

    Why:
        They can hold instructions for a program behind a harmless title.
    Fails:
        title: Review<U+E0069><U+E0067>
    Mend:
        Delete the word in which they stand and type it again.
    Source:
        Unicode, block Tags (U+E0000 to U+E007F).
    """
    return (
        f"{named(character)} begins text that cannot be seen",
        "delete the word before and after it and type them again",
    )


@coded("R211")
def not_a_plain_space(character: str, where: str) -> Words:
    """A no-break or other special space stands where YAML needs a plain one.

    Why:
        It looks like a space and is read as a letter, so a key or a whole list disappears into text.
    Fails:
        title:<U+00A0>Review
    Mend:
        Delete the space and type it again.
    Source:
        YAML 1.2.2, section 6.1; characters pasted from Word and web pages.
    """
    return (
        f"{named(character)} stands {where}, where a plain space is needed",
        "delete it and type a plain space; it often comes with text copied from Word or a web page",
    )


@coded("R212")
def tab_as_indentation(begins: bool = True) -> Words:
    """A line begins with a tab.

    Why:
        Editors show a tab with different widths, and YAML takes only spaces, so the shape would be a guess.
    Fails:
        notes: |
        <tab>one
    Mend:
        Replace the tab with two spaces for each level.
    Source:
        YAML 1.2.2, section 6.1: indentation is defined as spaces.
    """
    if not begins:
        return "a tab stands here where a space is needed", "replace the tab with a space"
    return "this line begins with a tab; indentation is made with spaces", "replace the tab with two spaces"


@coded("R213")
def merge_conflict() -> Words:
    """Git's marks of a merge that nobody has finished stand in the file.

    Why:
        Inside a block of text they are read as text, and both versions would go to the board.
    Fails:
        <<<<<<< HEAD
    Mend:
        Keep the lines that are right, delete the others and the lines of <<<<<<<, ======= and >>>>>>>.
    Source:
        git-merge, "How conflicts are presented".
    """
    return (
        "a merge was not finished: git's conflict mark stands here",
        "keep the lines that are right and delete the marks and the other lines",
    )


@coded("R214")
def old_line_ends() -> Words:
    """A carriage return stands alone, as in the line ends of old Macs.

    Why:
        The whole file counts as one line, so no message could say where something is wrong.
    Fails:
        id: act-2026-visits<U+000D>title: Visits
    Mend:
        Save the file with line ends of Unix (LF) or Windows (CRLF).
    Source:
        YAML 1.2.2, section 5.4; the project takes only LF and CRLF.
    """
    return (
        "U+000D (carriage return) stands here without a line feed, as in old Mac files",
        "save the file with line ends LF or CRLF",
    )


@coded("R215")
def escape_of_hidden_character(character: str) -> Words:
    """A `\\` escape in a quoted value stands for a character that may not be in the text.

    Why:
        Written as an escape the character passes every look at the file and is there all the same.
    Fails:
        title: "\\e[2Jgone"
    Mend:
        Delete the escape, and write what can be seen.
    Source:
        YAML 1.2.2, section 5.7; CWE-150.
    """
    return (
        f"an escape in this quoted text stands for {named(character)}, which may not be in a record",
        "delete the escape, and write only what can be seen",
    )


@coded("R216")
def line_too_long(limit: int) -> Words:
    """A line is far longer than any sentence.

    Why:
        Nobody can review it, and a change of one letter shows as a change of the whole line.
    Fails:
        title: "\\\\ and a hundred thousand more"
    Mend:
        Write long text in a | block, a sentence or two a line.
    Source:
        CWE-400, uncontrolled resource consumption; the limit is the project's.
    """
    return (
        f"this line is longer than {limit:,} characters",
        "write long text in a | block, a sentence or two on a line",
    )


CHARACTERS: tuple[AnyCode, ...] = (
    not_utf8,
    other_encoding,
    binary_file,
    lfs_pointer,
    web_page,
    nul_character,
    control_character,
    direction_control,
    character_without_width,
    hidden_text,
    not_a_plain_space,
    tab_as_indentation,
    merge_conflict,
    old_line_ends,
    escape_of_hidden_character,
    line_too_long,
)
