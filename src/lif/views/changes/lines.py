"""What changed as lines of one shape, with who agreed as far as any record says, and what brought it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from lif.records.meetings import Meeting
from lif.views.changes import Changes
from lif.views.changes.line import ChangeLine, Mark, Sort, Traced
from lif.views.changes.moments import Between
from lif.views.changes.telling import told


def lines(between: Between, found: Changes) -> tuple[Traced, ...]:
    """Every change as a line, with where its record has it; by what it is about, then as they were found."""
    decided = _decided(between)
    order: tuple[str, ...] = Sort.__args__  # type: ignore[attr-defined]
    every = sorted(told(between, found), key=lambda one: order.index(one[0].sort))
    return tuple((_with_kind(between, _agreed(line, decided)), mark) for line, mark in every)


def with_commits(
    traced: tuple[Traced, ...], commits: Mapping[Mark, tuple[str, date | None]]
) -> tuple[ChangeLine, ...]:
    """The lines with the commits that brought them."""
    return tuple(
        replace(line, commit=commits[mark][0], committed=commits[mark][1]) if mark in commits else line
        for line, mark in traced
    )


def _with_kind(between: Between, line: ChangeLine) -> ChangeLine:
    for moment in (between.after, between.before):
        if entry := moment.register.entries.get(line.record.partition("/")[0]):
            return replace(line, kind=entry.record.kind)
    return line


Decided = Mapping[str, tuple[tuple[date, str], ...]]


def _decided(between: Between) -> Decided:
    """What was decided in between about each record: the day, and by whom in words."""
    found: dict[str, list[tuple[date, str]]] = {}
    for meeting in between.after.register.all(Meeting):
        if meeting.held is False or not between.before.as_at <= meeting.on <= between.after.as_at:
            continue
        for decision in meeting.decisions:
            minute = f", minute {decision.minute}" if decision.minute else ""
            words = f"{between.called(meeting.group)}{minute}"
            for address in decision.about:
                found.setdefault(address, []).append((meeting.on, words))
    return {address: tuple(each) for address, each in found.items()}


def _agreed(line: ChangeLine, decided: Decided) -> ChangeLine:
    """With the minute of the decision that is about the record: one of the change's own day, before any."""
    if line.sort == "decisions":
        return line
    about = decided.get(line.record, ())
    same_day = [words for day, words in about if line.on == day]
    if line.agreed_by:
        better = [words for words in same_day if words.startswith(line.agreed_by)]
        return replace(line, agreed_by=better[0]) if better else line
    if line.on is not None or not about:
        return replace(line, agreed_by=same_day[0]) if same_day else line
    return replace(line, agreed_by=about[-1][1]) if len(about) == 1 else line


def narrowed(traced: tuple[Traced, ...], sorts: tuple[str, ...]) -> Iterator[Traced]:
    """The lines of these sorts; all of them where none is named."""
    return (one for one in traced if not sorts or one[0].sort in sorts)
