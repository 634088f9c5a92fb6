"""`lif doctor`: what is missing on this machine or in this repository, and how to mend it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from lif.cli.exits import CLEAN, PROBLEMS, CannotRun
from lif.cli.options import Option, Out, Shared

if TYPE_CHECKING:
    from lif.cli.machine.rows import Asked, Row, System

FORMATS = ("table", "json", "md")


@dataclass(frozen=True, slots=True)
class Asking:
    """What only `lif doctor` can be asked."""

    form: Annotated[str, Option("--format", "The form of the answer.", "|".join(FORMATS))] = "table"
    out: Out = None
    mend: Annotated[
        bool,
        Option("--mend", "First write what can be written: missing files beside records, schemas, hooks."),
    ] = False


def doctor(asking: Asking, shared: Shared) -> int:
    """What is missing on this machine or in this repository, and how to mend it; nothing is changed.

    It works in any folder, and looks at the board's own when there is one. It ends with 0 when all is well,
    with 1 when something is to be mended. --mend never writes over a file, schemas apart.

    \b
    Examples:
      lif doctor
      lif doctor --mend
      lif doctor --format md --out build/doctor.md
      lif doctor --root . --format json
    """
    from lif.cli.machine import looked_at
    from lif.cli.progress import working
    from lif.cli.streams import deliver, say

    if asking.form not in FORMATS:
        raise CannotRun(f"--format {asking.form}: write {', '.join(FORMATS[:-1])} or {FORMATS[-1]}")
    asked = _asked(shared)
    if asking.mend:
        _mend(asked)
    with working("looking at this machine", shared.quiet):
        rows = tuple(looked_at(asked))
    written = {"table": _table, "json": _json, "md": _markdown}[asking.form]
    deliver(written(rows, asked), asking.out, data=asking.form != "table")
    wrong = [row for row in rows if row.standing == "mend"]
    if not shared.quiet:
        many = f"{len(wrong)} thing{'' if len(wrong) == 1 else 's'} to mend"
        say(f"lif: {many if wrong else 'all is well'}{'' if asked.root else '; this is no board’s folder'}")
    return PROBLEMS if wrong else CLEAN


def _asked(shared: Shared) -> Asked:
    """Where to look, found without a library: one of them may be what is missing."""
    from lif.cli.machine.rows import Asked

    here = Path(shared.root) if shared.root is not None else Path.cwd()
    if not here.is_dir():
        raise CannotRun(f"--root {shared.root}: there is no such folder")
    above = [here] if shared.root is not None else [here, *here.parents]
    root = next((folder for folder in above if (folder / "lif.yaml").is_file()), None)
    return Asked(root, root or here, _system())


def _system() -> System:
    if sys.platform == "win32":
        return "windows"
    return "macos" if sys.platform == "darwin" else "linux"


def _mend(asked: Asked) -> None:
    from lif.cli.machine.mending import mended
    from lif.cli.streams import say

    if asked.root is None:
        raise CannotRun("--mend: this is no board's folder; lif init makes one")
    for words in mended(asked.root):
        say(f"lif: {words}")


def _table(rows: Sequence[Row], asked: Asked) -> str:
    """Under each part a line for each row, and below it, further in, what mends it."""
    import shutil
    from textwrap import wrap

    width = max(60, shutil.get_terminal_size().columns) if sys.stdout.isatty() else 100
    signs = {"well": "well", "mend": "MEND", "for information": "note"}
    text, part = "", ""
    for row in rows:
        text += f"{'' if not text else chr(10)}{row.part}\n" if row.part != part else ""
        part = row.part
        said = wrap(f"{row.about}: {row.found}", width - 8, break_on_hyphens=False, break_long_words=False)
        text += f"  {signs[row.standing]}  " + "\n        ".join(said) + "\n"
        text += "".join(f"          {step}\n" for step in row.how)
    return text


def _markdown(rows: Sequence[Row], asked: Asked) -> str:
    """A table of all rows, with what mends each."""
    from lif.reports.markdown import cell

    lines = ["| part | looked at | found | how it stands | to mend it |", "|---|---|---|---|---|"]
    for row in rows:
        words = (row.part, row.about, row.found, row.standing, "; ".join(row.how))
        lines.append(f"| {' | '.join(cell(one) for one in words)} |")
    return "".join(f"{line}\n" for line in lines)


def _json(rows: Sequence[Row], asked: Asked) -> str:
    """One object, as every document of lif."""
    from datetime import date

    from lif import __version__
    from lif.exchange.documents import head, written_as_json
    from lif.history import state

    here = state(asked.here)
    document = head("doctor", __version__, here.commit, here.dirty, date.today())
    told = [
        {
            "key": row.key,
            "part": row.part,
            "looked_at": row.about,
            "found": row.found,
            "standing": row.standing,
            "to_mend": list(row.how),
        }
        for row in rows
    ]
    well = all(row.standing != "mend" for row in rows)
    return written_as_json(
        {**document, "system": asked.system, "board": asked.root is not None, "well": well, "rows": told}
    )
