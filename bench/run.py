"""Measures lif beside its peers and writes docs/benchmarks.md: `python -m bench.run --help`."""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from bench import corpus, national, peer_schemas
from bench.measure import Command, Timing, interleave
from bench.table import write_page

import lif

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
LIF = str(Path(sys.executable).parent / "lif")
PEERS = ROOT / ".venv-bench" / "bin"
AJV = HERE / "peers" / "node_modules" / "ajv-cli" / "dist" / "index.js"


@dataclass
class Row:
    """A line of a table: seconds, MB, the ratio to a named other, and the budget that one of them has."""

    part: str
    what: str
    seconds: float
    megabytes: float
    ratio: float | None = None
    beside: str = ""
    budget: float | None = None
    unit: str = "times"

    @property
    def met(self) -> bool | None:
        """Whether the budget is kept; None where there is none."""
        if self.budget is None:
            return None
        found = {"times": self.ratio, "MB": self.megabytes, "s": self.seconds}[self.unit]
        return found is not None and found <= self.budget


class Bench:
    """One run: where the corpora are put, how many rounds, and what was found."""

    def __init__(self, scratch: Path, rounds: int) -> None:
        self.scratch, self.rounds = scratch, rounds
        self.rows: list[Row] = []
        self.missing: list[str] = []
        peer_schemas.write(scratch / "schemas")

    def corpus(self, count: int, layout: str = "one", broken: int = 0) -> Path:
        """A corpus of that size, made when it is first asked for."""
        folder = self.scratch / f"{count}-{layout}-{broken}"
        if not folder.is_dir():
            corpus.write(folder, count, layout, broken)
        return folder

    def validate(self, name: str, folder: Path, good: tuple[int, ...] = (0,)) -> Command:
        """`lif validate` on a corpus."""
        return Command(name, (LIF, "validate", "--quiet", "--as-at", "workspace"), folder, good)

    def peers(self, folder: Path, count: int) -> list[Command]:
        """The peers that can be run on a corpus of that size; what is not installed is noted."""
        yamale = " && ".join(
            f"{PEERS / 'yamale'} -n 2 -s {self.scratch / 'schemas' / 'yamale' / (kind + '.yaml')} {where}"
            for kind, where in YAMALE_RUNS.items()
        )
        schema = str(self.scratch / "schemas" / "records.json")
        node = shutil.which("node") or "node"
        ajv = (node, str(AJV), "validate", "--spec=draft2020", "--strict=false", "-s", schema)
        peers = {
            "only parsing (yaml-rs)": (
                str(PEERS / "python"),
                str(HERE / "peers" / "only_parse.py"),
                str(folder),
            ),
            "PyYAML C loader + pydantic": (
                str(PEERS / "python"),
                str(HERE / "peers" / "by_hand.py"),
                str(folder),
            ),
            "ajv-cli": (*ajv, "-d", f"{folder}/{{framework/indicators,data}}/**/*.yaml"),
            "yamale": ("sh", "-c", yamale),
        }
        if count <= 1000:
            check = f"exec {PEERS / 'check-jsonschema'} --schemafile {schema} data/*/*.yaml"
            peers["check-jsonschema"] = ("sh", "-c", check)
        there = {"ajv-cli": AJV.is_file() and bool(shutil.which("node"))}
        for name in list(peers):
            if not there.get(name, (PEERS / "python").is_file()):
                self.missing.append(name)
                del peers[name]
        return [Command(name, words, folder) for name, words in peers.items()]

    def start_up(self) -> None:
        """What a command costs before it does anything, and in a workspace of a few records."""
        few = self.scratch / "few"
        corpus.write(few, 0, "one")
        nothing = Command("python -c pass", (sys.executable, "-c", "pass"), few)
        asked = {"lif --version": 3.0, "lif --help": 16.0, "lif explain S101": None, "lif list group": 16.0}
        commands = [Command(name, (LIF, *name.split()[1:]), few) for name in asked]
        timings = interleave([nothing, *commands], self.rounds * 3)
        base = timings[nothing.name]
        part = f"Start-up, in a workspace of {len(list(corpus.records(0)))} records"
        self.rows.append(Row(part, nothing.name, base.middle, base.peak))
        self.rows += [self.row(part, timings[name], base, budget) for name, budget in asked.items()]

    def row(self, part: str, timing: Timing, beside: Timing, budget: float | None = None) -> Row:
        """A line with the ratio to another command of the same rounds."""
        name, other = timing.command.name, beside.command.name
        return Row(part, name, timing.middle, timing.peak, timing.over(beside), other, budget)

    def cold(self, count: int, layout: str) -> None:
        """`lif validate` beside its peers on the same files."""
        folder = self.corpus(count, layout)
        shape = "one record a file" if layout == "one" else "many records a file"
        part = f"Checking {count:,} records, {shape}"
        own = self.validate("lif validate", folder)
        peers = self.peers(folder, count) if layout == "one" else self.peers(folder, count)[:2]
        timings = interleave([own, *peers], self.rounds)
        ours = timings[own.name]
        self.rows.append(Row(part, own.name, ours.middle, ours.peak))
        for peer in peers:
            budget = 1.0 if peer.name == "ajv-cli" and count in (1000, 10_000) else None
            line = self.row(part, ours, timings[peer.name], budget)
            line.what, line.seconds, line.megabytes = (
                peer.name,
                timings[peer.name].middle,
                timings[peer.name].peak,
            )
            self.rows.append(line)

    def growth(self, small: int, large: int) -> None:
        """How time and memory grow with the number of records."""
        commands = [self.validate(f"lif validate, {n:,} records", self.corpus(n)) for n in (small, large)]
        timings = interleave(commands, self.rounds)
        less, more = (timings[command.name] for command in commands)
        part = "Growth and memory"
        self.rows.append(self.row(part, more, less, 5.5))
        for timing, budget in ((less, 150.0), (more, 500.0)):
            self.rows.append(
                Row(part, timing.command.name, timing.middle, timing.peak, budget=budget, unit="MB")
            )

    def broken(self, count: int) -> None:
        """What it costs when half of the files have three faults each."""
        clean = self.validate("all files clean", self.corpus(count))
        half = self.validate("half of the files broken", self.corpus(count, broken=count // 2), (1,))
        timings = interleave([clean, half], self.rounds)
        self.rows.append(self.row("Broken records", timings[half.name], timings[clean.name], 3.0))

    def paper(self) -> None:
        """What the paper costs beyond loading: the command less `lif validate` on the same records."""
        made, checked = self.scorecard("html"), self.validate("lif validate", ROOT)
        timings = interleave([made, checked], self.rounds)
        whole, load = timings[made.name], timings[checked.name]
        part = "The scorecard of this repository"
        self.rows.append(self.row(part, whole, load))
        self.rows.append(beyond(part, "beyond loading", whole, load, 0.3))

    def scorecard(self, form: str) -> Command:
        """The operational board's paper of this repository in one form."""
        paper = ("--quarter", "latest", "--board", "operational-board", "--as-at", "workspace")
        out = ("--format", form, "--out", str(self.scratch / "paper"))
        return Command(f"lif scorecard, {form.upper()}", (LIF, "scorecard", *paper, *out), ROOT)

    def printed(self) -> None:
        """What PDF and Word cost beyond the page that they are printed from."""
        page, pdf, word = (self.scorecard(form) for form in ("html", "pdf", "docx"))
        timings = interleave([page, pdf, word], self.rounds)
        part = "The operational board's scorecard in print, 137 indicators"
        for command, budget in ((pdf, 2.0), (word, None)):
            made = timings[command.name]
            self.rows.append(self.row(part, made, timings[page.name]))
            self.rows.append(
                beyond(part, f"{command.name}, beyond the page", made, timings[page.name], budget)
            )

    def site(self) -> None:
        """What the site costs beyond loading, with as many pages as this repository gives."""
        out = self.scratch / "site"
        words = (LIF, "site", "--as-at", "workspace", "--out", str(out))
        made, checked = Command("lif site", words, ROOT), self.validate("lif validate", ROOT)
        timings = interleave([made, checked], self.rounds)
        pages = sum(1 for _ in out.rglob("*.html"))
        part = f"The site of this repository, {pages:,} pages"
        whole, load = timings[made.name], timings[checked.name]
        self.rows.append(self.row(part, whole, load))
        self.rows.append(beyond(part, "beyond loading", whole, load, 2.0 * pages / 400))

    def imports(self) -> None:
        """What a national file of 640,000 rows costs to read, as CSV and as parquet; nothing is written."""
        options = ("--mapping", national.MAPPING, "--dry-run", "--as-at", "workspace")
        files = national.write(ROOT, self.scratch)
        commands = [
            Command(f"lif import lait, {path.suffix[1:]}", (LIF, "import", "lait", str(path), *options), ROOT)
            for path in files
        ]
        part = f"A national file of {national.ROWS:,} rows"
        for timing in interleave(commands, self.rounds).values():
            row = (part, timing.command.name, timing.middle, timing.peak)
            self.rows += [Row(*row, budget=10.0, unit="s"), Row(*row, budget=500.0, unit="MB")]

    def found(self) -> dict[str, Any]:
        """All that was found, ready for a file."""
        return {
            "schema": "lif.bench/1",
            "lif": lif.__version__,
            "python": platform.python_version(),
            "cores": os.cpu_count(),
            "missing": sorted(set(self.missing)),
            "rows": [asdict(row) | {"met": row.met} for row in self.rows],
        }


def beyond(part: str, what: str, whole: Timing, less: Timing, budget: float | None) -> Row:
    """The seconds that one command takes more than another, round by round; their median."""
    found = sorted(a - b for a, b in zip(whole.seconds, less.seconds, strict=True))
    return Row(part, what, found[len(found) // 2], whole.peak, budget=budget, unit="s")


PARTS = ("start", "cold", "many", "broken", "paper", "print", "site", "import", "growth")
YAMALE_RUNS = {
    "action": "data/actions",
    "audit": "data/audits",
    "review": "data/reviews",
    "return": "data/returns",
}
YAMALE_RUNS["indicator"] = "framework/indicators"


def main(arguments: list[str]) -> int:
    """Read the options, measure, and write what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--parts", default=",".join(PARTS), help="what to measure")
    parser.add_argument(
        "--sizes", default="300,1000,10000", help="numbers of records to compare with peers on"
    )
    parser.add_argument("--growth", default="10000,50000", help="two numbers of records")
    parser.add_argument("--rounds", type=int, default=7, help="rounds that count; fewer than 7 only to try")
    parser.add_argument("--dry", action="store_true", help="print the table and write no file")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        bench = Bench(Path(scratch), options.rounds)
        small, large = (int(size) for size in options.growth.split(","))
        steps: dict[str, list[Callable[[], None]]] = {
            "start": [bench.start_up],
            "cold": [partial(bench.cold, int(size), "one") for size in options.sizes.split(",")],
            "many": [partial(bench.cold, 1000, "many")],
            "broken": [partial(bench.broken, 1000)],
            "paper": [bench.paper],
            "print": [bench.printed],
            "site": [bench.site],
            "import": [bench.imports],
            "growth": [partial(bench.growth, small, large)],
        }
        for part in options.parts.split(","):
            for step in steps[part]:
                step()
    found = {"on": date.today().isoformat(), "rounds": options.rounds, **bench.found()}
    page = write_page(found)
    print(page)
    if not options.dry:
        (ROOT / "docs" / "benchmarks.md").write_text(page, encoding="utf-8", newline="\n")
        (HERE / "last.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
