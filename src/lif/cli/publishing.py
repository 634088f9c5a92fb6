"""Carries out `lif publish`: the public set, its files and its entry in the ledger, or why there are none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lif.calendars import Period
from lif.cli.exits import CLEAN, PROBLEMS, CannotRun
from lif.cli.opening import none_is_blank, open_workspace
from lif.cli.options import Shared
from lif.cli.papers import board_of, has_years_around, write
from lif.cli.progress import working
from lif.cli.public_files import SITE, Files, files_of, public_forms
from lif.cli.publish import Wanted
from lif.cli.quarters import is_spelt, quarter_called
from lif.cli.recording import recorded
from lif.cli.streams import put, say
from lif.measures.assemble import assemble
from lif.measures.protecting import ShownCell
from lif.publishing import Prepared, Stamped, public_set
from lif.records.publications import Publication
from lif.source.new_records import Field
from lif.views.site.places import HOME
from lif.workspace import Workspace
from lif.workspace.frameworks import SETTINGS_FILE

SORT = "scorecard"
_EDITIONS = ("", *(f"-{word}-edition" for word in ("second", "third", "fourth", "fifth", "sixth", "seventh")))
MOST_NAMED = 40


@dataclass(frozen=True, slots=True)
class Ready:
    """A publication that may be made: its set, what the ledger will say, and its files."""

    prepared: Prepared
    stamped: Stamped
    files: Files


def published(wanted: Wanted, shared: Shared) -> int:
    """Publishes; the exit code. Raises CannotRun for what cannot be asked, or cannot be written."""
    none_is_blank(wanted)
    forms = public_forms(wanted.form)
    is_spelt(wanted.quarter)
    workspace = open_workspace(shared)
    has_years_around(workspace)
    board_of(workspace)
    out = outside(Path(wanted.out), workspace)
    stamped = next_publication(workspace, quarter_called(wanted.quarter, workspace))
    prepared = prepare(workspace, stamped)
    against = (*standing_against(workspace, prepared), *(() if wanted.dry_run else _changed(workspace)))
    if against or prepared.made is None:
        return refused_for(against)
    with working("making the public set", shared.quiet):
        ready = Ready(prepared, stamped, files_of(prepared.made, forms, workspace))
    if not shared.quiet:
        warned(prepared)
    if wanted.dry_run:
        return _told(ready, shared.quiet)
    put("".join(f"{path}\n" for path in _entered(workspace, ready, out / stamped.id, wanted.address)))
    return CLEAN


def prepare(workspace: Workspace, stamped: Stamped) -> Prepared:
    """The public set of a workspace under this stamp, or what stands against it."""
    records = workspace.as_read
    return public_set(records, assemble(records, workspace.as_at), stamped, ledger_of(workspace))


def ledger_of(workspace: Workspace) -> tuple[Publication, ...]:
    """Everything that was published with figures, also what was taken down: somebody may have kept it."""
    return tuple(
        each
        for each in workspace.as_read.all(Publication)
        if each.published and each.figures and not each.illustrative
    )


def next_publication(workspace: Workspace, quarter: Period) -> Stamped:
    """The stamp of the next public edition of a quarter. Raises CannotRun when its editions are used up."""
    register = workspace.register
    for number, ending in enumerate(_EDITIONS, 1):
        id_ = f"publication-figures-{quarter.slug}{ending}"
        if id_ not in register.entries and id_ not in register.unreadable:
            return Stamped(id_, title_of(quarter), workspace.as_at, str(number), quarter)
    raise CannotRun(f"{quarter.label} was published {len(_EDITIONS)} times; name another quarter")


def title_of(quarter: Period) -> str:
    """What the public set of a quarter is called."""
    return f"Figures for the public: {quarter.label}"


def outside(out: Path, workspace: Workspace, option: str = "--out") -> Path:
    """The folder, which may not lie among the records: what is published is kept apart from them."""
    folders = workspace.settings.folders
    for name in (folders.framework, folders.data, folders.templates, SETTINGS_FILE):
        if out.resolve().is_relative_to((workspace.root / name).resolve()):
            raise CannotRun(f"{option} {out}: it lies among the records; name a folder outside of them")
    return out


def standing_against(workspace: Workspace, prepared: Prepared) -> tuple[str, ...]:
    """Why the set may not be published: errors in the records, and what would give a child away."""
    count = len(workspace.errors)
    words = "error stands" if count == 1 else "errors stand"
    said = f"{count} {words} in the records: put them right first (lif validate shows all)"
    return (*((said,) if count else ()), *prepared.refusals)


def _changed(workspace: Workspace) -> tuple[str, ...]:
    """Why it could not be said later what was published; outside of git nothing stands against it."""
    from lif.cli.issuing import not_committed
    from lif.history import state

    return not_committed(workspace) if state(workspace.root).commit else ()


def refused_for(against: Sequence[str]) -> int:
    """Says why nothing is published, one reason in a line; the exit code."""
    for words in against[:MOST_NAMED]:
        say(f"lif: not published: {words}")
    if len(against) > MOST_NAMED:
        say(f"lif: and {len(against) - MOST_NAMED} more reasons")
    say("lif: nothing was written; put this right and publish then")
    return PROBLEMS


def warned(prepared: Prepared) -> None:
    """Says what others can work out already, whatever is published now: no paper says it."""
    for words in prepared.warnings[:MOST_NAMED]:
        say(f"lif: not to be mended by this publication: {words}")


def _told(ready: Ready, quiet: bool) -> int:
    """Says what would be published."""
    hidden = sum(cell.hidden for cell in ready.prepared.shown)
    put(f"{ready.stamped.title}, version {ready.stamped.version}\n")
    put(f"{len(ready.prepared.shown):,} of the board's own figures, {hidden:,} of them hidden\n")
    put("".join(f"{name}\n" for name in ready.files if not name.startswith(f"{SITE}/")))
    pages = sum(name.startswith(f"{SITE}/") and name.endswith(".html") for name in ready.files)
    if pages:
        put(f"{SITE}/ ({pages:,} pages)\n")
    if not quiet and ready.prepared.made is not None:
        for words in ready.prepared.made.notes:
            say(f"lif: {words}")
        say("lif: nothing stands against it; nothing was written")
    return CLEAN


def _entered(workspace: Workspace, ready: Ready, folder: Path, address: str | None) -> list[str]:
    """Writes the entry of the ledger, then the files; gives their paths.

    What is out never stands there without its entry. Raises CannotRun with the reason.
    """
    path = f"{workspace.settings.folders.data}/publications/{ready.stamped.id}.yaml"
    if folder.exists() and any(folder.iterdir()):
        raise CannotRun(f"{folder} holds files already; take them away, or name another folder with --out")
    fields = entry(workspace, ready.stamped, ready.prepared.shown, address)
    written = recorded(
        workspace,
        path,
        Publication,
        fields,
        lambda: [write(folder / name, content) for name, content in ready.files.items()],
        "not published: the ledger cannot be written",
    )
    say(f"lif: commit the entry of the ledger: {path}")
    pages = f"{(folder / SITE).as_posix()}/"
    shown = (each for each in written if not each.startswith(pages) or each == f"{pages}{HOME}")
    return [*shown, (workspace.root / path).as_posix()]


def entry(
    workspace: Workspace, stamped: Stamped, shown: Sequence[ShownCell], address: str | None
) -> dict[str, Field]:
    """What the ledger says of the publication, in the order of the record's fields."""
    from lif.history import state

    day = stamped.on.isoformat()
    found: dict[str, Field] = {
        "id": stamped.id,
        "title": stamped.title,
        "sort": SORT,
        "period": str(stamped.quarter),
        "published": day,
        "address": " ".join((address or "").split()),
        "version": stamped.version,
        "commit": state(workspace.root).commit or "",
        "data_as_at": day,
        "figures": [_figure(cell) for cell in shown],
    }
    return {name: value for name, value in found.items() if value}


def _figure(cell: ShownCell) -> dict[str, str]:
    found = {
        "measure": cell.measure,
        "period": str(cell.period),
        "area": cell.area,
        "breakdown": cell.breakdown,
        "numerator": cell.numerator or "",
        "denominator": cell.denominator or "",
        "shown": cell.shown,
    }
    return {name: value for name, value in found.items() if value}
