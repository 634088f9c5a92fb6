"""Carries out `lif scorecard`: opens, refuses while errors stand, asks the view, prints or writes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TypeVar

from lif.cli.exits import CLEAN, PROBLEMS, CannotRun
from lif.cli.forms import Printing, forms_of, make_forms, write_made
from lif.cli.issuing import Issue, Issuing, Ready, Which, against, asked, issue, issue_of, typed
from lif.cli.opening import id_called, none_is_blank, one_of, open_workspace
from lif.cli.options import Shared
from lif.cli.own_document import check_printing, lent
from lif.cli.papers import audience_of, board_of, has_years_around, own_templates, refused, stamp
from lif.cli.quarters import is_spelt, quarter_called
from lif.cli.scorecard import Wanted
from lif.cli.since import since_last_met
from lif.cli.streams import put
from lif.cli.tables import document_head
from lif.exchange.papers import paper_as_json
from lif.measures.assemble import assemble
from lif.records.actions import Action
from lif.records.governance import Group
from lif.records.indicators import Indicator
from lif.records.meetings import Meeting
from lif.records.priorities import Priority
from lif.records.record import Record
from lif.views.called import called_at
from lif.views.scorecard import Scorecard, scorecard
from lif.views.scorecard.question import Ask
from lif.views.scorecard.tables import BYS, By
from lif.workspace import Workspace


def score(wanted: Wanted, printing: Printing, issuing: Issuing, shared: Shared) -> int:
    """Makes the paper; the exit code. Raises CannotRun with a reason."""
    audience_of(wanted.audience)
    none_is_blank(wanted)
    forms = forms_of(wanted.form, "a scorecard")
    check_printing(printing, forms)
    is_spelt(wanted.quarter)
    asked(issuing, wanted.draft, forms)
    workspace = open_workspace(shared)
    if audience_of(wanted.audience, workspace) == "public":
        from lif.cli.previewing import scorecard_preview

        return scorecard_preview(wanted, forms, issuing.final, workspace)
    has_years_around(workspace)
    if refused(workspace, wanted.draft):
        return PROBLEMS
    board_of(workspace)
    ask = _ask(wanted, workspace, issuing.final)
    if forms:
        ask = replace(ask, since=since_last_met(workspace, ask.group))
    view = scorecard(ask)
    if not forms:
        from lif.cli.summary import summary

        put(workspace.words.plain(summary(view)))
        return CLEAN
    command = typed("lif", "scorecard", options=(wanted, printing))
    ready = _ready(ask, view, command)
    if issuing.final and against(workspace, ready):
        return PROBLEMS
    text = partial(_text, workspace, view, _issue(wanted, issuing, workspace, ready, view))
    made = make_forms(ready.which.file_name, text, forms, lent(printing, workspace))
    final = issuing.final
    written = issue(workspace, ready, made, wanted.out, issuing) if final else write_made(made, wanted.out)
    put("".join(f"{path}\n" for path in written))
    return CLEAN


def _issue(wanted: Wanted, issuing: Issuing, workspace: Workspace, ready: Ready, view: Scorecard) -> Issue:
    """How it is issued; a paper of the whole board is about every indicator and action."""
    kinds = () if ready.which.about else (Indicator.kind, Action.kind)
    return issue_of(
        workspace,
        ready.which,
        issuing.final,
        view,
        lambda past: scorecard(_ask(wanted, past, issuing.final)),
        kinds,
    )


def _ready(ask: Ask, view: Scorecard, command: str) -> Ready:
    """Which paper it is, for which meeting, and what stands against its issue."""
    from lif.reports.scorecard import title

    meeting = next(
        (
            one.id
            for one in ask.register.all(Meeting)
            if one.on == view.front.meeting_on and called_at(ask.register, one.group) == view.front.group
        ),
        "",
    )
    about = tuple(one.id for one in (ask.group, ask.priority) if one)
    which = Which("scorecard", _name(view), about, str(ask.quarter))
    return Ready(which, title(view), view.front.draft_reasons, meeting, command)


def _ask(wanted: Wanted, workspace: Workspace, final: bool) -> Ask:
    register = workspace.register
    group = wanted.board or wanted.group
    if wanted.board and wanted.group:
        raise CannotRun("--board and --group: name one of them, the paper is one group's")
    return Ask(
        register,
        assemble(register, workspace.as_at),
        workspace.as_at,
        quarter_called(wanted.quarter, workspace),
        _called(workspace, Group, group, "--board" if wanted.board else "--group"),
        _called(workspace, Priority, wanted.priority, "--priority"),
        not final,
        len(workspace.errors),
        _by(wanted.by),
    )


def _by(words: str) -> By:
    """How the tables are grouped; raises CannotRun for another word."""
    one_of("--by", words, BYS)
    return next(by for by in BYS if by == words)


R = TypeVar("R", bound=Record)


def _called(workspace: Workspace, kind: type[R], words: str | None, option: str) -> R | None:
    """The record that goes by these words; raises CannotRun when none or several do."""
    register = workspace.register
    return None if words is None else register.record(kind, id_called(workspace, option, words, kind))


def _text(workspace: Workspace, view: Scorecard, issue: Issue, form: str) -> str:
    if form == "json":
        return paper_as_json(view, document_head("scorecard", workspace), issue.on)
    from lif.reports.scorecard import render

    return render(view, stamp(workspace, issue), form, own_templates(workspace))


def _name(view: Scorecard) -> str:
    """The file's name: scorecard-2024-25-q4, with the group or priority when one was asked for."""
    pieces = ["scorecard", view.quarter.slug, view.group_id, view.priority_id]
    return "-".join(piece for piece in pieces if piece)
