"""The first published figures of a new board: from files, from other records, or from beside the code."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from lif.cli.exits import CannotRun
from lif.exchange.national.choosing import mappings_for
from lif.exchange.national.importing import import_files
from lif.exchange.national.making import Wanted
from lif.exchange.national.saving import save
from lif.exchange.national.tables import CannotRead
from lif.register import Register
from lif.source.new_folders import fill
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
    said = [_taken(stage, day, place) for place in places if (place / SETTINGS_FILE).is_file()]
    files = [file for place in places if not (place / SETTINGS_FILE).is_file() for file in _tables(place)]
    return "; ".join([*said, *([_imported(stage, day, files)] if files else [])])


def _register(root: Path, day: date) -> Register:
    return Workspace.load(root, day, checks=()).register


def _taken(stage: Path, day: date, place: Path) -> str:
    files = taken_over(_register(stage, day), _register(place, day))
    if not files:
        raise CannotRun(f"--figures {place}: it holds no published figure of this board's measures and areas")
    fill(stage, files)
    return f"{_series(len(files) // 2)} taken over from {place}"


def _tables(place: Path) -> list[Path]:
    if place.is_file():
        return [place]
    return [path for path in sorted(place.iterdir()) if path.suffix.lower() in _TABLES]


def _imported(stage: Path, day: date, files: Sequence[Path]) -> str:
    """Runs what `lif import` runs, with every file at once, so that populations come first."""
    register, made = _register(stage, day), 0
    for kind in ("ees", "lait"):
        fitting = [file for file in files if _fits(register, kind, file)]
        if not fitting:
            continue
        try:
            outcomes = import_files(register, kind, fitting, Wanted(day))
        except CannotRead as why:
            raise CannotRun(f"--figures {why}") from None
        for outcome in outcomes:
            save(stage, outcome.series)
        made += len(outcomes)
        register = _register(stage, day)
    if not made:
        raise CannotRun(f"--figures: no import mapping fits {', '.join(str(file) for file in files[:3])}")
    return f"{_series(made)} imported from {len(files)} files"


def _fits(register: Register, kind: str, file: Path) -> bool:
    try:
        return bool(mappings_for(register, kind, file, None))
    except CannotRead:
        return False


def _series(number: int) -> str:
    return f"{number} published series"
