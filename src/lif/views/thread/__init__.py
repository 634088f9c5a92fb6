"""The golden thread of one record: what led to it, what came of it, and where that breaks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from lif.measures.series import Figures
from lif.records.actions import Action
from lif.records.indicators import Indicator
from lif.records.learning import GoodPractice, Learning
from lif.records.record import stands
from lif.register import Register
from lif.views.helped import helped_on
from lif.views.movement import moved_since
from lif.views.thread import ways
from lif.views.thread.joints import joints_of
from lif.views.thread.pieces import STAGES, Break, Node, Thread
from lif.views.thread.said import called, day_of, known_on, said_of, stage_of

__all__ = ["Break", "Node", "Thread", "thread"]

MOST = 12
"""As many things hang below one at the most; how many more there are is said."""
DEEPEST = 16
"""A thread has no more joints than this from its end to its beginning."""


def thread(register: Register, figures: Figures, address: str, as_at: date) -> Thread | None:
    """The thread of a record or item as it was known on a day; None when there is nothing at the address.

    A thing that hangs at several joints is shown whole at the first, and named at the others. Nothing is in
    it that was not known by the day.
    """
    if register.get(address) is None:
        return None
    weaving = _Weaving(register, figures, as_at)
    down = weaving.down(address, 0, None)
    weaving.seen = {address}
    up = tuple(weaving.up(one, 1) for one in weaving.known(ways.above(register, address)))
    return Thread(address, down.kind, down.name, as_at, up, down)


@dataclass(slots=True)
class _Weaving:
    """One walk along a thread, with the addresses that were shown so far."""

    register: Register
    figures: Figures
    as_at: date
    seen: set[str] = field(default_factory=set)

    def known(self, addresses: tuple[str, ...]) -> tuple[str, ...]:
        """Those that were known by the day and count, in the order of their stages."""
        found = [one for one in addresses if known_on(self.register, one, self.as_at) and self._counts(one)]
        order = {one: place for place, one in enumerate(found)}
        return tuple(sorted(found, key=lambda one: (self._stage(one), order[one])))

    def down(self, address: str, depth: int, since: date | None) -> Node:
        """The thing and what came of it."""
        again = address in self.seen
        self.seen.add(address)
        every = () if again else self._came_of(address, depth)
        came = every[:MOST] if depth < DEEPEST else ()
        here = self.register.get(address)
        agreed = here.agreed_on if isinstance(here, Action) else since
        below = [self.down(one, depth + 1, agreed) for one in came]
        if not again:
            below += self._looked_at(address)
        return self._node(address, tuple(below), again, len(every) - len(came), since, every)

    def _came_of(self, address: str, depth: int) -> tuple[str, ...]:
        """What came of a thing; a part of the framework asked about itself has what speaks of it below."""
        if stage_of(self.register, address) in ("framework", "indicator"):
            found = ways.below(self.register, address)
            return self.known((*found, *ways.showing(self.register, address))) if depth == 0 else ()
        came = self.known(ways.below(self.register, address))
        return tuple(one for one in came if one not in self.seen or not self._is_framework(one))

    def _is_framework(self, address: str) -> bool:
        return stage_of(self.register, address) == "framework"

    def up(self, address: str, depth: int) -> Node:
        """The thing and what led to it."""
        again = address in self.seen
        self.seen.add(address)
        every = () if again else self._led_to(address)
        led = every[:MOST] if depth < DEEPEST else ()
        below = tuple(self.up(one, depth + 1) for one in led)
        return self._node(address, below, again, len(every) - len(led), None, None)

    def _led_to(self, address: str) -> tuple[str, ...]:
        """What led to a thing; nothing that anybody did leads to a part of the framework."""
        if self._is_framework(address):
            return ()
        return self.known(ways.above(self.register, address))

    def _node(
        self,
        address: str,
        below: tuple[Node, ...],
        again: bool,
        more: int,
        since: date | None,
        came: tuple[str, ...] | None,
    ) -> Node:
        thing = self.register.get(address)
        record = self.register.entries[address.partition("/")[0]].record
        assert thing is not None  # every address on the way was found in the register
        joints = () if again or came is None else joints_of(self.register, address, came, self.as_at)
        said = said_of(self.register, address, self.as_at)
        if isinstance(thing, Indicator) and since is not None:
            movement = moved_since(self.register, self.figures, address, since, self.as_at)
            said = movement.said if movement else said
        return Node(
            address=address,
            stage=stage_of(self.register, address),
            kind=record.kind if thing is record else _item_kind(type(thing).__name__),
            name=called(thing) or address,
            on=day_of(thing, record),
            said=said,
            illustrative=record.illustrative,
            joints=joints,
            below=below,
            again=again,
            more=more,
        )

    def _looked_at(self, address: str) -> list[Node]:
        """The impact of an action, or the test of learning, as a thing of its own; it has no address."""
        thing = self.register.get(address)
        if isinstance(thing, Action) and thing.impact and thing.impact.checked_on:
            helped = helped_on(thing, self.as_at)
            if helped in ("shown", "partly-shown", "not-shown", "cannot-be-told"):
                words = [helped.replace("-", " "), _flat(thing.impact.text), _flat(thing.impact.follows)]
                return [_impact("impact", thing.impact.checked_on, words, thing.illustrative)]
        if isinstance(thing, Learning | GoodPractice) and thing.test and thing.test.result:
            test = thing.test
            if test.checked_on and test.checked_on <= self.as_at:
                words = [str(test.result).replace("-", " "), _flat(test.text), _flat(test.follows)]
                return [_impact("test", test.checked_on, words, thing.illustrative)]
        return []

    def _counts(self, address: str) -> bool:
        thing = self.register.get(address)
        record = self.register.entries[address.partition("/")[0]].record
        return thing is not None and stands(record, self.as_at) and stands(thing, self.as_at)

    def _stage(self, address: str) -> int:
        return STAGES.index(stage_of(self.register, address))


def _impact(kind: str, on: date, words: list[str], illustrative: bool) -> Node:
    first, *rest = [word for word in words if word]
    return Node("", "impact", kind, first, on, " ".join(rest), illustrative)


def _flat(text: str | None) -> str:
    return " ".join((text or "").split())


def _item_kind(name: str) -> str:
    """`AuditFinding` as `audit finding`."""
    return "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip()
