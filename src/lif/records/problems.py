"""What can be wrong with a record's fields: one documented code for each, with its words and its cure."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from lif.diagnostics import AnyCode, Severity, coded

FieldPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one problem with a field: what is there, and what to do."""

    message: str
    hint: str = ""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like `word`, or nothing when none is close."""
    found = difflib.get_close_matches(word.lower(), list(known), n=1, cutoff=0.6)
    return found[0] if found else ""


def listed(words: Iterable[str]) -> str:
    """Words as a British English list: `a, b or c`."""
    items = list(words)
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} or {items[-1]}" if items else ""


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
        architecture decision: closed schemas.
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
        records.md: short at birth.
    """
    return Wording(f"the field '{name}' is missing", f"add '{name}:' ({_lower(meaning)})" if meaning else "")


@coded("S103")
def wrong_choice(name: str, found: str, choices: tuple[str, ...]) -> Wording:
    """A value that is not one of those the field can have.

    Why:
        Papers count and colour by these words; a word of one's own would fall out of every count.
    Fails:
        polarity: higher
    Mend:
        Choose one of the words in the message.
    Source:
        the kind's page in the reference.
    """
    like = nearest(found, choices)
    meant = f"did you mean '{like}'? " if like else ""
    return Wording(f"'{name}' cannot be '{shown(found)}'", f"{meant}write {listed(choices)}")


@coded("S104")
def not_a_date(name: str, found: str, advice: str) -> Wording:
    """A date that is not written year-month-day, or a day that does not exist.

    Why:
        05/01/2026 is the fifth of January to one reader and the first of May to another.
    Fails:
        due: 05/01/2026
    Mend:
        Write the year, the month and the day: 2026-01-05.
    Source:
        ISO 8601.
    """
    return Wording(f"'{name}' is not a date: '{shown(found)}'", advice)


@coded("S105")
def not_a_count(name: str, found: str, advice: str) -> Wording:
    """A whole number was expected: digits only, no sign, no comma, no leading nought.

    Why:
        5,000 and 5000 and 05000 are read differently by different programs.
    Fails:
        sample_size: 5,000
    Mend:
        Write the digits: 5000. Nought is 0.
    Source:
        figures.md: counts are whole numbers.
    """
    return Wording(f"'{name}' is not a whole number: '{shown(found)}'", advice)


@coded("S106")
def not_a_quantity(name: str, found: str, advice: str) -> Wording:
    """A plain decimal was expected.

    Why:
        Signs, separators, exponents and 'nan' are where figures go wrong without a word.
    Fails:
        numerator: 1e3
    Mend:
        Write the figure in plain digits, as in 1000 or 12.5.
    Source:
        figures.md: quantities are plain decimals.
    """
    return Wording(f"'{name}' is not a plain number: '{shown(found)}'", advice)


@coded("S107")
def not_a_flag(name: str, found: str) -> Wording:
    """Only true or false can stand here.

    Why:
        'no' is Norway to some programs and false to others.
    Fails:
        illustrative: yes
    Mend:
        Write true or false.
    Source:
        trust.md: the schema decides types.
    """
    meant = {"yes": "true", "y": "true", "1": "true", "on": "true", "no": "false", "n": "false"}.get(
        found.lower()
    )
    return Wording(
        f"'{name}' must be true or false, not '{shown(found)}'", f"write {meant or 'true or false'}"
    )


@coded("S108")
def not_an_id(name: str, found: str, fault: str) -> Wording:
    """A name that cannot be an id.

    Why:
        Ids become file names, page names and links on every system; they are never changed or reused.
    Fails:
        id: Neglect Audit
    Mend:
        Use lower-case words joined by single hyphens: neglect-audit.
    Source:
        records.md: ids.
    """
    from lif.records.fields import id_fault  # only where something is wrong: it brings the whole schema

    proposal = _slug(found) if shown(found) == found and found.isascii() else ""
    advice = "use lower-case words and single hyphens"
    if proposal not in ("", found) and not id_fault(proposal):
        advice = f"write {proposal}"
    return Wording(f"'{shown(found)}' cannot be {'an id' if name == 'id' else 'a link'}: {fault}", advice)


