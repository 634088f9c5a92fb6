"""`lif import`: workbooks that were filled in, and national files as published series."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from lif.cli.commands import group
from lif.cli.exits import CLEAN, CannotRun
from lif.cli.incoming import HandedIn, taken_in
from lif.cli.options import Argument, Option, Shared

if TYPE_CHECKING:
    from datetime import date

    from lif.exchange.national.asking import Areas
    from lif.exchange.national.making import Outcome, Wanted
    from lif.exchange.national.saving import Change
    from lif.workspace import Workspace

Files = Annotated[list[str], Argument("FILE…", "One or more files.")]
MOST_NAMED = 20
_AREAS: dict[str, Areas] = {"compared": "compared", "others": "others", "all": "all"}


@dataclass(frozen=True, slots=True)
class Asked:
    """Which release it is, and how it is read."""

    mapping: Annotated[
        str | None, Option("--mapping", "The import mapping (default: those that fit the file).", "ID")
    ] = None
    source: Annotated[
        str | None, Option("--source", "The publication, when it is not the mapping's own.", "ID")
    ] = None
    release: Annotated[
        str | None, Option("--release", "The release's name (default: its latest year).", "TEXT")
    ] = None
    released_on: Annotated[
        str | None, Option("--released-on", "The day it was published (default: the source's).", "DATE")
    ] = None
    imported_on: Annotated[
        str | None, Option("--imported-on", "The day of the import (default: --as-at).", "DATE")
    ] = None
    until: Annotated[
        str | None, Option("--until", "Leave out years that end later: an earlier release's part.", "YEAR")
    ] = None
    since: Annotated[str | None, Option("--since", "Leave out years that end earlier.", "YEAR")] = None
    latest: Annotated[bool, Option("--latest", "Only the latest year of each measure.")] = False
    areas: Annotated[
        str,
        Option(
            "--areas",
            "Areas that the board compares with, the other local authorities, or all.",
            "compared|others|all",
        ),
    ] = "compared"
    measures: Annotated[
        str | None,
        Option("--measures", "Only these, with commas (default: all that the mapping feeds).", "ID,…"),
    ] = None
    dictionary: Annotated[
        str | None, Option("--dictionary", "LAIT's dictionary (default: beside the file).", "FILE")
    ] = None
    note: Annotated[str | None, Option("--note", "Words to keep with the series.", "TEXT")] = None
    dry_run: Annotated[bool, Option("--dry-run", "Say what would be done, and write nothing.")] = False


def ees(files: Files, asked: Asked, shared: Shared) -> int:
    """Import CSV files of Explore education statistics.

    Which column feeds which measure stands in framework/import-mappings. Each file becomes a record and a CSV
    in data/published. The same file again changes nothing; a revised release becomes another record.

    \b
    Examples:
      lif import ees b1_children_in_need_2013_to_2025.csv --dry-run
      lif import ees b1*.csv c1*.csv --release 2025 --released-on 2025-10-30
      lif import ees c1*.csv --areas others --latest --measures re-referrals/year
    """
    return _import("ees", files, asked, shared)


def lait(files: Files, asked: Asked, shared: Shared) -> int:
    """Import the database of the Local Authority Interactive Tool, as parquet or CSV.

    With its dictionary beside it, measures are kept apart by the month in which they were last updated. For
    parquet lif needs its extra 'national': lif doctor says how to install it.

    \b
    Examples:
      lif import lait bds_long_0.parquet --dry-run
      lif import lait bds_long_0.parquet --mapping lait-financial-years
    """
    return _import("lait", files, asked, shared)


def files(files: Files, handed: HandedIn, shared: Shared) -> int:
    """Take in what agencies send, workbooks and sheets of their own: lif import FILE… is enough.

    What a file is, the stamp inside tells, whatever it is called; a CSV or a workbook of the agency's own is
    known by its heads, with a record in framework/return-mappings. The difference is shown record by record;
    every value is checked as lif validate would, and a message names the cell. With one wrong cell nothing
    of that file is written; the others are not held up.

    \b
    Examples:
      lif import returns-humberside-police-2025-26-q2.xlsx --dry-run
      lif import inbox/*.xlsx --yes --received 2025-11-12
    """
    return taken_in(files, handed, shared)


app = group(
    """Files in: agencies' workbooks and sheets of their own, and national files as published figures.

    \b
    Examples:
      lif import returns-humberside-police-2025-26-q2.xlsx
      lif import ees b1_children_in_need_2013_to_2025.csv
      lif import lait bds_long_0.parquet --dry-run
    """,
    {"files": files, "ees": ees, "lait": lait},
    otherwise=lambda words: "files",
    files=True,
)


def _import(kind: str, files: list[str], asked: Asked, shared: Shared) -> int:
    from lif.cli.progress import working
    from lif.exchange.national.importing import import_files
    from lif.exchange.national.saving import change, save
    from lif.exchange.national.tables import CannotRead
    from lif.records.figures import PublishedSeries
    from lif.source.writing import CannotWrite

    workspace = _opened(shared, asked.areas == "all")
    try:
        with working("reading the national files"):
            outcomes = import_files(
                workspace.register, kind, [Path(name) for name in files], _wanted(asked, workspace)
            )
        changes = [
            change(workspace.root, one.series, workspace.register.find(PublishedSeries, one.series.id))
            for one in outcomes
        ]
    except CannotRead as why:
        raise CannotRun(str(why)) from None
    for outcome, what in zip(outcomes, changes, strict=True):
        if not asked.dry_run and what.writes:
            try:
                save(workspace.root, outcome.series)
            except CannotWrite as why:
                raise CannotRun(str(why)) from None
        _tell(outcome, what, asked.dry_run)
    return CLEAN


def _opened(shared: Shared, for_boards: bool) -> Workspace:
    """The workspace without its checks: what is wrong elsewhere does not hold an import up.

    Figures of all areas may stand in a framework by itself, from which boards take theirs when they begin.
    """
    from lif.cli.opening import day_of, folder_of, left_out, of_a_board
    from lif.workspace import Workspace

    folder = folder_of(shared.root)
    workspace = Workspace.load(folder, day_of(shared.as_at, folder), checks=())
    if not for_boards:
        of_a_board(workspace)
    left_out(workspace, shared)
    return workspace


def _wanted(asked: Asked, workspace: Workspace) -> Wanted:
    from lif.cli.opening import id_called
    from lif.exchange.national.making import Wanted
    from lif.records.references import Source

    source = asked.source and id_called(workspace, "--source", asked.source, Source)
    areas = _AREAS.get(asked.areas)
    if areas is None:
        raise CannotRun(f"--areas {asked.areas}: write {', '.join(_AREAS)}")
    return Wanted(
        _date("--imported-on", asked.imported_on) or workspace.as_at,
        asked.mapping,
        source or None,
        asked.release,
        _date("--released-on", asked.released_on),
        Path(asked.dictionary) if asked.dictionary else None,
        _year("--until", asked.until),
        asked.note or "",
        areas,
        asked.latest,
        tuple(name.strip() for name in (asked.measures or "").split(",") if name.strip()),
        _year("--since", asked.since),
    )


def _year(option: str, text: str | None) -> int | None:
    if text is not None and not (text.isdecimal() and len(text) == 4):
        raise CannotRun(f"{option} {text}: write a year of four digits, as in 2024")
    return int(text) if text else None


def _date(option: str, text: str | None) -> date | None:
    from datetime import date

    if text is None:
        return None
    try:
        return date.fromisoformat(text) if len(text) == 10 else date.fromisoformat("-")
    except ValueError:
        raise CannotRun(f"{option} {text}: write a date as in 2025-10-30") from None


def _tell(outcome: Outcome, what: Change, dry_run: bool) -> None:
    """The path, what it holds, what was left out and why, and what differs from the printed figures."""
    from lif.cli.streams import put

    series = outcome.series
    lines = [
        f"{series.record_path}: {what.value}{' (nothing was written)' if dry_run and what.writes else ''}",
        f"  {_holds(outcome)}",
    ]
    lines += [f"  skipped: {count:,} {reason}" for reason, count in sorted(series.skipped.items())]
    lines += [f"  skipped: {words}" for words in outcome.left_out]
    kept = [line for line in series.note.splitlines() if line.startswith(("Kept as", "Denominators"))]
    lines += [f"  {line[0].lower()}{line[1:]}" for line in kept]
    lines += [f"  differs: {words}" for words in outcome.differing[:MOST_NAMED]]
    if len(outcome.differing) > MOST_NAMED:
        lines.append(f"  differs: {len(outcome.differing) - MOST_NAMED} more, all named in the record's note")
    put("\n".join(lines) + "\n")


def _holds(outcome: Outcome) -> str:
    """How many figures of how many measures, for how many areas and which time."""
    figures = outcome.series.figures
    first, *_, last = sorted({one.period for one in figures}, key=lambda period: period.sort_key) * 2
    measures, areas = len({one.measure for one in figures}), len({one.area for one in figures})
    return (
        f"{len(figures):,} figures of {measures} measure{'' if measures == 1 else 's'} for {areas} "
        f"area{'' if areas == 1 else 's'}, {first.label} to {last.label.removeprefix('at ')}"
    )
