"""Fields that are missing, unknown, or of another shape than a record of the kind has."""

from __future__ import annotations

from lif.diagnostics import AnyCode, Severity, coded
from lif.records.problems.wording import Wording, listed, lower_first, nearest, shown


@coded("S101")
def unknown_field(name: str, known: tuple[str, ...]) -> Wording:
    """A field that records of this kind do not have.

    Why:
        A misspelt field would be lost without a word: the due date that nobody saw.
    Fails:
        staus: in-progress
    Mend:
        Use the field's own name; the message names the nearest. `lif schema` and the editor list them all.
    Source:
        decision 2: a record has the fields of its kind and no others.
    """
    like = nearest(name, known)
    advice = f"did you mean '{like}'?" if like else f"the fields here are {listed(known)}"
    return Wording(f"there is no field '{shown(name)}' here", advice)


@coded("S102")
def missing_field(name: str, meaning: str) -> Wording:
    """A field that is required from the first day is not there.

    Why:
        A record asks only for what is known on the day it is made; without that it means nothing.
    Fails:
        An action without `owner`.
    Mend:
        Add the field with its value.
    Source:
        a rule of lif: short at birth; later fields are asked for when their time comes.
    """
    return Wording(
        f"the field '{name}' is missing", f"add '{name}:' ({lower_first(meaning)})" if meaning else ""
    )


@coded("S110")
def list_expected(name: str, found: str) -> Wording:
    """One value stands where a list is expected.

    Why:
        A list that has one member today will have two tomorrow, and is written as a list from the start.
    Fails:
        themes: neglect
    Mend:
        Put each member on a line of its own after a hyphen and a space.
    Source:
        the kind's page in the reference.
    """
    slip = " (a hyphen needs a space after it)" if found.startswith("-") else ""
    return Wording(f"'{name}' must be a list{slip}", "write each member on its own line as '- member'")


@coded("S111")
def fields_expected(name: str, found: str) -> Wording:
    """A text or a list stands where a group of named fields is expected.

    Why:
        The parts have names so that each can be checked, linked and printed.
    Fails:
        assurance: yes, in March
    Mend:
        Write the named fields under it, each on its own line.
    Source:
        the kind's page in the reference.
    """
    return Wording(
        f"'{name}' must hold named fields, and holds {found}", "write 'name: value' lines under it"
    )


@coded("S113")
def text_expected(name: str, found: str) -> Wording:
    """A list or named fields stand where a text is expected.

    Why:
        A colon and a space inside a text, or a hyphen at its start, makes a structure of it.
    Fails:
        title:
          - Neglect audit
    Mend:
        Write the text on the same line, in quotes if it holds ': '.
    Source:
        the kind's page in the reference.
    """
    return Wording(
        f"'{name}' must be text, and holds {found}", "write the text after the colon, in quotes if needed"
    )


@coded("S114")
def list_too_short(name: str) -> Wording:
    """The list must have at least one member.

    Why:
        An evidence that shows nothing, or a review without a date, says nothing.
    Fails:
        shows: []
    Mend:
        Add a member.
    Source:
        the kind's page in the reference.
    """
    return Wording(f"'{name}' needs at least one member", "add one")


@coded("S116")
def record_expected(found: str) -> Wording:
    """The file holds a list where one record is expected, or the other way round.

    Why:
        A file named after an id holds that record; a list file is named after its kind.
    Fails:
        data/actions/act-2024-training.yaml that starts with a hyphen.
    Mend:
        One record a file, or the list in the file of the kind.
    Source:
        decision 4: a file for each record.
    """
    return Wording(f"expected {found}", "a file in the folder of a kind holds one record; ID.yaml names it")


@coded("S117")
def unknown_place(path: str, known: tuple[str, ...]) -> Wording:
    """A file in a folder that belongs to no kind of record.

    Why:
        A record in the wrong folder is read by nobody, and nobody notices.
    Fails:
        data/action/act-2024-training.yaml
    Mend:
        Move it to the folder of its kind; the message names the nearest.
    Source:
        decision 4: the folder gives the kind.
    """
    folder = path.rsplit("/", 1)[0] if path.count("/") > 1 else path.removesuffix(".yaml")
    by_name = {place.rpartition("/")[2]: place for place in known}
    like = by_name.get(nearest(folder.rpartition("/")[2], by_name), "")
    return Wording(
        f"'{shown(folder)}' is not a folder of records",
        f"did you mean '{like}'?" if like else "see `lif schema --list`",
    )


@coded("S119")
def wrong_setting(found: str) -> Wording:
    """A setting in lif.yaml that cannot be used.

    Why:
        lif.yaml says whose workspace it is and what it builds on; without it nothing can be made.
    Fails:
        extends: [engalnd]
    Mend:
        Correct the setting; the message says what was expected.
    Source:
        the page on lif.yaml in the reference.
    """
    return Wording(found, "correct lif.yaml")


@coded("S120")
def several_kinds_of_slip(count: int) -> Wording:
    """More problems in one file than are worth listing one by one.

    Why:
        Two thousand messages about one file hide the one that explains them.
    Fails:
        A list of 2,000 members that should be named fields and are not.
    Mend:
        Mend the first ones and run `lif validate` again.
    Source:
        decision 5: the first hundred faults of a file, and how many more there are.
    """
    return Wording(
        f"and {count} more problem{'' if count == 1 else 's'} in this file",
        "mend those above first, then run lif validate again",
    )


@coded("S121", Severity.WARNING)
def swallowed_line(name: str) -> Wording:
    """A one-line text without quotes goes on in the next line, which YAML joins to it.

    Why:
        The next line is often a field of its own that was indented by mistake, and is lost as a field.
    Fails:
        title: Neglect audit
          owner: chair-neglect
    Mend:
        Bring the next line back to the left, or put the whole text on one line.
    Source:
        decision 2: what YAML would join without a word is shown.
    """
    return Wording(
        f"'{name}' goes on in the next line", "is that line a field of its own, indented by mistake?"
    )


SHAPES: tuple[AnyCode, ...] = (
    unknown_field,
    missing_field,
    list_expected,
    fields_expected,
    text_expected,
    list_too_short,
    record_expected,
    unknown_place,
    wrong_setting,
    several_kinds_of_slip,
    swallowed_line,
)
