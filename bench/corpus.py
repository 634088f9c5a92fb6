"""Makes a workspace of any size, the same bytes each time: `python -m bench.corpus 10000 FOLDER`."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import cycle, islice, product
from pathlib import Path
from random import Random

from bench import shapes

SEED = 7
LAYOUTS = ("one", "many")
INDICATORS = 60
YEARS = range(2012, 2022)
A_LIST_HOLDS = 240_000  # bytes, just under the limit of a file of records
Record = tuple[str, str, list[str]]
AREA = "anyshire-area"
RATIONALE = "Audits of three years say the same."


def reference() -> Iterator[Record]:
    """The records that all others point at, one of each id."""
    yield "framework/areas", AREA, [f"id: {AREA}", "name: Anyshire", "sort: local-authority"]
    body = [
        "bodies:",
        "  - {id: partnership, name: Anyshire Partnership, kind: partnership, since: 2012-04-01}",
    ]
    yield "framework/boards", "anyshire", ["id: anyshire", "name: Anyshire", f"area: {AREA}", *body]
    for name in shapes.GROUPS:
        tier = name.removesuffix("-board") if name.endswith("-board") else "subgroup"
        above = {"leadership": "", "operational": "leadership-board"}.get(tier, "operational-board")
        lines = [f"id: {name}", f"name: {shapes.titled(name)}", f"tier: {tier}"]
        yield "framework/groups", name, lines + ([f"reports_to: {above}"] if above else [])
    for name in shapes.THEMES:
        yield "framework/themes", name, [f"id: {name}", f"name: {shapes.titled(name)}"]
    for name in shapes.PRIORITIES:
        yield (
            "framework/priorities",
            name,
            [f"id: {name}", f"name: {shapes.titled(name)}", "lead: neglect", f"rationale: {RATIONALE}"],
        )
    yield (
        "framework/questions",
        "how-well",
        ["id: how-well", "number: 2", "text: How well do we do it?", "answered_by: how-well"],
    )
    tool = ["id: case-audit-tool", "name: Case audit tool", "version: 3", "criteria:"]
    tool += [f"  - {{id: {one}, text: {shapes.titled(one)}}}" for one in shapes.CRITERIA]
    good = [
        f"  - {{id: {one}, name: {shapes.titled(one)}, good: {str(i < 2).lower()}}}"
        for i, one in enumerate(shapes.GRADES)
    ]
    yield "framework/audit-tools", "case-audit-tool", [*tool, "grades:", *good]


def records(count: int) -> Iterator[Record]:
    """So many records as (folder, id, lines): half are actions, a tenth audits, most others returns.

    With a count of 0, only those that all others point at.
    """
    random = Random(SEED)
    few = list(reference())
    audits, reviews = count // 10, count * 8 // 100
    actions = count // 2 if count >= 1000 else count * 9 // 20  # room for returns
    rest = count - actions - audits - reviews - INDICATORS - len(few) - (len(shapes.THEMES) if count else 0)
    suppliers = [
        *shapes.AGENCIES,
        *(f"school-{n:04d}" for n in range(max(0, -(-rest // 42) - len(shapes.AGENCIES)))),
    ]
    yield from few
    yield from (("framework/agencies", one, shapes.agency(one)) for one in suppliers)
    yield from (("framework/roles", f"{one}-lead", shapes.role(one)) for one in suppliers)
    for number in range(INDICATORS if count else 0):
        yield (
            "framework/indicators",
            f"ind-{number:02d}",
            shapes.indicator(random, f"ind-{number:02d}", suppliers),
        )
    sources = []
    for number in range(audits):
        name = f"audit-{number:05d}-{random.choice(shapes.THEMES)}"
        sources += [(f"{name}/rec-{item}", "audit") for item in (1, 2)]
        yield "data/audits", name, shapes.audit(random, name)
    for number in range(reviews):
        name = f"review-r{number:05d}"
        sources += [(f"{name}/rec-{item}", "review") for item in (1, 2, 3)]
        yield "data/reviews", name, shapes.review(random, name)
    found = tuple(dict.fromkeys(source.partition("/")[0] for source, _ in sources))
    for theme in shapes.THEMES if found else ():
        name = f"learning-{theme}"
        yield "data/learning", name, shapes.learning(random, name, theme, found)
    for number, (source, sort) in enumerate(islice(cycle(sources), actions)):
        name = f"act-{number:05d}-{random.choice(shapes.THEMES)}"
        yield "data/actions", name, shapes.action(random, name, source, sort)
    yield from islice(returns(random, suppliers), max(0, rest - 2 * len(suppliers)))


def returns(random: Random, suppliers: list[str]) -> Iterator[Record]:
    """Each agency's return of each quarter, latest year first."""
    for year, (place, agency), quarter in product(reversed(YEARS), enumerate(suppliers), (1, 2, 3, 4)):
        spelled = f"{year}-{(year + 1) % 100:02d}-Q{quarter}"
        due = date(year + quarter // 3, (7, 10, 1, 4)[quarter - 1], 28)
        name = f"{agency}-{spelled.lower()}"
        yield "data/returns", name, shapes.agency_return(random, name, agency, spelled, due, place * 15)


def write(folder: Path, count: int, layout: str, broken: int = 0) -> None:
    """Write the workspace; in the layout "many" each kind has a list as large as may be, and then files.

    The first `broken` actions get three faults each.
    """
    shutil.rmtree(folder, ignore_errors=True)
    lists: dict[str, list[str]] = {}
    room = Counter[str]()
    for where, name, lines in records(count):
        if broken and where == "data/actions":
            lines = spoil(lines)
            broken -= 1
        room[where] += sum(len(line.encode()) + 3 * (line.count("\n") + 1) for line in lines)
        if layout == "many" and room[where] < A_LIST_HOLDS:
            lists.setdefault(where, []).extend(as_item(lines))
        else:
            put(folder / where / f"{name}.yaml", lines)
    for where, several in lists.items():
        put(folder / f"{where}.yaml", several)
    put(folder / "lif.yaml", LIF_YAML.splitlines())


def as_item(lines: list[str]) -> Iterator[str]:
    """A record as an item of a list."""
    first, *others = "\n".join(lines).split("\n")
    yield f"- {first}"
    yield from (f"  {line}" for line in others)


def spoil(lines: list[str]) -> list[str]:
    """An action with an unknown field, a date that is none and a link to nothing."""
    swapped = [f"owner: nobody-{line[7:]}" if line.startswith("owner: ") else line for line in lines]
    return ["due: 31/02/2024" if line.startswith("due: ") else line for line in swapped] + ["urgency: high"]


def put(path: Path, lines: list[str]) -> None:
    """Write a file of lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


LIF_YAML = """\
board: anyshire
as_at: 2025-03-31
"""


def main(arguments: list[str]) -> int:
    """Read the options and write the corpus."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, help="how many records: 300, 1000, 10000, 50000")
    parser.add_argument("folder", type=Path, help="where to put the workspace; what is there is removed")
    parser.add_argument("--layout", choices=LAYOUTS, default="one", help="one record a file, or many")
    parser.add_argument("--broken", type=int, default=0, help="how many actions are spoiled")
    options = parser.parse_args(arguments)
    write(options.folder, options.count, options.layout, options.broken)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
