"""Write what follows from the code: docs/reference, schemas, editor settings; `--check` compares."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from textwrap import dedent
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import reference_commands
import reference_figures
import reference_tables
from lif.checks.registry import CODES
from lif.diagnostics import AnyCode
from lif.records import fields
from lif.records.fields import Link
from lif.records.kinds import KINDS
from lif.records.record import Item, Part, Record
from lif.records.settings import Settings
from lif.starting.beside import editor_settings
from reference_commands import cells

ROOT = Path(__file__).resolve().parent.parent
NOTE = "<!-- Written by `make docs` from the code: change the docstrings there, not this page. -->\n\n"
FAMILIES = {
    "R": ("reading", "Reading: the file, its characters, its YAML"),
    "S": ("schema", "Schema: the fields of a record"),
    "I": ("identity", "Identity: ids and aliases"),
    "L": ("links", "Links between records"),
    "D": ("dates", "Dates"),
    "A": ("assurance", "Actions and where they stand"),
    "F": ("figures", "Figures and returns"),
    "E": ("editions", "Editions of law and guidance"),
    "W": ("accepted-warnings", "Accepted warnings"),
    "P": ("personal-data", "Personal data"),
}
IN_WORDS: tuple[tuple[Any, str], ...] = (
    (fields.Text, "text"),
    (fields.Line, "one line of text"),
    (fields.Identifier, "id"),
    (fields.Date, "date, as in `2025-03-31`"),
    (fields.TimeOfDay, "time of day, as in `17:05`"),
    (fields.Score, "number from 1 to 5"),
    (fields.Count, "whole number"),
    (fields.Quantity, "number"),
    (fields.Flag, "`true` or `false`"),
    (fields.PeriodText, "period, as in `2024-25-Q3`"),
    (fields.QuarterText, "quarter, as in `2024-25-Q3`"),
)


def pages() -> Iterator[tuple[str, str]]:
    """Every generated page as (path from the top, text)."""
    yield "docs/reference/README.md", index()
    yield "docs/reference/settings.md", settings_page()
    for cls in KINDS:
        yield f"docs/reference/records/{cls.kind}.md", kind_page(cls)
    for letter, codes in by_family():
        name, title = FAMILIES[letter]
        yield f"docs/reference/messages/{name}.md", family_page(title, codes)
    yield from reference_commands.pages()
    yield from reference_figures.pages()
    yield from reference_tables.pages()
    yield ".vscode/settings.json", editor_settings(("", "examples/*/"))


def by_family() -> list[tuple[str, list[AnyCode]]]:
    """The codes by the letter of their family, in the order of FAMILIES."""
    order = list(FAMILIES)
    codes = sorted(CODES.values(), key=lambda code: (order.index(code.number[0]), code.number))
    return [(letter, list(group)) for letter, group in groupby(codes, key=lambda code: code.number[0])]


def index() -> str:
    """The page that lists all others."""
    lines = [
        NOTE + "# Reference\n",
        "Everything here is written from the code, and a check holds that it still says the same.\n",
        "- [lif.yaml](settings.md) marks a workspace",
        "- [Commands](commands/README.md), each with its options and examples",
        "- [Papers](papers.md), each with what it can be about",
        "- [Published figures](figures/README.md), each with how it is made",
        "- [Tables](tables.md) of `lif export` and `lif query`, each with its columns",
        "- [Records](#records), each kind with its fields",
        "- [Messages](#messages), each code with what to do\n",
        "## Records\n",
        "| kind | what it is | folder |",
        "|---|---|---|",
    ]
    lines += [f"| [{cls.kind}](records/{cls.kind}.md) | {summary(cls)} | `{cls.folder}` |" for cls in KINDS]
    lines += [
        "\n## Messages\n",
        "`lif explain CODE` prints the same.\n",
        "| code | found | how bad |",
        "|---|---|---|",
    ]
    for letter, codes in by_family():
        page = f"messages/{FAMILIES[letter][0]}.md"
        lines += [f"| [{c.number}]({page}#{c.number.lower()}) | {c.name} | {c.severity} |" for c in codes]
    return "\n".join(lines) + "\n"


def summary(cls: type) -> str:
    """The first sentence of a class's docstring."""
    return (cls.__doc__ or "").strip().split("\n\n")[0].replace("\n", " ")


def kind_page(cls: type[Record]) -> str:
    """The page of one kind: where it stands, and its fields with those of its parts."""
    where = f"A record of its own in `{cls.folder}/ID.yaml`, or one of a list in `{cls.folder}.yaml`."
    text = NOTE + f"# {cls.kind}\n\n{summary(cls)}\n\n{where}\n\n{field_table(cls)}"
    for part in parts_of(cls):
        kind = "An item, with an address of its own" if issubclass(part, Item) else "A part of the record"
        text += f"\n## {words(part.__name__)}\n\n{summary(part)} ({kind}.)\n\n{field_table(part)}"
    return text


