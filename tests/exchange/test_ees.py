"""Files of Explore education statistics, each with one oddity that real ones have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.exchange.conftest import indicator, rows

from lif.exchange.national.making import Outcome
from lif.exchange.national.tables import CannotRead

Importing = Callable[..., list[Outcome]]

HEAD = "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,"
HEAD += "old_la_code,new_la_code,la_name,"
ENGLAND = "2025,Reporting year,National,E92000001,England,,,,,,"
HULL = '2025,Reporting year,Local authority,E92000001,England,E12000003,Y&H,810,E06000010,"Hull, City of",'
BARNSLEY = "2025,Reporting year,Local authority,E92000001,England,E12000003,Y&H,370,E08000016,Barnsley,"

MAPPING = """\
id: plans
title: Plans
format: ees
source: release
period: financial-year
needs_columns:
  - time_period
columns:
  - measure: repeat-plans/year
    numerator:
      - again
    denominator:
      - plans
"""
REPEAT = {
    "framework/indicators/repeat-plans.yaml": indicator("repeat-plans"),
    "framework/import-mappings/plans.yaml": MAPPING,
}


def with_mapping(text: str, **indicators: str) -> dict[str, str]:
    return {
        "framework/import-mappings/plans.yaml": text,
        **{f"framework/indicators/{name.replace('_', '-')}.yaml": text for name, text in indicators.items()},
    }


def test_numerator_and_denominator_are_kept_and_the_figure_is_not(importing: Importing) -> None:
    (made,) = importing(REPEAT, {"d.csv": f"{HEAD}plans,again\n{HULL}149,31\n{ENGLAND}64390,14550\n"})
    assert made.series.csv_text() == (
        "measure,period,area,breakdown,numerator,denominator,value,status\n"
        "repeat-plans/year,2024-25,england,,14550,64390,,final\n"
        "repeat-plans/year,2024-25,hull,,31,149,,final\n"
    )


def test_columns_in_another_order_with_a_byte_order_mark(importing: Importing) -> None:
    text = "\ufeffagain,la_name,old_la_code,plans,TIME_PERIOD,time_identifier,geographic_level\n"
    text += "31,Hull,810,149,2025,Reporting year,local authority\n"
    (made,) = importing(REPEAT, {"d.csv": text})
    assert rows(made) == ["repeat-plans/year,2024-25,hull,,31,149,,final"]


def test_a_column_that_was_named_otherwise_in_another_release(importing: Importing) -> None:
    records = with_mapping(
        MAPPING.replace("      - again\n", "      - again\n      - Re_plans_%+\n"),
        repeat_plans=indicator("repeat-plans"),
    )
    (made,) = importing(records, {"d.csv": f"{HEAD}plans,Re_plans_%+\n{HULL}149,31\n"})
    assert rows(made) == ["repeat-plans/year,2024-25,hull,,31,149,,final"]


def test_symbols_stay_apart_with_their_reason(importing: Importing) -> None:
    text = f"{HEAD}plans,again\n{HULL}149,c\n{BARNSLEY}u,low\n{ENGLAND}0,0\n"
    text += "".join(
        f"{HULL.replace('2025', year)}{cells}\n" for year, cells in [("2024", "z,z"), ("2023", "9,x")]
    )
    (made,) = importing(REPEAT, {"d.csv": text})
    assert rows(made) == [
        "repeat-plans/year,2024-25,barnsley,,,,,low",
        "repeat-plans/year,2024-25,england,,0,0,,not-applicable",
        "repeat-plans/year,2022-23,hull,,,9,,not-available",
        "repeat-plans/year,2023-24,hull,,,,,not-applicable",
        "repeat-plans/year,2024-25,hull,,,149,,suppressed",
    ]
    assert "Kept as suppressed: 1 figure, hidden by the publisher to protect people (c)." in made.series.note


def test_what_is_left_out_is_counted_with_its_first_place(importing: Importing) -> None:
    text = f"{HEAD}plans,again\n{HULL}149,31\n{BARNSLEY}149,\n"
    text += f"{HULL.replace('2025', '202426')}149,31\n"
    text += f"{HULL.replace('Reporting year', 'Financial year Q1')}149,31\n"
    text += f"{HULL.replace('810', '999').replace('E06000010', 'E06999999')}149,31\n"
    (made,) = importing(REPEAT, {"d.csv": text})
    assert rows(made) == ["repeat-plans/year,2024-25,hull,,31,149,,final"]
    assert made.series.skipped == {
        "rows of areas that this workspace has no record of": 1,
        "figures that cannot be read: the cell is blank: a blank is neither a figure nor a symbol "
        "(first: again, line 3, column 96)": 1,
        "rows whose period does not fit: 202426 joins two years that do not follow each other "
        "(first: line 4)": 1,
        "rows whose period does not fit: 'Financial year Q1' is not a whole year (first: line 5)": 1,
    }


def test_filters_choose_the_rows_and_the_denominator_stands_in_another(importing: Importing) -> None:
    mapping = MAPPING.replace(
        "      - again\n    denominator:\n      - plans\n",
        "      - children\n    denominator:\n      - children\n"
        "    where:\n      - group = In care\n      - stay = moved | Moved often\n"
        "    denominator_where:\n      - group = In care\n      - stay = Total\n"
        "    checks_against:\n      - percent\n",
    )
    text = f"{HEAD}group,stay,children,percent\n"
    text += f"{HULL}In care,Moved often,51,9\n{HULL}In care,Total,596,100\n{HULL}Others,Moved often,7,1\n"
    (made,) = importing(with_mapping(mapping, repeat_plans=indicator("repeat-plans")), {"d.csv": text})
    assert rows(made) == ["repeat-plans/year,2024-25,hull,,51,596,,final"]
    assert made.differing == ()


def test_two_rows_that_a_filter_does_not_tell_apart(importing: Importing) -> None:
    text = f"{HEAD}school,plans,again\n{HULL}Primary,100,10\n{HULL}Secondary,49,21\n"
    with pytest.raises(
        CannotRead, match=r"d\.csv:3: this row and the one on line 2 .* they differ in school"
    ):
        importing(REPEAT, {"d.csv": text})


def test_the_same_row_twice_counts_once(importing: Importing) -> None:
    (made,) = importing(REPEAT, {"d.csv": f"{HEAD}plans,again\n{HULL}149,31\n{HULL}149,31\n"})
    assert rows(made) == ["repeat-plans/year,2024-25,hull,,31,149,,final"]


def test_columns_are_added_and_multiplied_and_a_leap_year_has_a_day_more(importing: Importing) -> None:
    mapping = MAPPING.replace("financial-year", "year-to-30-september").replace(
        "    denominator:\n      - plans\n",
        "    add: true\n    denominator:\n      - plans\n"
        "      - more | others\n    denominator_add: true\n"
        "    multiply: 253\n    multiply_in_leap_years: 254\n",
    )
    records = with_mapping(mapping, repeat_plans=indicator("repeat-plans", kind="rolling-year"))
    text = f"{HEAD}plans,others,again\n{HULL}100.5,10,31\n{HULL.replace('2025', '2024')}100.5,10,31\n"
    (made,) = importing(records, {"d.csv": text})
    assert rows(made) == [
        "repeat-plans/year,year-to-2024-09-30,hull,,31,28067,,final",
        "repeat-plans/year,year-to-2025-09-30,hull,,31,27956.5,,final",
    ]


def test_a_figure_that_is_not_what_the_file_prints_is_named(importing: Importing) -> None:
    mapping = MAPPING + "    checks_against:\n      - percent\n"
    text = f"{HEAD}plans,again,percent\n{HULL}149,31,20.8\n{BARNSLEY}149,31,28.0\n{ENGLAND}64390,14550,22.6\n"
    (made,) = importing(with_mapping(mapping, repeat_plans=indicator("repeat-plans")), {"d.csv": text})
    assert made.differing == (
        "repeat-plans/year, barnsley, 2024-25: 31 / 149 gives 20.81; the file prints 28.0.",
    )
    assert "- repeat-plans/year, barnsley, 2024-25" in made.series.note


def test_counts_of_england_are_rounded_to_tens_and_may_differ_by_that(importing: Importing) -> None:
    mapping = MAPPING + "    checks_against:\n      - percent\n"
    text = f"{HEAD}plans,again,percent\n{ENGLAND}1000,500,50.4\n{HULL}1000,500,50.4\n"
    (made,) = importing(with_mapping(mapping, repeat_plans=indicator("repeat-plans")), {"d.csv": text})
    assert [line.split(",")[1] for line in made.differing] == [" hull"]


MONTHS = "April,May,June,July,August,September,October,November,December,January,February,March"
BY_MONTH = (
    MAPPING.replace("format: ees", "format: ees-months")
    .replace("financial-year", "quarters-from-months")
    .replace("      - again\n", "".join(f"      - {month}\n" for month in MONTHS.split(",")))
    .replace("    denominator:\n      - plans\n", "")
)


def test_quarters_are_summed_from_months_and_a_missing_month_makes_none(importing: Importing) -> None:
    records = with_mapping(BY_MONTH, repeat_plans=indicator("repeat-plans", "count", "quarter"))
    (made,) = importing(
        records, {"d.csv": f"{HEAD}{MONTHS}\n{HULL}290,374,246,361,x,317,c,c,c,306,250,224\n"}
    )
    assert rows(made) == [
        "repeat-plans/year,2024-25-Q1,hull,,910,,,final",
        "repeat-plans/year,2024-25-Q2,hull,,,,,not-available",
        "repeat-plans/year,2024-25-Q3,hull,,,,,suppressed",
        "repeat-plans/year,2024-25-Q4,hull,,780,,,final",
    ]


POPULATION = """\
id: people
title: People
format: ees
source: release
period: mid-year
needs_columns:
  - population_estimate
