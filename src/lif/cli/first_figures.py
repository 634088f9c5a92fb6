"""The first published figures of a new board: from files, from other records, or from beside the code."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from lif.cli.exits import CannotRun
from lif.cli.streams import say
from lif.exchange.national.asking import with_measures
from lif.exchange.national.choosing import mappings_for
from lif.exchange.national.importing import import_files
from lif.exchange.national.making import Outcome, Wanted
from lif.exchange.national.saving import files as files_of
from lif.exchange.national.tables import CannotRead
from lif.records.problems import listed
from lif.records.references import ImportMapping
from lif.register import Register
from lif.source.new_folders import fill
from lif.starting.accepting import accepted
from lif.starting.figures import NATIONAL, taken_over
from lif.workspace import Workspace
from lif.workspace.frameworks import SETTINGS_FILE

_TABLES = (".csv", ".parquet")


def first_figures(stage: Path, day: date, asked: str | None) -> str:
    """Puts figures into the new folder and says where they came from; nothing when there are none.

    Raises CannotRun for a path that is not there and for a file that cannot be used.
    """
    places = [Path(name.strip()) for name in (asked or "").split(",") if name.strip()]
    for place in places:
        if not place.exists():
            raise CannotRun(f"--figures {place}: there is no such file or folder")
    if not places and NATIONAL.is_dir():
        places = [NATIONAL]
    folders = [place for place in places if (place / SETTINGS_FILE).is_file()]
    said = [_taken(stage, day, place) for place in folders]
    files = {file: place for place in places if place not in folders for file in _tables(place)}
    said += [_imported(stage, day, files)] if files else []
    return "; ".join([*said, *(_accepted(stage, day) if said else [])])


def _register(root: Path, day: date) -> Register:
    return Workspace.load(root, day, checks=()).register


def _taken(stage: Path, day: date, place: Path) -> str:
    files = taken_over(_register(stage, day), _register(place, day))
    if not files:
        raise CannotRun(f"--figures {place}: it holds no published figure of this board's measures and areas")
    fill(stage, files)
    return f"{_series(len(files) // 2)} taken over from {place}"


def _accepted(stage: Path, day: date) -> list[str]:
    """Accepts what lif asks of the publishers' figures, and says so where it asks anything."""
    files = accepted(Workspace.load(stage, day).diagnostics, day)
    fill(stage, files)
    number = f"{len(files)} warning{'' if len(files) == 1 else 's'} about them"
    return [f"{number} let stand for three months, in framework/acceptances"] if files else []


def _tables(place: Path) -> list[Path]:
    if place.is_file():
        return [place]
    return [path for path in sorted(place.iterdir()) if path.suffix.lower() in _TABLES]


def _imported(stage: Path, day: date, files: Mapping[Path, Path]) -> str:
    """Runs what `lif import` runs, on files without a denominator of their own last.

    `files` are given with the place where they were found: of a folder those that feed nothing are passed by.
    """
    made, used = 0, 0
    for divided in (False, True):
        register = _register(stage, day)
        for file, place in files.items():
            kind, mappings = _fitting(register, file)
            if not mappings or divided != any(c.denominator_from for m in mappings for c in m.columns):
                continue
            outcomes = _outcomes(register, kind, file, day, named=file == place)
            for outcome in outcomes:
                fill(stage, files_of(outcome.series))
            made, used = made + len(outcomes), used + bool(outcomes)
    if not made:
        raise CannotRun(f"--figures: no import mapping of the board fits {listed([str(f) for f in files])}")
    return f"{_series(made)} imported from {used} of {len(files)} files"


def _fitting(register: Register, file: Path) -> tuple[str, list[ImportMapping]]:
    """The kind of file, and the mappings that feed measures of the board from it."""
    for kind in ("ees", "lait"):
        try:
            found = mappings_for(register, kind, file, None)
        except CannotRead:
            continue
        if parts := [part for mapping in found if (part := with_measures(register, mapping, ()))]:
            return kind, parts
    return "", []


def _outcomes(register: Register, kind: str, file: Path, day: date, named: bool) -> list[Outcome]:
    try:
        return import_files(register, kind, [file], Wanted(day))
    except CannotRead as why:
        if named:
            raise CannotRun(f"--figures {why}") from None
        say(f"lif: passed by: {why}")
        return []


def _series(number: int) -> str:
    return f"{number} published series"
