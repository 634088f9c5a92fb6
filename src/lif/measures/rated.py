"""The status of a figure by the basis that its target declares."""

from __future__ import annotations

from datetime import date

from lif.measures.aims import Aim
from lif.measures.benchmarks import compared
from lif.measures.forecasts import at_year_end
from lif.measures.series import Figure, Series
from lif.measures.status import Basis, Polarity, Rating, Status, rate, rate_by_judgement, rate_by_significance
from lif.measures.values import Value, ValueStatus
from lif.records.figures import StatusJudgement
from lif.records.record import stands
from lif.register import Register


def rating_of(
    register: Register, series: Series, latest: Figure | None, aim: Aim | None, as_at: date
) -> Rating:
    """The status of the latest figure by the basis that the target declares.

    By significance the target is the benchmark that the 95% interval is held against; a forecast of the
    year's end is judged in the place of the figure; professional judgement is a person's, and recorded.
    """
    basis = Basis(aim.record.basis) if aim else Basis.TARGET_NOW
    if latest is None:
        return Rating(Status.NOT_RATED, basis, "no figure")
    polarity, minimum = Polarity(series.indicator.polarity), series.indicator.minimum_for_rag
    value = latest.value
    if basis is Basis.PROFESSIONAL_JUDGEMENT:
        found = judgement_of(register, series, latest, as_at)
        given = Status(found.status) if found else None
        return rate_by_judgement(value, given, polarity=polarity, minimum_denominator=minimum)
    if aim and aim.reason and not aim.target:
        return rate(
            value,
            polarity=polarity,
            target=None,
            basis=basis,
            minimum_denominator=minimum,
            lacking=aim.reason,
        )
    if aim and basis is Basis.SIGNIFICANCE:
        comparison = None if aim.number is None else compared(value, aim.number, polarity)
        return rate_by_significance(value, comparison, polarity=polarity, minimum_denominator=minimum)
    if basis is Basis.YEAR_END_FORECAST:
        forecast = at_year_end(register, series, latest.period, as_at)
        if forecast is None:
            return Rating(Status.NOT_RATED, basis, "no forecast for the end of the year")
        if value.below(minimum):
            return Rating(Status.NOT_RATED, basis, f"fewer than {minimum} in the denominator")
        value = Value(ValueStatus.ESTIMATED, per=value.per, source_only=forecast.value)
    return rate(
        value,
        polarity=polarity,
        target=aim.target if aim else None,
        basis=basis,
        minimum_denominator=minimum,
    )


def judgement_of(register: Register, series: Series, figure: Figure, as_at: date) -> StatusJudgement | None:
    """The last judgement of a figure that had been made by a day, or None."""
    made = [
        each
        for each in register.all(StatusJudgement)
        if each.measure == series.address
        and each.period == str(figure.period)
        and each.on <= as_at
        and each.illustrative == series.illustrative
        and stands(each, as_at)
    ]
    return max(made, key=lambda each: (each.on, each.id), default=None)
