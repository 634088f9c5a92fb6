"""Who was told of an incident: a recipient that stands twice, or was told before anybody knew."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.records.incidents import Incident
from lif.register import Register


@check("A435")
def told_twice(register: Register, as_at: date) -> Iterator[Finding]:
    """A recipient of a notification has a day of its own and stands among all too, or was told too early.

    Why:
        Each recipient has a clock of its own; with two days nobody can say whether it was kept.
    Fails:
        notified_to with ofsted, and notices with to: ofsted
    Mend:
        Keep the recipient in one of the two places: in `notices` where the day is not that of `notified`.
    Source:
        Working Together 2015, chapter 4: a notification has two recipients; arithmetic of dates.
    """
    for incident in register.all(Incident):
        seen = set(incident.notified_to)
        for index, notice in enumerate(incident.notices):
            if notice.to in seen:
                message = f"'{notice.to}' stands above already as told"
                hint = "keep it in one place: in 'notices' where the day is not that of 'notified'"
                yield Finding(incident.id, ("notices", index, "to"), message, hint)
            elif incident.aware is not None and notice.on < incident.aware:
                message = (
                    f"told on {notice.on.isoformat()}, and the council became aware on "
                    f"{incident.aware.isoformat()}"
                )
                yield Finding(incident.id, ("notices", index, "on"), message, "correct the day that is wrong")
            seen.add(notice.to)


NOTICES = (told_twice,)
