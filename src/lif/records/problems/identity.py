"""Ids that are taken, stand twice, or differ from the file that they name."""

from __future__ import annotations

from lif.diagnostics import AnyCode, coded
from lif.records.problems.wording import Wording, shown


@coded("I101")
def id_and_file_differ(found: str, stem: str) -> Wording:
    """The record's id is not the name of its file.

    Why:
        Colleagues find a record by its file, and links find it by its id; they must be the same name.
    Fails:
        data/actions/act-2024-training.yaml with id: act-2024-trainings
    Mend:
        Rename the file, or correct the id; if other records link to the id, keep the id.
    Source:
        decision 4: a record's id is its file's name.
    """
    return Wording(f"the id is '{shown(found)}' and the file is named '{shown(stem)}'", "make them the same")


@coded("I102")
def id_taken(found: str, other: str) -> Wording:
    """Two records have the same id.

    Why:
        One would hide the other: a lost record. It happens when two branches choose the same name.
    Fails:
        framework/themes.yaml and framework/groups/neglect.yaml both with id: neglect
    Mend:
        Give the younger record another id, and correct the links to it.
    Source:
        decision 4: ids are unique in the workspace.
    """
    return Wording(
        f"the id '{shown(found)}' is taken by the record at {other}", "give one of the two another id"
    )


@coded("I103")
def item_id_taken(found: str) -> Wording:
    """Two items of one record have the same id.

    Why:
        A link to record-id/item-id would mean either.
    Fails:
        Two recommendations with id: rec-1 in one review.
    Mend:
        Give one of them another id, and correct the links to it.
    Source:
        decision 4: an item's id is unique in its record.
    """
    return Wording(
        f"the item id '{shown(found)}' stands twice in this record", "give one of the two another id"
    )


@coded("I104")
def nothing_to_build_on(
    found: str, framework: str, read: bool, known: tuple[str, ...], other_kind: str = "", near: str = ""
) -> Wording:
    """A record builds on one that the framework does not hold.

    Why:
        Its fields would be kept from nowhere; what was meant to come from the framework is missing.
    Fails:
        builds_on: north-wets
    Mend:
        Write the name of a framework that this one extends and that has a record of this id and kind.
    Source:
        lif.yaml says which frameworks are extended; `lif list KIND` shows what they hold.
    """
    where = f"'{shown(framework)}' has no record '{shown(found)}' of this kind"
    if other_kind:
        where += f" (its own is of the kind {other_kind})"
    if not read:
        where = f"no framework called '{shown(framework)}' is extended here"
    meant = f"did you mean '{known[0]}'?" if known else "write the whole record, or the id that is meant"
    if near and not known:
        meant = f"did you mean the id '{shown(near)}'? or write the whole record"
    return Wording(f"{where}, so there is nothing to build on", meant)


@coded("I105")
def pattern_in_a_workspace(found: str) -> Wording:
    """A record of the board itself that waits to be completed.

    Why:
        A pattern counts for nothing until a board builds on it; in the board's own folder nobody ever will.
    Fails:
        to_be_completed: true
    Mend:
        Take the line out, and give the record what it needs.
    Source:
        Patterns are for frameworks that others extend.
    """
    return Wording(
        f"'{shown(found)}' waits to be completed, and stands in the board's own folder", "take the line out"
    )


IDENTITY: tuple[AnyCode, ...] = (
    id_and_file_differ,
    id_taken,
    item_id_taken,
    nothing_to_build_on,
    pattern_in_a_workspace,
)
