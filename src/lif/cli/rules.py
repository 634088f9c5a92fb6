"""`lif rules`: the duties that law and practice set, and a due date with the days counted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

from lif.cli.commands import group
from lif.cli.exits import CannotRun
from lif.cli.options import Argument, Listed, Option, Out, Reading

if TYPE_CHECKING:
    from lif.records.law import Duty
    from lif.workspace import Workspace

FORMATS = ("text", "json", "md")


@dataclass(frozen=True, slots=True)
class Which:
    """Which duties are meant."""

    force: Annotated[
        str | None,
        Option("--force", "must, should or agreed; or a force, as in statute or panel-expectation.", "FORCE"),
    ] = None
    series: Annotated[
        str | None, Option("--series", "Part of a series' name, as in working together.", "WORDS")
    ] = None
    on: Annotated[str | None, Option("--on", "Those that stood on this day, as in 2017-11-06.", "DATE")] = (
        None
    )


@dataclass(frozen=True, slots=True)
class Form:
    """How a duty is shown."""

    form: Annotated[str, Option("--format", "The form of the answer.", "|".join(FORMATS))] = "text"
    out: Out = None


@dataclass(frozen=True, slots=True)
class Trigger:
    """The day from which to count, under the name that fits the duty."""

    aware: Annotated[
        str | None,
        Option("--aware", "The day the council became aware, as in 2019-04-17, or 2019-04-17T17:00.", "DATE"),
    ] = None
    notified: Annotated[str | None, Option("--notified", "The day of the notification.", "DATE")] = None
    decided: Annotated[str | None, Option("--decided", "The day of the decision.", "DATE")] = None
    publish: Annotated[
        str | None, Option("--publish", "The day of publication, to count back from or on.", "DATE")
    ] = None
    on: Annotated[
        str | None, Option("--on", "The trigger day, whatever starts the clock of the duty.", "DATE")
    ] = None


_STARTS = {
    "aware": ("aware",),
    "notified": ("notified",),
    "decided": ("decision", "decided"),
    "publish": ("published",),
}
"""Which days of records an option stands for."""


def list_(which: Which, listed: Listed, shared: Reading) -> int:
    """The duties: how binding, who, from what, how long, under which edition of the day.

    All that ever stood; with --on or --as-at those that stood on that day.

    \b
    Examples:
      lif rules list
      lif rules list --force must --series 'children act'
      lif rules list --on 2017-11-06
      lif rules list --force agreed --format csv --out agreed.csv
    """
    from lif.cli.opening import left_out, open_workspace
    from lif.cli.streams import say
    from lif.cli.tables import show_listing
    from lif.views.rules import rules, rules_table

    force = None if which.force is None else _force(which.force)
    on = None if which.on is None else _day("--on", which.on)
    workspace = open_workspace(shared, checked=False, framework_too=True)
    if on is None and shared.as_at is not None:
        on = workspace.as_at
    found = rules(workspace.register, workspace.as_at, force=force, series=which.series, on=on)
    show_listing(rules_table(found), "rules", workspace, listed, shared)
    if not shared.quiet:
        stood = f" on {on.isoformat()}" if on else ""
        say(f"{len(found)} dut{'y' if len(found) == 1 else 'ies'}{stood}", workspace.words)
    return left_out(workspace, shared)


def show(
    duty: Annotated[str, Argument("DUTY", "The id of a duty, with or without duty-, or its title.")],
    form: Form,
    shared: Reading,
) -> int:
    """One duty: what it asks of whom, must or should or agreed, its edition, its easements, its source.

    \b
    Examples:
      lif rules show rapid-review
      lif rules show duty-practice-review-complete --as-at 2020-06-01 --format md
    """
    from lif.cli.opening import left_out, one_of, open_workspace
    from lif.cli.streams import deliver
    from lif.cli.tables import document_head
    from lif.exchange import rules as forms
    from lif.views.rules import rule

    one_of("--format", form.form, FORMATS)
    workspace = open_workspace(shared, checked=False, framework_too=True)
    found = rule(workspace.register, _called(workspace, duty), workspace.as_at)
    if form.form == "json":
        deliver(forms.rule_as_json(found, document_head("rule", workspace)), form.out, data=True)
    else:
        written = forms.rule_as_text if form.form == "text" else forms.rule_as_markdown
        deliver(workspace.words.plain(written(found)), form.out, data=form.form == "md")
    return left_out(workspace, shared)


def explain(
    duty: Annotated[str, Argument("DUTY", "The id of a duty, with or without duty-, or its title.")],
    trigger: Trigger,
    form: Form,
    shared: Reading,
) -> int:
    """When a duty is due, counted from a day, with the days counted one a line.

    The day is named for what starts the clock: --aware, --notified, --decided, --publish; --on fits every
    duty. The edition is that of the day, never today's. The trigger day is day 0. For a limit in hours add
    the time. Of a rapid review --aware beside --notified gives the other count too.

    \b
    Examples:
      lif rules explain serious-incident-notification --aware 2019-04-17
      lif rules explain rapid-review --notified 2025-12-04 --aware 2025-12-01
      lif rules explain practice-review-copies --publish 2019-04-30
      lif rules explain return-home-interview --on 2025-03-07T17:00
    """
    from lif.cli.opening import left_out, one_of, open_workspace
    from lif.cli.streams import deliver
    from lif.cli.tables import document_head
    from lif.exchange import rules as forms
    from lif.views.rules import explained

    one_of("--format", form.form, FORMATS)
    given = _given(trigger)
    workspace = open_workspace(shared, checked=False, framework_too=True)
    asked = _called(workspace, duty)
    beside = _beside(asked, given)
    name, when = given.popitem()
    found = explained(workspace.register, asked, when, _STARTS.get(name, ()), beside)
    if form.form == "json":
        deliver(forms.explained_as_json(found, document_head("due-date", workspace)), form.out, data=True)
    else:
        written = forms.explained_as_text if form.form == "text" else forms.explained_as_markdown
        deliver(workspace.words.plain(written(found)), form.out, data=form.form == "md")
    return left_out(workspace, shared)


app = group(
    """What law and practice ask for: duties with their clocks, and due dates with the days counted.

    \b
    Examples:
      lif rules list --on 2017-11-06
      lif rules show rapid-review
      lif rules explain serious-incident-notification --aware 2019-04-17

    Must is law, should is guidance, and what we have agreed to is the board's own.
    """,
    {"list": list_, "show": show, "explain": explain},
)


_ONE_DAY = "give the day from which to count, once: --aware 2019-04-17, or --on for any duty"


def _given(trigger: Trigger) -> dict[str, date | datetime]:
    """The days that were given, by name; raises CannotRun for none."""
    named = {name: words for name in Trigger.__slots__ if (words := getattr(trigger, name)) is not None}
    if not named:
        raise CannotRun(_ONE_DAY)
    return {name: _moment(f"--{name}", words) for name, words in named.items()}


def _beside(duty: Duty, given: dict[str, date | datetime]) -> date | datetime | None:
    """Takes the day from which some count out of those given; raises CannotRun when several are left."""
    others = {clock.beside for clock in duty.clocks}
    names = [name for name in given if len(given) == 2 and others & {*_STARTS.get(name, ())}]
    beside = given.pop(names[0]) if names else None
    if len(given) != 1:
        raise CannotRun(_ONE_DAY)
    return beside


def _moment(option: str, words: str) -> date | datetime:
    """A day, or a day with a time of day."""
    day, separator, time = words.strip().replace(" ", "T").partition("T")
    on = _day(option, day)
    if not separator:
        return on
    if not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", time):
        raise CannotRun(f"{option} {words}: write the time with four digits, as in {day}T17:00")
    return datetime.fromisoformat(f"{day}T{time}")


def _day(option: str, words: str) -> date:
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", words):
        try:
            return date.fromisoformat(words)
        except ValueError:
            raise CannotRun(f"{option} {words}: there is no such day") from None
    raise CannotRun(f"{option} {words}: write a date as in 2019-04-17")


def _force(word: str) -> str:
    from lif.cli.opening import one_of
    from lif.views.rules import BINDING

    known = one_of("--force", word, ("must", "should", "agreed", *BINDING))
    return BINDING["local-policy"] if known == "agreed" else known


def _called(workspace: Workspace, words: str) -> Duty:
    from lif.cli.opening import id_called
    from lif.records.law import Duty
    from lif.views.lookup import slug

    short = workspace.register.find(Duty, f"duty-{slug(words)}")
    return short or workspace.register.record(Duty, id_called(workspace, "DUTY", words, Duty))
