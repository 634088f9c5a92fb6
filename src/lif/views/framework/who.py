"""The chapter on who does what: groups, agencies, roles, and what is expected of each agency."""

from __future__ import annotations

from collections.abc import Iterator

from lif.calendars import long_date
from lif.checks.rhythm import rhythm
from lif.records.board import Board, Oversight
from lif.records.governance import Agency, Expectation, Group, Role
from lif.views.framework.writing import Chapter, Listed, Part, Said, Writer, chapter, counted, listed
from lif.views.sentences import named, sentence, times, within
from lif.views.shown import flowing

TIERS = ("leadership", "operational", "subgroup")
SECTORS = {
    "council": "The council",
    "police": "Police",
    "health": "Health",
    "education": "Education",
    "probation": "Probation",
    "youth-justice": "Youth justice",
    "voluntary": "Voluntary organisations",
    "fire": "Fire and rescue",
    "partnership": "The partnership itself",
    "other": "Others",
}


def who_does_what(writer: Writer, board: Board) -> Chapter:
    """Groups with what they answer for, agencies, roles, and what is expected of each agency."""
    groups = sorted(
        (each for each in writer.register.all(Group) if writer.counts(each)),
        key=lambda each: (TIERS.index(each.tier), each.name),
    )
    return chapter(
        6,
        "who",
        "Who does what",
        tuple(_overseen(writer, each) for each in board.oversight if writer.counts(each)),
        (
            *(_group(writer, each) for each in groups),
            Part("agencies", "The agencies", (), tuple(_agencies(writer))),
            Part(
                "roles", "Who chairs and who scrutinises", tuple(_roles(writer, board)), tuple(_posts(writer))
            ),
            Part("expected", "What is expected of each agency", (), _expected(writer)),
        ),
    )


def _overseen(writer: Writer, one: Oversight) -> Said:
    return writer.said(one, f"{flowing(one.text)} The {within(writer.called(one.group))} answers for this.")


def _group(writer: Writer, group: Group) -> Part:
    chair = writer.called(group.chair)
    above = writer.called(group.reports_to)
    members = [writer.called(each) for each in group.members]
    led = [writer.called(each) for each in group.priorities]
    sentences = (
        f"The {within(chair)} chairs it." if chair else "Nobody is named as its chair.",
        f"It reports to the {within(above)}." if above else "",
        *_meets(writer, group),
        f"It leads on: {named(led, 9)}." if led else "",
        f"On it sit: {'; '.join(members)}." if members else "",
    )
    remit = (writer.said(group, group.remit),) if group.remit else ()
    about = Said(" ".join(filter(None, sentences)), illustrative=_is_made_up(writer, group.chair))
    return Part(
        group.id,
        group.name,
        (*remit, about),
        listed("It answers for this", writer.all(group.responsibilities)),
    )


def _meets(writer: Writer, group: Group) -> Iterator[str]:
    """How often it meets, and how it kept to that in the year to the day."""
    found = rhythm(writer.register, group, writer.as_at)
    if found is None:
        return
    yield f"It meets {found.promised}."
    if found.last:
        yield f"In the year to {long_date(writer.as_at)} it met {times(found.held)}."
    if found.gap and found.since:
        yield f"After {long_date(found.since)} it did not meet for {found.gap} days, which is too long."


def _is_made_up(writer: Writer, role: str | None) -> bool:
    found = writer.register.find(Role, role)
    return bool(found and found.illustrative)


def _agencies(writer: Writer) -> Iterator[Listed]:
    """The agencies by sector, each with whether it is one of the safeguarding partners."""
    found = [each for each in writer.register.all(Agency) if writer.counts(each)]
    for sector, words in SECTORS.items():
        mine = sorted((each for each in found if each.sector == sector), key=lambda each: each.name)
        yield from listed(words, tuple(writer.said(each, _agency(writer, each)) for each in mine))


def _agency(writer: Writer, agency: Agency) -> str:
    short = (
        f", known here as {agency.short_name}"
        if agency.short_name and agency.short_name != agency.name
        else ""
    )
    partner = " It is one of the safeguarding partners." if agency.statutory_partner else ""
    return f"{agency.name}{short}.{partner}{_posts_of(writer, agency)}"


def _posts_of(writer: Writer, agency: Agency) -> str:
    """Who leads for a safeguarding partner, and to whom that is delegated."""
    leads, acts = (writer.called(each) for each in (agency.lead_partner, agency.delegated_partner))
    lead = f"its lead safeguarding partner is the {within(leads)}" if leads else ""
    delegated = f"its delegated safeguarding partner is the {within(acts)}" if acts else ""
    said = named(filter(None, (lead, delegated)))
    return f" {said[:1].upper()}{said[1:]}." if said else ""


def _roles(writer: Writer, board: Board) -> Iterator[Said]:
    """Who scrutinises, and who answers for the priorities."""
    scrutineer = writer.register.find(Role, board.scrutineer)
    if scrutineer:
        yield writer.said(scrutineer, f"Scrutiny from outside comes from the {within(scrutineer.name)}.")
    else:
        yield Said("Nobody is named as scrutinising the board from outside.")
    posts = [each for each in writer.register.all(Role) if writer.counts(each)]
    if posts:
        yield Said(f"{counted(len(posts), 'post is', 'posts are')} named; a person never is.")


def _posts(writer: Writer) -> Iterator[Listed]:
    """The posts of which the framework says what they answer for, each with its own list."""
    found = sorted(writer.register.all(Role), key=lambda each: (each.name, each.id))
    for each in found:
        if writer.counts(each) and (each.remit or each.responsibilities):
            remit = (writer.said(each, each.remit),) if each.remit else ()
            yield Listed(each.name, (*remit, *writer.all(each.responsibilities)))


def _expected(writer: Writer) -> tuple[Listed, ...]:
    """What is expected of agencies: of all of them, or of those that are named."""
    found: dict[str, list[Said]] = {}
    for each in writer.register.all(Expectation):
        if writer.counts(each):
            whom = named([writer.called(one) for one in each.agencies], 99) or "every agency"
            words = f"{sentence(each.title)} {flowing(each.text)}"
            found.setdefault(whom, []).append(writer.said(each, words))
    return tuple(Listed(f"Of {whom}", tuple(entries)) for whom, entries in found.items())
