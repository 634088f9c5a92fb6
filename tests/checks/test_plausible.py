"""Figures beside each other: what is doubted, what a reason explains, and what is no doubt at all."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.checks.examples import found

from lif.checks.parts import parts_beside_their_total
from lif.measures.counted import COUNTS
from lif.records.figures import Return
from lif.records.indicators import CountedFrom, Indicator
from lif.records.reading import read_record
from lif.register import Entry, Register
from lif.workspace import Workspace

CODES = ("F163", "F164", "F165", "F166", "F167", "F168", "F169", "F171", "F114", "F120")


def codes(folder: Path) -> list[str]:
    """The codes of what is found in a workspace, on the day of its settings."""
    words = (folder / "lif.yaml").read_text(encoding="utf-8")
    day = re.search(r"as_at: (\S+)", words)
    assert day
    return [one.code for one in Workspace.load(folder, date.fromisoformat(day[1])).diagnostics]


def last_return(folder: Path) -> Path:
    return sorted((folder / "data/returns").glob("*.yaml"))[-1]


@pytest.mark.parametrize("code", CODES)
def test_a_reason_explains_and_silences(code: str, tmp_path: Path) -> None:
    folder = tmp_path / "workspace"
    assert code in {one.code for one in found(code, folder)}
    path = last_return(folder)
    lines = path.read_text(encoding="utf-8").rstrip().splitlines()
    path.write_text(
        "\n".join(
            [
                added
                for line in lines
                for added in (
                    (line, "    reason: Looked at and right.") if line.startswith("    measure:") else (line,)
                )
            ]
        )
        + "\n",
        encoding="utf-8",
    )
    assert codes(folder) == []


@pytest.mark.parametrize(
    ("code", "path", "old", "new"),
    [
        ("F163", "data/returns/council-2023-24-q3.yaml", "numerator: 41", "numerator: 410"),
        ("F163", "data/returns/council-2024-25-q2.yaml", "numerator: 120", "numerator: 41"),
        ("F164", "data/returns/council-2024-25-q3.yaml", "414150", "41500"),
        ("F164", "framework/indicators/contacts.yaml", "rate_population: children", "rate_population: all"),
        ("F165", "data/returns/council-2024-25-q3.yaml", "numerator: 3711", "numerator: 3747"),
        ("F165", "framework/indicators/referrals.yaml", "breakdowns:", "overlaps:\n  - Age\nbreakdowns:"),
        ("F166", "data/returns/council-2024-25-q3.yaml", "denominator: 560", "denominator: 506"),
        ("F167", "data/returns/council-2024-25-q4.yaml", "numerator: 52", "numerator: 42"),
        ("F167", "framework/indicators/referrals.yaml", "roll_up: sum", "roll_up: none"),
        ("F168", "data/returns/council-2024-25-q2.yaml", "numerator: 40", "numerator: 55"),
        ("F168", "data/returns/council-2024-25-q2.yaml", "2024-25-to-Q2", "2025-26-to-Q1"),
        ("F169", "data/returns/council-2024-25-q4.yaml", "numerator: 42", "numerator: 12"),
        (
            "F171",
            "data/returns/council-2024-25-q4.yaml",
            "numerator: 3\n    denominator: 7",
            "numerator: 0\n    denominator: 0",
        ),
    ],
)
def test_what_is_no_doubt(code: str, path: str, old: str, new: str, tmp_path: Path) -> None:
    folder = tmp_path / "workspace"
    found(code, folder)
    text = (folder / path).read_text(encoding="utf-8")
    assert old in text
    (folder / path).write_text(text.replace(old, new), encoding="utf-8")
    assert code not in codes(folder)


def test_a_printed_rate_needs_the_population_of_the_rate_beside_it(tmp_path: Path) -> None:
    """Slough, 2017/18: 9,645 contacts as 232.9 per 10,000 beside 1,580 referrals as 381.5."""
    folder = tmp_path / "workspace"
    found("F164", folder)
    measure = "    period_kind: quarter\n    series: returns"
    for name, count, rate in (("contacts", 9645, "232.9"), ("referrals", 1580, "381.5")):
        path = folder / f"framework/indicators/{name}.yaml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(measure, f"{measure}\n    source_only: true"), encoding="utf-8")
        number = path.with_name(f"{name}-counted.yaml")
        counted = text.replace(f"id: {name}", f"id: {name}-counted").replace("unit: rate", "unit: count")
        for left_out in ("rate_per: 10000\n", "rate_population: children aged 0 to 17\n"):
            counted = counted.replace(left_out, "")
        number.write_text(counted.replace("denominator: children aged 0 to 17\n", ""), encoding="utf-8")
        returned = last_return(folder)
        returned.write_text(
            re.sub(
                rf"(measure: {name}/quarter)\n    numerator: \d+\n    denominator: \d+",
                rf"\1\n    value: {rate}\n  - id: {name}-counted\n"
                rf"    measure: {name}-counted/quarter\n    numerator: {count}",
                returned.read_text(encoding="utf-8"),
            ),
            encoding="utf-8",
        )
    (said,) = [
        one.message for one in Workspace.load(folder, date(2025, 6, 10)).diagnostics if one.code == "F164"
    ]
    assert said == (
        "this needs a population of 414,126 (232.9 per 10,000 is 9,645), and 'referrals/quarter' needs a "
        "population of 41,415 (381.5 per 10,000 is 1,580), both of children aged 0 to 17"
    )


def test_all_parts_that_are_fewer_than_the_whole(tmp_path: Path) -> None:
    folder = tmp_path / "workspace"
    found("F165", folder)
    path = last_return(folder)
    text = path.read_text(encoding="utf-8").replace("numerator: 3711", "numerator: 3800")
    path.write_text(text, encoding="utf-8")
    assert codes(folder) == ["F165"]
    hidden = text.replace("numerator: 346", "status: suppressed")
    path.write_text(hidden, encoding="utf-8")
    assert codes(folder) == []


def test_every_count_that_can_be_declared_can_be_made() -> None:
    assert set(get_args(CountedFrom)) == set(COUNTS)


SEEN = {
    **dict.fromkeys(("name", "domain", "definition", "numerator", "counts", "source_return"), "x"),
    "id": "seen",
    "unit": "count",
    "polarity": "info",
    "outcomes_class": "how-much",
    "supplier": "council",
    "owner": "lead",
    "group": "board",
    "measures": [{"id": "q", "period_kind": "quarter", "series": "returns"}],
}


def parted(whole: int, parts: list[int]) -> Register:
    """A register with one count, and its parts by age."""
    values = [{"id": "all", "measure": "seen/q", "numerator": str(whole)}]
    values += [
        {"id": f"p{n}", "measure": "seen/q", "numerator": str(part), "breakdown": f"age = {n}"}
        for n, part in enumerate(parts)
    ]
    data = {"id": "r", "agency": "council", "period": "2024-25-Q1", "due": "2024-08-01", "values": values}
    record, returned = read_record(Indicator, SEEN), read_record(Return, data)
    assert isinstance(record, Indicator)
    assert isinstance(returned, Return)
    return Register.of([Entry(record, "seen.yaml"), Entry(returned, "r.yaml")])


@given(st.lists(st.integers(0, 500), min_size=2, max_size=6), st.integers(-20, 20))
def test_parts_are_doubted_exactly_when_they_are_not_the_whole(parts: list[int], off: int) -> None:
    whole = max(sum(parts) + off, 0)
    told = list(parts_beside_their_total(parted(whole, parts), date(2025, 1, 1)))
    assert bool(told) == (whole != sum(parts))
