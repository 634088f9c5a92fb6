"""The year in one picture: which month a date is counted in, and the worst of each cell."""

from __future__ import annotations

from datetime import date

from lif.views.calendar import Calendar, Entry
from lif.views.calendar.entries import Sort, Standing
from lif.views.calendar.months import MONTHS, months

TODAY = date(2025, 12, 10)


def entry(sort: Sort, day: date, standing: Standing) -> Entry:
    return Entry(
        f"{sort}-{day}", sort, sort, sort, day, day, "", "", "", "x", standing, None, 0, None, True, "", False
    )


def year(*entries: Entry, late: tuple[Entry, ...] = ()) -> Calendar:
    return Calendar(TODAY, TODAY, date(2026, 12, 10), late, entries, (), entries, ())


def test_every_date_is_counted_in_its_month_and_late_ones_in_the_first() -> None:
    found = months(
        year(
            entry("meeting", date(2025, 12, 12), "ahead"),
            entry("meeting", date(2026, 3, 2), "ahead"),
            entry("meeting", date(2025, 12, 9), "past"),
            entry("action", date(2026, 1, 5), "done"),
            late=(entry("action", date(2025, 3, 1), "late"),),
        )
    )
    assert len(found.months) == MONTHS
    assert (found.months[0][0], found.months[-1][0], found.here) == ("December 2025", "December 2026", 0)
    assert [name for name, _ in found.rows] == ["Meetings", "Actions and impact checks"]
    (_, meetings), (_, actions) = found.rows
    assert [(cell.count, cell.state) for cell in meetings[:4]] == [
        *((2, "to-come"), (0, "none"), (0, "none"), (1, "to-come"))
    ]
    assert [(cell.count, cell.state) for cell in actions[:2]] == [(1, "late"), (1, "settled")]
    assert sum(cell.count for _, cells in found.rows for cell in cells) == 5


def test_a_sort_without_dates_has_no_row() -> None:
    assert months(year()).rows == ()


def test_every_sort_of_entry_has_its_row() -> None:
    from lif.views.calendar import SORTS
    from lif.views.calendar.months import TOGETHER

    assert sorted(sort for _, sorts in TOGETHER for sort in sorts) == sorted(SORTS)
