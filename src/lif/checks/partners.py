"""The posts that speak for the safeguarding partners: lead and delegated, named for each or for none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.diagnostics import Severity
from lif.records.governance import Agency, Role
from lif.records.problems import listed
from lif.records.record import stands
from lif.register import Register

_POSTS = {
    "lead_partner": "lead safeguarding partner",
    "delegated_partner": "delegated safeguarding partner",
}
"""The fields that name such a post, each with what it is called."""


@check("A496", Severity.WARNING)
def partner_without_its_posts(register: Register, as_at: date) -> Iterator[Finding]:
    """One safeguarding partner has no lead or delegated partner named, while another has.

    Why:
        The partners share the duty equally, and the published arrangements name who leads and who acts for
        each of them; where one is missing nobody signs for it.
    Fails:
        The police with `lead_partner: chief-constable`, and the integrated care board without.
    Mend:
        Name the post in `lead_partner` or `delegated_partner` of the agency: a role, and never a person.
    Source:
        Working Together 2023: lead and delegated safeguarding partners of each of the three.
    """
    partners = [each for each in register.all(Agency) if each.statutory_partner and _is_one(each, as_at)]
    for agency in partners:
        lacking = [
            field
            for field in _POSTS
            if not getattr(agency, field) and any(getattr(other, field) for other in partners)
        ]
        if lacking:
            words = listed([_POSTS[each] for each in lacking])
            fields = listed([f"'{each}'" for each in lacking])
            message = f"it names no {words}, as another safeguarding partner does"
            yield Finding(agency.id, ("id",), message, f"name the post in {fields}")


@check("A497", Severity.WARNING)
def post_of_another_agency(register: Register, as_at: date) -> Iterator[Finding]:
    """The lead or delegated partner of an agency is a post in another agency, or the agency is no partner.

    Why:
        Each partner is led by its own chief officer, who delegates to somebody of the same organisation.
    Fails:
        The police with `lead_partner: chief-executive`, a post in the council.
    Mend:
        Name a post of the agency itself; where the agency is a safeguarding partner, say
        `statutory_partner: true`.
    Source:
        Working Together 2023: a lead safeguarding partner appoints a delegate for its own agency.
    """
    for agency in register.all(Agency):
        for field, words in _POSTS.items():
            role = register.find(Role, getattr(agency, field))
            if role is None or not _is_one(agency, as_at):
                continue
            if not agency.statutory_partner:
                hint = "say 'statutory_partner: true', or take the post away"
                yield Finding(agency.id, (field,), f"it has a {words}, and is no safeguarding partner", hint)
            elif role.agency != agency.id:
                message = f"its {words}, '{role.id}', is a post in '{role.agency}'"
                yield Finding(agency.id, (field,), message, "name a post of the agency itself")


def _is_one(agency: Agency, as_at: date) -> bool:
    """Whether the agency was there on the day."""
    begun = agency.since is None or agency.since <= as_at
    return begun and (agency.until is None or agency.until >= as_at) and stands(agency, as_at)


PARTNERS = (partner_without_its_posts, post_of_another_agency)
"""The checks of this module, in order of their codes."""
