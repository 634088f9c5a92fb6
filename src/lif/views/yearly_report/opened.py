"""What the yearly report asks of its reader, and what the front sheet says of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from lif.calendars import long_date
from lif.views.came_of import many
from lif.views.in_words import few
from lif.views.papers import Opening
from lif.views.sentences import quoted
from lif.views.yearly_report.accounted import SignOff
from lif.views.yearly_report.arranged import bodies_in
from lif.views.yearly_report.gate import Shown, called, unfinished
from lif.views.yearly_report.heads import Head
from lif.views.yearly_report.planned import NextYear
from lif.views.yearly_report.scope import Scope
from lif.views.yearly_report.unmoved import NotWorking


def opening(
    scope: Scope,
    gates: Sequence[Shown],
    heads: Sequence[Head],
    unmoved: NotWorking,
    coming: NextYear,
    ending: SignOff,
) -> Opening:
    """What stands before the first section."""
    year = scope.year.label
    boards = scope.boards("leadership")
    passed = sum(gate.passes for gate in gates)
    facts = [
        ("Year", f"{long_date(scope.year.start)} to {long_date(scope.year.end)}"),
        ("Body in the year", "; then ".join(bodies_in(scope))),
        ("Evidence of impact", f"in {passed} of {many(len(gates), 'part')} that must have it"),
        ("Published", _published(ending)),
    ]
    asked = [*_of_the_gate(gates, year, ending), *_of_the_rest(scope, heads, unmoved, coming, ending)]
    why = "approve, sign and publish" if ending.published is None else "what was published, as known today"
    return Opening(
        f"Yearly report {year}",
        f"yearly-report-{scope.year.slug}",
        f"{'Decision' if ending.published is None else 'Assurance'}: {why}",
        tuple(asked),
        (*((("Group", boards[0].name),) if boards else ()), *facts),
        unfinished(scope, gates),
    )


def _published(ending: SignOff) -> str:
    if ending.published:
        return long_date(ending.published)
    return f"planned for {long_date(ending.planned)}" if ending.planned else "no day is recorded"


def _of_the_gate(gates: Sequence[Shown], year: str, ending: SignOff) -> Iterator[str]:
    """Approve it, or see first to what is missing."""
    missing = [called(gate) for gate in gates if not gate.passes]
    if missing:
        yield (
            f"Decide who brings evidence of what became different for children in {year}, and by when, for "
            f"{many(len(missing), 'part')} without any: {few(missing)}."
        )
    elif ending.published is None:
        yield f"Approve the yearly report {year} for publication."
    if ending.published is None and ending.unsigned:
        yield f"Ask for the signatures that are missing: {few(ending.unsigned)}."


def _of_the_rest(
    scope: Scope, heads: Sequence[Head], unmoved: NotWorking, coming: NextYear, ending: SignOff
) -> Iterator[str]:
    """What did not work, what is missing, and what comes next."""
    if unmoved.looks:
        names = dict.fromkeys(each.name for each in unmoved.looks)
        seen = few([quoted(name) for name in names])
        yield f"Challenge what is done where no difference was seen, or it got worse: {seen}."
    if unmoved.late:
        reason = f", {unmoved.without_reason} of them without a reason" if unmoved.without_reason else ""
        late = many(len(unmoved.late), "action")
        yield f"Challenge the owners of {late} overdue on {long_date(scope.last)}{reason}."
    awaited = [each.agency for each in ending.own_reports if each.received is None and each.due < scope.as_at]
    if awaited:
        yield f"Ask for the partners' own reports that have not come: {few(awaited)}."
    if coming.priorities and ending.published is None:
        yield f"Agree the priorities of {coming.year}: {few([each.name for each in coming.priorities], 6)}."
    gaps = [quoted(head.title) for head in heads if head.gap]
    if gaps:
        yield f"Note where no record, or not enough, stands behind a section: {few(gaps, 6)}."
    if ending.published is not None:
        published = long_date(ending.published)
        yield f"Note that the report was published on {published}; this is the year as known today."
    yield from _of_the_difference(scope)


def _of_the_difference(scope: Scope) -> Iterator[str]:
    """How much shows a difference for children, and beside it what saw none or speaks against one."""
    seen = Counter(each.seen for each in scope.looks if each.for_whom == "children")
    good = seen["difference"] + seen["some-difference"]
    if seen:
        said = [f"{good} {'shows' if good == 1 else 'show'} a difference, wholly or in part"]
        if none := seen["no-difference"]:
            said.append(f"{none} saw none")
        if against := seen["against"]:
            said.append(f"{against} {'speaks' if against == 1 else 'speak'} against")
        pieces = many(seen.total(), "piece")
        yield (
            f"Note what became different for children in {scope.year.label}: of {pieces} of evidence "
            f"{' and '.join(said) if len(said) < 3 else ', '.join(said[:-1]) + ' and ' + said[-1]}."
        )
