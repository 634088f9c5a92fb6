"""Evidence, figures and repeated audits that show how children fare, whoever looked and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from lif.calendars import parse_period
from lif.measures.judged import judged
from lif.records.audits import Audit
from lif.records.board import MustImprove
from lif.records.elements import Statement
from lif.records.evidence import Evidence
from lif.records.indicators import Indicator
from lif.records.meetings import GroupReport
from lif.records.priorities import Outcome
from lif.views.audits import graded
from lif.views.called import called_at
from lif.views.impact.leanings import said_by, speaks
from lif.views.impact.looking import Looking
from lif.views.impact.pieces import About, ForWhom, Impact, Seen
from lif.views.impact.subjects import about_of, own
from lif.views.shown import flowing, shown
from lif.views.signs import changing

_STRENGTH: Mapping[str, Seen] = {
    "supports": "difference",
    "mixed": "some-difference",
    "contradicts": "against",
}
_TONE: Mapping[str, Seen] = {"better": "difference", "worse": "against"}
_ADULTS = frozenset(("professionals", "managers", "volunteers", "agencies", "board", "public"))
_SORTS: Mapping[str, str] = {
    "numbers": "shown by figures",
    "audit": "shown by an audit",
    "voice": "said by children or families",
    "review": "shown by a review",
    "workforce": "said by those who do the work",
    "observation": "seen",
}


def evidence(looking: Looking) -> Iterator[Impact]:
    """Records of evidence on how children fare: on what good looks like, on an outcome, on what must improve.

    Evidence on a duty, a function, a group or an action says that something was done.
    """
    register = looking.register
    for one in register.all(Evidence):
        if not (looking.holds(one.on) and looking.counts(one) and speaks(one)):
            continue
        shows = [thing for address in one.shows if (thing := register.get(address))]
        good = [each for each in shows if isinstance(each, Statement | Outcome | MustImprove)]
        if good:
            about = own(one) | about_of(register, (*one.source, *one.shows))
            if one.sort == "voice":
                about |= About(subjects=("voice",))
            yield Impact(
                one.id,
                one.kind,
                one.title,
                _SORTS[one.sort],
                one.on,
                _STRENGTH[one.strength],
                _for_whom(good),
                flowing(one.text),
                about,
                one.illustrative,
            )


def _for_whom(good: list[Statement | Outcome | MustImprove]) -> ForWhom:
    """Children, unless all that it shows is about those who work with them alone."""
    adults = all(isinstance(each, Statement) and _ADULTS.issuperset(each.audiences) for each in good)
    return "practice" if adults else "children"


def groups_differences(looking: Looking) -> Iterator[Impact]:
    """Differences that groups report for their quarters, where a record that they name shows one.

    A difference that nothing shows, or that only a decision or a promise stands behind, is a claim.
    """
    for report in looking.register.all(GroupReport):
        if not looking.covers(parse_period(report.quarter)) or not looking.counts(report):
            continue
        if report.received is None or not looking.knows(report.received):
            continue
        group = called_at(looking.register, report.group)
        for one in report.differences:
            seen = said_by(looking, one.evidence)
            if seen in ("difference", "some-difference") and looking.counts(one):
                yield Impact(
                    f"{report.id}/{one.id}",
                    report.kind,
                    f"{group}, {parse_period(report.quarter).short}",
                    "reported by the group, with what shows it",
                    report.received,
                    seen,
                    "children",
                    flowing(one.text),
                    own(one) | about_of(looking.register, one.evidence),
                    report.illustrative,
                )


def figures_that_moved(looking: Looking) -> Iterator[Impact]:
    """Indicators of whether anyone is better off whose chart says that something changed.

    Ordinary ups and downs, too few periods, and a target that was met before and still is, say nothing.
    """
    for indicator in looking.register.all(Indicator):
        if indicator.outcomes_class != "better-off" or not looking.counts(indicator):
            continue
        series = looking.figures.find(f"{indicator.id}/{indicator.measures[0].id}")
        latest = series.latest(min(looking.last, looking.as_at)) if series else None
        if series is None or latest is None or not looking.holds(latest.period.end):
            continue
        verdict = judged(looking.register, series, latest.period.end, looking.as_at, looking.figures)
        sign = changing(verdict)
        if sign.tone in _TONE:
            figure = shown(indicator, latest, looking.as_at)
            yield Impact(
                indicator.id,
                indicator.kind,
                indicator.name,
                "shown by the chart of the figure",
                latest.period.end,
                _TONE[sign.tone],
                "children",
                f"{figure.told} in {figure.period}: {sign.words[0].lower()}{sign.words[1:]}.",
                own(indicator),
                series.illustrative or indicator.illustrative,
            )


def repeated_audits(looking: Looking) -> Iterator[Impact]:
    """Audits that repeat an earlier one and have grades on both sides."""
    register = looking.register
    for audit in register.all(Audit):
        earlier = register.find(Audit, audit.earlier_round)
        on = audit.moderated_on or audit.reported
        if earlier is None or on is None or not looking.holds(on) or not looking.counts(audit):
            continue
        now, before = graded(register, audit, looking.as_at), graded(register, earlier, looking.as_at)
        if None in (*now, *before) or not now[1] or not before[1]:
            continue
        better = Fraction(now[0] or 0, now[1]) - Fraction(before[0] or 0, before[1])
        yield Impact(
            audit.id,
            audit.kind,
            audit.title,
            "shown by an audit that was repeated",
            on,
            "difference" if better > 0 else "no-difference" if better == 0 else "against",
            "children",
            f"{now[0]} of {now[1]} cases were good or better; {before[0]} of {before[1]} were before.",
            own(audit, "audits"),
            audit.illustrative,
        )
