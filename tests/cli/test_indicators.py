"""`lif indicators`: the list with its filters, and one with how each figure was made and from where."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from tests.cli.board import Lif, Write
from tests.small_board import indicator

from lif.cli.commands import COMMANDS
from lif.exchange.indicators import json_schema

TARGET = """
targets:
  - id: now
    value: 80
    basis: target-now
    tolerance: 5
    since: 2024-04-01
"""
SEEN = indicator(
    "seen",
    TARGET,
    measures="""
  - id: quarter
    name: Each quarter
    period_kind: quarter
    series: returns
    roll_up: weighted
  - id: year
    name: Each year, as published
    period_kind: financial-year
    series: published
    source: stats-2025
  - id: so-far
    period_kind: year-to-date
    series: returns
    roll_up: last
  - id: back
    name: Those who came back
    period_kind: quarter
    window: closed within a year
    cohort_lag: 12
    series: returns
""",
    plain_question="Are children seen in time?",
)


def returned(quarter: int, *values: str) -> str:
    """A return of social care for a quarter of 2024/25; each value is written as `measure numerator ...`."""
    lines = [
        f"id: care-q{quarter}",
        "agency: social-care",
        f"period: 2024-25-Q{quarter}",
        "due: 2025-05-15",
        f"received: {('2024-08-01', '2024-11-01', '2025-02-01', '2025-05-01')[quarter - 1]}",
        "values:",
    ]
    for number, value in enumerate(values):
        measure, *fields = value.split(";")
        lines += [f"  - id: v{number}", f"    measure: seen/{measure}", *(f"    {field}" for field in fields)]
    return "\n".join(lines) + "\n"


FILES = {
    "framework/indicators/seen.yaml": SEEN,
    "framework/indicators/heard.yaml": indicator(
        "heard", unit="count", polarity="info", group="learning-group", outcomes_class="better-off"
    ),
    "framework/areas.yaml": """
        - id: hill-town
          name: Hill
          sort: local-authority
        - id: brook
          name: Brook
          sort: local-authority
    """,
    "framework/roles.yaml": """
        - id: business-manager
          name: Business manager
          agency: social-care
        - id: police-lead
          name: Detective Superintendent
          agency: police
        - id: head-of-care
          name: Head of Care
          agency: social-care
    """,
    "framework/sources.yaml": """
        - id: stats-2025
          title: Statistics 2025
          publisher: The statisticians
          sort: statistics
    """,
    "data/returns/care-q1.yaml": returned(1, "quarter;numerator: 40;denominator: 50"),
    "data/returns/care-q2.yaml": returned(
        2,
        "quarter;numerator: 1758;denominator: 33522;revisions:;  - until: 2025-01-09;    numerator: 1771;"
        "    denominator: 33522;    reason: Thirteen were entered late.",
        "so-far;period: 2024-25-to-Q2;numerator: 30;denominator: 60",
        "quarter;numerator: 3;denominator: 9;breakdown: age = 0 to 4",
        "back;numerator: 1;denominator: 4",
    ),
    "data/published/first.yaml": """
        id: first
        title: Seen in time
        source: stats-2025
        release: "2024"
        released_on: 2024-10-30
        file: seen.csv
        sha256: abc
        mapping: hand
        imported_on: 2024-11-01
        rows: 2
    """,
    "data/published/first.csv": (
        "measure,period,area,breakdown,numerator,denominator,value,status\n"
        "seen/year,2022-23,hill-town,,50,100,,final\n"
        "seen/year,2022-23,brook,,90,100,,final\n"
    ),
    "data/published/second.yaml": """
        id: second
        title: Seen in time
        source: stats-2025
        release: "2025"
        released_on: 2025-06-01
        file: seen.csv
        sha256: abd
        mapping: hand
        imported_on: 2025-06-02
        rows: 1
    """,
    "data/published/second.csv": (
        "measure,period,area,breakdown,numerator,denominator,value,status\n"
        "seen/year,2022-23,hill-town,,55,100,,final\n"
    ),
}


@pytest.fixture
def figures(board: Path, workspace: Write) -> Path:
    return workspace(FILES)


def valid(text: str, root: Path, what: str) -> dict[str, Any]:
    """The document, which keeps to its schema."""
    document: dict[str, Any] = json.loads(text)
    schema = json.loads((root / f"src/lif/exchange/outputs/{what}.json").read_text(encoding="utf-8"))
    assert [error.message for error in Draft7Validator(schema).iter_errors(document)] == []
    return document


def test_the_list_has_the_latest_figure_and_its_status(lif: Lif, figures: Path) -> None:
    ran = lif("indicators list")
    assert (ran.code, ran.err) == (0, "2 indicators\n")
    seen = next(line for line in ran.out.splitlines() if line.startswith("Seen"))
    for words in ("5.2%", "1,758 of 33,522", "revised", "at least 80.0%", "Red: off target", "Social care"):
        assert words in seen
    assert "no figure supplied" in next(line for line in ran.out.splitlines() if line.startswith("Heard"))


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("", ["heard", "seen"]),
        ("--group neglect", ["seen"]),
        ("--group 'Learning and development'", ["heard"]),
        ("--polarity high", ["seen"]),
        ("--class better-off", ["heard"]),
        ("--status live", ["heard", "seen"]),
        ("--status replaced", []),
        ("--domain front", ["heard", "seen"]),
        ("--supplier social-care --polarity info", ["heard"]),
    ],
)
def test_filters(lif: Lif, figures: Path, root: Path, words: str, ids: list[str]) -> None:
    found = valid(lif(f"indicators list {words} --format json").out, root, "indicators")
    assert [row["id"] for row in found["rows"]] == ids


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("list --polarity higher", "--polarity higher: "),
        ("list --group nobody", "--group: there is no 'nobody'"),
        ("list --class ''", "--class: nothing is named"),
        ("list --audience public", "--audience public: "),
        ("show seen --audience public", "--audience public: "),
        ("show sean", "ID: there is no 'sean'; did you mean seen?"),
        ("show seen --measure month", "--measure month"),
        ("show seen --area england", "--area: there is no 'england'"),
        ("show heard --area brook", "--area brook: there is no figure of 'heard' for it"),
        ("show seen --format xml", "--format xml"),
    ],
)
def test_what_cannot_be_asked(lif: Lif, figures: Path, words: str, says: str) -> None:
    ran = lif(f"indicators {words}")
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err


def test_a_public_workspace_is_refused_too(lif: Lif, figures: Path, workspace: Write) -> None:
    workspace({"lif.yaml": "board: hill\nextends: []\nas_at: 2025-06-30\naudience: public\n"})
    assert lif("indicators show seen").code == 2
    assert lif("indicators show seen --audience board").code == 0


def test_each_figure_says_how_it_was_made_and_where_it_stands(lif: Lif, figures: Path) -> None:
    out = lif("indicators show seen --measure quarter --explain").out
    for words in (
        "1,758 ÷ 33,522 × 100 = 5.244317…, shown as 5.2%",
        "from return of Social care for 2024-25-Q2: data/returns/care-q2.yaml:7 (care-q2)",
        "was 5.3% (1,771 of 33,522) until 9 January 2025: Thirteen were entered late.",
        "Target from Q1 24/25: at least 80.0%, basis: target now",
        "red against at least 80.0% (target now): 5.2% is 74.8 points below, beyond the tolerance of 5",
        "green against at least 80.0% (target now): 80.0% meets it, by the unrounded figure",
        "in force from 1 April 2024",
        "  April to September 2024, the year so far: 5.4% (1,798 of 33,572); "
        "(40 + 1,758) ÷ (50 + 33,522) × 100 = 5.355653…",
        "Limits: 2 figures to 30 September 2024: too few for limits, 13 are needed",
    ):
        assert words in out
    place = next(line for line in out.splitlines() if "care-q2.yaml:" in line).split("care-q2.yaml:")[1]
    line = (figures / "data/returns/care-q2.yaml").read_text(encoding="utf-8").splitlines()
    assert "v0" in line[int(place.split()[0]) - 1]


def test_a_release_that_replaced_another_is_named_with_what_it_replaced(lif: Lif, figures: Path) -> None:
    out = lif("indicators show seen --measure year --explain").out
    assert "from Seen in time, 2025 (published 1 June 2025): data/published/second.csv:2 (second)" in out
    assert (
        "was 50.0% (50 of 100) in 2024 (published 30 October 2024) until 1 June 2025: "
        "a later release has another figure" in out
    )


def test_a_day_in_the_past_has_the_figures_of_then(lif: Lif, figures: Path) -> None:
    out = lif("indicators show seen --as-at 2025-01-08").out
    assert "5.3%" in out
    assert "revised" not in out
    assert "55.0%" not in out
    assert "50.0%" in out


def test_a_year_to_date_and_a_cohort_say_what_they_cover(lif: Lif, figures: Path) -> None:
    out = lif("indicators show seen").out
    assert "Apr–Sep 24" in out
    assert "Each figure is of a year to date" in out
    assert "Range to expect: none: adds up through the year" in out
    assert "of those who began in July to September 2023" in out
    assert "Each figure is of a quarter (closed within a year)" in out
    assert "of these age = 0 to 4" in out


def test_another_area(lif: Lif, figures: Path) -> None:
    out = lif("indicators show seen --area Brook").out
    assert "90.0%" in out
    assert "Each year, as published: Brook" in out
    assert "Each quarter" not in out


def test_json_keeps_to_its_schema_and_csv_has_a_row_for_each_figure(
    lif: Lif, figures: Path, root: Path
) -> None:
    found = valid(lif("indicators show seen --format json").out, root, "indicator")
    whole = [series for series in found["series"] if not series["breakdown"]]
    assert [series["measure"] for series in whole] == ["quarter", "year", "so-far", "back"]
    latest = whole[0]["figures"][-1]
    assert (latest["number"], latest["numerator"], latest["place"]) == (
        "5.244317",
        "1758",
        "data/returns/care-q2.yaml:7",
    )
    rows = list(csv.DictReader(io.StringIO(lif("indicators show seen --format csv").out)))
    assert len(rows) == sum(len(series["figures"]) for series in found["series"])
    assert {row["place"] for row in rows} == {
        f["place"] for series in found["series"] for f in series["figures"]
    }


def test_the_schema_is_that_of_the_view(root: Path) -> None:
    kept = json.loads((root / "src/lif/exchange/outputs/indicator.json").read_text(encoding="utf-8"))
    head = {name: kept["properties"][name] for name in ("version", "commit", "uncommitted", "as_at")}
    assert json_schema(head) == kept


EIGHT = (
    "numerator: 7;denominator: 8",
    "numerator: 7;denominator: 8;status: provisional",
    "numerator: 7;denominator: 8;status: estimated",
    "status: awaited",
    "status: not-available",
    "status: not-applicable",
    "status: suppressed",
    "status: low",
    "numerator: 0;denominator: 8",
)
"""Every way in which a value can stand, and a true nought."""


@pytest.mark.parametrize("form", ["text", "json", "md", "csv"])
def test_no_two_ways_in_which_a_value_can_stand_look_the_same(
    lif: Lif, figures: Path, workspace: Write, form: str
) -> None:
    seen = set()
    for value in EIGHT:
        workspace({"data/returns/care-q2.yaml": returned(2, f"quarter;{value}")})
        out = lif(f"indicators show seen --measure quarter --format {form} --explain").out
        assert " None" not in out
        seen.add(out)
    assert len(seen) == len(EIGHT)


def test_a_page_of_help_for_each(lif: Lif) -> None:
    assert "indicators" in COMMANDS
    for words in ("", "list", "show"):
        assert lif(f"indicators {words} --help").code == 0
