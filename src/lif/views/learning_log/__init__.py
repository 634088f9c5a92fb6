"""The learning log: what is to be learnt, where improvement is required, and how action leads to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lif.calendars import long_date
from lif.measures.found import with_wider
from lif.records.governance import Group
from lif.records.learning import GoodPractice, Learning
from lif.records.priorities import Priority
from lif.records.references import Theme
from lif.views.came_of import many
from lif.views.learning_log.entries import LASTING, Entry, Lasting, entry
from lif.views.learning_log.told import AgencyReach, Issue, ToldInTime, by_agency, issues, told_in_time
from lif.views.papers import Opening, Question
from lif.views.telling.learned import known_learning

__all__ = ["Entry", "Issue", "LearningLog", "Tally", "learning_log"]

_LATE = ("breached", "met-late")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many things that were learned stand so: whether it is known that action led to improvement."""

    lasting: Lasting
    count: int


@dataclass(frozen=True, slots=True)
class LearningLog:
    """Everything that was learned by the day, the newest first, each with the three answers.

    `tallies` count the entries from the least known to the best. `told` are the clocks of telling, `issues`
    what went out, `reach` what each agency said of it: these are of all that was learned, good practice
    among it.
    """

    opening: Opening
    as_at: date
    entries: tuple[Entry, ...]
    tallies: tuple[Tally, ...]
    told: tuple[ToldInTime, ...]
    issues: tuple[Issue, ...]
    reach: tuple[AgencyReach, ...]


def learning_log(question: Question) -> LearningLog:
    """The log, whole, or of one theme, priority or group."""
    records = tuple(
        one for one in known_learning(question.register, question.as_at) if _wanted(question, one)
    )
    learned = sorted(
        (one for one in records if isinstance(one, Learning)), key=lambda one: (-one.on.toordinal(), one.id)
    )
    entries = tuple(entry(question, one) for one in learned)
    tallies = tuple(Tally(each, sum(one.lasting == each for one in entries)) for each in LASTING)
    told, out, reach = told_in_time(question), issues(records, question), by_agency(records, question)
    return LearningLog(
        _opening(question, entries, told, out, reach),
        question.as_at,
        entries,
        tuple(each for each in tallies if each.count),
        told,
        out,
        reach,
    )


def _wanted(question: Question, one: Learning | GoodPractice) -> bool:
    theme, priority, group = question.named(Theme), question.named(Priority), question.named(Group)
    return (
        (theme is None or theme.id in with_wider(question.register, one.themes))
        and (priority is None or priority.id in one.priorities)
        and (group is None or group.id == one.group)
    )


def _opening(
    question: Question,
    entries: tuple[Entry, ...],
    told: tuple[ToldInTime, ...],
    out: tuple[Issue, ...],
    reach: tuple[AgencyReach, ...],
) -> Opening:
    about = tuple(one for one in question.about if isinstance(one, Theme | Priority | Group))
    names = [one.name for one in about]
    return Opening(
        title=": ".join(("Learning log", ", ".join(names))) if names else "Learning log",
        name="-".join(("learning-log", *(one.id for one in about))),
        purpose="Assurance: whether what was learned leads to improvement that lasts",
        asked=tuple(_asked(entries, told, reach)),
        facts=(
            ("Learned", many(len(entries), "thing") if entries else "nothing is recorded"),
            ("Told", f"{many(len(out), 'thing')} went out" if out else "nothing has gone out"),
            ("In the time agreed", _in_time(told)),
        ),
    )


def _in_time(told: tuple[ToldInTime, ...]) -> str:
    if not told:
        return "no time for telling is agreed"
    kept = sum(each.state == "met" for each in told)
    owed = sum(each.state in ("met", *_LATE) for each in told)
    return f"{kept} of {many(owed, 'review')} whose time is over" if owed else "no time is over yet"


def _asked(
    entries: tuple[Entry, ...], told: tuple[ToldInTime, ...], reach: tuple[AgencyReach, ...]
) -> Iterator[str]:
    """What the reader is asked to do about what the log shows, what is worst first."""
    missed = [each for each in told if each.state == "breached"]
    if missed:
        yield f"Ask why what {_some(missed)} found was not told in the time agreed."
    late = [each for each in told if each.state == "met-late"]
    if late:
        yield f"Ask why what {_some(late)} found was told after the time agreed."
    partly = [each for each in told if each.told and each.findings_told < each.findings]
    for each in partly:
        left = many(each.findings - each.findings_told, "finding")
        yield f"Ask what becomes of {left} of {each.name}: no {each.form} has told {_them(each)}."
    silent = [each for each in entries if not each.where]
    if silent:
        yield f"Say where improvement is required: {'; '.join(each.title for each in silent)}."
    idle = [each for each in entries if each.lasting in ("no-action", "no-look")]
    if idle:
        yield f"Agree how it will be known that this lasts: {'; '.join(each.title for each in idle)}."
    unseen = [step.title for each in entries for step in each.steps if step.helped == "no-day-set"]
    if unseen:
        yield f"Set a day to look whether it helped: {'; '.join(dict.fromkeys(unseen))}."
    failed = [each for each in entries if each.lasting == "not-shown"]
    if failed:
        yield f"Decide what follows where no change was seen: {'; '.join(each.title for each in failed)}."
    nobody = [each.agency for each in reach if not each.issues]
    if nobody and len(nobody) < len(reach):
        yield f"Ask whether anything reached {'; '.join(nobody)}: nothing is recorded."
    coming = [each for each in told if each.state in ("not-yet-due", "due-soon") and each.due]
    for each in coming:
        yield f"Note that what {each.name} found is to be told by {long_date(each.due) if each.due else ''}."
    if entries:
        yield "Note what was learned and what is not known yet about whether it lasts."
    else:
        yield "Ask what was learned from reviews and audits: nothing is recorded as agreed learning."


def _some(told: list[ToldInTime]) -> str:
    return " and ".join(each.name for each in told)


def _them(each: ToldInTime) -> str:
    return "it" if each.findings - each.findings_told == 1 else "them"
