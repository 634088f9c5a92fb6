"""A paper of invented figures that shows every piece, to be looked at and to be held to the byte."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from lif.reports.charts import (
    NARROW,
    Bar,
    BarKind,
    ComparisonData,
    ControlChartData,
    Mark,
    SparklineData,
    bars,
    comparison_strip,
    control_chart,
    sparkline,
)
from tests.reports.series import stepped, worsening

TEMPLATES = Path(__file__).resolve().parent / "templates"


@dataclass(frozen=True)
class Paper:
    """What base.html.j2 and base.md.j2 are given."""

    title: str = "Multi-agency scorecard: Quarter 4 2025/26"
    board: str = "Northbridge Safeguarding Children Partnership"
    marking: str = "OFFICIAL-SENSITIVE"
    draft: bool = True
    illustrative: bool = True
    stamp: tuple[tuple[str, str], ...] = (
        ("Made from", "records as at 30 April 2026, commit 0123456789ab, by lif 0.1.0"),
        ("Charts", "XmR; average and limits by 2.66 times the mean moving range; shift and trend of seven"),
        ("Figures", "invented for this test"),
    )


FRONT = [
    ("Meeting", "Executive, 19 May 2026"),
    ("Agenda item", "5"),
    ("Purpose", "Decision and assurance"),
    ("Author", "Chair, Performance and Assurance Group"),
    ("Priorities", "1 The front door; 2 Exploitation"),
    ("Data as at", "30 April 2026"),
    (
        "Decided last time",
        "Weekly decision-time huddle agreed in February; it began on 2 March and has met nine times",
    ),
]
ASKS = [
    ("Agree", "the two-post bridge for the front-door decision team (MASH-02), £84,000 to March 2027."),
    ("Note", "that conference timeliness (CP-04) has held its improvement for eight quarters."),
    ("Decline", "further narrative on return interviews (SAR-01): quarterly movement is ordinary variation."),
]
HEADLINES = [
    ("One indicator needs a decision today.", "Front-door decisions within one working day fell to 84.9%."),
    ("One has improved and holds.", "Conferences within 15 working days."),
    ("One explanation is missing.", "Asked of the provider of return interviews on 20 April 2026."),
]


def _spark(data: ControlChartData, target: float) -> str:
    return sparkline(
        SparklineData(tuple(p.value for p in data.points), tuple(p.mark for p in data.points), target),
        "spark",
    )


def _rows() -> list[SimpleNamespace]:
    quiet = ControlChartData("", "", tuple(p for p in worsening().points if p.mark is Mark.ORDINARY))
    rows = [
        ("MASH-02", "Contacts decided within 1 working day of reaching the front door", "84.9%", "2,317 of 2,729",
         "97.0%", ("missed", "Missed"), "87.0 to 95.0%", _spark(worsening(), 97), ("concern-low", "Getting worse (lower)"),
         ("fail", "Will miss target without change"), False),
        ("CP-04", "Initial child protection conferences held within 15 working days", "91.3%", "105 of 115", "85.0%",
         ("met", "Met"), "81.3 to 94.9%", _spark(stepped(), 85), ("holding", "Improved, holding"),
         ("inconsistent", "May or may not meet target"), True),
        ("SAR-01", "Children missing from home or care: return interviews completed within 72 hours", "78.1%",
         "75 of 96", "80.0%", ("near", "Near"), "58.2 to 82.8%", _spark(quiet, 94),
         ("common-cause", "No significant change"), ("inconsistent", "May or may not meet target"), False),
        ("DA-05", "Children in households with repeat high-risk domestic abuse", "151", "count", "none set",
         ("not-judged", "Not judged"), "105 to 158", _spark(quiet, 90), ("concern-high", "Getting worse (higher)"),
         ("no-target", "No target"), False),
        ("VOI-02", "Children who say that their plan was explained to them", "not supplied", "asked 20 April",
         "75.0%", ("unknown", "Not known"), "none yet", "–", ("too-few", "Too few periods to say"),
         ("no-target", "Not known"), False),
    ]  # fmt: skip
    names = ("id", "name", "latest", "of", "target", "status", "range", "spark", "variation", "assurance")
    return [
        SimpleNamespace(**dict(zip((*names, "illustrative"), row, strict=True)), better="higher is better")
        for row in rows
    ]


def _card(identity: str, title: str, data: ControlChartData, signs: list[tuple[str, str]]) -> SimpleNamespace:
    newest = [
        (
            f"{p.period} {p.group}",
            data.format(p.value) if p.value is not None else "no figure",
            "105 of 115",
            p.mark.value if p.value is not None else "",
        )
        for p in reversed(data.points)
    ]
    return SimpleNamespace(
        id=identity,
        title=title,
        signs=signs,
        description=data.description,
        wide=control_chart(data, f"{identity}-w"),
        narrow=control_chart(data, f"{identity}-n", NARROW),
        says="Performance fell for the sixth quarter in a row to **84.9%** and is now below the range to expect. "
        "412 of 2,729 contacts took longer than one working day.",
        so_what="The target sits above the upper limit: the present process **will not meet 97%** however hard staff "
        "work. Vacancy rate in the decision team was 31% in March 2026.",
        now_what="**Decision asked:** agree the two-post bridge (£84k to March 2027) and\n\n- a weekly huddle\n"
        "- a report to the subgroup on 12 June",
        source="Owner: front-door strategic group. Data quality: medium, 3% of contacts have no decision time. "
        "Higher is better. Source: partnership quarterly return, Q4 2025/26.",
        rows=newest,
    )


def context() -> dict[str, Any]:
    """Everything that the demonstration's templates are given."""
    sides = ComparisonData(
        "Contacts decided within one working day, year to March 2026, side by side",
        "Northbridge 84.9%, neighbours 92.7%, region 91.0%, England 90.0%; target 97.0%.",
        (
            Bar("Northbridge", 84.9, low=83.5, high=86.2),
            Bar("Statistical neighbours (mean of 9 of 10)", 92.7, BarKind.NEIGHBOURS),
            Bar("Yorkshire and The Humber", 91.0, BarKind.REGION),
            Bar("England", 90.0, BarKind.ENGLAND),
        ),
        target=97.0,
        ceiling=100.0,
    )
    return {
        "paper": Paper(),
        "front": FRONT,
        "asks": ASKS,
        "headlines": HEADLINES,
        "matrix": [
            [(False, []), (False, [("CP-04 Initial child protection conferences", "#CP-04")]), (False, []), (False, [])],
            [(False, []), (False, [("SAR-01 Return interviews within 72 hours", "")]), (False, []), (False, [])],
            [(False, []), (False, []), (True, [("MASH-02 Contacts decided within 1 working day", "#MASH-02")]),
             (True, [("DA-05 Repeat high-risk domestic abuse", "")])],
        ],
        "rows": _rows(),
        "cards": [
            _card("MASH-02", "MASH-02 Contacts decided within 1 working day of reaching the front door", worsening(),
                  [("concern-low", "Getting worse (lower)"), ("fail", "Will miss target without change")]),
            _card("CP-04", "CP-04 Initial child protection conferences held within 15 working days", stepped(),
                  [("holding", "Improved, holding"), ("inconsistent", "May or may not meet target")]),
        ],
        "comparison": (comparison_strip(sides, "strip-w"), comparison_strip(sides, "strip-n", NARROW)),
        "bars": (bars(sides, "bars-w"), bars(sides, "bars-n", NARROW)),
        "returns": [("Front door", "Q4 2025/26", "12 April 2026", "2"), ("Named nurse", "Q4 2025/26", "", "0")],
    }  # fmt: skip
