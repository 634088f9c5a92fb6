"""Whether indicators of a population and measures of services are kept apart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.checks.outcomes import counts_time
from lif.diagnostics import Severity
from lif.measures.standing import has_ended
from lif.records.indicators import Indicator
from lif.register import Register


@check("F185", Severity.WARNING)
def measure_without_customers(register: Register, as_at: date) -> Iterator[Finding]:
    """A measure of a service does not say whose lives it is about, where others of the data set do.

    Why:
        How well a service does, and whether anyone is better off, is asked of its own customers; without
        them nobody can say who answers for the figure.
    Fails:
        outcomes_class: better-off, without customers, in a data set where other measures name theirs.
    Mend:
        Say in `customers` whose lives or whose service it is.
    Source:
        Outcomes-based accountability (Friedman): performance accountability is for customers.
    """
    live = [one for one in register.all(Indicator) if not has_ended(one, as_at)]
    if not any(one.customers for one in live if one.outcomes_class != "population"):
        return
    for indicator in live:
        if indicator.outcomes_class != "population" and not indicator.customers:
            message = "it measures a service, and does not say who its customers are"
            yield Finding(indicator.id, ("id",), message, "add 'customers:' with whose lives it is about")


@check("F186", Severity.WARNING)
def population_in_a_quadrant(register: Register, as_at: date) -> Iterator[Finding]:
    """An indicator of a whole population is put as if it were a measure of a service.

    Why:
        How much, how well and better off are asked of a service and its customers. For the well-being of
        everyone in an area no one agency answers, and it has no customers.
    Fails:
        outcomes_class: population with numerator: assessments finished within 45 working days
    Mend:
        Give it the class how-much, how-well or better-off; or count how people in the area fare, and take
        `customers` out.
    Source:
        Outcomes-based accountability (Friedman): the quadrant is for performance measures only.
    """
    for indicator in register.all(Indicator):
        if indicator.outcomes_class != "population":
            continue
        if counts_time(indicator):
            message = "it is classed as population, and counts what was done in time"
            yield Finding(indicator.id, ("outcomes_class",), message, "is it how-well?")
        elif indicator.customers:
            message = "it is classed as population, and names customers, whom only a service has"
            hint = "take 'customers' out, or give it the class of a measure of a service"
            yield Finding(indicator.id, ("customers",), message, hint)


CLASSES = (measure_without_customers, population_in_a_quadrant)
