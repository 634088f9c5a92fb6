"""Who does in the new board what groups, agencies and posts do in the board that it starts like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lif.records.governance import Agency, Group, Role
from lif.register import Register
from lif.starting.answers import Answers, GroupAsked
from lif.starting.tables import rows

_COMMISSIONS = re.compile(r"integrated care board|\bicb\b|commissioning|\bccg\b", re.IGNORECASE)
_RUNS = re.compile(r"business|support (?:unit|team)", re.IGNORECASE)
BODIES_OF_SEVERAL = ("partnership", "other")
"""Sectors of bodies that are no organisation of their own: each is called alike in every area."""
BUSINESS_UNIT = "partnership-business-unit"
USUAL_OWNER = "business-manager"


def groups_of(register: Register) -> tuple[GroupAsked, ...]:
    """The groups of a framework, those above others first."""
    tiers = ("leadership", "operational", "subgroup")
    standing = [group for group in register.all(Group) if group.retired is None and group.until is None]
    return tuple(
        GroupAsked(group.id, group.name, group.tier, group.reports_to or "")
        for group in sorted(standing, key=lambda one: tiers.index(one.tier))
    )


def people(register: Register, answers: Answers) -> Mapping[str, str]:
    """The new id for each group, agency and role of a framework that has one."""
    groups = {group.id: _group(group, answers) for group in register.all(Group)}
    agencies = dict(_agencies(register))
    found = groups | agencies
    chairs = {group.chair: f"chair-{groups[group.id]}" for group in register.all(Group) if group.chair}
    known = {row["id"] for row in rows("roles")}
    for role in register.all(Role):
        if role.id in chairs:
            found[role.id] = chairs[role.id]
        else:
            found[role.id] = role.id if role.id in known else _post_in(agencies.get(role.agency, ""))
    return found


def _group(group: Group, answers: Answers) -> str:
    """The same group, one called so, the first of its tier, or the one above."""
    same = next((one for one in answers.groups if group.id == one.id or group.name == one.name), None)
    if same is not None:
        return same.id
    words = _telling(group.name)
    alike = [one for one in answers.groups if words & _telling(one.name) and one.tier == group.tier]
    tiers = {"leadership": ("leadership",), "operational": ("operational", "leadership")}.get(group.tier, ())
    of_tier = [one for tier in tiers for one in answers.groups if one.tier == tier]
    return next(iter([*alike, *of_tier, answers.watching])).id


def _telling(name: str) -> set[str]:
    return set(re.findall(r"[a-z]+", name.lower())) - {
        "group",
        "sub",
        "subgroup",
        "board",
        "and",
        "the",
        "of",
    }


def _agencies(register: Register) -> Iterator[tuple[str, str]]:
    known = {row["id"]: row["sector"] for row in rows("agencies")}
    for agency in register.all(Agency):
        if agency.id in known:
            yield agency.id, agency.id
        elif agency.sector == "health":
            names = " ".join((agency.name, agency.short_name or "", *agency.aliases))
            yield agency.id, "integrated-care-board" if _COMMISSIONS.search(names) else "nhs-providers"
        elif agency.sector in BODIES_OF_SEVERAL:
            if _RUNS.search(agency.name):
                yield agency.id, BUSINESS_UNIT
        elif new := next((id_ for id_, sector in known.items() if sector == agency.sector), ""):
            yield agency.id, new


def _post_in(agency: str) -> str:
    """The first post in an agency, or whoever runs the board's business."""
    return next((row["id"] for row in rows("roles") if agency and row["agency"] == agency), USUAL_OWNER)