@coded("S109")
def not_one_line(name: str) -> Wording:
    """Several lines stand where one is expected.

    Why:
        Titles and names are printed in tables; a second line is often a
        neighbour that was indented by mistake.
    Fails:
        title: Neglect audit
          owner: chair-neglect
    Mend:
        Bring it to one line, or bring the swallowed line back to the left.
    Source:
        trust.md: everyday slips.
    """
    return Wording(
        f"'{name}' must be one line", "bring it to one line; was the next line indented by mistake?"
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


@coded("S112")
def no_value(name: str, member: bool = False) -> Wording:
    """The field is there and its value is not.

    Why:
        Empty is not nought, not 'not applicable' and not 'not yet': each of those is written out.
    Fails:
        owner:
    Mend:
        Give the value, or take the whole line away if it is not known yet.
    Source:
        figures.md: blank is an error.
    """
    where = f"a member of '{name}'" if member else f"'{name}'"
    return Wording(f"{where} has no value", "give it a value, or remove the line")


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


@coded("S115")
def not_a_period(name: str, found: str, advice: str) -> Wording:
    """A period that is not written in one of the known ways.

    Why:
        2025-Q2 could be spring or autumn; financial and calendar years differ by a quarter.
    Fails:
        period: 2025-Q2
    Mend:
        Write 2025-26-Q2 for a quarter, 2025-26 for a financial year, 2026-03-31 for a day.
    Source:
        product.md: quarters are financial.
    """
    return Wording(f"'{name}' is not a period: '{shown(found)}'", advice)


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
        records.md: one file, one record.
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
        records.md: the folder gives the kind.
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
        the page on lif.yaml.
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
        trust.md: says 'and N more'.
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
        trust.md: everyday slips.
    """
    return Wording(
        f"'{name}' goes on in the next line", "is that line a field of its own, indented by mistake?"
    )


_PERSONAL = re.compile(
    r"@"
    r"|(?:[0-9][^0-9a-z]{0,3}){9,}"  # long numbers, however they are grouped
    r"|\b[a-z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[a-d]\b"
    r"|\b[a-z]{1,2}[0-9][0-9a-z]? ?[0-9][a-z]{2}\b"
    r"|\b(?:born|dob|aged?|mother|father|mum|dad) "
    r"|\([0-9]{1,2}\)",
    re.ASCII | re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SEEN = 40
_READ = 120


def shown(text: str) -> str:
    """A value for a message: cut at 40 characters, nothing that does not print, nothing that may be personal.

    Long numbers, addresses of mail, postcodes, ages and what looks like a person's name are not repeated,
    because messages end in logs that more people read than the records (trust.md, schema door).
    """
    if _may_be_personal(unicodedata.normalize("NFKC", text[:_READ])):
        return "(not shown)"
    clean = "".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in text[: _SEEN + 1])
    return clean if len(text) <= _SEEN else clean[:_SEEN] + "…"


def _may_be_personal(text: str) -> bool:
    """By its form only: kinds of number, and two words in a row that both begin with a capital."""
    capitals = [word[0].isupper() for word in _WORDS.findall(text)]
    return _PERSONAL.search(text) is not None or any(one and other for one, other in pairwise(capitals))


def _lower(meaning: str) -> str:
    first = meaning.split(";")[0].split(":")[0].rstrip(".")
    return first[:1].lower() + first[1:]


def _slug(text: str) -> str:
    words = "".join(c if c.isascii() and c.isalnum() else " " for c in text.lower()).split()
    return "-".join(words)[:80].strip("-")


SCHEMA: tuple[AnyCode, ...] = (
    unknown_field,
    missing_field,
    wrong_choice,
    not_a_date,
    not_a_count,
    not_a_quantity,
    not_a_flag,
    not_an_id,
    not_one_line,
    list_expected,
    fields_expected,
    no_value,
    text_expected,
    list_too_short,
    not_a_period,
    record_expected,
    unknown_place,
    wrong_setting,
    several_kinds_of_slip,
    swallowed_line,
)


@coded("I101")
def id_and_file_differ(found: str, stem: str) -> Wording:
    """The record's id is not the name of its file.

    Why:
        Colleagues find a record by its file, and links find it by its id; they must be the same name.
    Fails:
        data/actions/act-2024-training.yaml with id: act-2024-trainings
    Mend:
        Rename the file, or correct the id; if other records link to the id, keep the id.
    Source:
        records.md: the id is the file's name.
    """
    return Wording(f"the id is '{shown(found)}' and the file is named '{shown(stem)}'", "make them the same")


@coded("I102")
def id_taken(found: str, other: str) -> Wording:
    """Two records have the same id.

    Why:
        One would hide the other: a lost record. It happens when two branches choose the same name.
    Fails:
        framework/themes.yaml and framework/groups/neglect.yaml both with id: neglect
    Mend:
        Give the younger record another id, and correct the links to it.
    Source:
        records.md: ids are unique in the workspace.
    """
    return Wording(
        f"the id '{shown(found)}' is taken by the record at {other}", "give one of the two another id"
    )


@coded("I103")
def item_id_taken(found: str) -> Wording:
    """Two items of one record have the same id.

    Why:
        A link to record-id/item-id would mean either.
    Fails:
        Two recommendations with id: rec-1 in one review.
    Mend:
        Give one of them another id, and correct the links to it.
    Source:
        records.md: an item's id is unique in its record.
    """
    return Wording(
        f"the item id '{shown(found)}' stands twice in this record", "give one of the two another id"
    )


IDENTITY: tuple[AnyCode, ...] = (id_and_file_differ, id_taken, item_id_taken)
