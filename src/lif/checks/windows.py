"""Windows of self-assessment: what was changed after one closed, and one under two names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.diagnostics import Severity
from lif.records.problems import FieldPath
from lif.records.record import stands
from lif.records.section11 import Section11Return
from lif.register import Register


@check("A423")
def changed_after_frozen(register: Register, as_at: date) -> Iterator[Finding]:
    """A section 11 return holds something that dates from after its window was frozen.

    Why:
        The board was told what stood there on that day; the answer was changed behind it, or a day is wrong.
    Fails:
        frozen: 2025-01-22 with a survey on 2025-02-03.
    Mend:
        Correct the day that is wrong; or take out what came later, and keep it for the next return.
    Source:
        Practice of section 11 self-assessment: the window closes on a fixed day.
    """
    for return_ in register.all(Section11Return):
        if return_.frozen is None or return_.retired is not None:
            continue
        for path, day in _dated(return_):
            if day > return_.frozen:
                message = f"{day.isoformat()} is after the window was frozen, on {return_.frozen.isoformat()}"
                yield Finding(return_.id, path, message, "correct the day, or take out what came later")


def _dated(return_: Section11Return) -> Iterator[tuple[FieldPath, date]]:
    """Days of what a return rests on; evidence after a return that came is told by A422 already."""
    for index, answer in enumerate(return_.answers):
        if answer.evidence_on is not None and answer.retired is None and return_.submitted is None:
            yield ("answers", index, "evidence_on"), answer.evidence_on
    if return_.survey is not None:
        yield ("survey", "on"), return_.survey.on
    for index, group in enumerate(return_.focus_groups):
        yield ("focus_groups", index, "on"), group.on


@check("A424", Severity.WARNING)
def window_under_two_names(register: Register, as_at: date) -> Iterator[Finding]:
    """Section 11 returns whose windows opened on one day are named as different cycles.

    Why:
        A cycle is read by its name: an agency under another name is missing from it.
    Fails:
        Ten returns opened on 2024-09-16 with cycle: "2024", and one with cycle: 2024-25.
    Mend:
        Name the cycle the same for every agency.
    Source:
        The record of a return: the cycle, named the same for every agency.
    """
    windows: dict[date, list[Section11Return]] = defaultdict(list)
    for return_ in register.all(Section11Return):
        if return_.opened <= as_at and stands(return_, as_at):
            windows[return_.opened].append(return_)
    for opened, returns in windows.items():
        names = Counter(return_.cycle.casefold() for return_ in returns)
        usual = max(names, key=lambda name: (names[name], name))
        others = next(return_.cycle for return_ in returns if return_.cycle.casefold() == usual)
        for return_ in returns:
            if return_.cycle.casefold() != usual:
                message = f"opened on {opened.isoformat()} as '{return_.cycle}', where others are '{others}'"
                yield Finding(return_.id, ("cycle",), message, "name the cycle the same for every agency")


WINDOWS = (changed_after_frozen, window_under_two_names)
