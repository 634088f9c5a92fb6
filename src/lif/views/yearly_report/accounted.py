"""Money and contributions; and who signed the report, who was sent it, and by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lif.law import Deadline, running
from lif.records.publications import Publication
from lif.records.scrutiny import Accounts, PartnerReport, SignedStatement
from lif.views.called import agency_called
from lif.views.yearly_report.arranged import Signed, report_of, signed
from lif.views.yearly_report.heads import Head, head
from lif.views.yearly_report.scope import Scope

_FIRM = ("final", "provisional", "budget")


@dataclass(frozen=True, slots=True)
class Gave:
    """What one agency gave: money, or something else, or both."""

    agency: str
    pounds: Decimal | None
    in_kind: str


@dataclass(frozen=True, slots=True)
class Spent:
    """What was spent under one head."""

    head: str
    pounds: Decimal


@dataclass(frozen=True, slots=True)
class Money:
    """The accounts of the year: the firmest that were known. `before` is what agencies gave the year before.

    `left` is the balance at the end; None where the balance at the start is not recorded.
    """

    head: Head
    status: str
    on: date | None
    gave: tuple[Gave, ...]
    spent: tuple[Spent, ...]
    income: Decimal
    spending: Decimal
    left: Decimal | None
    before: Decimal | None
    nothing_from: tuple[str, ...]
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Sent:
    """A body that was sent the report, and when."""

    to: str
    on: date


@dataclass(frozen=True, slots=True)
class Owed:
    """A deadline of the report: what, by when, and whether it was kept."""

    title: str
    due: date | None
    state: str
    done_on: date | None


@dataclass(frozen=True, slots=True)
class OwnReport:
    """A partner's own report to the board for the year, and what was done with it."""

    agency: str
    due: date
    received: date | None
    approved_by: str
    outcome: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class SignOff:
    """Sign-off by each safeguarding partner, circulation, deadlines, and the partners' own reports."""

    head: Head
    published: date | None
    planned: date | None
    signed: tuple[Signed, ...]
    unsigned: tuple[str, ...]
    sent: tuple[Sent, ...]
    owed: tuple[Owed, ...]
    own_reports: tuple[OwnReport, ...]
    illustrative: bool


def money(scope: Scope) -> Money:
    """What partners gave and what it was spent on."""
    found = _accounts(scope, str(scope.year))
    if found is None:
        return Money(
            head(scope, "money", f"No accounts for {scope.year.label} are recorded."),
            *("", None, (), (), Decimal(0), Decimal(0), None, None, (), False),
        )
    before = _accounts(scope, str(scope.year.previous()))
    income = _given(found)
    spending = sum((one.pounds for one in found.spending), Decimal(0))
    gave = {one.agency for one in found.contributions}
    partners = scope.partners()
    return Money(
        head(
            scope, "money", "" if found.status == "final" else f"The accounts are {found.status}, not final."
        ),
        found.status,
        found.on,
        tuple(
            Gave(agency_called(scope.register, one.agency), one.pounds, one.in_kind or "")
            for one in found.contributions
        ),
        tuple(Spent(one.head, one.pounds) for one in found.spending),
        income,
        spending,
        None if found.brought_forward is None else found.brought_forward + income - spending,
        _given(before) if before else None,
        tuple(agency_called(scope.register, each.id) for each in partners if each.id not in gave),
        found.illustrative,
    )


def _given(accounts: Accounts) -> Decimal:
    return sum((one.pounds or Decimal(0) for one in accounts.contributions), Decimal(0))


def _accounts(scope: Scope, year: str) -> Accounts | None:
    """The firmest accounts of a year, and of those the newest."""
    mine = [each for each in scope.known(Accounts) if each.period == year]
    return min(mine, key=lambda each: (_FIRM.index(each.status), -each.on.toordinal()), default=None)


def sign_off(scope: Scope) -> SignOff:
    """Who signed, who was sent it, and whether it was in time."""
    report = report_of(scope)
    statements = signed(scope, "sign-off")
    done = {each.by for each in statements if each.on}
    partners = scope.partners()
    unsigned = tuple(each.name for each in partners if each.name not in done)
    gap = f"Not signed: {', '.join(unsigned)}." if unsigned else ""
    return SignOff(
        head(scope, "sign-off", gap if partners else "No safeguarding partner is recorded as one."),
        report.published if report else None,
        report.planned if report else None,
        statements,
        unsigned,
        _sent(scope, report),
        _owed(scope, report),
        tuple(sorted(_own_reports(scope), key=lambda each: each.agency)),
        report is not None and report.illustrative,
    )


def _sent(scope: Scope, report: Publication | None) -> tuple[Sent, ...]:
    return tuple(
        Sent(one.to, one.on)
        for each in scope.known(SignedStatement)
        if report is not None and each.sort == "circulation" and each.about.partition("/")[0] == report.id
        for one in each.circulated
        if scope.knows(one.on)
    )


def _owed(scope: Scope, report: Publication | None) -> tuple[Owed, ...]:
    """The deadlines of law on the report of the year."""
    ours = report.id if report else scope.question.board.id
    return tuple(
        Owed(_title(each), each.verdict.due, each.verdict.state, each.done.on if each.done else None)
        for each in running(scope.register, scope.as_at)
        if each.address == ours and _on_the_report(scope, each)
    )


def _title(deadline: Deadline) -> str:
    """What is due; the clock from one report to the next is about the next."""
    following = deadline.clock.stops == "next-published"
    return f"{deadline.duty.title}: the next one" if following else deadline.duty.title


def _on_the_report(scope: Scope, deadline: Deadline) -> bool:
    """Whether a clock runs on the report of the year, or on the year itself."""
    if deadline.clock.of == "financial-year":
        return deadline.about == scope.year.label
    return deadline.clock.of == "publication"


def _own_reports(scope: Scope) -> list[OwnReport]:
    return [
        OwnReport(
            agency_called(scope.register, each.agency),
            each.due,
            each.received,
            each.own_approval or "",
            each.outcome or "",
            each.illustrative,
        )
        for each in scope.known(PartnerReport)
        if each.period == str(scope.year)
    ]
