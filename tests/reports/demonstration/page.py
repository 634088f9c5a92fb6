"""A paper of invented figures that shows every piece, to be looked at and to be held to the byte."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from tests.reports.series import stepped, worsening

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
    since: None = None
    errors: int = 0


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


ROWS: list[dict[str, Any]] = [
    {
        "id": "MASH-02",
        "name": "Contacts decided within 1 working day of reaching the front door",
        "latest": "84.9%",
        "of": "2,317 of 2,729",
        "target": "97.0%",
        "status": ("missed", "Missed"),
        "range": "87.0 to 95.0%",
        "variation": ("concern-low", "Getting worse (lower)"),
        "assurance": ("fail", "Will miss target without change"),
    },
    {
        "id": "CP-04",
        "name": "Initial child protection conferences held within 15 working days",
        "latest": "91.3%",
        "of": "105 of 115",
        "target": "85.0%",
        "status": ("met", "Met"),
        "range": "81.3 to 94.9%",
        "variation": ("holding", "Improved, holding"),
        "assurance": ("inconsistent", "May or may not meet target"),
        "illustrative": True,
    },
    {
        "id": "SAR-01",
        "name": "Children missing from home or care: return interviews completed within 72 hours",
        "latest": "78.1%",
        "of": "75 of 96",
        "target": "80.0%",
        "status": ("near", "Near"),
        "range": "58.2 to 82.8%",
        "variation": ("common-cause", "No significant change"),
        "assurance": ("inconsistent", "May or may not meet target"),
    },
    {
        "id": "DA-05",
        "name": "Children in households with repeat high-risk domestic abuse",
        "latest": "151",
        "of": "count",
        "target": "none set",
        "status": ("not-judged", "Not judged"),
        "range": "105 to 158",
        "variation": ("concern-high", "Getting worse (higher)"),
        "assurance": ("no-target", "No target"),
    },
    {
        "id": "VOI-02",
        "name": "Children who say that their plan was explained to them",
        "latest": "not supplied",
        "of": "asked 20 April",
        "target": "75.0%",
        "status": ("unknown", "Not known"),
        "range": "none yet",
        "variation": ("too-few", "Too few periods to say"),
        "assurance": ("no-target", "Not known"),
    },
]


def _spark(identity: str, data: ControlChartData, target: float) -> str:
    values = tuple(p.value for p in data.points)
    known = [value for value in values if value is not None]
    words = f"{len(known)} quarters, from {data.format(known[0])} to {data.format(known[-1])}"
    marks = tuple(p.mark for p in data.points)
    return sparkline(SparklineData(values, marks, target, title=words), f"spark-{identity}")


def _rows() -> list[SimpleNamespace]:
    quiet = ControlChartData("", "", tuple(p for p in worsening().points if p.mark is Mark.ORDINARY))
    series = {
        "MASH-02": (worsening(), 97.0),
        "CP-04": (stepped(), 85.0),
        "SAR-01": (quiet, 94.0),
        "DA-05": (quiet, 90.0),
    }
    return [
        SimpleNamespace(
            **{"illustrative": False, **row},
            better="higher is better",
            spark=_spark(name, *series[name]) if name in series else "none yet",
        )
        for row in ROWS
        for name in [str(row["id"])]
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
        says="Performance fell for the sixth quarter in a row to **84.9%** and is now below the range to "
        "expect. 412 of 2,729 contacts took longer than one working day.",
        so_what="The target sits above the upper limit: the present process **will not meet 97%** however "
        "hard staff work. Vacancy rate in the decision team was 31% in March 2026.",
        now_what="**Decision asked:** agree the two-post bridge (£84k to March 2027) and\n\n"
        "- a weekly huddle\n- a report to the subgroup on 12 June",
        source="Owner: front-door strategic group. Data quality: medium, 3% of contacts have no time. "
        "Source: partnership quarterly return, Q4 2025/26.",
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
    none: tuple[bool, list[tuple[str, str]]] = (False, [])
    mash = ("MASH-02 Contacts decided within 1 working day", "#MASH-02")
    return {
        "paper": Paper(),
        "front": FRONT,
        "asks": ASKS,
        "headlines": HEADLINES,
        "matrix": [
            [none, (False, [("CP-04 Initial child protection conferences", "#CP-04")]), none, none],
            [none, (False, [("SAR-01 Return interviews within 72 hours", "")]), none, none],
            [none, none, (True, [mash]), (True, [("DA-05 Repeat high-risk domestic abuse", "")])],
        ],
        "rows": _rows(),
        "cards": [
            _card(
                "MASH-02",
                "MASH-02 Contacts decided within 1 working day of reaching the front door",
                worsening(),
                [("concern-low", "Getting worse (lower)"), ("fail", "Will miss target without change")],
            ),
            _card(
                "CP-04",
                "CP-04 Initial child protection conferences held within 15 working days",
                stepped(),
                [("holding", "Improved, holding"), ("inconsistent", "May or may not meet target")],
            ),
        ],
        "comparison": (comparison_strip(sides, "strip-w"), comparison_strip(sides, "strip-n", NARROW)),
        "bars": (bars(sides, "bars-w"), bars(sides, "bars-n", NARROW)),
        "returns": [
            ("Front door", "Q4 2025/26", "12 April 2026", "2"),
            ("Named nurse", "Q4 2025/26", "", "0"),
        ],
    }
