"""Published figures of another folder of records, taken over for the areas that a board compares with."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from lif.calendars import parse_period
from lif.exchange.national.asking import OTHERS_ID, OTHERS_TITLE, wanted_areas
from lif.exchange.national.series import HEADER
from lif.records.figures import PublishedSeries
from lif.records.indicators import Indicator
from lif.register import PublishedRow, Register
from lif.source.new_records import record_text
from lif.starting.fields import plain_fields

NATIONAL = Path(__file__).resolve().parents[3] / "examples" / "national-figures"
"""Figures of every authority, which stand beside the code in its repository and not in the package."""


def taken_over(board: Register, figures: Register) -> Mapping[str, bytes]:
    """The files of the series that feed the board's measures, by path.

    Of the areas that the board compares with every row is taken; of the other authorities the latest row of
    each measure that the leading tier sees, so that the board knows where it stands among all.
    """
    near = {area.id for area in wanted_areas(board, "compared")}
    far = {area.id for area in wanted_areas(board, "others")}
    measures = set(_measures(board.all(Indicator)))
    seen = set(_measures(one for one in board.all(Indicator) if "leadership" in one.headline_at))
    files: dict[str, bytes] = {}
    for series in figures.all(PublishedSeries):
        rows = [row for row in figures.rows(series) if row.measure in measures]
        files |= _files(series, [row for row in rows if row.area in near], "")
        files |= _files(
            series, _latest([row for row in rows if row.area in far and row.measure in seen]), OTHERS_ID
        )
    return files


def _measures(indicators: Collection[Indicator] | Iterator[Indicator]) -> Iterator[str]:
    for indicator in indicators:
        yield from (f"{indicator.id}/{one.id}" for one in indicator.measures if one.series == "published")


def _latest(rows: Sequence[PublishedRow]) -> list[PublishedRow]:
    """The rows of the latest period of each measure."""
    last: dict[str, str] = {}
    for row in rows:
        before = last.get(row.measure, row.period)
        last[row.measure] = max(before, row.period, key=lambda text: parse_period(text).sort_key)
    return [row for row in rows if row.period == last[row.measure]]


def _files(series: PublishedSeries, rows: Sequence[PublishedRow], ending: str) -> dict[str, bytes]:
    """The record and the table of the rows that were taken; nothing where there are none."""
    if not rows or (ending and series.id.endswith(OTHERS_ID)):
        return {}
    fields = dict(plain_fields(series))
    fields |= {"id": f"{series.id}{ending}", "rows": str(len(rows))}
    if ending:
        fields["title"] = f"{series.title}{OTHERS_TITLE}"
    fields.pop("skipped", None)
    said = "Taken over when the board began: rows of that import for the areas it compares with."
    fields["note"] = f"{_kept(series.note)}{said}\n"
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows([getattr(row, name) for name in HEADER] for row in rows)
    where = f"{PublishedSeries.folder}/{fields['id']}"
    return {f"{where}.csv": table.getvalue().encode(), f"{where}.yaml": record_text(fields).encode()}


_OF_ALL_ROWS = ("Kept as", "What is computed here", "- ")
"""How lines of a note begin that count or name rows of the whole import."""


def _kept(note: str | None) -> str:
    lines = (note or "").splitlines()
    return "".join(f"{line}\n" for line in lines if not line.startswith(_OF_ALL_ROWS))
