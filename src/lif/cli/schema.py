"""`lif schema`: JSON Schemas for editors, and where each kind of record stands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from lif.cli.exits import CLEAN, PROBLEMS, CannotRun
from lif.cli.options import Argument, Option, Shared
from lif.cli.streams import put, reason, say


@dataclass(frozen=True, slots=True)
class Wanted:
    """What only `lif schema` can be asked."""

    out: Annotated[str | None, Option("--out", "Write every schema into this folder.", "DIR")] = None
    check: Annotated[
        bool, Option("--check", "With --out: write nothing, and end with 1 when a file differs.")
    ] = False
    listed: Annotated[bool, Option("--list", "The kinds and the folders of their records.")] = False


def schema(
    kind: Annotated[str | None, Argument("KIND", "A kind of record, as in action; or lif.yaml.")],
    wanted: Wanted,
    shared: Shared,
) -> int:
    """JSON Schemas of the records, of lif.yaml and of lif's own JSON, for editors and other programs.

    \b
    Examples:
      lif schema action
      lif schema --list
      lif schema --out schemas
      lif schema --out schemas --check
    """
    if wanted.listed:
        return _list()
    if kind is not None:
        return _print(kind)
    if wanted.out is None:
        raise CannotRun("name a kind, as in lif schema action; --out DIR writes all, --list names them")
    return _compare(Path(wanted.out), shared.quiet) if wanted.check else _write(Path(wanted.out))


def _print(kind: str) -> int:
    from lif.cli.listing import kind_called
    from lif.exchange.schemas import record_schema, schema_of, written
    from lif.records.settings import Settings

    if kind in ("lif", "lif.yaml"):
        put(written(schema_of(Settings, "lif.yaml")), data=True)
    else:
        found = kind_called(kind)
        put(written(record_schema(found)), data=True)
    return CLEAN


def _list() -> int:
    from lif.records.kinds import KINDS

    width = max(len(kind.kind) for kind in KINDS)
    put("".join(f"{kind.kind:{width}}  {kind.folder}/ID.yaml or {kind.folder}.yaml\n" for kind in KINDS))
    return CLEAN


def _write(folder: Path) -> int:
    from lif.cli.reports import views
    from lif.exchange.schemas import all_schemas, written

    for name, made in all_schemas(views()):
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(written(made), encoding="utf-8", newline="\n")
        except OSError as fault:
            raise CannotRun(f"cannot write {path}: {reason(fault)}") from None
        put(f"{path.as_posix()}\n")
    return CLEAN


def _compare(folder: Path, quiet: bool) -> int:
    """1 when a file is missing, differs, or belongs to no schema."""
    from lif.cli.reports import views
    from lif.exchange.schemas import all_schemas, written

    made = {name: written(schema).encode() for name, schema in all_schemas(views())}
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*.json")}
    differ = [
        name for name, text in made.items() if name not in there or (folder / name).read_bytes() != text
    ]
    wrong = sorted({*differ, *(there - set(made))})
    for name in wrong if not quiet else ():
        say(f"{(folder / name).as_posix()} is not what lif writes: run lif schema --out {folder.as_posix()}")
    return PROBLEMS if wrong else CLEAN
