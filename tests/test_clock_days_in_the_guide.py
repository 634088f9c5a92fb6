"""The guide lists the days that a clock can name, for each sort of record."""

from __future__ import annotations

import re
from pathlib import Path

from lif.law.vocabulary import KNOWN

GUIDE = Path(__file__).resolve().parents[1] / "docs/guides/deadlines-and-calendar.md"


def test_the_guide_names_each_day_of_each_sort() -> None:
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| (`.*) \|$|^$", GUIDE.read_text("utf-8"), re.MULTILINE))
    told = {of: set(re.findall(r"`([a-z-]+)`", rows[of])) for of in KNOWN if of != "review"}
    assert told == {of: set(days) for of, days in KNOWN.items() if of != "review"}
    review = re.search(r"^\| `review` \| (.*) \|$", GUIDE.read_text("utf-8"), re.MULTILINE)
    assert review and set(re.findall(r"`([a-z-]+)`", review[1])) <= KNOWN["review"]
