"""The ledger of publications: where each is, whether it went out as planned and to whom, and until when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.calendars import Period, parse_period
from lif.checks.finding import Finding, check
from lif.checks.known import PANEL_SINCE, known, known_for
from lif.diagnostics import Severity
from lif.records.publications import Publication, PublishedFigure
from lif.records.record import stands
from lif.register import Register

SENT_DAYS = 28
"""Days after which a yearly report that the panel has not had is a warning; its own clock is shorter."""


@check("A931", Severity.WARNING)
def published_nowhere(register: Register, as_at: date) -> Iterator[Finding]:
    """Something was published, and it does not say where it can be read.

    Why:
        Nobody can send a reader there, or see when it is gone.
    Fails:
        published: 2025-02-03, without address.
    Mend:
        Add `address`.
    Source:
        Working Together: what partnerships publish is easy to find.
    """
    for publication in register.all(Publication):
        if publication.address is not None or known(publication.withdrawn, as_at):
            continue
        if known(publication.published, as_at) and stands(publication, as_at):
            message = f"published on {publication.published.isoformat()}, and it does not say where"
            yield Finding(publication.id, ("published",), message, "add 'address:'")


@check("A932", Severity.WARNING)
def not_out_as_planned(register: Register, as_at: date) -> Iterator[Finding]:
    """Something was planned to be published by now, and is not.

    Why:
        People were told to expect it.
    Fails:
        planned: 2025-02-14, without published, on 2025-03-10.
    Mend:
        Enter `published` and `address`; or the new day in `planned`, and why in `note`.
    Source:
        The board's calendar of publications.
    """
    for publication in register.all(Publication):
        planned = publication.planned
        if planned is None or planned >= as_at or known(publication.published, as_at):
            continue
        if stands(publication, as_at):
            message = f"planned for {planned.isoformat()}, and not published"
            yield Finding(publication.id, ("planned",), message, "enter 'published', or the new day and why")


@check("A933", Severity.WARNING)
def taken_down_too_soon(register: Register, as_at: date) -> Iterator[Finding]:
    """A publication was taken down before the last day on which it has to be there.

    Why:
        Those who look for it still have a right to it.
    Fails:
        withdrawn: 2025-02-03, keep_until: 2025-11-05
    Mend:
        Put it back, or say in `withdrawn_reason` why it could not stay; correct the day that is wrong.
    Source:
        Working Together: published reports stay available for at least one year.
    """
    for publication in register.all(Publication):
        until = publication.keep_until
        if not known(publication.withdrawn, as_at) or until is None or publication.withdrawn >= until:
            continue
        if publication.withdrawn_reason is None and stands(publication, as_at):
            days = publication.withdrawn.isoformat(), until.isoformat()
            message = f"taken down on {days[0]}, and to be kept until {days[1]}"
            yield Finding(publication.id, ("withdrawn",), message, "put it back, or add 'withdrawn_reason:'")


@check("A934")
def taken_down_unpublished(register: Register, as_at: date) -> Iterator[Finding]:
    """Something was taken down that was never published.

    Why:
        The ledger is what says which figures the public has seen; a day is missing from it.
    Fails:
        withdrawn: 2025-02-03, without published.
    Mend:
        Add `published`.
    Source:
        The ledger of publications: what was published, when and until when.
    """
    for publication in register.all(Publication):
        if publication.published is None and publication.withdrawn is not None:
            message = f"taken down on {publication.withdrawn.isoformat()}, and never published"
            yield Finding(publication.id, ("withdrawn",), message, "add 'published:'")


@check("A935", Severity.WARNING)
def yearly_report_not_sent(register: Register, as_at: date) -> Iterator[Finding]:
    """A yearly report was published four weeks ago or more, and the national panel has not had it.

    Why:
        The panel reads them all; one that is missing is asked for.
    Fails:
        sort: yearly-report, published: 2024-09-26, without sent_to_panel, on 2025-03-10.
    Mend:
        Send it, and enter `sent_to_panel`.
    Source:
        Working Together 2018 and later: the yearly report is sent to the panel when it is published.
    """
    for publication in register.all(Publication):
        on = publication.published
        if publication.sort != "yearly-report" or not known_for(on, as_at, SENT_DAYS):
            continue
        if on >= PANEL_SINCE and not known(publication.sent_to_panel, as_at) and stands(publication, as_at):
            message = f"published on {on.isoformat()}, and not sent to the national panel"
            yield Finding(publication.id, ("published",), message, "send it, and enter 'sent_to_panel'")


@check("A936")
def published_figure_twice(register: Register, as_at: date) -> Iterator[Finding]:
    """A publication holds the same figure twice.

    Why:
        What a later paper may show is worked out from what stood here; two answers cannot both be right.
    Fails:
        Two figures of one measure for 2024-25-Q2 and one area.
    Mend:
        Keep the one that stood in the publication.
    Source:
        The ledger of publications: each figure once, as it was shown.
    """
    for publication in register.all(Publication):
        seen: set[tuple[str, Period, str, str]] = set()
        for index, figure in enumerate(publication.figures):
            key = _key(figure)
            if key in seen:
                message = f"'{figure.measure}' for {figure.period} stands above already"
                yield Finding(publication.id, ("figures", index, "measure"), message, "keep one of the two")
            seen.add(key)


def _key(figure: PublishedFigure) -> tuple[str, Period, str, str]:
    return figure.measure, parse_period(figure.period), figure.area or "", figure.breakdown or ""


PUBLICATIONS = (
    published_nowhere,
    not_out_as_planned,
    taken_down_too_soon,
    taken_down_unpublished,
    yearly_report_not_sent,
    published_figure_twice,
)
