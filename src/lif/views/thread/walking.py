"""The walk along a thread, up and down: each thing once whole, and what is too much cut short."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from lif.records.actions import Action
from lif.records.audits import Audit
from lif.records.learning import GoodPractice, Learning
from lif.records.record import stands
from lif.records.training import Course, Evaluation, TrainingNeed, TrainingPlan, TrainingSession
from lif.views.helped import helped_on
from lif.views.shown import flowing
from lif.views.thread import ways
from lif.views.thread.asking import Asking, Look
from lif.views.thread.days import day_of, known_on
from lif.views.thread.joints import joints_of
from lif.views.thread.naming import called, stage_of
from lif.views.thread.pieces import STAGES, Break, Node
from lif.views.thread.said import said_of

MOST = 12
"""As many things hang below one at the most; how many more there are is said."""
DEEPEST = 16
"""A thread has no more joints than this from its end to its beginning."""

Further = Callable[[str], tuple[str, ...]]
"""What lies beyond a thing in one direction: what came of it, or what led to it."""


class Weaving:
    """One walk along a thread, with the addresses that were shown so far."""

    def __init__(self, asking: Asking) -> None:
        self.asking = asking
        self.seen: set[str] = set()
        self._came: dict[str, tuple[str, ...]] = {}
        self._led: dict[str, tuple[str, ...]] = {}
        self._joints: dict[str, tuple[Break, ...]] = {}

    def down(self, address: str, depth: int = 0, since: date | None = None) -> Node:
        """The thing and what came of it; `since` is the day of what it hangs on, where that asks for one."""
        again = address in self.seen
        self.seen.add(address)
        every = () if again else self._came_of(address, depth, since)
        came = self._kept(every, self._came_from) if depth < DEEPEST else ()
        after = _since(self.asking, address, since)
        below = [self.down(one, depth + 1, after) for one in came]
        if not again:
            below += _looked_at(self.asking, address)
        return self._node(address, tuple(below), again, len(every) - len(came), since)

    def up(self, address: str, depth: int = 1) -> Node:
        """The thing and what led to it."""
        again = address in self.seen
        self.seen.add(address)
        below, more = ((), 0) if again else self.above(address, depth)
        return self._node(address, below, again, more, None)

    def above(self, address: str, depth: int = 0) -> tuple[tuple[Node, ...], int]:
        """What led to a thing, and how many more there are."""
        every = self._led_to(address)
        led = self._kept(every, self._led_to) if depth < DEEPEST else ()
        return tuple(self.up(one, depth + 1) for one in led), len(every) - len(led)

    def bare(self, address: str) -> Node:
        """The thing alone, where nothing of it was known by the day."""
        record, thing = self.asking.record(address), self.asking.get(address)
        name, stage = called(self.asking.register, address), stage_of(self.asking.register, address)
        kind = _kind(self.asking, address) if thing else ""
        return Node(
            address, stage, kind, name, None, "nothing of it was known on this day", record.illustrative
        )

    def _led_to(self, address: str) -> tuple[str, ...]:
        """What led to a thing; nothing that anybody did leads to a part of the framework."""
        if address not in self._led:
            framework = self.asking.get(address) is None or self._is_framework(address)
            self._led[address] = () if framework else self._known(ways.above(self.asking.register, address))
        return self._led[address]

    def _came_of(self, address: str, depth: int, since: date | None) -> tuple[str, ...]:
        """What came of a thing; a part of the framework asked about itself has what speaks of it below."""
        register, here = self.asking.register, self.asking.get(address)
        if here is None:
            return ()
        if stage_of(register, address) in ("framework", "indicator"):
            found = (*self._came_from(address), *self._known(ways.showing(register, address)))
            return self._ordered(tuple(dict.fromkeys(found))) if depth == 0 else ()
        came = self._came_from(address)
        if isinstance(here, Course) and since:
            came = tuple(one for one in came if not self._earlier(one, since))
        return tuple(one for one in came if one not in self.seen or not self._is_framework(one))

    def _came_from(self, address: str) -> tuple[str, ...]:
        """What came of a thing by the day; no audit repeats one that was not reported yet."""
        if address not in self._came:
            here, found = self.asking.get(address), ways.below(self.asking.register, address)
            if isinstance(here, Audit) and not self.asking.past(here.reported):
                found = tuple(one for one in found if not isinstance(self.asking.get(one), Audit))
            self._came[address] = self._known(found)
        return self._came[address]

    def _earlier(self, address: str, since: date) -> bool:
        """Whether a session or an evaluation of a course was before the day of what the course carries."""
        thing = self.asking.get(address)
        return isinstance(thing, TrainingSession | Evaluation) and thing.on < since

    def _is_framework(self, address: str) -> bool:
        return self.asking.get(address) is not None and stage_of(self.asking.register, address) == "framework"

    def _known(self, addresses: tuple[str, ...]) -> tuple[str, ...]:
        """Those that were known by the day or are not there at all, in the order of their stages."""
        register, as_at = self.asking.register, self.asking.as_at
        return self._ordered(
            tuple(one for one in addresses if register.get(one) is None or known_on(register, one, as_at))
        )

    def _ordered(self, addresses: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted(addresses, key=self._stage))

    def _stage(self, address: str) -> int:
        there = self.asking.get(address) is not None
        return STAGES.index(stage_of(self.asking.register, address)) if there else len(STAGES)

    def _kept(self, every: tuple[str, ...], further: Further) -> tuple[str, ...]:
        """The first dozen, those with a break on them or beyond before the others, in their order."""
        if len(every) <= MOST:
            return every
        known: dict[str, bool] = {}
        chosen = sorted(every, key=lambda one: not self._has_break(one, further, known))[:MOST]
        return tuple(one for one in every if one in chosen)

    def _has_break(self, address: str, further: Further, known: dict[str, bool], depth: int = 0) -> bool:
        """Whether a thing or anything beyond it is broken; `known` holds what was found so far."""
        if address not in known:
            known[address] = False  # what comes round again to where it began adds nothing
            here = any(joint.sort == "broken" for joint in self._joints_of(address))
            beyond = further(address) if not here and depth < DEEPEST and self._goes_on(address) else ()
            known[address] = here or any(self._has_break(one, further, known, depth + 1) for one in beyond)
        return known[address]

    def _goes_on(self, address: str) -> bool:
        """Whether a thread goes on beyond a thing: it ends at the framework, and at indicators."""
        there = self.asking.get(address) is not None
        return there and stage_of(self.asking.register, address) not in ("framework", "indicator")

    def _joints_of(self, address: str) -> tuple[Break, ...]:
        """What is missing at a thing, by what counts above and below it; of what was retired nothing is."""
        if address not in self._joints:
            self._joints[address] = self._looked_for(address)
        return self._joints[address]

    def _looked_for(self, address: str) -> tuple[Break, ...]:
        register = self.asking.register
        if register.get(address) is None:
            bad = register.unreadable.get(address.partition("/")[0])
            if bad or register.may_be_unreadable(address, ()):
                return (
                    Break("unknown", f"what stands there cannot be read{f': {bad.path}' if bad else ''}"),
                )
            return (Break("broken", "it leads nowhere: nothing stands at this address"),)
        if not self._counts(address):
            return ()
        above = tuple(one for one in self._led_to(address) if self._counts(one))
        below = tuple(one for one in self._came_from(address) if self._counts(one))
        return joints_of(Look(self.asking, address, above, below))

    def _counts(self, address: str) -> bool:
        thing = self.asking.get(address)
        if thing is None:
            return False
        return stands(self.asking.record(address), self.asking.as_at) and stands(thing, self.asking.as_at)

    def _node(
        self, address: str, below: tuple[Node, ...], again: bool, more: int, since: date | None
    ) -> Node:
        joints = () if again else self._joints_of(address)
        thing = self.asking.get(address)
        if thing is None:
            return Node(address, "other", "record", address, None, "", False, joints, (), again)
        record = self.asking.record(address)
        said, made_up = said_of(self.asking, address, since)
        return Node(
            address=address,
            stage=stage_of(self.asking.register, address),
            kind=_kind(self.asking, address),
            name=called(self.asking.register, address),
            on=day_of(thing, record, self.asking.as_at),
            said=said,
            illustrative=record.illustrative or made_up,
            joints=joints,
            below=below,
            again=again,
            more=more,
        )


def _since(asking: Asking, address: str, since: date | None) -> date | None:
    """The day from which what hangs below is told: an action's, learning's or plan's own, else that above."""
    here, record = asking.get(address), asking.record(address) if asking.get(address) else None
    if isinstance(here, Action):
        return here.agreed_on
    if isinstance(here, Learning | GoodPractice):
        return here.on
    if isinstance(here, TrainingNeed) and isinstance(record, TrainingPlan):
        return record.approved_on
    return since


