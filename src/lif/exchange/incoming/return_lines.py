"""The figures of a workbook held against the records: new ones, and corrections with what was before."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from lif.calendars import Period, parse_period
from lif.checks.lines import measures
from lif.exchange.incoming.comments import personal
from lif.exchange.incoming.figure_cells import NUMBERS, Stated, stated
from lif.exchange.incoming.outcome import Change
from lif.exchange.incoming.return_held import Correction, Plan, ReturnHeld
from lif.exchange.workbooks.filled import FilledRow, Problem
from lif.exchange.workbooks.return_book import filled_in
from lif.exchange.workbooks.return_words import stated_words
from lif.exchange.workbooks.stamp import fingerprint
from lif.measures.values import ValueStatus
from lif.records.board import Board
from lif.records.figures import Value
from lif.records.indicators import Indicator, Measure
from lif.source.new_records import Choice, Field
from lif.views.returns_asked import meaning
from lif.views.returns_asked.lines import area_name, figure_name, held_value

_EXPORT_AGAIN = "export the workbook again, and copy what was filled in into it"


@dataclass(frozen=True, slots=True)
class _Line:
    """A row, and what it is a figure of."""

    row: FilledRow
    plan: Plan
    indicator: Indicator
    measure: Measure
    period: Period
    area: str
    breakdown: str
    name: str
    held: Value | None

    def words(self, status: str, *numbers: Decimal | None) -> str:
        return stated_words(self.indicator, self.measure, status, *numbers)

    @property
    def before(self) -> str:
        """What the records say."""
        held = self.held
        return (
            self.words(held.status, held.numerator, held.denominator, held.value) if held else "nothing yet"
        )

    @property
    def addresses(self) -> dict[str, str]:
        return {key: self.row.cells[key].address for key in self.row.open}


class Lines:
    """Every row of figures that was filled in or altered, taken one after another."""

    def __init__(self, held: ReturnHeld) -> None:
        self.held = held
        register = held.workspace.register
        self.known = measures(register)
        board = register.find(Board, register.board_id)
        self.own_area = board.area if board else ""
        self.changes: list[Change] = []
        self.problems: list[Problem] = []
        self.notes: list[Problem] = []

    def take(self, row: FilledRow) -> None:
        """One row: what it changes, or what is wrong with it."""
        for problem, sure in personal(row.cells[key] for key in row.open):
            (self.problems if sure else self.notes).append(problem)
        line = self._line(row)
        if line is None:
            return
        said = stated(row, line.indicator, line.measure)
        if isinstance(said, list):
            self.problems += said
        elif said is None:
            if line.held is not None:
                words = f"'{line.before}' was sent before and was taken out: to withdraw it choose a status"
                self._wrong(line, "status", words)
        elif line.held is None:
            self._add(line, said)
        elif not _same(line.held, said):
            self._correct(line, line.held, said)

    def _line(self, row: FilledRow) -> _Line | None:
        """What the row is about; told where it is not asked for, or means something else now."""
        of_return, address, period, area, breakdown = row.id.split("|", 4)
        plan, found = self.held.plan(of_return), self.known.get(address)
        if plan is None or found is None or address not in plan.owed.measures:
            words = f"'{address}' is not asked of this agency for {of_return} any more: {_EXPORT_AGAIN}"
            self.problems.append(Problem(row.address, words))
            return None
        indicator, measure = found
        place = area_name(self.held.workspace.register, area) if area else ""
        name = figure_name(indicator, measure, place, breakdown)
        if fingerprint([meaning(indicator, measure)]) != row.line.meaning:
            words = f"what '{name}' counts was changed since this workbook was made: {_EXPORT_AGAIN}"
            self.problems.append(Problem(row.address, words))
            return None
        when = parse_period(period)
        own = measure.area or self.own_area
        held = held_value(plan.held, address, when, area, breakdown, own)
        return _Line(row, plan, indicator, measure, when, area, breakdown, name, held)

    def _add(self, line: _Line, said: Stated) -> None:
        owing = line.plan.owed
        part = "-".join(_slug(one) for one in (line.breakdown.partition("=")[2], line.area) if one)
        fields: dict[str, Field] = {
            "id": line.plan.free_id(line.indicator.id, part),
            "measure": f"{line.indicator.id}/{line.measure.id}",
        }
        if line.period != owing.period:
            fields["period"] = str(line.period)
        fields |= {k: v for k, v in (("area", line.area), ("breakdown", line.breakdown)) if v}
        fields |= _numbers(said)
        if said.status != "final":
            fields["status"] = said.status
        if owing.held and owing.held.received and owing.held.received < self.held.told.received:
            fields["reported_on"] = self.held.day
        if said.reason:
            fields["reason"] = said.reason
        line.plan.values.append((fields, line.addresses))
        self._changed(line, said)

    def _correct(self, line: _Line, held: Value, said: Stated) -> None:
        sent = {key: value for key, value in filled_in(held).items() if key in line.row.open}
        if fingerprint(sent[key] for key in line.row.open) != line.row.line.filled:
            words = (
                f"the records were changed since this workbook was made, to {line.before}: {_EXPORT_AGAIN}"
            )
            self._wrong(line, line.row.open[0], words)
            return
        only_comment = said.numbers == (held.numerator, held.denominator, held.value) and (
            said.status == held.status
        )
        if only_comment or held.status == "awaited":
            fields = _fields(said, said.reason)
            if not only_comment:
                fields["reported_on"] = self.held.day
            line.plan.corrections.append(Correction(held, fields, None, line.addresses))
            self._changed(line, said, comment=only_comment)
            return
        why = self._why(held, said)
        if not why:
            after = self._after(line, said)
            words = (
                f"{line.before} was sent before, and this says {after}: say why it changes, in the comment "
                "or with --reason"
            )
            self._wrong(line, "reason", words)
            return
        keeps = held.reason if ValueStatus(held.status).has_figure else None
        correction = Correction(
            held,
            _fields(said, said.reason if _needs_reason(said) else keeps),
            _revision(held, why, self.held.day),
            line.addresses,
        )
        line.plan.corrections.append(correction)
        self._changed(line, said)

    def _why(self, held: Value, said: Stated) -> str:
        """Why a figure changes: as the row says, or whoever imports it; firmer standing explains itself."""
        if said.reason and said.reason != held.reason:
            return said.reason
        same = said.numbers == (held.numerator, held.denominator, held.value)
        if same and said.status == "final" and ValueStatus(held.status).has_figure:
            return self.held.told.reason or "Confirmed as it was sent."
        return self.held.told.reason

    def _after(self, line: _Line, said: Stated) -> str:
        return line.words(said.status, *said.numbers)

    def _changed(self, line: _Line, said: Stated, comment: bool = False) -> None:
        before, after = line.before, self._after(line, said)
        if comment and line.held:
            before, after = f"comment: {line.held.reason or 'none'}", f"comment: {said.reason or 'none'}"
        subject = f"{line.name}, {line.period.short}"
        self.changes.append(Change(subject, before, after, line.addresses[line.row.open[0]]))

    def _wrong(self, line: _Line, key: str, words: str) -> None:
        self.problems.append(Problem(line.row.cells[key].address, words))


def _same(held: Value, said: Stated) -> bool:
    """Whether the records say so already, comment included: a file that is read twice changes nothing."""
    last = " ".join(held.revisions[-1].reason.split()) if held.revisions else ""
    return (
        said.numbers == (held.numerator, held.denominator, held.value)
        and said.status == held.status
        and (said.reason == (held.reason or "") or bool(said.reason and said.reason == last))
    )


def _needs_reason(said: Stated) -> bool:
    """Whether the comment belongs to the figure as it is now, and not only to its change."""
    above = said.numerator is not None and said.denominator is not None and said.numerator > said.denominator
    return not ValueStatus(said.status).has_figure or above


def _numbers(said: Stated) -> dict[str, Field]:
    pairs = zip(NUMBERS, said.numbers, strict=True)
    return {key: _plain(number) for key, number in pairs if number is not None}


def _fields(said: Stated, reason: str | None) -> dict[str, Field | None]:
    """What the fields of a value become; None for those that are taken away."""
    fields: dict[str, Field | None] = dict.fromkeys(NUMBERS)
    fields |= _numbers(said)
    fields["status"] = None if said.status == "final" else said.status
    fields["reason"] = reason or None
    return fields


def _revision(held: Value, why: str, day: str) -> dict[str, Field]:
    """What the value was until that day."""
    numbers = zip(NUMBERS, (held.numerator, held.denominator, held.value), strict=True)
    fields: dict[str, Field] = {"until": day}
    fields |= {key: _plain(number) for key, number in numbers if number is not None}
    if held.status != "final":
        fields["status"] = held.status
    return {**fields, "reason": f"{why}\n"}


def _plain(number: Decimal) -> Choice:
    """A number as records write it: without quotes, exponent or needless noughts."""
    text = f"{number:f}"
    return Choice(text.rstrip("0").rstrip(".") if "." in text else text)


def _slug(text: str) -> str:
    """Words as a part of an id."""
    plain = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in text.lower())
    return "-".join(filter(None, plain.split("-")))
