"""The clocks of law, guidance and local duties as entries."""

from __future__ import annotations

from collections.abc import Iterator

from lif.law import Deadline, coming, running
from lif.views.calendar.entries import Entry, Look
from lif.views.called import called_at
from lif.views.lookup import slug

_WORDS = {
    "unknown": "whether it was kept cannot be told",
    "extended": "extended",
    "met-late": "kept late",
}


def clocks(look: Look) -> Iterator[Entry]:
    """Every clock that the records run and whose date can be said.

    One whose state cannot be told is not called late once its day has passed; what does not apply after all
    is cancelled. What each year brings is shown before the year has ended, as far ahead as is looked.
    """
    ahead = coming(look.register, look.as_at, look.until)
    for one in (*running(look.register, look.as_at), *ahead):
        if one.verdict.due is not None:
            yield _entry(look, one)


def _entry(look: Look, one: Deadline) -> Entry:
    verdict, duty = one.verdict, one.duty
    due = verdict.due
    assert due is not None
    record = one.record or duty
    group = getattr(one.record, "group", None)
    what = (duty.id, slug(one.about)) if one.about else (duty.id,)
    granted = [each.on for each in one.extensions if each.on <= look.as_at]
    entry = look.entry(
        record,
        ".".join(what),
        "clock",
        f"{duty.title} ({one.about})" if one.about else duty.title,
        called_at(look.register, one.address),
        due,
        group=group if isinstance(group, str) else None,
        who=[duty.agency] if duty.agency else (),
        done=verdict.state in ("met", "met-late"),
        cancelled=verdict.state == "not-applicable",
        wanted=verdict.state != "unknown",
        first=verdict.first_due,
        moved=len(granted) or int(verdict.first_due is not None),
        changed_on=max(granted, default=None),
        note=_WORDS.get(verdict.state, ""),
    )
    key = ".".join((one.address.replace("/", "."), *what))
    return (entry if duty.agency else entry.owned_by(duty.owner)).renamed(key, entry.illustrative)
