"""R30x and R31x: what a file of records may not hold though YAML would let it: shapes, references, keys."""

from __future__ import annotations

from lif.diagnostics import AnyCode, coded
from lif.source.problems.words import Words, key_words, named, word_shown


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


@coded("R308")
def merge_key() -> Words:
    """The key `<<` would copy another mapping's keys into this one.

    Why:
        What a record says should stand in it; copied keys are overridden without a word.
    Fails:
        <<: *defaults
    Mend:
        Write the keys and values out.
    Source:
        YAML merge key, a working draft for YAML 1.1 that 1.2 left out.
    """
    return "'<<' would copy keys from another place; records have no such copies", "write the keys out here"


@coded("R309")
def duplicate_key(key: str, first_line: int) -> Words:
    """A key stands twice in one mapping.

    Why:
        Most readers keep the last in silence, so one of the two values is lost.
    Fails:
        status: open
        status: closed
    Mend:
        Keep the one that is right, or make a list of the two values.
    Source:
        YAML 1.2.2, section 3.2.1.1: keys of a mapping are unique.
    """
    return (
        f"{key_words(key)} stands here a second time; the first is on line {first_line}",
        "keep the one that is right and delete the other",
    )


@coded("R310")
def key_differs_by_case(key: str, other: str, first_line: int) -> Words:
    """Two keys of one mapping are the same but for capital letters.

    Why:
        A reader sees one key with two values.
    Fails:
        status: open
        Status: closed
    Mend:
        Keep the one that is right; keys are in small letters.
    Source:
        Keys of records are in small letters.
    """
    return (
        f"{key_words(key)} and {key_words(other)} on line {first_line} differ only in capital letters",
        "keep the one that is right, in small letters",
    )


@coded("R311")
def key_is_not_text(found: str) -> Words:
    """A list or a mapping stands where a key is expected.

    Why:
        Keys are the names of fields.
    Fails:
        ? [a, b]
        : c
    Mend:
        Write a plain word before the colon; put quotes round a text that begins with [ or {.
    Source:
        YAML 1.2.2, section 8.2.2; JSON and this project's records have only text as keys.
    """
    return (
        f"{found} stands where a key was expected",
        "write a plain word before the colon; put quotes round a text that begins with [ or {",
    )


@coded("R312")
def empty_key() -> Words:
    """A colon has no key before it.

    Why:
        Nothing says what the value is.
    Fails:
        '': Review
    Mend:
        Write the field's name before the colon.
    Source:
        Keys of records are names of fields.
    """
    return "there is no key before this colon", "write the field's name before the colon"


@coded("R313")
def key_reads_as_value(kind: str) -> Words:
    """A key would be read by other programs as a number, a date, true or false, or nothing.

    Why:
        2025.1 and 2025.10 become one key, and `true` is no longer a word.
    Fails:
        2025.1: 12
    Mend:
        Use a word for the key and put the number or date in a value.
    Source:
        YAML 1.2.2, section 10.3.2, tag resolution; YAML 1.1 types.
    """
    return (
        f"this key reads as {kind}; a key is the name of a field",
        "use a word for the key and put this in a value",
    )


@coded("R314")
def key_is_not_plain(why: str) -> Words:
    """A key holds something else than ASCII letters, digits, hyphens and underscores.

    Why:
        Look-alike letters and spaces make a key that no schema knows and no eye can tell.
    Fails:
        child's plan: yes
    Mend:
        Write the field's name as the schema has it; put quotes round a text that holds a colon.
    Source:
        Unicode Technical Standard 39, confusables; keys of records are names of fields.
    """
    return (
        f"this key {why}; keys are made of letters a to z, digits, hyphens and underscores",
        "write the field's name plainly; if this is text and no key, put quotes round it",
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


@coded("R317")
def key_with_capitals(key: str) -> Words:
    """A key is written with capital letters.

    Why:
        `Status` and `status` would be two keys to a machine and one to a reader.
    Fails:
        Title: Review of return interviews
    Mend:
        Write the key in small letters.
    Source:
        Keys of records are in small letters.
    """
    if len(key) > 40:
        return "this key has capital letters; keys are in small letters", "write it in small letters"
    return f"'{key}' has capital letters; keys are in small letters", f"write '{key.lower()}'"


def strangeness(key: str) -> str:
    """What makes a key other than plain, without repeating it: it may be somebody's words."""
    strange = next((c for c in key if not c.isascii()), None)
    if strange is not None:
        return f"holds {named(strange)}"
    if len(key) > 80:
        return "is longer than 80 characters"
    if key[0].isdigit():
        return "begins with a digit"
    sign = next((c for c in key if not (c.isalnum() or c in "_-")), None)
    if sign is None:
        return "begins with a hyphen"
    if sign == " ":
        return "holds a space"
    return f"holds the sign {sign}" if sign.isprintable() else f"holds {named(sign)}"


SHAPES: tuple[AnyCode, ...] = (
    nothing_in_file,
    not_a_record,
    second_document,
    directive,
    alias,
    anchor,
    tag,
    merge_key,
    duplicate_key,
    key_differs_by_case,
    key_is_not_text,
    empty_key,
    key_reads_as_value,
    key_is_not_plain,
    too_deep,
    too_many_values,
    key_with_capitals,
)