def _looked_at(asking: Asking, address: str) -> list[Node]:
    """The impact of an action, or the test of learning, as a thing of its own; it has no address."""
    thing = asking.get(address)
    if isinstance(thing, Action) and thing.impact and thing.impact.checked_on:
        helped = helped_on(thing, asking.as_at)
        if helped in ("shown", "partly-shown", "not-shown", "cannot-be-told"):
            words = [helped.replace("-", " "), flowing(thing.impact.text), flowing(thing.impact.follows)]
            return [_seen("impact", thing.impact.checked_on, words, thing.illustrative)]
    if isinstance(thing, Learning | GoodPractice) and thing.test and thing.test.result:
        test = thing.test
        if test.checked_on and test.checked_on <= asking.as_at:
            words = [str(test.result).replace("-", " "), flowing(test.text), flowing(test.follows)]
            return [_seen("test", test.checked_on, words, thing.illustrative)]
    return []


def _seen(kind: str, on: date, words: list[str], illustrative: bool) -> Node:
    first, *rest = [word for word in words if word]
    return Node("", "impact", kind, first, on, " ".join(rest), illustrative)


def _kind(asking: Asking, address: str) -> str:
    """The kind of a record; of an item its own, `AuditFinding` as `audit finding`."""
    thing, record = asking.get(address), asking.record(address)
    if thing is record:
        return record.kind
    name = type(thing).__name__
    return "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip()
