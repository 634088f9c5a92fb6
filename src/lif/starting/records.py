"""The records of a new board that its area settles: the same for every framework that it may start like."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from lif.calendars import quarter_of
from lif.records.references import Area
from lif.source.new_records import Choice, Field
from lif.starting.answers import Answers
from lif.starting.tables import Row, neighbours, rows
from lif.views.sentences import within

Fields = Mapping[str, Field]
Planned = Iterator[tuple[str, Fields]]
"""Records by the path of their file."""

BENCHMARKS = ("benchmark-england", "benchmark-region", "benchmark-neighbours", "benchmark-neighbours-median")
MODELS = {"2025": ("2025-05-01", ""), "2021": ("2021-04-01", "2025-04-30")}
"""The models of neighbours, the current one first, with the days on which each was the current one."""
LAST_DAY_OF_LSCBS = "2019-09-28"
DUE_DAYS_AFTER = "45"


def board(answers: Answers) -> Fields:
    """The board's own record, before anything is taken from another framework."""
    body = {
        "id": answers.kind,
        "name": answers.body,
        "kind": answers.kind,
        **({"until": LAST_DAY_OF_LSCBS} if answers.kind == "lscb" else {}),
    }
    said = (
        "An LSCB could stand until 28 September 2019 at the latest. Put its last day, and the body after it."
        if answers.kind == "lscb"
        else "Put 'since', the day the body began, and the body before it, if you have records of its time."
    )
    return {
        "id": answers.board,
        "name": answers.place,
        "area": answers.area.id,
        "bodies": [body],
        "scrutineer": "independent-scrutineer",
        "note": f"{said}\n",
    }


def agencies(answers: Answers) -> Planned:
    """Agencies that every area has."""
    for row in rows("agencies"):
        yield f"framework/agencies/{row['id']}.yaml", _filled(row, answers)


def roles(named: Collection[str]) -> Planned:
    """The posts that other records name, of those that every area has."""
    for row in rows("roles"):
        if row["id"] in named:
            yield f"framework/roles/{row['id']}.yaml", dict(row)


def chairs(answers: Answers) -> Planned:
    """A chair for each group."""
    for group in answers.groups:
        chair = {
            "id": group.chair,
            "name": f"Chair of the {within(group.name)}",
            "agency": "partnership-business-unit",
            "group": group.id,
            "note": "Put the agency whose post chairs the group.\n",
        }
        yield f"framework/roles/{group.chair}.yaml", chair


def groups(answers: Answers) -> Planned:
    """The groups by their tiers; the statutory partners sit on the one that leads."""
    partners = [row["id"] for row in rows("agencies") if row["statutory_partner"]]
    for group in answers.groups:
        yield (
            f"framework/groups/{group.id}.yaml",
            {
                "id": group.id,
                "name": group.name,
                "tier": group.tier,
                "chair": group.chair,
                "reports_to": group.reports_to,
                "members": partners if group.tier == "leadership" else [],
                "note": "Put who sits on it, how often it meets, and what it answers for.\n",
            },
        )


def _filled(row: Row, answers: Answers) -> Fields:
    said = f"{row['note']}\n" if row["note"] else ""
    partner = Choice(row["statutory_partner"])
    name = row["name"].format(area=answers.place)
    return {**row, "name": name, "statutory_partner": partner, "note": said}


def neighbour_sets(answers: Answers, areas: Mapping[str, Area]) -> Planned:
    """The area's statistical neighbours under each model that knows it."""
    for model, (since, until) in MODELS.items():
        codes = neighbours(model, answers.area.old_code or "")
        known = [areas[code].id for code in codes if code in areas]
        if not known:
            continue
        id_ = f"{answers.area.id}-neighbours-{model}"
        gone = len(codes) - len(known)
        left = f" {gone} of the ten are authorities that are no more, and are left out." if gone else ""
        yield (
            f"framework/neighbour-sets/{id_}.yaml",
            {
                "id": id_,
                "area": answers.area.id,
                "model": model,
                "published_on": since,
                "since": since,
                "until": until,
                "neighbours": known,
                "note": f"The publisher gives the month; its first day stands here.{left}\n",
            },
        )


def benchmarks(answers: Answers, region: Area | None, country: str) -> Planned:
    """England, the region, and the neighbours by mean and by median."""
    near = {"sort": "neighbours", "neighbour_set": f"{answers.area.id}-neighbours-2025"}
    made: dict[str, Fields] = {
        "benchmark-england": {"name": "England", "sort": "england", "area": country},
        "benchmark-neighbours": {"name": "Statistical neighbours (mean)", **near, "average": "mean"},
        "benchmark-neighbours-median": {
            "name": "Statistical neighbours (median)",
            **near,
            "average": "median",
        },
    }
    if region:
        made["benchmark-region"] = {"name": region.name, "sort": "region", "area": region.id}
    for id_, fields in made.items():
        yield f"data/benchmarks/{id_}.yaml", {"id": id_, **fields}


def indicators(answers: Answers) -> Planned:
    """The core data set to begin with: each taken up from the framework of published measures."""
    for row in rows("indicators"):
        quarter = {
            "id": "quarter",
            "name": "Each quarter, from agencies' returns",
            "period_kind": "quarter",
            "window": row["window"],
            "series": "returns",
            "supplier": row["supplier"],
            "roll_up": row["quarter"],
        }
        yield (
            f"framework/indicators/{row['id']}.yaml",
            {
                "id": row["id"],
                "builds_on": "england-data",
                "supplier": row["supplier"],
                "owner": row["owner"],
                "agencies": [row["supplier"]],
                "group": answers.watching.id,
                "headline_at": row["headline_at"].split(),
                "decimals": row["decimals"],
                "measures": [*_ordered(row), *([quarter] if row["quarter"] else [])],
            },
        )


def _ordered(row: Row) -> list[Fields]:
    """The published series in their order, where that of the definition is not the one to begin with."""
    return [{"id": id_} for id_ in row["order"].split()]


def return_schedules(answers: Answers) -> Planned:
    """What each agency sends every quarter, from the quarter of the board's first day."""
    sent = [row for row in rows("indicators") if row["quarter"]]
    for supplier in sorted({row["supplier"] for row in sent}):
        yield (
            f"framework/return-schedules/returns-{supplier}.yaml",
            {
                "id": f"returns-{supplier}",
                "agency": supplier,
                "every": "quarter",
                "due_days_after": DUE_DAYS_AFTER,
                "since": str(quarter_of(answers.on)),
                "measures": [f"{row['id']}/quarter" for row in sent if row["supplier"] == supplier],
                "contact": "data-analyst",
                "note": "Agree with the agency how many days after the quarter its figures come.\n",
            },
        )


def disclosure_profile() -> Planned:
    """What members of the board are shown; the profiles for the public come with what is built on."""
    for row in rows("disclosure-profiles"):
        yield f"framework/disclosure-profiles/{row['id']}.yaml", {**row, "reason": f"{row['reason']}\n"}
