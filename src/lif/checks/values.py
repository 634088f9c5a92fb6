"""Figures that cannot be: blank, without a denominator, negative, more than the whole, typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.checks.lines import UNITS, WITH_FIGURE, lines
from lif.diagnostics import Severity
from lif.register import Register

_PARTS = ("numerator", "denominator", "value")
IN_PARTS = re.compile(r"full-time|equivalent|\bfte\b|\bdays?\b|\bhours?\b|£|\bpounds?\b", re.IGNORECASE)
"""Words for what can be counted in parts: full-time equivalents, days, money."""


@check("F111")
def no_figure(register: Register, as_at: date) -> Iterator[Finding]:
    """A figure is said to be there and is not.

    Why:
        Blank is not nought, not suppressed and not 'not yet': a paper could not say which.
    Fails:
        status: final, without a numerator.
    Mend:
        Write the numerator (nought is 0), or say in `status` why there is none: awaited, not-available,
        not-applicable, suppressed or low.
    Source:
        Government Statistical Service: symbols for what is not a number; blank is none of them.
    """
    for line in lines(register):
        if line.status in WITH_FIGURE:
            field = "value" if line.measure.source_only else "numerator"
            if (line.value if line.measure.source_only else line.numerator) is None:
                message = f"the figure is {line.status}, and its {field} is not there"
                yield line.finding(
                    message, f"write the {field}, or say in 'status' why there is none", "measure"
                )


@check("F112")
def figure_said_not_to_be_there(register: Register, as_at: date) -> Iterator[Finding]:
    """A figure is there and its status says that there is none.

    Why:
        A suppressed figure that is written down all the same will be published by mistake.
    Fails:
        status: suppressed, with numerator: 3
    Mend:
        Take the figure out, or correct the status.
    Source:
        Government Statistical Service: symbols for what is not a number.
    """
    for line in lines(register):
        if line.status in WITH_FIGURE or (line.status == "not-applicable" and line.denominator == 0):
            continue
        if line.numerator is not None or line.value is not None:
            message = f"the status is {line.status}, and a figure stands beside it"
            yield line.finding(message, "take the figure out, or correct the status", "status")


@check("F113")
def denominator_missing(register: Register, as_at: date) -> Iterator[Finding]:
    """A percentage, rate or mean has no denominator.

    Why:
        It is computed from its two parts and cannot be printed without the lower one.
    Fails:
        numerator: 42 of a percentage, without a denominator.
    Mend:
        Write what the numerator is divided by.
    Source:
        Figures are computed from numerator and denominator, never typed.
    """
    for line in lines(register):
        if line.indicator.unit == "count" or line.measure.source_only or line.status not in WITH_FIGURE:
            continue
        if line.numerator is not None and line.denominator is None:
            unit = UNITS[line.indicator.unit]
            message = f"this is a {unit}, and its denominator is not there"
            yield line.finding(message, "write what the numerator is divided by", "numerator")


@check("F114", Severity.WARNING)
def more_than_the_whole(register: Register, as_at: date) -> Iterator[Finding]:
    """The numerator of a percentage is larger than its denominator.

    Why:
        More than a hundred per cent can be right, when the two come from different sources; more often they
        were swapped or mistyped.
    Fails:
        numerator: 120 with denominator: 100
    Mend:
        Correct the two; if it is right, say why in the value's `reason`.
    Source:
        A published take-up of 101 per cent, with parts from two sources.
    """
    for line in lines(register):
        if line.indicator.unit != "percent" or line.numerator is None or line.denominator is None:
            continue
        if line.numerator > line.denominator and not line.reason:
            message = f"{line.numerator} of {line.denominator} is more than the whole"
            yield line.finding(message, "were the two swapped?", "numerator")


@check("F115")
def below_nought(register: Register, as_at: date) -> Iterator[Finding]:
    """A count, a part of a whole, or a rate is below nought.

    Why:
        There are no fewer than no children.
    Fails:
        numerator: -4
    Mend:
        Correct the figure; a correction of an earlier period belongs in that period's `revisions`.
    Source:
        Arithmetic.
    """
    for line in lines(register):
        parts = (line.numerator, line.denominator, line.value)
        if all(number is None or not number.is_signed() for number in parts):
            continue
        for field, number in zip(_PARTS, parts, strict=True):
            if number and number < 0 and (field != "value" or line.indicator.unit != "mean"):
                yield line.finding(f"the {field} is {number}, below nought", "correct the figure", field)


@check("F116")
def part_of_a_count(register: Register, as_at: date) -> Iterator[Finding]:
    """A count is not a whole number.

    Why:
        Half a child points to a rate or an average in the place of a count.
    Fails:
        numerator: 12.5 of an indicator that counts children.
    Mend:
        Write the whole number; if the indicator counts full-time equivalents or days, say so in its `counts`.
    Source:
        Counts are whole numbers; full-time equivalents and days are plain decimals.
    """
    for line in lines(register):
        number = line.numerator
        if line.indicator.unit != "count" or number is None or number == number.to_integral_value():
            continue
        if not IN_PARTS.search(line.indicator.counts):
            message = f"{number} is not a whole number, and this indicator counts whole ones"
            yield line.finding(message, "write the whole number", "numerator")


@check("F119")
def figure_typed(register: Register, as_at: date) -> Iterator[Finding]:
    """A finished figure is typed for a measure that is computed, or parts are given for one that is not.

    Why:
        A typed percentage can contradict its own numerator; then a paper has two truths.
    Fails:
        value: 42.5 of a measure without source_only.
    Mend:
        Write numerator and denominator instead; or mark the measure `source_only: true` when only the
        finished figure is published.
    Source:
        Figures are computed from numerator and denominator, never typed.
    """
    for line in lines(register):
        if line.value is not None and not line.measure.source_only:
            message = "a finished figure stands here, and this measure is computed from its parts"
            yield line.finding(message, "write numerator and denominator instead", "value")
        elif line.numerator is not None and line.measure.source_only:
            message = "parts stand here, and this measure has finished figures only"
            yield line.finding(message, "write 'value' alone, or let the measure be computed", "numerator")


VALUES = (
    no_figure,
    figure_said_not_to_be_there,
    denominator_missing,
    more_than_the_whole,
    below_nought,
    part_of_a_count,
    figure_typed,
)
