"""The reference of published figures: how each indicator that comes with lif is made, by domain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ruamel.yaml import YAML

from reference_commands import NOTE, ROOT, cells

FRAMEWORK = ROOT / "src" / "lif" / "frameworks" / "england-data" / "framework"
Data = Mapping[str, Any]
GOOD = {
    "high": "high",
    "low": "low",
    "band": "between two numbers",
    "info": "neither: it informs, and nothing is judged",
}
CLASSES = {
    "how-much": "how much was done",
    "how-well": "how well it was done",
    "better-off": "whether anybody is better off",
    "population": "how children fare in the whole area",
}
PERIODS = {
    "financial-year": "a year from April to March",
    "calendar-year": "a calendar year",
    "academic-year": "a school year",
    "snapshot": "one day of the year",
    "quarter": "a quarter",
    "pooled": "several years taken together",
    "rolling-year": "twelve months to a day",
}
BESIDE = {
    "benchmark-england": "England",
    "benchmark-region": "the region",
    "benchmark-neighbours": "statistical neighbours, their mean",
    "benchmark-neighbours-median": "statistical neighbours, their median",
}


def pages() -> Iterator[tuple[str, str]]:
    """Every page as (path from the top, text)."""
    found = records("indicators")
    domains = sorted({each["domain"] for each in found.values()})
    yield "docs/reference/figures/README.md", index(found, domains)
    for domain in domains:
        inside = [each for each in found.values() if each["domain"] == domain]
        yield f"docs/reference/figures/{slug(domain)}.md", page(domain, inside)


def records(folder: str) -> dict[str, Data]:
    """The records of one folder of the framework, by id."""
    reader = YAML(typ="safe")
    files = sorted((FRAMEWORK / folder).glob("*.yaml"))
    return {file.stem: reader.load(file.read_text(encoding="utf-8")) for file in files}


def slug(name: str) -> str:
    """A domain as the name of a file."""
    return name.lower().replace(" ", "-").replace("'", "").replace(",", "")


def index(found: Mapping[str, Data], domains: list[str]) -> str:
    """The page that lists all indicators."""
    text = (
        f"{NOTE}# Published figures\n\nThe indicators that come with `lif` (`extends: [england-data]`), "
        "and how each of them is made.\n"
        "A board takes one up with a record that says `builds_on: england-data`, and adds its own quarterly "
        "series, target, owner and group.\n"
        "What holds for all of them (formulas, intervals, charts, status) is in "
        "[how figures are made](../../guides/how-figures-are-made.md).\n"
    )
    for domain in domains:
        rows = [row(each) for each in found.values() if each["domain"] == domain]
        text += (
            "\n".join([f"\n## {domain}\n", "| indicator | id | how it is made |", "|---|---|---|", *rows])
            + "\n"
        )
    return text


def row(each: Data) -> str:
    """An indicator's line in the list."""
    link = f"{slug(each['domain'])}.md#{anchor(each['name'])}"
    return f"| [{cells(each['name'])}]({link}) | `{each['id']}` | {formula(each)} |"


def anchor(name: str) -> str:
    """A heading as the end of a link."""
    return "".join(c for c in name.lower() if c.isalnum() or c in " -_").replace(" ", "-")


def page(domain: str, found: list[Data]) -> str:
    """The page of a domain."""
    sources, mappings, breaks = records("sources"), records("import-mappings"), records("series-breaks")
    text = f"{NOTE}# Published figures: {domain.lower()}\n"
    for each in found:
        text += f"\n## {each['name']}\n\n{each['plain_question']}\n\n{paragraph(each['definition'])}\n\n"
        text += table(rows_of(each, sources, mappings, breaks))
    return text


def table(rows: list[tuple[str, str]]) -> str:
    """Two columns, without the rows that have nothing to say."""
    lines = [f"| {name} | {cells(said)} |" for name, said in rows if said]
    return "\n".join(["| what | how |", "|---|---|", *lines]) + "\n"


def rows_of(each: Data, sources: Data, mappings: Data, breaks: Data) -> list[tuple[str, str]]:
    """What there is to say of one indicator."""
    return [
        ("id", f"`{each['id']}`"),
        ("formula", formula(each)),
        ("above the line", each.get("numerator", "")),
        ("below the line", each.get("denominator", "")),
        ("period", "; ".join(period(measure) for measure in each["measures"])),
        ("publication", "; ".join(dict.fromkeys(source(measure, sources) for measure in each["measures"]))),
        ("in the file", in_files(each, mappings)),
        ("good is", GOOD[each["polarity"]]),
        ("it says", CLASSES[each["outcomes_class"]]),
        ("beside it", "; ".join(BESIDE[name] for name in each.get("benchmarks", ()))),
        ("interval", interval(each)),
        ("shown with", f"{places(each)}{fewest(each)}"),
        ("revised", each.get("revision_policy", "")),
        ("not compared across", in_breaks(each, breaks)),
        ("take care", paragraph(each.get("caution", ""))),
    ]


