"""The codes of texts that speak of figures: each names one way in which words and statistics can differ."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.checks.stories.reading_all import read_all
from lif.diagnostics import Severity
from lif.privacy import mask
from lif.register import Register

_ACCEPT = "change the words, or accept the warning with the reason"


def _found(register: Register, as_at: date, fault: str, hint: str) -> Iterator[Finding]:
    """The claims of one sort that do not hold."""
    for one in read_all(register, as_at).faults:
        if one.verdict.fault == fault:
            yield Finding(one.told.record, one.told.path, mask(one.verdict.message), hint, inside=one.inside)


@check("F201", Severity.WARNING)
def moved_the_other_way(register: Register, as_at: date) -> Iterator[Finding]:
    """A text says that a figure rose, fell, got better, got worse or stayed, and it did not.

    Why:
        A board decides by the sentence and not by the table; a fall told as a rise is the wrong decision.
    Fails:
        Performance has improved this quarter, where it fell from 82.2% to 78.7%.
    Mend:
        Say what the figure did, and since when. Without a period the last one before is meant.
    Source:
        Scrutiny minutes of a council in 2019: re-referrals of 14.8% told as an increase on a target of 18%.
    """
    yield from _found(register, as_at, "direction", f"say since when, {_ACCEPT}")


@check("F202", Severity.WARNING)
def not_so_against_target(register: Register, as_at: date) -> Iterator[Finding]:
    """A text says that a target is met, missed, passed or nearly reached, and it is not so.

    Why:
        Words about a target are what a board hears; the colour beside them must not say something else.
    Fails:
        On target, where the target is 90% and the figure 78.7%.
    Mend:
        Say where the figure stands. In line with a target is within its tolerance, or within a point of a
        target without one; met is green.
    Source:
        Scrutiny minutes of a council in 2019 and 2022: 14.8% above a ceiling of 18%, 89.8% in line with 90%.
    """
    yield from _found(register, as_at, "target", _ACCEPT)


@check("F203", Severity.WARNING)
def not_so_beside_others(register: Register, as_at: date) -> Iterator[Finding]:
    """A text says how a figure lies beside England, the region or neighbours, and it does not lie so.

    Why:
        Better than England ends a discussion; it must be so, in the same year.
    Fails:
        Above the England average, where England has 71.0% and the board 64.2%.
    Mend:
        Name the figures and their year. In line with is similar by the 95% interval, or within two points.
    Source:
        Figures are compared with the period they are of (figures of the board and its comparisons).
    """
    yield from _found(register, as_at, "beside", _ACCEPT)


@check("F204", Severity.WARNING)
def no_such_run(register: Register, as_at: date) -> Iterator[Finding]:
    """A text speaks of a record or a run of periods that the figures do not have.

    Why:
        The sixth quarter running and the lowest ever are remembered and repeated.
    Fails:
        For the third consecutive quarter, where the figure fell once and rose before that.
    Mend:
        Count again: the third quarter is three changes of the same way in a row.
    Source:
        A claim of words is tested like a number.
    """
    yield from _found(register, as_at, "run", _ACCEPT)


@check("F205", Severity.WARNING)
def number_not_in_the_data(register: Register, as_at: date) -> Iterator[Finding]:
    """A number in a text about an indicator is none of its figures, and nothing says where it comes from.

    Why:
        Two numbers for one thing in one paper, and no one can say which is right.
    Fails:
        41 of 52 children were seen in time, where the return has 38 of 52.
    Mend:
        Put the number right. If it is of something else, name its record in the sentence, as in
        (audit-neglect-2025), or say in the story's `figures_from` which number comes from where.
    Source:
        Numbers in stories must match the data or be explained.
    """
    hint = "put it right, or say in figures_from where it comes from"
    yield from _found(register, as_at, "number", hint)


@check("F206", Severity.WARNING)
def parts_do_not_fit(register: Register, as_at: date) -> Iterator[Finding]:
    """Numbers in one sentence do not fit each other.

    Why:
        A part that is more than its whole, or a percentage that is not that of its counts, is wrong whatever
        the data say.
    Fails:
        12 of 40 children (35%) were seen in time.
    Mend:
        Put the wrong one right; where people are counted twice, say so.
    Source:
        A council's report of July 2014: 3,045, 346 and 356 of 3,711 cases.
    """
    yield from _found(register, as_at, "parts", "one of them is wrong, or some are counted twice: say so")


@check("F207", Severity.WARNING)
def no_more_than_usual_variation(register: Register, as_at: date) -> Iterator[Finding]:
    """A text calls improving or worsening what the chart shows as usual variation.

    Why:
        Every series goes up and down; a board that acts on each change makes it worse.
    Fails:
        Timeliness is improving, where the last point lies within the limits and no rule flags it.
    Mend:
        Say what the figure was and is; keep improving and worsening for what the chart shows.
    Source:
        Making Data Count (NHS England): special cause is told from common cause by rules.
    """
    yield from _found(
        register, as_at, "variation", "say what it was and is, or accept the warning with the reason"
    )


@check("F208", Severity.WARNING)
def nothing_to_test_it_by(register: Register, as_at: date) -> Iterator[Finding]:
    """A text makes a claim about figures that are not recorded.

    Why:
        What cannot be tested may be true, and the board cannot know.
    Fails:
        Better than the national average, where no figure of England is recorded.
    Mend:
        Record the target, the comparison or the earlier figures; or say where the claim comes from.
    Source:
        Claims in stories are tested against the statistics.
    """
    yield from _found(register, as_at, "untested", "record what it rests on, or leave it out")


@check("F209", Severity.WARNING)
def share_in_words_is_not_so(register: Register, as_at: date) -> Iterator[Finding]:
    """A text says all, none, most, few, doubled or halved, and the figures say otherwise.

    Why:
        All children were seen leaves out those who were not.
    Fails:
        All visits were in time, where 38 of 52 were.
    Mend:
        Give the numbers: 38 of 52.
    Source:
        A hundred per cent and nought are the figures that are repeated most.
    """
    yield from _found(register, as_at, "share", _ACCEPT)


@check("F210", Severity.WARNING)
def explains_no_number(register: Register, as_at: date) -> Iterator[Finding]:
    """A story says where a number comes from that is not in it.

    Why:
        The text was changed and its explanation was not; the next number that happens to be the same would
        pass for explained.
    Fails:
        figures_from with number: 41, in a story that says 38.
    Mend:
        Write the number as the text has it, or take the explanation out.
    Source:
        Numbers in stories must match the data or be explained.
    """
    for told, at in read_all(register, as_at).idle:
        path = (*told.path[:-1], "figures_from", at, "number")
        yield Finding(told.record, path, "no such number stands in the story", "write it as the story has it")


STORIES = (
    moved_the_other_way,
    not_so_against_target,
    not_so_beside_others,
    no_such_run,
    number_not_in_the_data,
    parts_do_not_fit,
    no_more_than_usual_variation,
    nothing_to_test_it_by,
    share_in_words_is_not_so,
    explains_no_number,
)
