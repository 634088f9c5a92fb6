"""How small numbers are protected: profiles below the floor, and public indicators that name none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.diagnostics import Severity
from lif.measures.protecting import DEFAULT, FLOOR, weaknesses
from lif.records.indicators import Indicator
from lif.records.references import DisclosureProfile
from lif.register import Register

_PERSONS = re.compile(
    r"\b(?:child(?:ren)?|babies|infants?|young people|deaths?|famil(?:y|ies)|parents?|mothers?|fathers?"
    r"|carers?|pupils?|care leavers?|victims?|incidents?|referrals?|admissions?)\b",
    re.IGNORECASE,
)
"""What is counted where children, or those around them, could be known by a small number."""


@check("F221")
def profile_weaker_than_the_floor(register: Register, as_at: date) -> Iterator[Finding]:
    """A disclosure profile for the public protects less than every publication has to.

    Why:
        A count of four in a town is a family that its neighbours know. Nothing is published by such a rule.
    Fails:
        audience: public, hide_to: 4; or a public indicator with a profile for the board.
    Mend:
        Hide counts of 1 to 5 at least (`hide_to: 5`), from 1 on, and groups of fewer than 10. A profile may
        be stricter, never weaker.
    Source:
        Practice of national statistics on children in need in England.
    """
    for profile in register.all(DisclosureProfile):
        if profile.audience == "public":
            for weakness in weaknesses(profile):
                hint = (
                    f"hide counts of 1 to {FLOOR.hide_to} and groups of fewer than {FLOOR.least_denominator}"
                )
                yield Finding(profile.id, ("audience",), weakness, hint)
    for indicator in register.all(Indicator):
        named = register.find(DisclosureProfile, indicator.disclosure_profile)
        if indicator.public and named is not None and named.audience != "public":
            message = f"it is public, and '{named.id}' protects papers for the audience '{named.audience}'"
            yield Finding(indicator.id, ("disclosure_profile",), message, "name a profile for the public")


@check("F222", Severity.WARNING)
def public_without_disclosure_profile(register: Register, as_at: date) -> Iterator[Finding]:
    """A public indicator about persons names no way in which its small numbers are protected, or refuses any.

    Why:
        Without a profile the strictest common rule holds, which rounds: readers see less than they might.
        With disclosure: none a count of three children, or of three deaths, would be read as it stands.
    Fails:
        public: true, disclosure: person, a series from returns, no disclosure_profile; or counts: deaths with
        disclosure: none.
    Mend:
        Add `disclosure_profile`, or leave it out on purpose and accept the finding. Where children or
        families are counted, write disclosure: person.
    Source:
        Published practice of hospital statistics in England, which the rule without a profile follows.
    """
    for indicator in register.all(Indicator):
        returned = any(one.series == "returns" and not one.illustrative for one in indicator.measures)
        person = indicator.disclosure == "person" and indicator.disclosure_profile is None
        if indicator.public and returned and person:
            message = (
                f"no disclosure profile: counts of 1 to {DEFAULT.hide_to} will be hidden, others rounded to"
                f" {DEFAULT.round_to}"
            )
            yield Finding(indicator.id, ("public",), message, "add 'disclosure_profile:'")
        own = any(one.series == "returns" for one in indicator.measures)
        if indicator.public and own and indicator.disclosure == "none" and _PERSONS.search(indicator.counts):
            message = f"it counts {indicator.counts}, and says that small numbers could identify nobody"
            yield Finding(indicator.id, ("disclosure",), message, "write 'disclosure: person', and a profile")


DISCLOSURE = (profile_weaker_than_the_floor, public_without_disclosure_profile)
