"""Carries out `lif export --to`: refuses while errors stand, gathers for the audience, writes a folder."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from lif.cli.exits import CLEAN, PROBLEMS, CannotRun
from lif.cli.opening import none_is_blank, one_of, workspace_as_read
from lif.cli.options import Reading
from lif.cli.papers import audience_of, board_of, body_name, has_years_around, refused, write
from lif.cli.progress import working
from lif.cli.publishing import outside
from lif.cli.streams import put, say
from lif.exchange.tables import dictionary, package
from lif.exchange.tables.shape import About, Export
from lif.exchange.tables.writing import FORMS, files

if TYPE_CHECKING:
    from lif.cli.export import Wanted
    from lif.workspace import Workspace


def exported(folder: str | None, wanted: Wanted, shared: Reading) -> int:
    """Writes the export; the exit code. Raises CannotRun for what cannot be asked or written."""
    none_is_blank(wanted)
    if wanted.to is None:
        raise CannotRun(f"--to: name a format ({', '.join(FORMS)}) and a folder, as in --to csv build/tables")
    form = one_of("--to", wanted.to, FORMS)
    if folder is None or not folder.strip():
        raise CannotRun(f"name the folder that it is written to, as in lif export --to {form} build/tables")
    workspace = workspace_as_read(shared)
    out = outside(Path(folder), workspace, "DIR")
    export = gathered(workspace, audience_of(wanted.audience, workspace), wanted.draft)
    if export is None:
        return PROBLEMS
    if wanted.kinds is not None:
        export = export.only(_named(wanted.kinds, export))
    with working(f"making {form}", shared.quiet):
        made = files(export, form)
    _put(out, made)
    put(f"{(out / 'datapackage.json').as_posix()}\n")
    if not shared.quiet:
        _tell(export, out, len(made))
    return CLEAN


def gathered(workspace: Workspace, audience: str, draft: bool) -> Export | None:
    """Everything as tables for an audience, or None where errors stand; says so on stderr.

    For the public it is the set of a publication of the latest quarter, or nothing. Raises CannotRun where
    there is no board, or a draft is asked for the public.
    """
    from lif.exchange.tables.gathering import board_export
    from lif.measures.assemble import assemble

    board = board_of(workspace)
    has_years_around(workspace)
    if audience == "public":
        return _for_public(workspace, draft)
    if refused(workspace, draft):
        return None
    from lif import __version__
    from lif.history import state

    known = state(workspace.root, parts=workspace.parts, apart=workspace.issues)
    about = About(
        board.id,
        body_name(workspace),
        workspace.as_at,
        audience,
        draft=bool(workspace.errors),
        version=__version__,
        commit=known.commit or "",
        uncommitted=known.dirty,
    )
    register = workspace.as_read
    return board_export(register, assemble(register, workspace.as_at), about)


def _for_public(workspace: Workspace, draft: bool) -> Export | None:
    from lif.cli.previewing import previewed
    from lif.cli.quarters import quarter_of_public
    from lif.exchange.tables.gathering import public_export

    if draft:
        raise CannotRun("--draft: nothing is made for the public while an error stands")
    quarter = quarter_of_public(workspace)
    made = previewed(workspace, quarter)
    if made is None:
        return None
    about = About(made.register.board_id, body_name(workspace), workspace.as_at, "public", str(quarter))
    return public_export(made, about)


def _named(words: str, export: Export) -> list[str]:
    """The names of the tables that the words name: of kinds, singular or plural, or of computed tables."""
    from lif.cli.listing import kind_called
    from lif.views.lookup import slug

    computed = {one.table.name for one in export.tables if not one.table.kind}
    found = ["about"]
    for word in filter(None, (each.strip() for each in words.split(","))):
        name = slug(word).replace("-", "_")
        if name in computed:
            found.append(name)
            continue
        kind = kind_called(word).kind
        of_kind = [one.table.name for one in export.tables if one.table.kind == kind]
        if not of_kind:
            raise CannotRun(f"--kind {word}: the public reads no {kind}")
        found += of_kind
    return found


def _put(out: Path, made: Mapping[str, bytes]) -> None:
    """Writes the files in place of those of an earlier export, so that tables of two are never mixed.

    Raises CannotRun where the folder holds anything else: only what an export made, and nobody changed, goes.
    """
    if out.exists() and not out.is_dir():
        raise CannotRun(f"{out} is a file: name a folder")
    there = sorted(one.name for one in out.iterdir()) if out.is_dir() else []
    earlier = made_before(out) if package.FILE in there else frozenset()
    others = [name for name in there if name not in made and name not in earlier]
    if others:
        raise CannotRun(
            f"{out} holds {others[0]}, which no export made: name an empty folder, "
            "so that nothing is taken for a part of this one"
        )
    for name in earlier - made.keys():
        (out / name).unlink(missing_ok=True)
    for name, content in made.items():
        write(out / name, content)


def made_before(out: Path) -> frozenset[str]:
    """The files of an earlier export in a folder that are as it made them, by its descriptor."""
    try:
        found = json.loads((out / package.FILE).read_bytes())
        hashes = {str(one["path"]): str(one["hash"]) for one in found["resources"]}
        same = {
            name
            for name, fingerprint in hashes.items()
            if Path(name).name == name
            and (out / name).is_file()
            and fingerprint == f"sha256:{sha256((out / name).read_bytes()).hexdigest()}"
        }
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()
    return frozenset((*same, package.FILE, dictionary.PAGE, dictionary.LIST))


def _tell(export: Export, out: Path, number: int) -> None:
    rows = sum(len(one.rows) for one in export.tables)
    say(f"lif: {len(export.tables)} tables with {rows:,} rows, {number} files in {out.as_posix()}")
    if export.about.draft:
        say("lif: marked as a draft: errors stand in the records")
    for name, count in export.lost.items():
        say(f"lif: {name}: {count} link{'' if count == 1 else 's'} to what was not there on the day left out")
