"""A duty and a counted due date on their way out: plain lines, Markdown, JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from lif.calendars import long_date, weekday_date
from lif.diagnostics import visible
from lif.exchange.documents import written_as_json
from lif.records.law import Easement
from lif.views.rules import Explained, Rule

Pairs = Iterator[tuple[str, str]]


def rule_as_text(rule: Rule) -> str:
    """One duty as plain lines."""
    lines = [f"{rule.title}  ({rule.id})", "", *rule.text.splitlines(), ""]
    lines += [f"{title}: {' '.join(words.split())}" for title, words in _facts(rule)]
    return _lines(lines)


def rule_as_markdown(rule: Rule) -> str:
    """One duty for a paper: a heading, its words, and a list."""
    from lif.reports.markdown import escape

    lines = [f"# {escape(rule.title)}", "", escape(" ".join(rule.text.split())), ""]
    lines += [f"- {title}: {escape(words)}" for title, words in _facts(rule)]
    return _lines(lines)


def rule_as_json(rule: Rule, head: Mapping[str, object]) -> str:
    """The head of every document, then the duty."""
    return written_as_json({**head, "kind": "duty", "duty": _plain(rule)})


def explained_as_text(found: Explained) -> str:
    """A due date, what it rests on, and the days counted, a line each."""
    lines = [f"{found.rule.title}  ({found.rule.id})"]
    lines += [f"{title}: {' '.join(words.split())}" for title, words in _counted(found)]
    if found.due.applies and found.due.days:
        lines += ["", *map(str, found.due.days)]
    return _lines(lines)


def explained_as_markdown(found: Explained) -> str:
    """The same for a paper: a heading, a list, and the days as a numbered record."""
    from lif.reports.markdown import escape

    lines = [f"# {escape(found.rule.title)}", ""]
    lines += [f"- {title}: {escape(words)}" for title, words in _counted(found)]
    if found.due.applies and found.due.days:
        lines += ["", "## The days counted", "", *(f"- {escape(str(day))}" for day in found.due.days)]
    return _lines(lines)


def explained_as_json(found: Explained, head: Mapping[str, object]) -> str:
    """The head of every document, then the duty, the due date and the days; null where it cannot be said."""
    due = found.due
    days = [
        {"on": day.day.isoformat(), "number": day.number, "says": day.reason}
        for day in (due.days if due.applies else ())
    ]
    on = due.on if due.applies else None
    return written_as_json(
        {
            **head,
            "kind": "due-date",
            "duty": _plain(found.rule),
            "trigger": found.trigger.isoformat(),
            "applies": due.applies,
            "due": on.isoformat() if on else None,
            "due_at": due.at.isoformat() if due.applies and due.at else None,
            "why_not": visible(due.why),
            "relaxed": due.relaxed,
            "easements": [_eased(one) for one in due.easements],
            "instead": list(found.instead),
            "usually_from": found.started_by,
            "beside": _beside(found),
            "days": days,
        }
    )


def _beside(found: Explained) -> dict[str, str | None] | None:
    other = found.beside
    if other is None:
        return None
    return {"from": other.trigger.isoformat(), "due": other.on.isoformat() if other.on else None}


def _facts(rule: Rule) -> Pairs:
    yield "Binding", f"{rule.binding} ({rule.force})"
    yield "Who", rule.owner
    yield "From", rule.trigger
    yield "Limit", rule.limit or "no number of days is set"
    if rule.limit and rule.days_force != rule.force:
        yield "The days", f"{rule.days_binding} ({rule.days_force})"
    if rule.recurs != "once":
        yield "Comes round", rule.recurs.replace("-", " ")
    if rule.edition:
        yield "Edition on the day", f"{rule.edition_name} ({rule.edition})"
    if rule.set_by and rule.set_by != rule.edition:
        yield "Set first by", rule.set_by
    if rule.since:
        yield "For triggers from", long_date(rule.since)
    if rule.until:
        yield "For triggers until", long_date(rule.until)
    if not rule.in_force:
        yield "On the day", "it did not stand"
    for clock in rule.clocks:
        yield "Run by", clock
    for easement in rule.easements:
        yield "Easement", _easement(easement)
    if rule.unverified:
        yield "Not checked", "the rule was not checked against its text, so nothing is an error by it"
    yield "Source", rule.source
    if rule.note:
        yield "Note", rule.note


def _counted(found: Explained) -> Pairs:
    rule, due = found.rule, found.due
    at = f", {found.trigger:%H:%M}" if isinstance(found.trigger, datetime) else ""
    yield "Counted from", f"{weekday_date(due.trigger)}{at}"
    yield "What starts the clock", rule.trigger
    if found.started_by:
        yield "Mind", f"the clock starts with '{found.started_by}', and the day you gave is another"
    if not due.applies:
        since = f" from {long_date(rule.since)}" if rule.since else ""
        until = f" until {long_date(rule.until)}" if rule.until else ""
        yield "Due", f"nothing: the duty stands for triggers{since}{until}"
        if found.instead:
            yield "On that day", ", ".join(found.instead)
        return
    minute = f", {due.at:%H:%M}" if due.at else ""
    yield "Due", f"{weekday_date(due.on)}{minute}" if due.on else f"cannot be said: {due.why}"
    other = found.beside
    if other:
        when = weekday_date(other.on) if other.on else f"cannot be said: {other.why}"
        yield "Beside", f"counted from {weekday_date(other.trigger)}: {when}"
    if due.duty.limit and due.duty.limit.unit == "hours" and due.at is None:
        yield "Mind", "hours go by the clock: with dates only nobody can show that it was met"
    days = f"; the days: {rule.days_binding} ({rule.days_force})" if rule.days_force != rule.force else ""
    yield "Limit", f"{rule.limit or 'none'}, {rule.binding} ({rule.force}){days}"
    if rule.edition:
        yield "Edition on that day", f"{rule.edition_name} ({rule.edition})"
    for easement in due.easements:
        yield "Easement", _easement(easement)
    if due.relaxed:
        yield "Relaxed", "what came after the due date is not a breach"
    if rule.unverified:
        yield "Not checked", "the rule was not checked against its text"
    yield "Source", rule.source


def _easement(one: Easement) -> str:
    until = f" to {long_date(one.until)}" if one.until else ""
    return f"{' '.join(one.text.split())} ({long_date(one.since)}{until}; {one.source})"


def _eased(one: Easement) -> dict[str, Any]:
    until = one.until.isoformat() if one.until else None
    text = visible(" ".join(one.text.split()))
    return {"since": one.since.isoformat(), "until": until, "relaxes": one.relaxes, "text": text}


def _plain(rule: Rule) -> dict[str, Any]:
    found: dict[str, Any] = {name: getattr(rule, name) for name in Rule.__slots__}
    for name in ("since", "until"):
        found[name] = found[name].isoformat() if found[name] else None
    found["clocks"] = list(rule.clocks)
    found["easements"] = [_eased(one) for one in rule.easements]
    return {name: _clean(value) for name, value in found.items()}


def _clean(value: Any) -> Any:
    return "\n".join(visible(line) for line in value.splitlines()) if isinstance(value, str) else value


def _lines(lines: list[str]) -> str:
    return "".join(f"{visible(line).rstrip()}\n" for line in lines)
