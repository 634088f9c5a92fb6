"""Links between records: to something that is not there, or of another kind than the field wants."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.checks.nearest import NearestId
from lif.records.fields import Link
from lif.records.kinds import BY_NAME
from lif.records.links import Tie
from lif.records.problems import listed, nearest
from lif.register import Pattern, Register


@check("L101")
def link_to_nothing(register: Register, as_at: date) -> Iterator[Finding]:
    """A link to a record or item that does not exist.

    Why:
        The thread from a case to the change it made is broken here, and papers would leave it out.
    Fails:
        owner: chair-neglct
    Mend:
        Correct the id; the message names the nearest. If the record was removed, bring it back and retire it.
    Source:
        Every link of a record is followed; the register knows it from both ends.
    """
    likely: dict[tuple[str, ...], NearestId] = {}
    for target, ties in _ties(register):
        if register.get(target) is not None:
            continue
        for tie in ties:
            if register.may_be_unreadable(target, tie.rule.kinds) or _waits(register, tie):
                continue
            proposal = _proposal(register, tie, likely)
            yield Finding(tie.source, tie.path, f"there is no '{target}'", proposal)


def _ties(register: Register) -> Iterator[tuple[str, tuple[Tie, ...]]]:
    """Every address that is linked to, with its links; of a framework by itself those of its patterns too."""
    for target in register.targets():
        yield target, register.links_to(target)
    for pattern in register.patterns.values() if register.alone else ():
        for tie in pattern.surveyed.ties if pattern.surveyed else ():
            yield tie.target, (tie,)


def _waits(register: Register, tie: Tie) -> bool:
    """Whether a framework's record points at a pattern that the board chose not to take up.

    In a framework by itself every record may, as far as the pattern has such an item; and it may point at
    what only a board has, in its data: a benchmark that each board names for its own area.
    """
    folders = [BY_NAME[kind].folder for kind in tie.rule.kinds] if register.alone else []
    if folders and all(folder.startswith("data/") for folder in folders):
        return True
    record, slash, item = tie.target.partition("/")
    pattern = register.patterns.get(record)
    if pattern is None or register.alone:
        return pattern is not None and (not slash or _has(pattern, item))
    entry = register.entries[tie.source]
    kept = any(tie.path[0] in each.kept for each in entry.beneath)
    return kept or bool(entry.framework)


def _has(pattern: Pattern, item: str) -> bool:
    return pattern.surveyed is None or any(one.item.id == item for one in pattern.surveyed.items)


def _proposal(register: Register, tie: Tie, likely: dict[tuple[str, ...], NearestId]) -> str:
    """The nearest address that the field could hold."""
    parent, slash, _ = tie.target.partition("/")
    if pattern := register.patterns.get(parent):
        if register.alone:
            return f"'{parent}' has no such item"
        return f"take it up first: a record '{parent}' with builds_on: {pattern.framework}"
    if slash and parent in register.entries:
        near = nearest(tie.target, [address for address, _ in register.items(parent)])
        return f"did you mean '{near}'?" if near else f"'{parent}' has no such item"
    kinds = tie.rule.kinds
    if kinds not in likely:
        entries = register.entries.items()
        likely[kinds] = NearestId(id_ for id_, entry in entries if not kinds or entry.record.kind in kinds)
    near = likely[kinds](parent)
    if near:
        return f"did you mean '{near}'?"
    if len(kinds) != 1:
        return "correct the id, or add the record"
    return f"correct the id: 'lif list {BY_NAME[kinds[0]].plural}' shows what there is; or add the record"


@check("L102")
def link_to_another_kind(register: Register, as_at: date) -> Iterator[Finding]:
    """A link to a record of a kind that the field cannot point at.

    Why:
        An owner that is a group, or a theme that is a priority, falls out of every list by owner or theme.
    Fails:
        owner: neglect-group
    Mend:
        Link to a record of the kind that the message names.
    Source:
        the kind's page in the reference.
    """
    for target, ties in _ties(register):
        parent, slash, _ = target.partition("/")
        kind = _kind(register, parent)
        if not kind:
            continue
        for rule in {id(tie.rule): tie.rule for tie in ties}.values():
            wrong = _wrong(target, kind, bool(slash), rule)
            if wrong:
                yield from (Finding(tie.source, tie.path, *wrong) for tie in ties if tie.rule is rule)


def _kind(register: Register, id_: str) -> str:
    """The kind of a record, and in a framework by itself that of a pattern; nothing where there is none."""
    if entry := register.entries.get(id_):
        return entry.record.kind
    pattern = register.patterns.get(id_) if register.alone else None
    return pattern.kind.kind if pattern else ""


def _wrong(target: str, kind: str, is_item: bool, rule: Link) -> tuple[str, str] | None:
    """What is wrong with a link to something of this kind where `rule` holds, and what to write."""
    if rule.kinds and kind not in rule.kinds:
        return f"'{target}' is {_a(kind)}", f"link to {_a(listed(rule.kinds))} here"
    if is_item and rule.item == "no":
        return f"'{target}' is an item, and a whole record is wanted", f"write {target.partition('/')[0]}"
    if not is_item and rule.item == "must":
        wanted = f"write {target}/ and the item's id"
        return f"'{target}' is a whole record, and one of its items is wanted", wanted
    return None


def _a(kind: str) -> str:
    """The kind with its article."""
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


LINKS = (link_to_nothing, link_to_another_kind)
