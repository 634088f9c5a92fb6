"""What a word on the command line can become: commands, options, kinds, ids, fields, codes, quarters.

It looks at the names of files and reads no record, so that it answers while somebody waits at the Tab key.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_type_hints

from lif.cli.commands import COMMANDS, Command, Group, loaded
from lif.cli.options import Option, options_of

if TYPE_CHECKING:
    from lif.records.record import Record

_OF_OPTIONS = {
    "--agency": ("framework/agencies",),
    "--agencies": ("framework/agencies",),
    "--agreed-by": ("framework/groups",),
    "--audit": ("data/audits",),
    "--board": ("framework/groups",),
    "--by": ("framework/roles",),
    "--element": ("framework/elements",),
    "--evidence": ("data/evidence",),
    "--group": ("framework/groups",),
    "--learning": ("data/learning", "data/good-practice"),
    "--mapping": ("framework/import-mappings", "framework/return-mappings"),
    "--meeting": ("data/meetings",),
    "--owner": ("framework/roles", "framework/agencies"),
    "--plan": ("data/improvement-plans",),
    "--priority": ("framework/priorities",),
    "--review": ("data/reviews",),
    "--since": ("data/meetings",),
    "--theme": ("framework/themes",),
}
"""Where the ids stand that may stand behind an option."""
_OF_COMMANDS = {
    "actions": ("data/actions",),
    "audits": ("data/audits",),
    "indicators": ("framework/indicators",),
    "reviews": ("data/reviews",),
    "rules": ("framework/duties",),
}
"""Where the ids stand that the words of a group take."""
_ID = re.compile(r"^- id: *([a-z0-9-]+)", re.MULTILINE)


def completed(words: Sequence[str], start: Path) -> list[str]:
    """What the last of the words can become, in order; `words` are those behind `lif`."""
    *before, begun = list(words) or [""]
    begun = "" if begun == '""' else begun
    found = _candidates(before, begun, start)
    return sorted({one for one in found if one.startswith(begun)})


def _candidates(before: list[str], begun: str, start: Path) -> Iterable[str]:
    if not before:
        return [*COMMANDS, "--help", "--version"]
    name, *words = before
    if name not in COMMANDS:
        return []
    found = loaded(name)
    if isinstance(found, Group):
        if not words:
            return [*found.commands, *(["--help"] if begun.startswith("-") else [])]
        name, *words = words
        function = found.commands.get(name)
        return _of(function, before[0], words, begun, start) if function else []
    return _of(found, name, words, begun, start)


def _of(function: Command, noun: str, words: list[str], begun: str, start: Path) -> Iterable[str]:
    options = _options(function)
    if begun.startswith("-"):
        return [*options, "--help"]
    last = words[-1] if words else ""
    if last in options and not _is_flag(options[last]):
        return _behind(last, options[last][1], start)
    return _argument(noun, _positional(words, options), start)


def _options(function: Command) -> dict[str, tuple[Any, Option, Any]]:
    hints = get_type_hints(function, include_extras=True)
    groups = [hint for name, hint in hints.items() if isinstance(hint, type) and name != "return"]
    return {
        said.flag: (sort, said, usual) for one in groups for sort, said, usual in options_of(one).values()
    }


def _is_flag(option: tuple[Any, Option, Any]) -> bool:
    return option[0] is bool


def _behind(flag: str, option: Option, start: Path) -> Iterable[str]:
    """What may stand behind an option: one of its words, an id, a quarter."""
    if flag in _OF_OPTIONS:
        return _ids(_OF_OPTIONS[flag], start)
    if flag == "--quarter":
        return ["latest", "current", *_quarters(start)]
    return option.value.split("|") if re.fullmatch(r"[a-z-]+(\|[a-z-]+)+", option.value) else []


def _positional(words: list[str], options: dict[str, tuple[Any, Option, Any]]) -> list[str]:
    """The words that are neither options nor what stands behind them."""
    found: list[str] = []
    skip = False
    for word in words:
        if skip:
            skip = False
        elif word in options:
            skip = not _is_flag(options[word])
        elif not word.startswith("-"):
            found.append(word)
    return found


def _argument(noun: str, given: list[str], start: Path) -> Iterable[str]:
    """What may stand in the place of the next word that is no option."""
    if noun in ("list", "schema", "new") and not given:
        from lif.records.kinds import BY_NAME

        return BY_NAME
    if noun == "explain":
        from lif.checks.registry import CODES

        return CODES
    if noun == "report" and not given:
        from lif.cli.reports import REPORTS

        return REPORTS
    if noun == "completion":
        from lif.cli.completion import SCRIPTS

        return SCRIPTS
    if noun == "set" and len(given) % 2:
        return _fields(given[0], start)
    if noun == "set" and given:
        return _values(_kind(given[0], start), given[-1], start)
    if noun == "new":
        return _begun(given, start)
    if noun in ("show", "trace", "set") and not given:
        return _ids((), start)
    return _ids(_OF_COMMANDS[noun], start) if noun in _OF_COMMANDS and not given else []


def _ids(folders: Sequence[str], start: Path) -> Iterable[str]:
    """The ids in these folders and in the lists beside them, or all, as the board's own files are named."""
    root = _root(start)
    if root is None:
        return
    for folder in folders or ("framework", "data"):
        for here, _, names in os.walk(root / folder):
            yield from (name.removesuffix(".yaml") for name in names if _is_record(Path(here) / name))
            if not folders:
                yield from _listed(path for path in map(Path(here).joinpath, names) if _is_list(path))
        yield from _listed([(root / folder).with_suffix(".yaml")])


