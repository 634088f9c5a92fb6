"""Scorecards of the small board: written from what a test adds to it, asked for as the command line asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from tests.folders import Write
from tests.small_board import SMALL

from lif.calendars import Period, parse_period, quarter
from lif.measures.assemble import assemble
from lif.records.governance import Group
from lif.records.priorities import Priority
from lif.views.scorecard import Scorecard, scorecard
from lif.views.scorecard.lines import Line
from lif.views.scorecard.question import Ask
from lif.workspace import Workspace

LAST = quarter(2024, 4)

STEADY = tuple(f"{50 + (-1) ** n * (n % 3)}/100" for n in range(16))
"""Sixteen quarters of ordinary variation about 50%."""
RISING = tuple(f"{20 + 5 * n}/100" for n in range(13))
"""Thirteen quarters that rise from 20% to 80%."""
FLAT = ("50/100",) * 14


def ask(
    workspace: Write,
    files: Mapping[str, str],
    *,
    quarter: str = "2024-25-Q4",
    as_at: str = "2025-05-20",
    group: str | None = None,
    priority: str | None = None,
    draft: bool = True,
) -> Ask:
    """What is asked of the small board with these files."""
    loaded = Workspace.load(workspace({**SMALL, **files}), date.fromisoformat(as_at), checks=())
    assert [d.message for d in loaded.diagnostics] == []
    register = loaded.register
    return Ask(
        register,
        assemble(register, loaded.as_at),
        loaded.as_at,
        parse_period(quarter),
        register.find(Group, group),
        register.find(Priority, priority),
        draft=draft,
    )


def paper(workspace: Write, files: Mapping[str, str], **options: str) -> Scorecard:
    """The scorecard of the small board with these files."""
    return scorecard(ask(workspace, files, **options))  # type: ignore[arg-type]


def lines(view: Scorecard) -> dict[str, Line]:
    """Every line of the paper's tables by the id of its indicator."""
    return {line.id: line for group in (*view.tables, *view.annex) for line in group.lines}


def quarters(count: int, last: Period = LAST) -> list[Period]:
    """So many quarters up to the last one."""
    found = [last]
    while len(found) < count:
        found.insert(0, found[0].previous())
    return found


def returned(
    values: Mapping[str, Sequence[str]],
    *more: str,
    last: Period = LAST,
    due: str = "2025-04-30",
    received: str = "2025-05-10",
    agency: str = "social-care",
    illustrative: bool = False,
) -> dict[str, str]:
    """A return with a value for each quarter up to the last: `41/50`, `41`, or a status.

    `values` has the parts by indicator; `more` are further lines of the record.
    """
    id_ = f"{agency}-{last.slug}"
    head = [f"id: {id_}", f"agency: {agency}", f"period: {last}", f"due: {due}"]
    head += [f"received: {received}"] * bool(received) + ["illustrative: true"] * illustrative
    listed = [
        _value(indicator, period, each)
        for indicator, parts in values.items()
        for period, each in zip(quarters(len(parts), last), parts, strict=True)
    ]
    text = "\n".join([*head, *(["values:", *listed] if listed else []), *more]) + "\n"
    return {f"data/returns/{id_}.yaml": text}


def _value(indicator: str, period: Period, parts: str) -> str:
    first, _, second = parts.partition("/")
    rest = [f"numerator: {first}"] if first[0].isdigit() else [f"status: {parts}"]
    rest += [f"denominator: {second}"] * bool(second)
    fields = [f"id: {indicator}-{period.slug}", f"measure: {indicator}/quarter", f"period: {period}", *rest]
    return "  - " + "\n    ".join(fields)