columns:
  - measure: population/year
    numerator:
      - population_estimate
"""


def test_rates_divide_by_the_population_of_the_year_before(importing: Importing) -> None:
    records = with_mapping(
        MAPPING.replace("- time_period", "- again").replace(
            "    denominator:\n      - plans\n",
            "    denominator_from: population/year\n    denominator_years_back: 1\n",
        ),
        repeat_plans=indicator("repeat-plans", "rate"),
        population=indicator("population", "count", "snapshot"),
    ) | {"framework/import-mappings/people.yaml": POPULATION}
    people = f"{HEAD}population_estimate\n" + "".join(
        f"{HULL.replace('2025', year)}{count}\n" for year, count in [("2025", 59000), ("2024", 58000)]
    )
    made = importing(records, {"d.csv": f"{HEAD}again\n{HULL}580\n{BARNSLEY}3\n", "people.csv": people})
    assert [one.series.id for one in made] == ["people-2025", "plans-2025"]
    assert rows(made[1]) == [
        "repeat-plans/year,2024-25,barnsley,,,,,not-available",
        "repeat-plans/year,2024-25,hull,,580,58000,,final",
    ]
    assert "Denominators come from people-2025." in made[1].series.note


def test_a_measure_whose_column_is_not_there_is_left_out(importing: Importing) -> None:
    mapping = MAPPING + "  - measure: late-plans/year\n    numerator:\n      - Agian\n"
    records = with_mapping(
        mapping, repeat_plans=indicator("repeat-plans"), late_plans=indicator("late-plans", "count")
    )
    (made,) = importing(records, {"d.csv": f"{HEAD}plans,again\n{HULL}149,31\n"})
    assert made.left_out == (
        "late-plans/year is left out: the file has no column 'Agian'; the nearest is 'again'",
    )


@pytest.mark.parametrize(
    ("mapping", "words"),
    [
        (MAPPING.replace("- again", "- nothing"), "finds none of its measures: .* no column 'nothing'"),
        (MAPPING.replace("repeat-plans/year", "repeat-plans/month"), "no indicator has that measure"),
        (MAPPING.replace("financial-year", "snapshot-31-march"), "which is a snapshot; the measure says"),
        (
            MAPPING.replace("numerator:\n      - again\n    denominator", "value"),
            "say 'source_only: true' there, or map its numerator",
        ),
        (MAPPING.replace("- time_period", "- other"), "no import mapping fits .* the file lacks its other"),
        (MAPPING + "    where:\n      - plans is many\n", "is not written as 'column = text'"),
        (MAPPING + "    where:\n      - plans = many\n", "no row of a known area that counts"),
    ],
)
def test_a_mapping_that_does_not_fit(importing: Importing, mapping: str, words: str) -> None:
    records = with_mapping(mapping, repeat_plans=indicator("repeat-plans"))
    with pytest.raises(CannotRead, match=words):
        importing(records, {"d.csv": f"{HEAD}plans,again\n{HULL}149,31\n"})


def test_a_file_that_is_none_of_these(importing: Importing) -> None:
    records = with_mapping(
        MAPPING.replace("- time_period", "- plans"), repeat_plans=indicator("repeat-plans")
    )
    with pytest.raises(CannotRead, match="has no column time_period, time_identifier, geographic_level"):
        importing(records, {"d.csv": "plans,again\n1,2\n"})


def test_rows_whose_codes_name_two_areas_are_left_out(importing: Importing) -> None:
    text = f"{HEAD}plans,again\n{HULL}149,31\n{HULL.replace('810', '835')}149,31\n"
    (made,) = importing(REPEAT, {"d.csv": text})
    assert [reason for reason in made.series.skipped if "two different areas" in reason]


def test_only_years_up_to_one_of_a_later_file(importing: Importing) -> None:
    text = f"{HEAD}plans,again\n{HULL}149,31\n{HULL.replace('2025', '2024')}258,72\n"
    (made,) = importing(REPEAT, {"d.csv": text}, until=2024, release="2024 as given in 2025")
    assert made.series.id == "plans-2024-as-given-in-2025"
    assert rows(made) == ["repeat-plans/year,2023-24,hull,,72,258,,final"]
    assert "Only years that end by 2024 were taken." in made.series.note


def test_the_largest_files_need_little_memory(importing: Importing) -> None:
    import tracemalloc

    many = "".join(
        f"{BARNSLEY.replace('370', '999').replace('E08000016', 'E08999999')}{n},1\n" for n in range(40_000)
    )
    text = f"{HEAD}plans,again\n{HULL}149,31\n{many}"
    tracemalloc.start()
    (made,) = importing(REPEAT, {"d.csv": text.encode()})
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert rows(made) == ["repeat-plans/year,2024-25,hull,,31,149,,final"]
    assert peak < 6_000_000


RELEASE_OF_2024 = (
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,"
    "new_la_code,la_name,category,Referrals,Referrals_rate,Re_referrals,Re_referrals_percent,No_Further_Action,"
    "No_Further_Action_percent,Not_in_Need,Not_in_Need_percent,Referrals_child,Referrals_child_rate,"
    "Re_referrals_child,Re_referrals_child_percent\n"
)


def test_the_mapping_that_comes_with_lif_reads_the_release_of_2024_too(
    importing: Importing, root: Path
) -> None:
    """The header is that of the file of referrals in the release of 2024; the figures are made up."""
    given = root / "src/lif/frameworks/england-data"
    completed = "supplier: social-care\nowner: head-of-care\ngroup: board\n"
    board = {
        path.relative_to(given).as_posix(): path.read_text(encoding="utf-8").replace(
            "to_be_completed: true\n", completed
        )
        for path in (
            *(given / "framework/indicators").glob("re*.yaml"),
            given / "framework/indicators/population-0-17.yaml",
            given / "framework/import-mappings/cin-referrals.yaml",
        )
    }
    row = HULL.replace("2025", "2024") + "Referrals and Re-referrals,100,9.9,20,20,0,0,30,30,90,8,18,20\n"
    (made,) = importing(board, {"c1_other_name.csv": RELEASE_OF_2024 + row})
    assert made.left_out == ()
    assert [line.split(",")[0] for line in rows(made)] == [
        "re-referrals/year",
        "referral-rate/year",
        "referrals-assessed-not-in-need/year",
        "referrals-no-further-action/year",
    ]
    assert rows(made)[0] == "re-referrals/year,2023-24,hull,,20,100,,final"
