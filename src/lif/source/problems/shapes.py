"""R301 to R316: what a file of records may not be or hold, though YAML would let it."""

from __future__ import annotations

from lif.diagnostics import AnyCode, coded
from lif.source.problems.words import Words, word_shown


@coded("R301")
def nothing_in_file(holds: str = "") -> Words:
    """The file is empty or holds only comments.

    Why:
        A record is missing, and an empty file would pass in silence.
    Fails:
        # a comment and nothing else
    Mend:
        Write the record, or delete the file.
    Source:
        The layout of a workspace: every file holds a record or a list of records.
    """
    found = f"this file holds only {holds}" if holds else "this file is empty"
    return f"{found}; a record was expected", "write the record, starting with 'id:', or delete the file"


@coded("R302")
def not_a_record(found: str) -> Words:
    """The file is neither one record nor a list of records.

    Why:
        A record is made of keys with values; plain text or a list of words says nothing about which is which.
    Fails:
        just a sentence
    Mend:
        Write `key: value` lines, or a list in which each item is made of them.
    Source:
        The layout of a workspace: one mapping, or a list of mappings.
    """
    return (
        f"found {found} where a record was expected",
        "write lines like 'id: act-2026-visits', one key and its value each",
    )


@coded("R303")
def second_document() -> Words:
    """A line `---` starts a second YAML document in one file.

    Why:
        Some programs read only the first, so part of the record would disappear.
    Fails:
        notes: |
          one
        ---
          two
    Mend:
        Indent the dashes if they belong to the text; put a second record in its own file.
    Source:
        YAML 1.2.2, section 9.2, streams of documents.
    """
    return (
        "a second document starts here; a file holds one",
        "if the '---' belongs to a text, indent it like the text; if not, use a second file",
    )


@coded("R304")
def directive() -> Words:
    """The file begins with a `%` line that changes how YAML is read.

    Why:
        It can turn words such as `no` into values, and tools differ in what they make of it.
    Fails:
        %YAML 1.1
    Mend:
        Delete the line.
    Source:
        YAML 1.2.2, section 6.8, directives.
    """
    return "a line that begins with '%' changes how YAML is read", "delete the line"


@coded("R305")
def alias(name: str = "") -> Words:
    """A `*` at the start of a value is read as a reference to another place.

    Why:
        References can grow a small file into gigabytes, and the words that are meant are not in this place.
    Fails:
        title: *important* meeting
    Mend:
        Put quotes round a text that begins with *, or write the value out again.
    Source:
        YAML 1.2.2, section 7.1, alias nodes.
    """
    words = f"{word_shown(name)} after * is read as a reference to another place"
    return words, "put quotes round a text that begins with *, or write the value out again"


@coded("R306")
def anchor(name: str = "") -> Words:
    """A `&` at the start of a value is read as a name for other places to refer to.

    Why:
        References are not part of a record: each value stands where it is needed.
    Fails:
        owner: &lead Health
    Mend:
        Put quotes round a text that begins with &, or delete the mark.
    Source:
        YAML 1.2.2, section 6.9.2, node anchors.
    """
    words = f"{word_shown(name)} after & is read as a name for this value"
    return words, "put quotes round a text that begins with &, or delete the mark"


@coded("R307")
def tag() -> Words:
    """A `!` at the start of a value is read as a YAML type.

    Why:
        Types can make a reader run code, open files or change the text; here the schema says what a value is.
    Fails:
        title: !include /etc/passwd
    Mend:
        Put quotes round a text that begins with !, or delete the mark.
    Source:
        YAML 1.2.2, section 6.9.1, node tags.
    """
    return (
        "'!' at the start of a value is read as a type; records have none",
        "put quotes round a text that begins with !, or delete the mark and its word",
    )


@coded("R315")
def too_deep(limit: int) -> Words:
    """Lists and mappings stand inside one another too many times.

    Why:
        No record needs it, and thousands of levels bring programs down.
    Fails:
        A line of thirty thousand opening brackets.
    Mend:
        Put quotes round a text that begins with [ or {; split a record that is really so deep.
    Source:
        CWE-674, uncontrolled recursion; the limit is the project's.
    """
    return (
        f"lists and mappings stand more than {limit} levels inside one another here",
        "put quotes round a text that begins with [, { or -, or make the record flatter",
    )


@coded("R316")
def too_many_values(limit: int) -> Words:
    """The file holds more keys and values than one file may.

    Why:
        Such a file is slow to check and impossible to review.
    Fails:
        A list of forty thousand numbers in one record.
    Mend:
        Split the file, or keep the series as CSV beside its record.
    Source:
        CWE-400, uncontrolled resource consumption; the limit is the project's.
    """
    return (
        f"this file holds more than {limit:,} keys and values",
        "split it into several files; keep long series of figures as CSV beside their record",
    )


SHAPES: tuple[AnyCode, ...] = (
    nothing_in_file,
    not_a_record,
    second_document,
    directive,
    alias,
    anchor,
    tag,
    too_deep,
    too_many_values,
)
