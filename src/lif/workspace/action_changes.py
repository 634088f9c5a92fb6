"""What is written in an action when something is said of it: each with its day, and with who said it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lif.measures.standing import DONE, JUDGED, due_on, state_on
from lif.records.actions import Action
from lif.source.new_records import Field
from lif.workspace.alterations import Alterations


class NotNow(Exception):  # noqa: N818 - named for what is so
    """The action does not stand so that this can be written; the message says what comes first."""


@dataclass(frozen=True, slots=True)
class ActionChanges:
    """The changes of one action on one day; nothing is written until its alterations are."""

    alterations: Alterations
    action: Action
    on: date

    def note(self, text: str, by: str, begun: bool = False) -> str:
        """A dated note of progress; with `begun` the work has begun with it. Gives what now stands."""
        if begun:
            if state_on(self.action, self.on) != "not-started":
                raise NotNow(f"it has begun already: it is {self._state()}")
            self._step("in-progress", by)
        self._append("progress", {"on": self._day, "by": by, "text": _prose(text)})
        self._answered(by)
        return f"a note of {self._day}; due {due_on(self.action, self.on).isoformat()}"

    def extend(self, to: date, reason: str, agreed_by: str) -> str:
        """Another due date, with the one before, the reason, and the group that agreed."""
        if state_on(self.action, self.on) in DONE:
            raise NotNow(f"its date cannot move any more: it is {self._state()}")
        was = due_on(self.action, self.on)
        if to == was:
            raise NotNow(f"{to.isoformat()} is its due date already")
        if to < self.on:
            raise NotNow(f"{to.isoformat()} is before {self._day}, the day on which it is agreed")
        change = {"on": self._day, "from_due": was.isoformat(), "to_due": to.isoformat()}
        self._append("due_changes", {**change, "reason": _prose(reason), "agreed_by": agreed_by})
        times = len(self.action.due_changes) + 1
        often = "once" if times == 1 else "twice" if times == 2 else f"{times} times"
        return f"due {to.isoformat()}, which was {was.isoformat()}; moved {often}"

    def report_complete(self, by: str, note: str | None, evidence: Sequence[str]) -> str:
        """Reported complete by its owner: that is not assurance, and evidence may still be awaited."""
        if state_on(self.action, self.on) in DONE:
            raise NotNow(f"it is {self._state()} already")
        self._step("reported-complete", by)
        if note:
            self._append("progress", {"on": self._day, "by": by, "text": _prose(note)})
        self._evidence(evidence)
        self._answered(by)
        held = bool(evidence) or bool(self.action.evidence)
        wanted = "to be assured by its group" if held else "evidence, and then to be assured by its group"
        return f"reported complete; wanted: {wanted}"

    def assure(self, judged: Judged, evidence: Sequence[str], look_again: date | None) -> str:
        """A group was satisfied, at a meeting, with the evidence that it saw."""
        state = state_on(self.action, self.on)
        if state in JUDGED:
            raise NotNow(f"it is {self._state()} already")
        if state != "reported-complete":
            raise NotNow(f"it is {self._state()}: its owner reports it complete first")
        self._step("assured", None)
        self.alterations.put(self.action.id, ("assurance",), judged.fields(self._day))
        self._evidence(evidence)
        if look_again is not None:
            self.alterations.put(self.action.id, ("impact", "due"), look_again.isoformat())
        known = look_again or (self.action.impact.due if self.action.impact else None)
        when = f"on {known.isoformat()}" if known else "on a day that nobody has set yet (--impact-due)"
        return f"assured; whether it helped is looked at {when}"

    def close(self, result: str, seen: str, follows: str | None, evidence: Sequence[str] = ()) -> str:
        """Closed, with what was seen of the difference that it made; an honest `not-shown` can be closed."""
        state = state_on(self.action, self.on)
        if state == "closed":
            raise NotNow("it is closed already")
        if state != "assured":
            raise NotNow(f"it is {self._state()}: a group is satisfied first (lif actions assure)")
        if result != "shown" and not follows:
            raise NotNow(
                f"where its impact is {result.replace('-', ' ')} something follows from it: say what"
            )
        self._step("closed", None)
        self._evidence(evidence)
        found = {"checked_on": self._day, "result": result, "text": _prose(seen)}
        for name, value in {**found, **({"follows": _prose(follows)} if follows else {})}.items():
            self.alterations.put(self.action.id, ("impact", name), value)
        return f"closed; impact {result.replace('-', ' ')}"

    def show_by(self, evidence: Sequence[str]) -> None:
        """Links further evidence."""
        self._evidence(evidence)

    @property
    def _day(self) -> str:
        return self.on.isoformat()

    def _state(self) -> str:
        return state_on(self.action, self.on).replace("-", " ")

    def _append(self, name: str, value: Field) -> None:
        self.alterations.append(self.action.id, (name,), value)

    def _step(self, state: str, by: str | None) -> None:
        self._append("steps", {"state": state, "on": self._day, **({"by": by} if by else {})})

    def _evidence(self, ids: Sequence[str]) -> None:
        for one in ids:
            if one not in self.action.evidence:
                self._append("evidence", one)

    def _answered(self, by: str) -> None:
        """Reminders to whoever spoke now have their answer."""
        for number, chase in enumerate(self.action.chases):
            if chase.answered_on is None and chase.to == by and chase.on <= self.on:
                self.alterations.put(self.action.id, ("chases", number, "answered_on"), self._day)


@dataclass(frozen=True, slots=True)
class Judged:
    """Who was satisfied, and where that was minuted."""

    group: str
    meeting: str | None
    minute: str | None
    agencies: Sequence[str]

    def fields(self, day: str) -> dict[str, Field]:
        """As the record has it."""
        found: dict[str, Field] = {"on": day, "group": self.group}
        if self.meeting:
            found["meeting"] = self.meeting
        if self.minute:
            found["minute"] = self.minute
        return found | ({"agencies": [*self.agencies]} if self.agencies else {})


def _prose(text: str) -> str:
    return text.rstrip("\n") + "\n"
