"""R32x and R33x: slips of everyday typing after which a file is no longer YAML."""

from __future__ import annotations

from lif.diagnostics import AnyCode, coded
from lif.source.problems.words import Words, named


@coded("R321")
def colon_in_text(in_brackets: bool = False) -> Words:
    """A text without quotes holds a colon and a space, which YAML reads as a key.

    Why:
        YAML cannot tell whether the words before the colon are text or a key.
    Fails:
        title: Review: phase 2
    Mend:
        Put quotes round the text, or write it in a | block.
    Source:
        YAML 1.2.2, section 7.3.3, plain scalars.
    """
    if in_brackets:
        return (
            "a colon inside brackets makes this text look like a key",
            "put double quotes round a text that holds a colon; after a key, put a space after the colon",
        )
    return (
        "a second colon on this line makes its text look like a key",
        "put double quotes round the text after the first colon, or write it in a | block",
    )


@coded("R322")
def sign_before_text(sign: str) -> Words:
    """A text without quotes begins with a sign that YAML keeps for itself.

    Why:
        The signs @ ` % and others cannot start plain text.
    Fails:
        owner: @jane
    Mend:
        Put quotes round the text.
    Source:
        YAML 1.2.2, section 5.3, indicator characters.
    """
    return f"'{sign}' cannot begin a text without quotes", "put double quotes round the text"


@coded("R323")
def quote_not_closed(mark: str) -> Words:
    """A quotation mark opens a text and nothing closes it.

    Why:
        Everything after it, to the end of the file, would be part of the text.
    Fails:
        title: "Review of return interviews
    Mend:
        Write the second quotation mark at the end of the text.
    Source:
        YAML 1.2.2, section 7.3, flow scalars.
    """
    return (
        f"the quotation mark {mark} opens a text here and nothing closes it",
        f"write {mark} at the end of the text",
    )


@coded("R324")
def text_after_quote(mark: str) -> Words:
    """Words stand after the quotation mark that closes a text.

    Why:
        An apostrophe inside single quotes ends the text too early.
    Fails:
        title: 'children's plan'
    Mend:
        Use double quotes round the text, or double the apostrophe.
    Source:
        YAML 1.2.2, sections 7.3.1 and 7.3.2, quoted scalars.
    """
    if mark == "'":
        return (
            "words stand after a closing ' mark: an apostrophe inside single quotes ends the text",
            'use double quotes round the text: "children\'s plan"',
        )
    return (
        'words stand after a closing " mark',
        'put the whole text inside the quotation marks; write \\" for a mark inside it',
    )


@coded("R325")
def escape_not_known() -> Words:
    """A backslash inside double quotes is followed by something that is no escape.

    Why:
        Inside double quotes a backslash begins a code such as \\n; a path such as C:\\data is then broken.
    Fails:
        file: "C:\\data"
    Mend:
        Use single quotes, or write two backslashes.
    Source:
        YAML 1.2.2, section 5.7, escaped characters.
    """
    return (
        "the backslash here begins a code that does not exist",
        "use single quotes round the text, or write two backslashes",
    )


@coded("R326")
def block_header() -> Words:
    """Something else than a line end stands after the | or > of a block.

    Why:
        The text of a block starts on the next line, indented.
    Fails:
        notes: |0
    Mend:
        Write | alone, and the text on the lines below, indented by two spaces.
    Source:
        YAML 1.2.2, section 8.1.1, block scalar headers.
    """
    return (
        "after | or > the line must end, and the text starts on the next line",
        "write | alone and indent the text below it; put quotes round a text that begins with | or >",
    )


@coded("R327")
def indentation_off() -> Words:
    """A line is indented to a depth that fits neither the line above nor the one that holds it.

    Why:
        Indentation says what belongs to what.
    Fails:
        owner:
          name: Health
         role: lead
    Mend:
        Indent lines that belong together by the same number of spaces.
    Source:
        YAML 1.2.2, section 6.1, indentation spaces.
    """
    return (
        "this line's indentation fits neither the lines above it nor what holds them",
        "indent lines that belong together by the same number of spaces",
    )


@coded("R328")
def bracket_not_closed(mark: str) -> Words:
    """A bracket opens a list or mapping, and nothing closes it or a comma is missing.

    Why:
        YAML reads on through the lines below in search of the other bracket.
    Fails:
        tags: [neglect, exploitation
    Mend:
        Write the closing bracket and commas; put quotes round a text that begins with a bracket.
    Source:
        YAML 1.2.2, section 7.4, flow collections.
    """
    closing = {"[": "]", "{": "}"}.get(mark, "the closing bracket")
    return (
        f"'{mark}' opens here, and '{closing}' or a comma is missing",
        f"write '{closing}' and commas; put quotes round a text that begins with '{mark}'",
    )


@coded("R329")
def colon_missing(look_alike: str = "") -> Words:
    """A line among `key: value` lines has no colon followed by a space.

    Why:
        YAML cannot tell whether the words are a key or part of the text above.
    Fails:
        title Review
        owner: health
    Mend:
        Write the colon and a space after the key; indent a line that continues a text.
    Source:
        YAML 1.2.2, section 8.2.2, block mappings.
    """
    if look_alike:
        return (
            f"{named(look_alike)} stands where a plain colon is needed",
            "delete it and type a colon and a space",
        )
    return (
        "this line has no 'key: ' at its start",
        "write the key, a colon and a space; or indent the line if it continues the text above",
    )


@coded("R330")
def list_and_keys_mixed() -> Words:
    """A line of a list stands among keys, or a key stands among the items of a list.

    Why:
        A value is a list or a mapping, never both.
    Fails:
        tags: neglect
          - exploitation
    Mend:
        Put every item on its own line, indented below the key.
    Source:
        YAML 1.2.2, section 8.2, block collection styles.
    """
    return (
        "items of a list and keys are mixed here",
        "put each item on its own line with '- ', all at one depth below their key",
    )


@coded("R331")
def not_understood() -> Words:
    """The line is not YAML, and no more is known.

    Why:
        A record that cannot be read is not checked.
    Fails:
        title: ]
    Mend:
        Compare the line with the one above; put quotes round texts that hold signs.
    Source:
        YAML 1.2.2.
    """
    return (
        "this line cannot be read as part of a record",
        "compare it with the lines above; put double quotes round a text that holds signs",
    )


@coded("R332")
def bracket_not_opened(mark: str) -> Words:
    """A bracket closes a list or mapping that was not opened.

    Why:
        YAML cannot tell where the list began.
    Fails:
        tags: [neglect, exploitation]]
    Mend:
        Delete the bracket; put quotes round a text that holds one.
    Source:
        YAML 1.2.2, section 7.4, flow collections.
    """
    return (
        f"'{mark}' closes a list or mapping that was not opened",
        "delete it, or put double quotes round the text that it belongs to",
    )


SLIPS: tuple[AnyCode, ...] = (
    colon_in_text,
    sign_before_text,
    quote_not_closed,
    text_after_quote,
    escape_not_known,
    block_header,
    indentation_off,
    bracket_not_closed,
    colon_missing,
    list_and_keys_mixed,
    not_understood,
    bracket_not_opened,
)
