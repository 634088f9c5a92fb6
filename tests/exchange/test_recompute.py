"""The script that recomputes national rates: what agrees, what does not, and what cannot be said."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.exchange.conftest import put
from tests.exchange.test_ees import BARNSLEY, ENGLAND, HEAD, HULL

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
PLANS = f"{HEAD}CPP_start,CPP_subsequent,CPP_subsequent_percent\n"


def told(folder: Path) -> list[str]:
    made = subprocess.run(
        [sys.executable, str(SCRIPTS / "recompute_national.py"), str(folder)],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    return made.stdout.splitlines()


def test_what_agrees_what_differs_and_what_has_no_parts(tmp_path: Path) -> None:
    put(tmp_path, "d3_plans.csv", f"{PLANS}{HULL}149,31,20.8\n{BARNSLEY}200,20,11\n{HULL}c,c,20.1\n")
    assert told(tmp_path) == [
        "d3_plans.csv, CPP_subsequent_percent: 1 agree, 1 differ",
        "  Barnsley, 2025: 20 / 200 gives 10.00; printed 11",
        "2 printed figures recomputed: 1 agree, 1 differ; 1 have no numerator or denominator",
    ]


def test_counts_of_england_are_rounded_to_tens(tmp_path: Path) -> None:
    put(tmp_path, "d3_plans.csv", f"{PLANS}{ENGLAND}300,60,20.3\n{HULL}300,60,20.3\n")
    assert told(tmp_path)[0].endswith("1 agree, 1 differ")


def test_full_time_equivalents_are_rounded_to_a_tenth_and_leap_years_have_a_day_more(tmp_path: Path) -> None:
    head = f"{HEAD}inpost_fte,leavers_fte,turnover_rate_fte,working_days_lost_fte,absence_rate_fte\n"
    leap = HULL.replace("2025,", "2024,", 1)
    put(
        tmp_path, "csww_indicators.csv", f"{head}{HULL}246,23.1,9.4,1270,2.041\n{leap}246,23,9.4,1270,2.033\n"
    )
    assert told(tmp_path)[:2] == [
        "csww_indicators.csv, turnover_rate_fte: 2 agree, 0 differ",
        "csww_indicators.csv, absence_rate_fte: 2 agree, 0 differ",
    ]


def test_shares_of_the_whole_of_their_own_group(tmp_path: Path) -> None:
    head = f"{HEAD}cla_group,placement_stability,children_count,children_percent\n"
    rows = [
        f"{HULL}On 31 March,Total children,200,100",
        f"{HULL}On 31 March,With 3 or more,20,10",
        f"{HULL}Two years,Total children,50,100",
        f"{HULL}Two years,With 3 or more,20,10",
    ]
    put(tmp_path, "la_cla_placement_stability.csv", head + "\n".join(rows) + "\n")
    assert told(tmp_path)[:2] == [
        "la_cla_placement_stability.csv, children_percent: 1 agree, 1 differ",
        "  Hull, City of, 2025, With 3 or more: 20 / 50 gives 40.0; printed 10",
    ]


def test_lait_from_the_counts_and_the_population_of_the_year_before(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    put(tmp_path, "b1_children.csv", f"{HEAD}At31_episodes\n{HULL}580\n{BARNSLEY}100\n")
    earlier = [row.replace("2025,", "2024,", 1) for row in (HULL, BARNSLEY)]
    put(tmp_path, "ons_people.csv", f"{HEAD}population_estimate\n{earlier[0]}58000\n{earlier[1]}10000\n")
    with duckdb.connect(":memory:") as base:
        base.execute(
            "create table t as select * from (values ('CIN', '2025', 'Hull', '100', '810'), "
            "('CIN', '2025', 'Barnsley', '99.5', '370')) "
            'v("Short Desc", Years, "LA and Regions", "Values", "LA Number")'
        )
        base.execute(f"copy t to '{(tmp_path / 'bds_long_0.parquet').as_posix()}' (format parquet)")
    assert told(tmp_path)[:2] == [
        "LAIT CIN from b1_children.csv: 1 agree, 1 differ",
        "  Barnsley, 2025: 100 / 10000 gives 100.00; printed 99.5",
    ]
