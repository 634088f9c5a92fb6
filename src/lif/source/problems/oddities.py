"""R25x: characters that do no harm by themselves and that nobody meant: warnings."""

from __future__ import annotations

from lif.diagnostics import AnyCode, Severity, coded
from lif.source.problems.words import Words, named


@coded("R251", Severity.WARNING)
def garbled_text(found: str, more: int = 0) -> Words:
    """Letters look like UTF-8 that was read as Windows-1252 and saved again.

    Why:
        Apostrophes and accents are lost in every paper made from the record.
    Fails:
        title: childrenâ€™s café
    Mend:
        Type the characters again; the neighbouring words say which they were.
    Source:
        The two encodings, UTF-8 (RFC 3629) and Windows-1252.
    """
    return (
        f"'{found}' looks like a sign that was garbled when the file was saved{_and_more(more)}",
        "type the sign again: an apostrophe, a dash, a pound sign or a letter with an accent",
    )


@coded("R252", Severity.WARNING)
def direction_mark(character: str, more: int = 0) -> Words:
    """The text holds a mark of direction that cannot be seen.

    Why:
        It does no harm on the page, but two texts that look the same are different.
    Fails:
        title: Review<U+200F> of plan
    Mend:
        Delete the mark unless the text mixes right-to-left words with others.
    Source:
        Unicode Standard Annex 9, implicit directional marks.
    """
    return (
        f"{named(character)} stands in the text and cannot be seen{_and_more(more)}",
        "delete it unless the text mixes right-to-left words with others",
    )


@coded("R253", Severity.WARNING)
def variation_selectors(character: str, more: int = 0) -> Words:
    """Several variation selectors stand in a row, or one that no sign asks for.

    Why:
        One chooses the look of a sign; a row of them can carry words that nobody sees.
    Fails:
        title: Review<U+E0100><U+E0101><U+E0102>
    Mend:
        Delete the word in which they stand and type it again.
    Source:
        Unicode, blocks Variation Selectors and Variation Selectors Supplement.
    """
    return (
        f"{named(character)} begins a row of characters that cannot be seen{_and_more(more)}",
        "delete the word before them and type it again",
    )


@coded("R254", Severity.WARNING)
def stacked_marks(more: int = 0) -> Words:
    """More than three accents stand on one letter.

    Why:
        They run over the lines above and below and make a table unreadable.
    Fails:
        title: a letter Z under hundreds of accents
    Mend:
        Type the word again without them.
    Source:
        Unicode Standard Annex 15, stream-safe text (no language needs so many).
    """
    return (
        f"more than three accents stand on one letter{_and_more(more)}",
        "type the word again without them",
    )


def _and_more(count: int) -> str:
    if not count:
        return ""
    return f" (and in {count} more {'place' if count == 1 else 'places'})"


ODDITIES: tuple[AnyCode, ...] = (garbled_text, direction_mark, variation_selectors, stacked_marks)
