"""Figures about the board's own work, held against the records that they are counted from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from lif.checks.finding import Finding, check
from lif.checks.plausible import own_lines
from lif.diagnostics import Severity
from lif.measures.counted import counted
from lif.register import Register


@check("F171", Severity.WARNING)
def not_what_the_records_count(register: Register, as_at: date) -> Iterator[Finding]:
    """A figure about the board's own work is not what its records come to on that day.

    Why:
        The scorecard said that three actions were overdue and the tracker listed none: the board could not
        know which of its own papers to believe.
    Fails:
        numerator: 3 of denominator: 7, where the records of actions count 2 of 7 on the last day.
    Mend:
        Correct the figure, or the record that is behind; or say in the value's `reason` what was counted
        otherwise.
    Source:
        The measure says `counted_from_records`.
    """
    for line, period in own_lines(register):
        what = line.measure.counted_from_records
        if what is None or line.breakdown or line.numerator is None or line.reason or period.end > as_at:
            continue
        found = counted(register, what, period.end, line.measure.illustrative)
        if found is not None and (line.numerator, line.denominator) != tuple(map(Decimal, found)):
            said = f"{line.numerator} of {line.denominator}"
            message = f"{period} has {said}, and the records count {found[0]} of {found[1]} on {period.end}"
            yield line.finding(
                message, "correct the figure or the record, or say why in 'reason'", "numerator"
            )


COUNTED = (not_what_the_records_count,)
