"""The records that a workbook is about: a return for each of its periods, there already or to be made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lif.calendars import Period, long_date
from lif.exchange.incoming.outcome import Change, Told
from lif.measures.owed import Owed, owed
from lif.records.figures import Return, Value
from lif.records.problems import FieldPath
from lif.records.record import Item
from lif.source.new_records import Choice, Field
from lif.views.returns_asked.lines import is_made_up
from lif.workspace import Workspace
from lif.workspace.alterations import Alterations
from lif.workspace.chased import answered, waiting

Addresses = Mapping[str, str]
"""The cell that each field was read from."""


@dataclass(frozen=True)
class Correction:
    """A value that is corrected: what its fields become (None is taken away), and what it was before."""

    value: Value
    fields: Mapping[str, Field | None]
    revision: Mapping[str, Field] | None
    addresses: Addresses


@dataclass
class Plan:
    """All that is to happen to one return."""

    owed: Owed
    values: list[tuple[dict[str, Field], Addresses]] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    stories: list[tuple[dict[str, Field], Addresses]] = field(default_factory=list)

    @property
    def held(self) -> Return | None:
        """The return as it stands in the records."""
        return self.owed.held

    def free_id(self, wanted: str, part: str) -> str:
        """An id that no item of the return has: a value or a story."""
        held: tuple[Item, ...] = (*self.held.values, *self.held.stories) if self.held else ()
        taken = {one.id for one in held}
        taken |= {str(fields["id"]) for fields, _ in (*self.values, *self.stories)}
        base = (f"{wanted}-{part}" if part else wanted)[:76].strip("-")
        tries = (base, *(f"{base}-{number}" for number in range(2, len(taken) + 3)))
        return next(one for one in tries if one not in taken)


class ReturnHeld:
    """What is to be changed in the returns of one agency and quarter, gathered and then put at once."""

    def __init__(self, workspace: Workspace, agency: str, quarter: Period, told: Told) -> None:
        self.workspace = workspace
        self.told = told
        self.alterations = Alterations(workspace)
        self.cells: dict[tuple[str, FieldPath], str] = {}
        until = max(quarter.end, workspace.as_at)
        self._plans = {
            str(one.period): Plan(one)
            for one in owed(workspace.register, until)
            if one.agency == agency and one.measures
        }

    def plan(self, period: str) -> Plan | None:
        """What is to happen to the return of a period; None for one that is not owed."""
        return self._plans.get(period)

    def plan_of(self, measure: str, period: Period) -> Plan | None:
        """What is to happen to the return that asks for a series and covers a period."""
        asked = (one for one in self._plans.values() if measure in one.owed.measures)
        return next((one for one in asked if one.owed.period.contains(period.end)), None)

    @property
    def day(self) -> str:
        """The day it came, as records write it."""
        return self.told.received.isoformat()

    @property
    def changes(self) -> list[Change]:
        """The returns that this receives."""
        found = []
        for plan in self._changed():
            held = plan.held
            if held is None or held.received is None:
                before = "awaited" if held else "no record of it yet"
                after = f"received on {long_date(self.told.received)}"
                found.append(Change(f"the return for {plan.owed.period.label}", before, after))
            if held is not None and waiting(held, self.told.received):
                after = f"answered on {long_date(self.told.received)}"
                found.append(Change(f"reminders of it for {plan.owed.period.label}", "not answered", after))
        return found

    def put(self) -> None:
        """Gathers all of it in the alterations. Raises CannotAlter."""
        for plan in self._changed():
            if plan.held is None:
                self._new(plan)
            else:
                self._alter(plan, plan.held)

    def _changed(self) -> list[Plan]:
        return [one for one in self._plans.values() if one.values or one.corrections or one.stories]

    def _new(self, plan: Plan) -> None:
        owing = plan.owed
        id_ = f"{owing.agency}-{owing.period.slug}"
        fields: dict[str, Field] = {"id": id_}
        if is_made_up(self.workspace.register, owing):
            fields["illustrative"] = Choice("true")
        fields |= {"agency": owing.agency, "period": str(owing.period), "due": owing.due.isoformat()}
        fields["received"] = self.day
        if owing.contacts:
            fields["supplied_by"] = owing.contacts[-1]
        fields["values"] = [one for one, _ in plan.values]
        fields["stories"] = [one for one, _ in plan.stories]
        self.alterations.new(Return, fields)
        self._placed(id_, plan, 0, 0)

    def _alter(self, plan: Plan, held: Return) -> None:
        if held.received is None:
            self.alterations.put(held.id, ("received",), self.day)
            if held.supplied_by is None and plan.owed.contacts:
                self.alterations.put(held.id, ("supplied_by",), plan.owed.contacts[-1])
        answered(self.alterations, held.id, self.told.received)
        for correction in plan.corrections:
            self._correct(held, correction)
        for fields, _ in plan.values:
            self.alterations.append(held.id, ("values",), fields)
        for fields, _ in plan.stories:
            self.alterations.append(held.id, ("stories",), fields)
        self._placed(held.id, plan, len(held.values), len(held.stories))

    def _correct(self, held: Return, correction: Correction) -> None:
        index = held.values.index(correction.value)
        there = _own_fields(self.alterations, held.id, index)
        for name, value in correction.fields.items():
            if value is not None:
                self.alterations.put(held.id, ("values", index, name), value)
            elif name in there:
                self.alterations.remove(held.id, ("values", index, name))
        if correction.revision is not None:
            self.alterations.append(held.id, ("values", index, "revisions"), correction.revision)
        self._point(held.id, ("values", index), correction.addresses)

    def _placed(self, id_: str, plan: Plan, values: int, stories: int) -> None:
        for number, (_, addresses) in enumerate(plan.values, start=values):
            self._point(id_, ("values", number), addresses)
        for number, (_, addresses) in enumerate(plan.stories, start=stories):
            self._point(id_, ("stories", number), addresses)

    def _point(self, id_: str, at: FieldPath, addresses: Addresses) -> None:
        for name, address in addresses.items():
            self.cells[id_, (*at, name)] = address
            self.cells.setdefault((id_, at), address)


def _own_fields(alterations: Alterations, id_: str, index: int) -> set[str]:
    """The fields that a value has in the file."""
    values = alterations.data(id_).get("values")
    value = values[index] if isinstance(values, list) and index < len(values) else {}
    return set(value) if isinstance(value, dict) else set()
