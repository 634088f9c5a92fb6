"""Makes the texts that chase what is owed, and enters each in the records, or shows what both would be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from lif.cli.exits import PROBLEMS, CannotRun
from lif.cli.options import Option, Shared

if TYPE_CHECKING:
    from lif.reports.chasing import Written
    from lif.views.chasing import NotAsked
    from lif.views.chasing.actions import ActionsText
    from lif.views.chasing.returns import ReturnsText
    from lif.workspace import Workspace
    from lif.workspace.alterations import Alterations

    Texts = Sequence[ReturnsText] | Sequence[ActionsText]

MOST_DAYS = 366


@dataclass(frozen=True, slots=True)
class Chasing:
    """What is made of what is owed."""

    out: Annotated[str, Option("--out", "The folder of the texts.", "DIR")] = "build/chase"
    answer_by: Annotated[
        str | None, Option("--answer-by", "The day to ask an answer by (default: two weeks on).", "DATE")
    ] = None
    no_record: Annotated[bool, Option("--no-record", "Make the texts, and enter nothing in the records.")] = (
        False
    )
    dry_run: Annotated[
        bool, Option("--dry-run", "Show the texts and what would be entered, and write neither.")
    ] = False


def opened(chasing: Chasing, shared: Shared) -> tuple[Workspace, Workspace, date]:
    """The workspace as read, the same in its board's words, and the day to answer by."""
    from lif.cli.opening import none_is_blank, workspace_as_read
    from lif.cli.papers import board_of
    from lif.views.chasing import answer_day

    none_is_blank(chasing)
    workspace = workspace_as_read(shared)
    board_of(workspace)
    day = workspace.as_at
    by = answer_day(day) if chasing.answer_by is None else _day(chasing.answer_by)
    if by < day:
        raise CannotRun(
            f"--answer-by {by.isoformat()}: that is before {day.isoformat()}, the day of the texts"
        )
    return workspace, workspace.speaking(), by


def chased(
    sort: str,
    spoken: Workspace,
    workspace: Workspace,
    found: tuple[Texts, tuple[NotAsked, ...]],
    chasing: Chasing,
    by: date,
    shared: Shared,
) -> int:
    """Writes the texts and enters the reminders; gives the exit code."""
    from lif.cli.opening import left_out
    from lif.cli.streams import put

    texts, unasked = found
    if _tells_of_persons(workspace, texts):
        return PROBLEMS
    pieces = [(text.to.role, text.to.mailbox, _written(spoken, text, by)) for text in texts]
    alterations = None if chasing.no_record else _entered(workspace, texts, shared)
    if alterations and alterations.writes and _refused(alterations, shared):
        return PROBLEMS
    if chasing.dry_run:
        put("\n".join(_shown(written) for _, _, written in pieces))
        put(alterations.diff() if alterations else "")
    else:
        for role, mailbox, written in pieces:
            _put(
                Path(chasing.out), f"{workspace.as_at.isoformat()}-{sort}-{role}", mailbox, written, workspace
            )
        if alterations:
            _write(alterations)
    _told(texts, unasked, chasing, shared)
    return PROBLEMS if unasked else left_out(workspace, shared)


def _tells_of_persons(workspace: Workspace, texts: Texts) -> bool:
    """Whether personal data may stand in a record that is told of: then no text is made. Says where."""
    from lif.cli.streams import say
    from lif.diagnostics import line

    told = {record for text in texts for record in text.records}
    found = [one for one in workspace.diagnostics if one.code.startswith("P1") and one.record in told]
    for one in found:
        say(line(one))
    if found:
        say("lif: no text was made: personal data may stand in what it would tell; put that right first")
    return bool(found)


def _written(workspace: Workspace, text: ReturnsText | ActionsText, by: date) -> Written:
    from lif.cli.papers import body_name, own_templates
    from lif.reports.chasing import written
    from lif.reports.environments import environments

    return written(text, body_name(workspace), by, workspace.words, environments(own_templates(workspace)))


def _entered(workspace: Workspace, texts: Texts, shared: Shared) -> Alterations:
    from lif.cli.streams import say
    from lif.workspace.alterations import Alterations, CannotAlter
    from lif.workspace.chased import enter

    alterations = Alterations(workspace)
    try:
        entered = enter(alterations, texts, workspace.as_at)
    except CannotAlter as fault:
        raise CannotRun(str(fault)) from None
    if not shared.quiet:
        if entered.already:
            say(f"lif: {_counted(entered.already, 'reminder')} of this day entered already")
        for record in entered.later:
            say(f"lif: {record} has a reminder of a later day, so none is entered")
    return alterations


def _refused(alterations: Alterations, shared: Shared) -> bool:
    from lif.cli.altering import judged

    return judged(alterations, shared)


def _write(alterations: Alterations) -> None:
    from lif.cli.streams import put
    from lif.source.writing import CannotWrite

    try:
        paths = alterations.write()
    except CannotWrite as fault:
        raise CannotRun(f"the texts were made, and no reminder was entered: {fault}") from None
    put("".join(f"{path}\n" for path in paths))


def _put(folder: Path, name: str, mailbox: str, written: Written, workspace: Workspace) -> None:
    from lif.cli.papers import write
    from lif.cli.streams import put
    from lif.exchange.drafts import draft

    message = draft(written.to, _of_a_role(mailbox), written.subject, written.plain, workspace.as_at)
    for ending, content in ((".eml", message), (".md", written.markdown.encode("utf-8"))):
        put(f"{write(folder / f'{name}{ending}', content)}\n")


def _of_a_role(mailbox: str) -> str:
    """The mailbox, where it is nobody's own; the sender chooses the address otherwise."""
    from lif.privacy.contacts import mail

    return "" if any(mail(mailbox, 0, len(mailbox))) else mailbox


def _shown(written: Written) -> str:
    return f"To: {written.to}\nSubject: {written.subject}\n\n{written.plain}"


def _told(texts: Texts, unasked: Sequence[NotAsked], chasing: Chasing, shared: Shared) -> None:
    from lif.cli.streams import say

    for one in unasked:
        say(f"lif: nobody was asked for {one.what}: {one.remedy}")
    if shared.quiet:
        return
    said = "nothing was written" if chasing.dry_run else "nothing was sent: that is for you to do"
    say(f"{_counted(len(texts), 'text')}; {said}")
    for book in dict.fromkeys(book for text in texts for book in text.to_make):
        quarter = f" --quarter {book.quarter}" if book.quarter else ""
        say(f"to attach: lif export {book.what} --agency {book.agency}{quarter} --out {chasing.out}")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def within(option: str, words: str) -> int:
    """The number of days that an option names; raises CannotRun for anything else."""
    if words.isascii() and words.isdigit() and int(words) <= MOST_DAYS:
        return int(words)
    raise CannotRun(f"{option} {words}: write a number of days from 0 to {MOST_DAYS}, as in 28")


def _day(words: str) -> date:
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", words):
        try:
            return date.fromisoformat(words)
        except ValueError:
            raise CannotRun(f"--answer-by {words}: there is no such day") from None
    raise CannotRun(f"--answer-by {words}: write a date as in 2025-12-19")