def formula(each: Data) -> str:
    """The sum that is done."""
    if each["unit"] == "count":
        return "the count"
    if each["unit"] == "percent":
        return "above ÷ below × 100"
    if each["unit"] == "rate":
        return f"above ÷ below × {each.get('rate_per', 1):,}"
    return "above ÷ below"


def period(measure: Data) -> str:
    """What one series covers."""
    window = f" ({measure['window']})" if measure.get("window") else ""
    return f"{PERIODS[measure['period_kind']]}{window}"


def source(measure: Data, sources: Data) -> str:
    """The publication of one series."""
    found = sources.get(measure.get("source", ""))
    only = ", printed without its parts" if measure.get("source_only") else ""
    return f"{found['title']}{only}" if found else ""


def in_files(each: Data, mappings: Data) -> str:
    """Which columns of the published file feed it."""
    said = []
    for name, mapping in mappings.items():
        for column in mapping.get("columns", ()):
            if str(column.get("measure", "")).split("/")[0] == each["id"]:
                said.append(f"{in_columns(column)} (import mapping `{name}`)")
    return "; ".join(dict.fromkeys(said))


def in_columns(column: Data) -> str:
    """`a` over `b`, each with the rows it is taken from; or the column that holds the figure itself."""
    above = named(column.get("numerator") or column.get("value"), column.get("add"))
    below = named(column.get("denominator"), column.get("denominator_add"))
    if other := column.get("denominator_from"):
        below = f"the count of `{other}`{back(column.get('denominator_years_back', 0))}"
    rows, rows_below = of_rows(column.get("where")), of_rows(column.get("denominator_where"))
    days = f", times {column['multiply']}" if column.get("multiply") else ""
    return (
        f"{above}{rows} over {below}{rows_below or (rows if not other else '')}{days}"
        if below
        else f"{above}{rows}"
    )


def named(columns: Any, added: Any) -> str:
    """Columns that are added, or one column by the names that it had in different releases."""
    return (" + " if added else " or ").join(f"`{name}`" for name in listed(columns))


def back(years: int) -> str:
    """How many years earlier a denominator is taken."""
    return f", {years} year{'s' if years > 1 else ''} earlier" if years else ""


def of_rows(where: Any) -> str:
    """Of which rows of the file."""
    said = " and ".join(f"`{each}`" for each in listed(where))
    return f" where {said}" if said else ""


def listed(value: Any) -> list[str]:
    """One name or several, as a list."""
    return [] if value is None else [str(each) for each in value] if isinstance(value, list) else [str(value)]


def interval(each: Data) -> str:
    """Which 95% interval says better, similar or worse."""
    runs = any(word in each["counts"].casefold() for word in ("session", "day"))
    whole = not any(measure.get("source_only") for measure in each["measures"])
    if runs or not whole or each["unit"] not in ("percent", "rate"):
        return (
            "none: what is counted comes in runs"
            if runs
            else "none: its counts are not known, or it is no share"
        )
    return "Wilson's" if each["unit"] == "percent" else "Byar's; the exact one below ten events"


def places(each: Data) -> str:
    """How it is rounded for display."""
    number = each.get("decimals", 1)
    return "no decimals" if number == 0 else f"{number} decimal{'s' if number > 1 else ''}"


def fewest(each: Data) -> str:
    """Below which denominators less is shown."""
    said = ""
    if each.get("minimum_for_percent"):
        said += f"; below {each['minimum_for_percent']} the counts alone"
    if each.get("minimum_for_rag"):
        said += f"; below {each['minimum_for_rag']} no colour"
    return said


def in_breaks(each: Data, breaks: Data) -> str:
    """Its changes of definition."""
    own = [b for b in breaks.values() if str(b["measure"]).split("/")[0] == each["id"]]
    return " ".join(f"{b['period']}: {paragraph(b['reason'])}" for b in own)


def paragraph(text: str) -> str:
    """A folded text on one line."""
    return " ".join(str(text).split())
