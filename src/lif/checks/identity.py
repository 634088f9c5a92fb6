"""Names that two records share: names and aliases, ids that look alike, codes of areas."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lif.checks.finding import Finding, check
from lif.diagnostics import Severity
from lif.records.elements import Element
from lif.records.governance import Agency, Group
from lif.records.indicators import Indicator
from lif.records.priorities import Priority
from lif.records.problems import FieldPath
from lif.records.record import Record
from lif.records.references import Area, Theme
from lif.register import Register

_NAMED: tuple[type[Record], ...] = (Group, Theme, Priority, Agency, Indicator, Area, Element)


@dataclass(frozen=True, slots=True)
class _Claim:
    """A record's claim to a name, for the days that the record stands."""

    record: Record
    path: FieldPath
    name: str

    @property
    def days(self) -> tuple[date, date]:
        """The first and last day of the record, as far as they are known."""
        record = self.record
        since = getattr(record, "since", None)
        if isinstance(record, Area) and record.codes and all(code.since for code in record.codes):
            since = min(code.since for code in record.codes if code.since)
        until = getattr(record, "until", None)
        if record.retired and (until is None or record.retired.on < until):
            until = record.retired.on
        return since or date.min, until or date.max

    def meets(self, other: _Claim) -> bool:
        """Whether there is a day on which both records stand."""
        (since, until), (others_since, others_until) = self.days, other.days
        return self.record is not other.record and since <= others_until and others_since <= until


def _fold(name: str) -> str:
    """A name as people compare names: small letters, hyphens as spaces, single spaces."""
    return " ".join(name.casefold().replace("-", " ").split())


def _claims(record: Record) -> Iterator[_Claim]:
    for field in ("name", "short_name"):
        if name := getattr(record, field, None):
            yield _Claim(record, (field,), name)
    for index, alias in enumerate(getattr(record, "aliases", ())):
        yield _Claim(record, ("aliases", index), alias)


@check("I201")
def name_taken(register: Register, as_at: date) -> Iterator[Finding]:
    """Two records of one kind answer to the same name or alias on the same day.

    Why:
        A name in a document, a file or on the command line would mean either of them.
    Fails:
        Two groups with the alias "QA sub group".
    Mend:
        Take the name from one of the two; give a record that has ended its last day in `until`.
    Source:
        One group goes by five names in a single framework document; each name must still mean one group.
    """
    for kind in _NAMED:
        held: dict[str, list[_Claim]] = defaultdict(list)
        for record in register.all(kind):
            for claim in _claims(record):
                name = _fold(claim.name)
                other = next((one for one in held[name] if one.meets(claim)), None)
                held[name].append(claim)
                if other is None:
                    continue
                claim, other = (other, claim) if claim.path == ("name",) else (claim, other)
                how = "an alias" if other.path[0] == "aliases" else "the name"
                yield Finding(
                    claim.record.id,
                    claim.path,
                    f"this is also {how} of the {kind.kind} '{other.record.id}'",
                    "take it from one of the two, or give the one that ended its last day in 'until'",
                )


@check("I202")
def alias_is_an_id(register: Register, as_at: date) -> Iterator[Finding]:
    """An alias of one record is the id of another of the same kind.

    Why:
        Somebody who writes the alias as an id gets the other record, without a word.
    Fails:
        The theme safeguarding-neglect with the alias "neglect", beside a theme with the id neglect.
    Mend:
        Remove the alias, or make one record of the two.
    Source:
        Decision 4: ids are words, never reused.
    """
    for kind in _NAMED:
        records = register.all(kind)
        ids = {_fold(record.id): record for record in records}
        for record in records:
            for claim in _claims(record):
                other = ids.get(_fold(claim.name))
                if other is None or claim.path == ("name",) or not claim.meets(_Claim(other, (), "")):
                    continue
                if _fold(claim.name) not in {_fold(own.name) for own in _claims(other)}:
                    message = f"this alias is the id of another {kind.kind}, '{other.id}'"
                    yield Finding(record.id, claim.path, message, "remove it, or make one record of the two")


@check("I203", Severity.WARNING)
def ids_almost_alike(register: Register, as_at: date) -> Iterator[Finding]:
    """Two ids differ only by their hyphens.

    Why:
        They are read as one by people, and a link with the hyphen in the wrong place still finds a record.
    Fails:
        act-2024-rereferrals and act-2024-re-referrals
    Mend:
        See whether they are one record entered twice; if they are two, give the younger a clearer id.
    Source:
        Decision 4: ids are words that people read.
    """
    seen: dict[str, str] = {}
    for id_ in register.entries:
        first = seen.setdefault(id_.replace("-", ""), id_)
        if first != id_:
            message = f"this id differs only by its hyphens from '{first}'"
            yield Finding(id_, ("id",), message, "is it the same record, entered twice?")


@check("I204")
def area_code_taken(register: Register, as_at: date) -> Iterator[Finding]:
    """Two areas have the same code on the same day.

    Why:
        Published figures are matched by this code; one area would receive the other's figures.
    Fails:
        Two areas with the code E06000012.
    Mend:
        Look the code up at the Office for National Statistics; give a code that changed its last day.
    Source:
        Code History Database of the Office for National Statistics.
    """
    held: dict[str, list[tuple[Area, date, date]]] = defaultdict(list)
    for area in register.all(Area):
        for index, code in enumerate(area.codes):
            since, until = code.since or date.min, code.until or date.max
            for other, others_since, others_until in held[code.code.upper()]:
                if other is not area and since <= others_until and others_since <= until:
                    message = f"the area '{other.id}' has the same code at the same time"
                    path = ("codes", index, "code")
                    yield Finding(area.id, path, message, "look the code up, and give its first and last day")
                    break
            held[code.code.upper()].append((area, since, until))


IDENTITIES = (name_taken, alias_is_an_id, ids_almost_alike, area_code_taken)