def settings_page() -> str:
    """The page of lif.yaml: what marks a workspace and what can be set in it."""
    where = "`lif.yaml` at the top of a board's folder marks it as a workspace."
    text = NOTE + f"# lif.yaml\n\n{summary(Settings)}\n\n{where}\n\n{field_table(Settings)}"
    for part in parts_of(Settings):
        text += f"\n## {words(part.__name__)}\n\n{summary(part)}\n\n{field_table(part)}"
    return text


def field_table(cls: type[Any]) -> str:
    """A table of the fields of a class: name, what it holds, whether it must be there, what it means."""
    hints = get_type_hints(cls, include_extras=True)
    rows = ["| field | holds | must be there | what it is |", "|---|---|---|---|"]
    for name, field in cls.model_fields.items():
        needed = "yes" if field.is_required() else ""
        rows.append(f"| `{name}` | {holds(hints[name])} | {needed} | {cells(field.description or '')} |")
    return "\n".join(rows) + "\n"


def holds(hint: Any) -> str:
    """What a field holds, in plain words."""
    for known, said in IN_WORDS:
        if hint == known:
            return said
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return " or ".join(holds(one) for one in arguments if one is not NoneType)
    if origin is tuple:
        return f"list of {holds(arguments[0])}"
    if origin is Literal:
        return "one of " + ", ".join(f"`{choice}`" for choice in arguments)
    if origin is Annotated:
        link = next((extra for extra in arguments[1:] if isinstance(extra, Link)), None)
        return link_in_words(link) if link else holds(arguments[0])
    if isinstance(hint, type) and issubclass(hint, Part):
        return f"[{words(hint.__name__)}](#{words(hint.__name__).replace(' ', '-')})"
    return "text"


def link_in_words(link: Link) -> str:
    """The kinds that a link may point at, each with its page."""
    kinds = " or ".join(f"[{kind}](../records/{kind}.md)" for kind in link.kinds) or "any record"
    return {
        "no": f"id ({kinds})",
        "may": f"id, or `id/item` ({kinds})",
        "must": f"`id/item` ({kinds})",
    }[link.item]


def parts_of(cls: type[Any]) -> list[type[Part]]:
    """The parts inside a class and inside its parts, each once, in the order of the fields."""
    found: dict[type[Part], None] = {}
    for hint in get_type_hints(cls, include_extras=True).values():
        for part in parts_in(hint):
            found.setdefault(part)
            found.update(dict.fromkeys(parts_of(part)))
    return list(found)


def parts_in(hint: Any) -> Iterator[type[Part]]:
    """The parts that a type names."""
    if isinstance(hint, type) and get_origin(hint) is None:
        if issubclass(hint, Part):
            yield hint
        return
    for one in get_args(hint):
        yield from parts_in(one)


def words(name: str) -> str:
    """`GradeCount` as `grade count`."""
    return "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip()


def family_page(title: str, codes: list[AnyCode]) -> str:
    """The page of one family of codes: each with what, why, an example that fails, how to mend it, source."""
    text = NOTE + f"# {title}\n"
    for code in codes:
        said = code.explain()
        why, fails, mend, source = (dedent(part) for part in (said.why, said.fails, said.mend, said.source))
        text += f"\n## {code.number}\n\n**{code.name}** ({code.severity}). {said.what}\n\n{why}\n\n"
        text += (
            f"Fails:\n\n```yaml\n{fails}\n```\n\nWhat is printed, in the smallest workspace that has it:\n\n"
        )
        text += f"```text\n{printed(code)}\n```\n\nTo mend it: {mend}\n\nSource: {source}\n"
    return text


def printed(code: AnyCode) -> str:
    """The line that the code's example workspace gives."""
    expected = ROOT / "tests" / "data" / "codes" / code.number / "expected.txt"
    lines = expected.read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if f" {code.number} " in line)


def wanted() -> dict[str, str]:
    """All generated files, path to text: the pages, and what `lif schema` writes."""
    files = dict(pages())
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "lif", "schema", "--out", folder]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        for path in sorted(Path(folder).rglob("*.json")):
            files[f"schemas/{path.relative_to(folder).as_posix()}"] = path.read_text(encoding="utf-8")
    return files


def existing() -> set[str]:
    """The generated files that stand there now."""
    folders = [ROOT / "docs" / "reference", ROOT / "schemas"]
    found = {
        path.relative_to(ROOT).as_posix() for one in folders for path in one.rglob("*") if path.is_file()
    }
    return found | ({".vscode/settings.json"} if (ROOT / ".vscode" / "settings.json").is_file() else set())


def main(arguments: list[str]) -> int:
    """Write what differs and remove what is no longer made; with `--check`, only say so and return 1."""
    files, there = wanted(), existing()
    differ = [
        n for n, text in files.items() if n not in there or (ROOT / n).read_text(encoding="utf-8") != text
    ]
    gone = sorted(there - set(files))
    if "--check" in arguments:
        for name in [*differ, *gone]:
            print(f"{name} is not as the code says: run `make docs` and commit the result", file=sys.stderr)
        return 1 if differ or gone else 0
    for name in differ:
        (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / name).write_text(files[name], encoding="utf-8", newline="\n")
        print(name)
    for name in gone:
        (ROOT / name).unlink()
        print(f"{name} removed")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
