"""What can be wrong with a board's own words in lif.yaml."""

from __future__ import annotations

from lif.diagnostics import AnyCode, coded
from lif.records.problems.wording import Wording, shown


@coded("S130")
def not_a_word(name: str, found: str, advice: str) -> Wording:
    """A word of the board's own that cannot stand in a sentence.

    Why:
        Papers put it in the place of their own word, in the middle of sentences and at the head of tables;
        a mark, a line end or a whole sentence would break them.
    Fails:
        priority: "key area (2025)"
    Mend:
        Write the word alone, as people say it: key area.
    Source:
        decision 37: a board's own words.
    """
    said = f": '{shown(found)}'" if found else ""
    return Wording(f"'{name}' is not a word that papers can use{said}", advice)


@coded("S131")
def not_two_forms(name: str, found: str, advice: str) -> Wording:
    """A word has a singular and a plural, and nothing else.

    Why:
        Papers speak of one and of several; of three words nobody can say which is meant.
    Fails:
        agency: [partner, partners, members]
    Mend:
        Choose one word, and give its singular and its plural; the plural may be left out.
    Source:
        decision 37: a board's own words.
    """
    return Wording(f"'{name}' should have one word: its singular, and its plural", advice)


@coded("S132")
def word_of_another(name: str, word: str, other: str, whose: str = "", others: str = "") -> Wording:
    """One word for two things that papers set side by side.

    Why:
        A paper that calls findings and recommendations by one word cannot tell its reader which it means.
    Fails:
        finding: recommendation
    Mend:
        Choose another word, or give the other thing a word of its own too. Where one of the two comes from
        a framework, a word of the board's own in its lif.yaml takes its place.
    Source:
        decision 37: a board's own words.
    """
    has = f", as {whose} has it" if whose else ""
    there = f" in {others}" if others else ""
    return Wording(
        f"'{name}' cannot be called '{shown(word)}'{has}: that is the word for {other}{there}",
        f"choose another word, or give {other} one of its own",
    )


VOCABULARY: tuple[AnyCode, ...] = (not_a_word, not_two_forms, word_of_another)
