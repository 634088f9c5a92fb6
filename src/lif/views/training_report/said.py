"""The headlines of a training report, what the board is asked, and what nobody can tell."""

from __future__ import annotations

from collections.abc import Iterator

from lif.calendars import long_date
from lif.views.came_of import many
from lif.views.shares import ENOUGH, share
from lif.views.training_report.keeping import CurrencyLine, NeedLine
from lif.views.training_report.levels import Level
from lif.views.training_report.reach import Reach

LEVEL_WORDS = (
    "What they thought of it",
    "What they learned",
    "What they do differently",
    "What changed for children",
)
"""What each of the four levels is called in the headlines."""


def in_short(came: Reach, found: tuple[Level, ...], kept: tuple[CurrencyLine, ...]) -> Iterator[str]:
    """One sentence on reach, one on each level, one on who is in date."""
    if came.came:
        yield (
            f"Reach: {came.came:,} came to {many(came.sessions, 'session')}. Of those booked "
            f"{came.booked.words} came; {came.walk_ins:,} came without a booking."
        )
    apart = {one.form: one for one in came.forms}
    if "single-agency" in apart and len(apart) > 1:
        alone = apart["single-agency"]
        yield (
            f"Apart: {came.came - alone.came:,} came to what is for several agencies, and {alone.came:,} to "
            f"what {many(len(alone.lines), 'course')} of single agencies gave their own people."
        )
    for level, words in zip(found, LEVEL_WORDS, strict=True):
        if level.name == "results" and level.lines:
            yield f"{words}: something is recorded for {level.courses.words} courses held."
        elif level.positive.some is not None:
            yield f"{words}: {level.positive.words} said yes; {level.answered.words} of those asked answered."
        else:
            yield f"{words}: nothing is recorded."
    if kept:
        every = share(sum(one.in_date.some or 0 for one in kept), sum(one.in_date.of or 0 for one in kept))
        yield f"In date with training: {every.words} by the last counts of the agencies."


def asked(
    came: Reach, found: tuple[Level, ...], kept: tuple[CurrencyLine, ...], needs: list[NeedLine]
) -> Iterator[str]:
    """What the board is asked to do about what this report shows."""
    unmet = [one for one in needs if one.gap or one.met != "held"]
    if unmet:
        some = f"{len(unmet)} of {many(len(needs), 'need')}"
        yield f"Decide what is done about {some} of the plan where something is missing."
    worst = max((one for one in kept if (one.in_date.of or 0) >= ENOUGH), key=_out, default=None)
    if worst and worst.out_of_date:
        yield (
            f"Challenge {worst.name}: {worst.out_of_date:,} of {worst.in_date.of:,} staff who need training "
            f"({_lower(worst.level)}) were out of date on {long_date(worst.on)}."
        )
    late = "; ".join(dict.fromkeys(one.name for one in kept if one.late))
    if late:
        yield f"Ask for the counts of staff in date that are overdue: {late}."
    if came.sent_nobody and came.sessions:
        yield f"Ask why nobody came from {'; '.join(came.sent_nobody)}."
    unknown = found[3].missing
    if unknown:
        yield f"Agree how it will be known what {many(len(unknown), 'course')} changed for children."
    if not came.sessions and not needs:
        yield "Agree who plans training and who enters what was held: neither is recorded for the year."
    yield "Note what is not known, at the end of this report."


def _out(line: CurrencyLine) -> tuple[float, str]:
    return line.out_of_date / (line.in_date.of or 1), line.name


def _lower(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"


def unknown(came: Reach, found: tuple[Level, ...], uncounted: tuple[str, ...]) -> Iterator[str]:
    """What nobody can tell, in sentences."""
    if came.came and came.known.some != came.known.of:
        yield (
            f"The professional group is recorded for {came.known.words} who came. From which groups the "
            "others came is not known."
        )
    if came.not_entered:
        yield f"Who came to {many(came.not_entered, 'session')} is not entered."
    low = [one.title for one in found[2].lines if _under_half(one.answered.some, one.answered.of)]
    if low:
        yield (
            f"In {many(len(low), 'evaluation')} fewer than half of those asked said what they do "
            "differently. Those who have something to tell are more likely to answer."
        )
    for level, what in zip(
        found[2:], ("what people do differently", "what changed for children"), strict=True
    ):
        if level.missing:
            yield f"Not known is {what} after these courses: {'; '.join(level.missing)}."
    if uncounted:
        yield f"How many staff are in date was never counted at {'; '.join(uncounted)}."


def _under_half(some: int | None, of: int | None) -> bool:
    return some is not None and of is not None and some * 2 < of