def _listed(paths: Iterable[Path]) -> Iterable[str]:
    """The ids in lists of records."""
    for path in paths:
        if path.is_file():
            yield from _ID.findall(path.read_text(encoding="utf-8", errors="replace"))


def _is_list(path: Path) -> bool:
    """Whether it is the file of a whole kind, such as `framework/agencies.yaml`."""
    return path.suffix == ".yaml" and path.parent.name in ("framework", "data")


def _fields(id_: str, start: Path) -> Iterable[str]:
    """The fields of the record, by its kind, those inside a group of fields with the group's name."""
    from lif.records.reading import models_in

    kind = _kind(id_, start)
    for name, info in kind.model_fields.items() if kind else ():
        yield name
        part = next(models_in(info.annotation), None)
        if part is not None:
            yield from (f"{name}.{inner}" for inner in part.model_fields)


def _begun(given: list[str], start: Path) -> Iterable[str]:
    """Behind `lif new KIND` the fields with `=`, and behind that what may stand there.

    Some shells end a word at `=`.
    """
    from lif.records.kinds import BY_WORD

    kind = BY_WORD.get(given[0])
    if kind is None:
        return []
    if given[-1] == "=":
        return _values(kind, given[-2], start)
    return [f"{name}=" for name in kind.model_fields]


def _values(kind: type[Record] | None, words: str, start: Path) -> Iterable[str]:
    """What may stand in a field: one of its words, or the id of a record of the kind that it links to."""
    from lif.records.kinds import BY_NAME
    from lif.records.ways import field_called

    if kind is None:
        return []
    at = field_called(kind, words, None)
    if at.link is not None:
        return _ids([BY_NAME[name].folder for name in at.link.kinds], start)
    return at.choices


def _kind(id_: str, start: Path) -> type[Record] | None:
    from lif.records.kinds import KINDS

    return next((one for one in KINDS if id_.partition("/")[0] in set(_ids((one.folder,), start))), None)


def _quarters(start: Path) -> Iterable[str]:
    """The quarters of which there is a return, and those of this year and the last."""
    from datetime import date

    from lif.calendars import quarter_of

    root = _root(start)
    for path in (root / "data" / "returns").rglob("*.yaml") if root else ():
        if found := re.search(r"([0-9]{4}-[0-9]{2})-q([1-4])$", path.stem):
            yield f"{found[1]}-Q{found[2]}"
    now = quarter_of(date.today())
    for _ in range(8):
        yield str(now)
        now = now.previous()


def _is_record(path: Path) -> bool:
    return path.suffix == ".yaml" and not path.name.startswith(".") and not _is_list(path)


def _root(start: Path) -> Path | None:
    """The nearest folder upwards with lif.yaml."""
    return next((one for one in (start, *start.parents) if (one / "lif.yaml").is_file()), None)
