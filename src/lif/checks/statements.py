"""Signed statements and the board's accounts: made by somebody, on time; money that adds up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from lif.calendars import PeriodKind, parse_period
from lif.checks.finding import Finding, check
from lif.checks.known import known
from lif.diagnostics import Severity
from lif.records.problems import FieldPath
from lif.records.record import stands
from lif.records.scrutiny import Accounts, SignedStatement
from lif.register import Register


@check("A911", Severity.WARNING)
def statement_overdue(register: Register, as_at: date) -> Iterator[Finding]:
    """A statement or a partner's sign-off was wanted by a day that has passed, and is not there.

    Why:
        The paper cannot go out without it, or goes out without a partner behind it.
    Fails:
        sort: sign-off, due: 2025-02-14, without on, on 2025-03-10.
    Mend:
        Ask whoever signs; then enter `on`.
    Source:
        Working Together: the yearly report is the partners', with the scrutineer's comments.
    """
    for statement in register.all(SignedStatement):
        due = statement.due
        if due is not None and due < as_at and not known(statement.on, as_at) and stands(statement, as_at):
            who = statement.by_role or statement.by_agency
            message = f"wanted by {due.isoformat()}" + (f" from '{who}'" if who else "") + ", and not there"
            yield Finding(statement.id, ("due",), message, "ask for it, then enter 'on'")


@check("A912")
def statement_by_nobody(register: Register, as_at: date) -> Iterator[Finding]:
    """A scrutineer's statement or a sign-off does not say whose it is; or a list of who was sent is empty.

    Why:
        A signature without a signatory is none.
    Fails:
        sort: sign-off, with neither by_role nor by_agency.
    Mend:
        Add `by_role` or `by_agency`; or the bodies that were sent it, under `circulated`.
    Source:
        Working Together: the yearly report is signed off by all safeguarding partners.
    """
    for statement in register.all(SignedStatement):
        if statement.sort == "circulation":
            if statement.on is not None and not statement.circulated:
                message = "it was circulated, and it does not say to whom"
                yield Finding(statement.id, ("on",), message, "add 'circulated:' with each body and day")
        elif statement.by_role is None and statement.by_agency is None:
            message = f"a {statement.sort} statement, and it does not say whose"
            yield Finding(statement.id, ("sort",), message, "add 'by_role:' or 'by_agency:'")


@check("A921")
def contributor_twice(register: Register, as_at: date) -> Iterator[Finding]:
    """Accounts name an agency or a head of spending twice.

    Why:
        One of the two may be a copy, and the total counts both.
    Fails:
        Two contributions of the police in one year.
    Mend:
        Put the two together, or take the copy out.
    Source:
        Arithmetic: one line for each agency and each head.
    """
    for accounts in register.all(Accounts):
        agencies = [one.agency for one in accounts.contributions]
        yield from _twice(accounts.id, ("contributions",), "agency", agencies)
        heads = [one.head.strip().casefold() for one in accounts.spending]
        yield from _twice(accounts.id, ("spending",), "head", heads)


def _twice(record: str, path: FieldPath, field: str, names: Sequence[str]) -> Iterator[Finding]:
    for index, name in enumerate(names):
        if name in names[:index]:
            message = f"this {field} stands above already"
            yield Finding(record, (*path, index, field), message, "put the two together, or take one out")


@check("A922", Severity.WARNING)
def more_spent_than_there(register: Register, as_at: date) -> Iterator[Finding]:
    """Spending is more than what was brought forward and what agencies gave.

    Why:
        Somebody will have to find the rest, or a contribution is missing.
    Fails:
        brought_forward: 5000, contributions of 90000, spending of 98000
    Mend:
        Enter what is missing; or say in `text` how the rest is found.
    Source:
        Working Together: partners agree on the money for the arrangements and publish it.
    """
    for accounts in register.all(Accounts):
        given = sum((one.pounds for one in accounts.contributions if one.pounds is not None), Decimal(0))
        there = given + (accounts.brought_forward or Decimal(0))
        spent = sum((one.pounds for one in accounts.spending), Decimal(0))
        counted = accounts.contributions and accounts.spending
        if counted and spent > there and accounts.on <= as_at and stands(accounts, as_at):
            message = f"{_pounds(spent)} spent, of {_pounds(there)} that is there"
            hint = "enter what is missing, or say in 'text' how the rest is found"
            yield Finding(accounts.id, ("spending",), message, hint, at_key=True)


def _pounds(amount: Decimal) -> str:
    return f"£{amount:,.2f}".removesuffix(".00")


@check("A923")
def money_not_understood(register: Register, as_at: date) -> Iterator[Finding]:
    """Accounts are not for a financial year, an amount is below nought, or a contribution is nothing.

    Why:
        Totals and comparisons with the year before would be wrong.
    Fails:
        period: 2024-25-Q3, or pounds: -500
    Mend:
        Correct the period or the amount; say in `in_kind` what an agency gave that is not money.
    Source:
        Arithmetic; the board's financial year begins in April.
    """
    for accounts in register.all(Accounts):
        if parse_period(accounts.period).kind is not PeriodKind.FINANCIAL_YEAR:
            message = f"{accounts.period} is not a financial year"
            yield Finding(accounts.id, ("period",), message, "write the year, as in 2024-25")
        for index, gift in enumerate(accounts.contributions):
            path: FieldPath = ("contributions", index)
            if gift.pounds is not None and gift.pounds < 0:
                yield Finding(accounts.id, (*path, "pounds"), "below nought", "write what was given")
            elif gift.pounds is None and gift.in_kind is None:
                message = f"it does not say what '{gift.agency}' gave"
                hint = "add 'pounds:' (0 when it gave none) or 'in_kind:'"
                yield Finding(accounts.id, (*path, "agency"), message, hint)
        for index, spending in enumerate(accounts.spending):
            if spending.pounds < 0:
                hint = "write what was spent; income belongs under 'contributions'"
                yield Finding(accounts.id, ("spending", index, "pounds"), "below nought", hint)


STATEMENTS = (
    statement_overdue,
    statement_by_nobody,
    contributor_twice,
    more_spent_than_there,
    money_not_understood,
)
