"""R308 to R317: what can be wrong with a key of a record."""

from __future__ import annotations

from lif.diagnostics import AnyCode, coded
from lif.source.problems.words import Words, key_words, named


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


KEYS: tuple[AnyCode, ...] = (
    merge_key,
    duplicate_key,
    key_differs_by_case,
    key_is_not_text,
    empty_key,
    key_reads_as_value,
    key_is_not_plain,
    key_with_capitals,
)
