"""The calendar as an iCalendar file (RFC 5545), which Outlook and other calendars open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from lif.calendars import long_date
from lif.diagnostics import visible
from lif.records.words import PLAIN, Words
from lif.views.calendar import Entry

LONGEST_SUMMARY = 250
"""Outlook cuts a subject off after 255 characters; what is longer stands whole in the description."""


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """What a file says of itself: its name in the reader's list, whose it is, what it was made by, and when.

    `owner` (a board's id) makes the entries' names unique in the world; `as_at` is the day that the file
    looks from, and its only time stamp. `words` are those in which it is told.
    """

    name: str
    owner: str
    version: str
    as_at: date
    words: Words = PLAIN


def as_ics(entries: Iterable[Entry], about: CalendarFile) -> str:
    """The entries as all-day events, lines ending in CR LF; the same text for the same entries and day.

    An event keeps its UID when its date moves, and its SEQUENCE counts the moves, so that a second import
    puts the first right. What was done or cancelled ahead of its day is written too, for the same reason.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//lif//lif {about.version}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", about.words.plain(_plain(about.name)))
    for entry in entries:
        calendar.add_component(_event(entry, about))
    written: bytes = calendar.to_ical()
    return written.decode("utf-8")


def _event(entry: Entry, about: CalendarFile) -> Event:
    event = Event()
    event.add("uid", f"{entry.key}@{about.owner}.lif")
    event.add("sequence", entry.moved + (entry.standing == "cancelled"))
    event.add("dtstamp", _midnight(about.as_at))
    event.add("last-modified", _midnight(entry.changed_on or about.as_at))
    event.add("dtstart", entry.start)
    if entry.end < date.max:
        event.add("dtend", entry.end + timedelta(days=1))  # the end is the first day after it
    event.add("summary", summary(entry, about.words))
    event.add("description", about.words.plain(description(entry)))
    event.add(
        "categories",
        [about.words.plain(_category(entry.sort)), *(["Illustrative"] if entry.illustrative else [])],
    )
    event.add("status", _status(entry))
    event.add("transp", "TRANSPARENT")  # a date to remember takes nobody's day
    event.add("x-microsoft-cdo-alldayevent", "TRUE")
    event.add("x-microsoft-cdo-busystatus", "FREE")
    return event


def summary(entry: Entry, words: Words = PLAIN) -> str:
    """What the calendar shows: `Action due: Interviews within three days`, first whether it is made up."""
    lead = {"done": "Done: ", "cancelled": "Cancelled: "}.get(entry.standing, "")
    label = entry.label if lead else entry.label[:1].upper() + entry.label[1:]
    mark = "(Illustrative) " if entry.illustrative else ""
    text = words.plain(_plain(f"{mark}{lead}{label}: {entry.title}"))
    return text if len(text) <= LONGEST_SUMMARY else f"{text[: LONGEST_SUMMARY - 1].rstrip()}…"


def description(entry: Entry) -> str:
    """Lines that say what it is, for whom, where it stands, and where to find it."""
    moved = ""
    if entry.moved and entry.first:
        times = "once" if entry.moved == 1 else f"{entry.moved} times"
        moved = f"Moved {times}; first date {long_date(entry.first)}"
    lines = (
        entry.title,
        f"Group: {entry.group_name}" if entry.group_name else "",
        f"Who: {entry.who}" if entry.who else "",
        f"Stands: {entry.standing.replace('-', ' ')}" + ("" if entry.firm else ", planned"),
        moved,
        entry.note,
        f"Record: {entry.record}",
        "Made up to show what the framework does; no decision should rest on it."
        if entry.illustrative
        else "",
    )
    return "\n".join(_plain(line) for line in lines if line)


def _status(entry: Entry) -> str:
    if entry.standing == "cancelled":
        return "CANCELLED"
    return "CONFIRMED" if entry.firm or entry.standing == "done" else "TENTATIVE"


def _category(sort: str) -> str:
    return sort.replace("-", " ").capitalize()


def _plain(text: str) -> str:
    """The words on one line, without characters that do not print."""
    return visible(" ".join(text.split()))


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
