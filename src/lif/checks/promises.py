"""Promises of elements: not kept in time, or kept twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.checks.known import unread
from lif.diagnostics import Severity
from lif.measures.promises_due import OF_KIND, Occasion, occasions
from lif.records.partners_own import AuditProgramme, IndicatorReview
from lif.records.problems import FieldPath
from lif.records.promised import PromisedThing
from lif.register import Register


def _missed(register: Register, as_at: date, what: PromisedThing) -> Iterator[Occasion]:
    """Times that a promise of one sort fell due by the day and was not kept by it."""
    if not unread(register, *OF_KIND[what]):
        for one in occasions(register, as_at):
            if one.promise.what == what and one.kept is None and one.due < as_at:
                yield one


def _of_the_agency(one: Occasion) -> FieldPath:
    """Where the promise names the agency."""
    index = [each.id for each in one.element.promises].index(one.promise.id)
    return ("promises", index, "agencies", one.promise.agencies.index(one.about))


@check("A451", Severity.WARNING)
def views_not_asked(register: Register, as_at: date) -> Iterator[Finding]:
    """A review has ended, and its families or practitioners were not asked, as the framework promises.

    Why:
        Whether people have more confidence in how children are kept safe can only be known from them.
    Fails:
        A learning review of 2024-10-02, views-after-reviews within_days: 90, no views after, on 2025-03-10.
    Mend:
        Ask them how confident and satisfied they are, and enter it under `views`; nobody's answer is one too.
    Source:
        The framework: a promise of one of its elements. How many days there are is local.
    """
    for one in _missed(register, as_at, "views-after-reviews"):
        message = (
            f"it has ended, and its {one.part} were to be asked how confident and satisfied they are by "
            f"{one.due.isoformat()}: '{one.element.id}/{one.promise.id}'"
        )
        hint = f"ask them, and add it to 'views' with of: {one.part} and when: after"
        yield Finding(one.about, ("milestones",), message, hint)


@check("A452", Severity.WARNING)
def no_focus_group(register: Register, as_at: date) -> Iterator[Finding]:
    """A section 11 return came without a focus group of staff, which the framework promises.

    Why:
        What an agency says of itself is robust when those who do the work were heard on it.
    Fails:
        submitted: 2025-01-20, without focus_groups, focus-groups-with-section-11 in the framework.
    Mend:
        Enter the conversations under `focus_groups`; or ask the agency to hold one.
    Source:
        The framework: a promise of one of its elements.
    """
    for one in _missed(register, as_at, "focus-groups-with-section-11"):
        message = f"no focus group of staff stands beside it: '{one.element.id}/{one.promise.id}'"
        yield Finding(one.about, ("submitted",), message, "hold one, and enter it under 'focus_groups'")


@check("A453", Severity.WARNING)
def no_audit_programme(register: Register, as_at: date) -> Iterator[Finding]:
    """An agency that promises a programme of its own audits for each year has none for this one.

    Why:
        Without a programme an agency reports the audits that went well.
    Fails:
        own-audit-programmes within_days: 91 for the police, no audit-programme for 2024-25, on 2025-03-10.
    Mend:
        Ask the agency for its programme, and add it as an audit-programme.
    Source:
        The framework: a promise of one of its elements. How many days there are is local.
    """
    for one in _missed(register, as_at, "own-audit-programmes"):
        message = (
            f"'{one.about}' has no programme of its own audits for {one.part}: due {one.due.isoformat()}"
        )
        yield Finding(one.element.id, _of_the_agency(one), message, "ask for it; add an 'audit-programme'")


@check("A454", Severity.WARNING)
def indicators_not_reviewed(register: Register, as_at: date) -> Iterator[Finding]:
    """An agency that promises to go through its own indicators each year has not done so.

    Why:
        Indicators outlive the question they were made for; then figures come that nobody needs.
    Fails:
        own-indicators-reviewed within_days: 240 for the police, no indicator-review for 2024-25.
    Mend:
        Ask the agency; add what it looked at and changed as an indicator-review.
    Source:
        The framework: a promise of one of its elements. How many days there are is local.
    """
    for one in _missed(register, as_at, "own-indicators-reviewed"):
        message = (
            f"'{one.about}' has not gone through its indicators for {one.part}: due {one.due.isoformat()}"
        )
        yield Finding(one.element.id, _of_the_agency(one), message, "ask for it; add an 'indicator-review'")


@check("A455", Severity.WARNING)
def key_message_not_followed_up(register: Register, as_at: date) -> Iterator[Finding]:
    """A key message was told, and practitioners were not asked whether they know and use it.

    Why:
        The framework promises the follow-up: telling is not yet knowing, and knowing not yet doing.
    Fails:
        A key message told on 2024-05-01, key-messages-followed-up within_days: 240, on 2025-03-10.
    Mend:
        Ask practitioners; enter `checked_on` and the counts under `follow_up` in the test.
    Source:
        The framework: a promise of one of its elements. How many days there are is local.
    """
    for one in _missed(register, as_at, "key-messages-followed-up"):
        message = f"practitioners were to be asked by {one.due.isoformat()} whether they know and use it"
        hint = "ask them, and enter 'checked_on' and 'follow_up' under 'test'"
        yield Finding(one.about, ("key_message_for",), message, hint)


@check("A494", Severity.WARNING)
def round_not_kept(register: Register, as_at: date) -> Iterator[Finding]:
    """What is promised every month, quarter, half-year or year was not recorded for the last round.

    Why:
        What comes back every so often is soon forgotten, and nobody sees the issue that never came out.
    Fails:
        what: each-round, every: quarter, within_days: 30, and nothing that shows it from October to January.
    Mend:
        Record what was done: `evidence` that shows the promise, an `audit` that bears on it, a `publication`
        of it; or end the promise with `until`.
    Source:
        The framework: a promise of one of its elements. How often, and how many days there are, is local.
    """
    newest: dict[tuple[str, str, str], Occasion] = {}
    if unread(register, *OF_KIND["each-round"]):
        return
    for one in occasions(register, as_at):
        if one.promise.what == "each-round" and one.due < as_at:
            newest[one.element.id, one.promise.id, one.about] = one
    for one in newest.values():
        if one.kept is None:
            of = one.about in one.promise.agencies
            index = [each.id for each in one.element.promises].index(one.promise.id)
            message = f"nothing shows it for {one.part}, due {one.due.isoformat()}"
            yield Finding(
                one.element.id,
                _of_the_agency(one) if of else ("promises", index, "text"),
                f"'{one.about}': {message}" if of else message,
                f"record it as evidence that shows '{one.element.id}/{one.promise.id}'",
            )


@check("A458")
def own_work_twice(register: Register, as_at: date) -> Iterator[Finding]:
    """An agency has two audit programmes, or two reviews of its indicators, for the same year.

    Why:
        One of them would be left out, and nobody could say which counts.
    Fails:
        Two records with agency: police and period: 2024-25.
    Mend:
        Keep one, and retire the other.
    Source:
        How records are kept: one programme and one review an agency and year.
    """
    kinds: tuple[tuple[AuditProgramme | IndicatorReview, ...], ...] = (
        register.all(AuditProgramme),
        register.all(IndicatorReview),
    )
    for of_kind in kinds:
        first: dict[tuple[str, str], str] = {}
        for one in of_kind:
            if one.retired:
                continue
            other = first.setdefault((one.agency, one.period), one.id)
            if other != one.id:
                message = f"'{one.agency}' has '{other}' for {one.period} already"
                yield Finding(one.id, ("period",), message, "keep one, and retire the other")


PROMISES = (
    views_not_asked,
    no_focus_group,
    no_audit_programme,
    indicators_not_reviewed,
    key_message_not_followed_up,
    round_not_kept,
    own_work_twice,
)
