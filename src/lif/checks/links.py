"""Links between records: to something that is not there, or of another kind than the field wants."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.records.problems import listed, nearest
from lif.register import Register, Tie


def _known(register: Register, address: str) -> bool:
    return register.get(address) is not None


@check("L101")
def link_to_nothing(register: Register, as_at: date) -> Iterator[Finding]:
    """A link to a record or item that does not exist.

    Why:
        The thread from a case to the change it made is broken here, and papers would leave it out.
    Fails:
        owner: chair-neglct
    Mend:
        Correct the id; the message names the nearest. If the record was removed, retire it instead.
    Source:
        records.md: links both ways.
    """
    for id_ in register.entries:
        for tie in register.links_from(id_):
            parent = tie.target.partition("/")[0]
            if _known(register, tie.target) or parent in register.unreadable:
                continue
            yield Finding(id_, tie.path, f"there is no '{tie.target}'", _proposal(register, tie))


def _proposal(register: Register, tie: Tie) -> str:
    """The nearest address that the field could hold."""
    parent, slash, _ = tie.target.partition("/")
    if slash and parent in register.entries:
        near = nearest(tie.target, [address for address, _ in register.items(parent)])
        return f"did you mean '{near}'?" if near else f"'{parent}' has no such item"
    wanted = [
        id_
        for id_, entry in register.entries.items()
        if not tie.rule.kinds or entry.record.kind in tie.rule.kinds
    ]
    near = nearest(parent, wanted)
    return f"did you mean '{near}'?" if near else "correct the id, or add the record"


@check("L102")
def link_to_another_kind(register: Register, as_at: date) -> Iterator[Finding]:
    """A link to a record of a kind that the field cannot point at.

    Why:
        An owner that is a group, or a theme that is a priority, falls out of every list made by owner or theme.
    Fails:
        owner: neglect-group
    Mend:
        Link to a record of the kind that the message names.
    Source:
        the kind's page in the reference.
    """
    for id_ in register.entries:
        for tie in register.links_from(id_):
            parent, slash, _ = tie.target.partition("/")
            entry = register.entries.get(parent)
            if entry is None:
                continue
            if tie.rule.kinds and entry.record.kind not in tie.rule.kinds:
                wanted = listed(tie.rule.kinds)
                yield Finding(
                    id_, tie.path, f"'{tie.target}' is of the kind {entry.record.kind}", f"link to: {wanted}"
                )
            elif slash and tie.rule.item == "no":
                yield Finding(
                    id_,
                    tie.path,
                    f"'{tie.target}' is an item, and a whole record is wanted",
                    f"write {parent}",
                )
            elif not slash and tie.rule.item == "must":
                yield Finding(
                    id_,
                    tie.path,
                    f"'{tie.target}' is a whole record, and one of its items is wanted",
                    f"write {parent}/ and the item's id",
                )


LINKS = (link_to_nothing, link_to_another_kind)
