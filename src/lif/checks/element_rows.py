"""Rows of elements: what they name and is not there, what they expect, and progress of no row."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.diagnostics import Severity
from lif.records.elements import Element
from lif.records.record import stands
from lif.records.row_progress import RowProgress
from lif.register import Register


@check("A456")
def row_names_nothing(register: Register, as_at: date) -> Iterator[Finding]:
    """A row or a promise of an element names an item that the element does not have.

    Why:
        What a row requires or expects would be missing from every paper that shows it.
    Fails:
        expects: - safer-children, with no such id under `good`.
    Mend:
        Correct the id: `requires` names `board_actions`, `expects` names `good`, `row` names `activities`.
    Source:
        How elements are built up.
    """
    for element in register.all(Element):
        doing, good, rows = (
            {one.id for one in items} for items in (element.board_actions, element.good, element.activities)
        )
        for index, row in enumerate(element.activities):
            for field, named, known in (("requires", row.requires, doing), ("expects", row.expects, good)):
                for place, id_ in enumerate(named):
                    if id_ not in known:
                        where = "board_actions" if field == "requires" else "good"
                        path = ("activities", index, field, place)
                        message = f"there is no '{id_}' under '{where}' of this element"
                        yield Finding(element.id, path, message, "correct the id")
        for index, promise in enumerate(element.promises):
            if promise.row is not None and promise.row not in rows:
                message = f"there is no '{promise.row}' under 'activities' of this element"
                yield Finding(element.id, ("promises", index, "row"), message, "correct the id")


@check("A457")
def progress_of_no_row(register: Register, as_at: date) -> Iterator[Finding]:
    """Progress is reported of something that is no row of an element, nor work that a row requires.

    Why:
        The report on the rows would not show it.
    Fails:
        row: element-audits/whole-journey-shown, which is a statement of what good looks like.
    Mend:
        Name the row, or what the board does, as element/row.
    Source:
        How elements are built up.
    """
    for one in register.all(RowProgress):
        element_id, _, item = one.row.partition("/")
        element = register.find(Element, element_id)
        if element is None or register.get(one.row) is None:
            continue
        if item not in {each.id for each in (*element.activities, *element.board_actions)}:
            message = f"'{one.row}' is no row of activity, and nothing that the board does"
            yield Finding(one.id, ("row",), message, "name the row, as element/row")


@check("A489", Severity.WARNING)
def row_expects_nothing(register: Register, as_at: date) -> Iterator[Finding]:
    """A row of activity says what is done, and not what it is expected to bring about.

    Why:
        Work without an outcome can be reported as done for ever, and nobody can ask whether it helped.
    Fails:
        activity: Audit cases, without expected and without expects.
    Mend:
        Name the outcome in `expects` (statements of the element under `good`), or write it in `expected`.
    Source:
        How frameworks in rows are laid out: activity, developmental work, expected outcome or impact.
    """
    for element in register.all(Element):
        for index, row in enumerate(element.activities):
            if not (row.expected or row.expects) and stands(element, as_at) and stands(row, as_at):
                message = "the row says what is done, and no outcome or impact that is expected of it"
                hint = "name the outcome in 'expects', or write it in 'expected'"
                yield Finding(element.id, ("activities", index, "activity"), message, hint)


ELEMENT_ROWS = (row_names_nothing, progress_of_no_row, row_expects_nothing)
