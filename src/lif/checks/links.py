"""Links between records: to something that is not there, or of another kind than the field wants."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.checks.nearest import NearestId
from lif.records.fields import Link
from lif.records.links import Tie
from lif.records.problems import listed, nearest
from lif.register import Register


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
    for target in register.targets():
        if register.get(target) is not None:
            continue
        for tie in register.links_to(target):
            if register.may_be_unreadable(target, tie.rule.kinds) or _waits(register, tie):
                continue
            proposal = _proposal(register, tie, likely)
            yield Finding(tie.source, tie.path, f"there is no '{target}'", proposal)


def _waits(register: Register, tie: Tie) -> bool:
    """Whether a framework's record points at a pattern that the board chose not to take up."""
    return tie.target.partition("/")[0] in register.patterns and bool(register.entries[tie.source].framework)


def _proposal(register: Register, tie: Tie, likely: dict[tuple[str, ...], NearestId]) -> str:
    """The nearest address that the field could hold."""
    parent, slash, _ = tie.target.partition("/")
    if framework := register.patterns.get(parent):
        return f"take it up first: a record '{parent}' with builds_on: {framework}"
    if slash and parent in register.entries:
        near = nearest(tie.target, [address for address, _ in register.items(parent)])
        return f"did you mean '{near}'?" if near else f"'{parent}' has no such item"
    kinds = tie.rule.kinds
    if kinds not in likely:
        entries = register.entries.items()
        likely[kinds] = NearestId(id_ for id_, entry in entries if not kinds or entry.record.kind in kinds)
    near = likely[kinds](parent)
    return f"did you mean '{near}'?" if near else "correct the id, or add the record"


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
    for target in register.targets():
        parent, slash, _ = target.partition("/")
        entry = register.entries.get(parent)
        if entry is None:
            continue
        ties = register.links_to(target)
        for rule in {id(tie.rule): tie.rule for tie in ties}.values():
            wrong = _wrong(target, entry.record.kind, bool(slash), rule)
            if wrong:
                yield from (Finding(tie.source, tie.path, *wrong) for tie in ties if tie.rule is rule)


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
