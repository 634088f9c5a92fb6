"""The mistakes found in papers that councils and boards have published, told in sentences of our own."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from tests.measures.corpus import facts, verdicts

from lif.measures.claims.facts import Facts


@dataclass(frozen=True)
class Seen:
    """A published figure with its target, the false sentence about it, and a true one."""

    source: str
    known: Facts
    lie: str
    fault: str
    truth: str


def _percent(
    name: str, polarity: str, target: str, tolerance: str, period: str, figure: str, counts: str = "children"
) -> Facts:
    return facts(
        {
            "id": "x",
            "name": name,
            "unit": "percent",
            "per": "100",
            "polarity": polarity,
            "counts": counts,
            "top": "",
            "bottom": "",
            "target": target,
            "tolerance": tolerance,
            "first": period,
            "figures": figure,
            "beside": "",
        }
    )


_CONTACTS = facts(
    {
        "id": "x",
        "name": "Contacts with children's social care",
        "unit": "rate",
        "per": "10000",
        "polarity": "info",
        "counts": "contacts",
        "top": "contacts",
        "bottom": "children aged 0 to 17",
        "target": "",
        "tolerance": "",
        "first": "2017-18",
        "figures": "9645/41415",
        "beside": "",
    }
)
_OPEN_CASES = facts(
    {
        "id": "x",
        "name": "Cases open to children's services",
        "unit": "count",
        "per": "",
        "polarity": "info",
        "counts": "cases",
        "top": "open cases",
        "bottom": "",
        "target": "",
        "tolerance": "",
        "first": "2014-15-Q1",
        "figures": "3711",
        "beside": "",
    }
)

SEEN = (
    Seen(
        "Darlington, scrutiny minutes, quarter 1 of 2019-20",
        _percent("Re-referrals within 12 months", "low", "18", "0", "2019-20-Q1", "148/1000"),
        "At 14.8 per cent re-referrals were an increase on the target of 18 per cent.",
        "target",
        "At 14.8 per cent re-referrals were below the target of 18 per cent, which is met.",
    ),
    Seen(
        "Slough, annual report 2017-18: a rate out by ten",
        _CONTACTS,
        "There were 9,645 contacts, a rate of 232.9 per 10,000 children.",
        "number",
        "There were 9,645 contacts, a rate of 2,328.9 per 10,000 children.",
    ),
    Seen(
        "Northumberland, July 2014: parts over their total",
        _OPEN_CASES,
        "Children in need, in care and on plans were 3,045, 346 and 356 of 3,711 open cases.",
        "parts",
        "Some children are counted twice: 3,045, 346 and 356 of 3,711 open cases.",
    ),
    Seen(
        "Darlington, quarter 3 of 2021-22, with a target that has no tolerance and a figure two points off",
        _percent("Visits to children in care in timescale", "high", "90", "0", "2021-22-Q3", "878/1000"),
        "Visits in timescale are in line with the target of 90%.",
        "target",
        "Visits in timescale are below the target of 90%.",
    ),
)


@pytest.mark.parametrize("seen", SEEN, ids=lambda seen: seen.source)
def test_a_mistake_that_was_published_is_found(seen: Seen) -> None:
    assert [found.fault for found in verdicts(seen.lie, seen.known)] == [seen.fault]
    assert not verdicts(seen.truth, seen.known)


def test_what_in_line_with_means() -> None:
    """Darlington called 89.8% in line with 90%: within a point, or the tolerance of the target, it is so."""
    bare = _percent("Visits to children in care in timescale", "high", "90", "0", "2021-22-Q3", "898/1000")
    assert not verdicts("Visits in timescale are in line with the target of 90%.", bare)
    assert verdicts("Visits in timescale met the target of 90%.", bare)
    strict = _percent(
        "Visits to children in care in timescale", "high", "90", "0.1", "2021-22-Q3", "898/1000"
    )
    (found,) = verdicts("Visits in timescale are in line with the target of 90%.", strict)
    assert found.but == (
        "the target is 90% with a tolerance of 0.1 points, and the figure is 898 of 1,000 (89.8%) in Q3 21/22"
    )


def test_a_colour_by_share_done_is_no_colour_by_date() -> None:
    """Reading's tracker coloured actions by how much was done; of 99 of them 26 were done."""
    late = _percent("Actions done by their date", "high", "90", "5", "2022-23-Q4", "26/99", "actions")
    assert verdicts("Most actions were done by their date and the tracker is on target.", late)
    assert not verdicts("26 of 99 actions were done by their date, and the target is missed.", late)
