"""Which links lead down a thread, from what happened to what came of it: one table, read both ways."""

from __future__ import annotations

from collections.abc import Iterator

from lif.records.audits import Audit, AuditFinding, Recommendation
from lif.records.learning import Product
from lif.records.links import Tie
from lif.records.record import Item, Record
from lif.records.reviews import Finding, Review
from lif.records.scrutiny import Scrutiny
from lif.register import Register

CAME_OF: dict[str, tuple[str, ...]] = {
    "action": ("source",),
    "review": ("follows", "incident"),
    "case-considered": ("incident",),
    "audit": ("earlier_round",),
    "learning": ("sources",),
    "good-practice": ("sources",),
    "course": ("learning",),
    "training-session": ("course",),
    "training-plan": ("needs.seen_in",),
    "passage": ("about",),
    "evidence": ("shows", "source"),
    "group-report": ("shortfalls.about",),
    "meeting": ("decisions.about",),
    "challenge": ("evidence",),
    "publication": ("of",),
    "statement": ("about",),
}
"""Fields of a record that name what it came of: the link leads up, from it to its target."""

LED_TO: dict[str, tuple[str, ...]] = {
    "incident": ("rapid_review",),
    "case-considered": ("review",),
    "voice": ("actions",),
    "practitioner-intelligence": ("actions",),
    "complaints-and-compliments": ("actions",),
    "section11-return": ("answers.actions",),
    "section175-return": ("actions",),
    "challenge": ("actions",),
    "risk": ("actions",),
    "action": ("evidence", "success_indicator", "superseded_by"),
    "learning": ("test.shown_by",),
    "good-practice": ("test.shown_by",),
    "training-plan": ("needs.courses",),
    "course": ("evaluations.shown_by",),
    "evidence": ("shows",),
    "improvement-plan": ("lines.actions", "lines.indicators", "lines.shown_by"),
    "return": ("values.measure", "stories.indicator"),
}
"""Fields of a record that name what came of it: the link leads down, from it to its target."""

_ONLY: dict[tuple[str, str], frozenset[str]] = {
    ("evidence", "shows"): frozenset(("action",)),
    ("group-report", "shortfalls.about"): frozenset(("indicator",)),
    ("meeting", "decisions.about"): frozenset(("indicator", "group-report")),
}
"""Fields that name causes only where they point at these kinds; at others they speak of what is beside."""


_DOWN_ONLY = frozenset(("return",))
"""Kinds that lead to so much, and so much like each other, that nothing is said to come from them."""


def below(register: Register, address: str) -> tuple[str, ...]:
    """What came of a record or item, in the order of stages within it and then of ids; each once.

    An address that a link names and at which nothing stands is among them.
    """
    found: list[str] = [*_within(register, address)]
    for tie in register.links_to(address):
        if _leads_up(register, tie):
            found.append(_end(register, tie))
    for tie in _outward(register, address):
        if _leads_down(register, tie) and _end(register, tie) == address:
            found.append(_station(register, tie.target))
    return tuple(dict.fromkeys(one for one in found if one != address))


def showing(register: Register, address: str) -> tuple[str, ...]:
    """What is known that speaks of a part of the framework: evidence, findings, voices; each once."""
    found = [
        _end(register, tie)
        for tie in register.links_to(address)
        if register.entries[tie.source].record.folder.startswith("data/")
    ]
    return tuple(dict.fromkeys(found))


def above(register: Register, address: str) -> tuple[str, ...]:
    """What led to a record or item; each once, with an address that a link names and that is not there."""
    found: list[str] = [*_around(register, address)]
    for tie in _outward(register, address):
        if _leads_up(register, tie) and _end(register, tie) == address:
            found.append(tie.target)
    for tie in register.links_to(address):
        if _leads_down(register, tie) and _kind(register, tie.source) not in _DOWN_ONLY:
            found.append(_end(register, tie))
    return tuple(dict.fromkeys(one for one in found if one != address))


def _leads_up(register: Register, tie: Tie) -> bool:
    """Whether the target of a link led to its source."""
    kind = _kind(register, tie.source)
    name = _field(tie)
    only = _ONLY.get((kind, name))
    return name in CAME_OF.get(kind, ()) and (
        only is None or register.get(tie.target) is None or _kind(register, tie.target) in only
    )


def _leads_down(register: Register, tie: Tie) -> bool:
    """Whether the source of a link led to its target."""
    return _field(tie) in LED_TO.get(_kind(register, tie.source), ()) and not _leads_up(register, tie)


def _kind(register: Register, address: str) -> str:
    entry = register.entries.get(address.partition("/")[0])
    return entry.record.kind if entry else ""


def _field(tie: Tie) -> str:
    """The field that holds a link, without positions: `answers.actions`."""
    return ".".join(step for step in tie.path if isinstance(step, str))


def _end(register: Register, tie: Tie) -> str:
    """Where a link starts: the item that it stands in, or else the record."""
    best, length = "", 0
    if tie.path[0] == "values":
        return tie.source
    for address, _ in register.items(tie.source):
        path = register.item_path(address)
        if len(path) > length and tie.path[: len(path)] == path:
            best, length = address, len(path)
    return best or tie.source


def _station(register: Register, address: str) -> str:
    """What a link leads to; a series of an indicator is the indicator."""
    id_ = address.partition("/")[0]
    return id_ if _kind(register, id_) == "indicator" else address


def _outward(register: Register, address: str) -> tuple[Tie, ...]:
    """The links of the record, also where the address is that of one of its items."""
    return register.links_from(address.partition("/")[0])


def _within(register: Register, address: str) -> Iterator[str]:
    """The findings of a record, and what it recommends without one; the recommendations of a finding."""
    thing = register.get(address)
    if isinstance(thing, Finding | AuditFinding):
        yield from _recommended_for(register, address)
    elif isinstance(thing, Record):
        yield from _parts(register, thing)


def _parts(register: Register, record: Record) -> Iterator[str]:
    """The items of a record that belong to the thread: found, recommended, told, or with something below."""
    items = register.items(record.id)
    findings = {item.id for _, item in items if _is_finding(record, item)}
    for address, item in items:
        if isinstance(item, Recommendation):
            belongs = item.finding not in findings
        else:
            belongs = _is_finding(record, item) or isinstance(item, Product) or _leads(register, address)
        if belongs:
            yield address


def _is_finding(record: Record, item: Item) -> bool:
    """Whether an item is something found: of an audit its strengths are not, they want no answer."""
    if isinstance(record, Review):
        return isinstance(item, Finding)
    if isinstance(record, Audit | Scrutiny):
        return any(item is one for one in record.findings)
    return False


def _leads(register: Register, address: str) -> bool:
    """Whether anything came of an item."""
    return any(_leads_up(register, tie) for tie in register.links_to(address)) or any(
        _leads_down(register, tie) and _end(register, tie) == address for tie in _outward(register, address)
    )


def _recommended_for(register: Register, address: str) -> Iterator[str]:
    id_, _, finding = address.partition("/")
    for other, item in register.items(id_):
        if isinstance(item, Recommendation) and item.finding == finding:
            yield other


def _around(register: Register, address: str) -> Iterator[str]:
    """What an item stands in: the finding that a recommendation answers, or else its record."""
    id_, slash, _ = address.partition("/")
    if not slash:
        return
    thing = register.get(address)
    named = thing.finding if isinstance(thing, Recommendation) else None
    finding = f"{id_}/{named}"
    yield finding if named and register.get(finding) is not None else id_
