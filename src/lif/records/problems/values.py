"""Values that a field cannot hold: a choice, a date, a number, an id, a period."""

from __future__ import annotations

from lif.diagnostics import AnyCode, coded
from lif.records.problems.wording import NOT_SHOWN, Wording, listed, nearest, proposed_id, shown


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
        a rule of lif: counts are whole numbers, written one way.
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
        a rule of lif: quantities are plain decimals, written one way.
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
        decision 2: the schema decides types, not YAML.
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
        decision 4: a file for each record, named by its id.
    """
    from lif.records.fields import id_fault  # only where something is wrong: it brings the whole schema

    proposal = proposed_id(found) if shown(found) == found and found.isascii() else ""
    advice = "use lower-case words and single hyphens"
    if shown(found) == NOT_SHOWN and name != "id":
        advice = "name nobody: write the id of a role, a group or another record, as in head-of-early-help"
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
        decision 2: what YAML would join without a word is shown.
    """
    return Wording(
        f"'{name}' must be one line", "bring it to one line; was the next line indented by mistake?"
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
        Government Statistical Service: symbols for what is not a number; blank is none of them.
    """
    where = f"a member of '{name}'" if member else f"'{name}'"
    return Wording(f"{where} has no value", "give it a value, or remove the line")


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
        a rule of lif: quarters are financial, and are spelled one way.
    """
    return Wording(f"'{name}' is not a period: '{shown(found)}'", advice)


@coded("S122")
def not_a_time(name: str, found: str, advice: str) -> Wording:
    """A time of day was expected, by the 24-hour clock.

    Why:
        A duty of so many hours runs by the clock; 5.30 could be morning or evening.
    Fails:
        aware_time: 5.30pm
    Mend:
        Write hours and minutes with four digits: 17:30.
    Source:
        a rule of lif: times are written one way.
    """
    return Wording(f"'{name}' is not a time of day: '{shown(found)}'", advice)


@coded("S123")
def not_a_score(name: str, found: str, advice: str) -> Wording:
    """A number from 1 to 5 was expected.

    Why:
        Risks are rated on a scale of five by five; a 6 or a "high" cannot be compared with the others.
    Fails:
        likelihood: high
    Mend:
        Write 1, 2, 3, 4 or 5.
    Source:
        Practice of risk registers: likelihood and impact, each from 1 to 5.
    """
    return Wording(f"'{name}' is not a number from 1 to 5: '{shown(found)}'", advice)


VALUES: tuple[AnyCode, ...] = (
    wrong_choice,
    not_a_date,
    not_a_count,
    not_a_quantity,
    not_a_flag,
    not_an_id,
    not_one_line,
    no_value,
    not_a_period,
    not_a_time,
    not_a_score,
)
