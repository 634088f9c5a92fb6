"""The board's own files: lif.yaml and what it builds on, the editor's settings, and its schemas."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from lif.cli.machine.rows import Row, counted

PART = "The board's folder"


def rows(root: Path) -> Iterator[Row]:
    """What lif reads there before it reads any record, and what an editor reads."""
    yield from _settings(root)
    yield from _editor(root)
    yield _whole(root)


def _whole(root: Path) -> Row:
    """What was cut off while it was written is known, and only has to be finished."""
    from lif.source.writing import cut_off

    about = "Every change is written whole"
    if not cut_off(root):
        return Row(PART, "changes", about, "yes")
    how = ("lif doctor --mend, or lif's next change, brings it to its end or takes it back",)
    return Row(PART, "changes", about, "no: lif was stopped half-way through one", "mend", how)


def _settings(root: Path) -> Iterator[Row]:
    from lif.records.reading import read_part
    from lif.records.settings import Settings
    from lif.source import Document, read
    from lif.workspace.frameworks import SETTINGS_FILE

    document = read(root, SETTINGS_FILE)
    settings = read_part(Settings, document.data) if isinstance(document, Document) else None
    if not isinstance(settings, Settings):
        yield Row(PART, "settings", "lif.yaml", "it cannot be read", "mend", ("lif validate",))
        return
    yield Row(PART, "settings", "lif.yaml", f"it can be read; the board is {settings.board or 'not named'}")
    yield _frameworks(root, settings.extends)


def _frameworks(root: Path, names: tuple[str, ...]) -> Row:
    from lif.workspace.frameworks import Circle, Framework, NotAFramework, frameworks_of

    about = "What the framework builds on"
    known: dict[Path, Framework] = {}
    try:
        for name in names:
            known = frameworks_of(name, root, known)
    except (Circle, NotAFramework) as fault:
        how = ("put right extends: in lif.yaml, or fetch the folder that it names", "lif validate")
        return Row(PART, "frameworks", about, str(fault), "mend", how)
    found = ", ".join(one.name for one in known.values()) or "nothing"
    return Row(PART, "frameworks", about, f"{found}: all there")


def _editor(root: Path) -> Iterator[Row]:
    """The settings of VS Code and the schemas they name, in the folder that an editor opens."""
    from lif.records.kinds import KINDS

    opened = _opened(root)
    about, settings = "The editor knows the records", opened / ".vscode" / "settings.json"
    if not settings.is_file():
        yield Row(PART, "editor", about, "no, there is no .vscode/settings.json", "for information", _MEND)
        return
    try:
        told = json.loads(settings.read_text(encoding="utf-8")).get("yaml.schemas", {})
    except (ValueError, AttributeError, OSError):
        yield Row(
            PART, "editor", about, "cannot be told: .vscode/settings.json is no plain JSON", "for information"
        )
        return
    lacking = [kind.kind for kind in KINDS if f"./schemas/{kind.kind}.json" not in told]
    if lacking:
        said = f"not all of them: {counted(len(lacking), 'kind')} of record missing, as {lacking[0]}"
        yield Row(PART, "editor", about, said, "mend", ("delete .vscode/settings.json", *_MEND))
    else:
        yield Row(
            PART, "editor", about, f"yes, {counted(len(KINDS), 'kind')} of record, in .vscode/settings.json"
        )
    yield _schemas(opened)


_MEND = ("lif doctor --mend",)


def _opened(root: Path) -> Path:
    """The nearest folder upwards with settings of an editor, within the repository; else the board's own."""
    for folder in (root.resolve(), *root.resolve().parents):
        if (folder / ".vscode" / "settings.json").is_file():
            return folder
        if (folder / ".git").exists():
            break
    return root


def _schemas(opened: Path) -> Row:
    """Whether the schemas are those of the lif that runs: others underline what is right."""
    from lif.exchange.schemas import all_schemas, written

    about = "Schemas of this version"
    differ = []
    for name, schema in all_schemas(()):
        path = opened / "schemas" / name
        if not name.startswith("output/") and (
            not path.is_file() or path.read_text(encoding="utf-8") != written(schema)
        ):
            differ.append(name)
    if differ:
        said = f"no, {counted(len(differ), 'schema')} missing or of another version, as schemas/{differ[0]}"
        return Row(PART, "schemas", about, said, "mend", _MEND)
    return Row(PART, "schemas", about, "yes, in schemas/")
