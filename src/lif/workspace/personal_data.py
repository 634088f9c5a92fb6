"""How finds of personal data are told: each in words without the value, and no other message with one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from lif.checks.allowances import SHORTEST, Spot
from lif.checks.personal_data import cannot_be_looked_into, code_of, told_as
from lif.diagnostics import Diagnostic, Location, Severity
from lif.privacy import PersonalData, mask, scan
from lif.records.problems import Wording
from lif.workspace.seen import ENCODED, Seen, apart

MOST = 100
"""So many finds of one text are told one by one."""


@dataclass(frozen=True, slots=True)
class Found:
    """One find: what was seen, in which part of what, and under which commit; never the value."""

    seen: Seen
    path: str
    part: str = "text"
    commit: str = ""
    record: str = ""
    more: int = 0
    """How many more finds of the same text are told with this one."""

    @property
    def spot(self) -> Spot:
        """The find as an allowance sees it."""
        return Spot(self.seen[0], self.seen[4], self.path, self.record)

    @property
    def fingerprint(self) -> str:
        """As much of the fingerprint as an allowance needs."""
        return self.seen[4][:SHORTEST]


def as_diagnostic(found: Found) -> Diagnostic:
    """The words for a find. Its path is masked too: a file can be named after a child."""
    kind, line, column, masked, _, sure = found.seen
    at = Location(mask_name(found.path), line, column)
    if kind == ENCODED:
        encoded = cannot_be_looked_into
        said = encoded()
        return Diagnostic(at, encoded.number, encoded.severity, said.message, said.hint, found.record)
    code = code_of(PersonalData(kind))
    commit = f", in the commit {found.commit[:12]}" if found.commit else ""
    more = f", and {found.more:,} more finds in the same text" if found.more else ""
    wording: Wording = code(told_as(PersonalData(kind), masked, _where(found), sure) + commit + more)
    return Diagnostic(
        at,
        code.number,
        code.severity if sure else Severity.WARNING,
        wording.message,
        _advice(wording.hint, code.number, sure),
        mask_name(found.record),
    )


def _advice(hint: str, number: str, sure: bool) -> str:
    if sure:
        return f"{hint}; lif explain {number} says what else to do"
    return f"if it is about somebody, {hint}; if not, allow it: lif explain {number} says how"


def cut(found: Iterable[Found]) -> list[Found]:
    """The finds, of each text as many as a person reads, the last of which says how many more there are."""
    kept: dict[tuple[str, str], list[Found]] = {}
    for each in found:
        kept.setdefault((each.path, each.commit), []).append(each)
    whole = []
    for finds in kept.values():
        finds.sort(key=lambda each: each.seen[1:3])
        whole += finds[:MOST]
        if len(finds) > MOST:
            whole[-1] = replace(whole[-1], more=len(finds) - MOST)
    return whole


def mask_name(name: str) -> str:
    """A path, a name, or words with such in them, without any personal value."""
    read = apart(name)
    shown = mask(read)
    return name if shown == read else shown


def masked(diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The same without any personal value in them, whoever worded them.

    All are looked at at once: what has something in it, hardly ever more than one, is then made anew.
    """
    texts = ["\n".join((d.location.path, d.message, d.hint, d.record, d.field)) for d in diagnostics]
    ends = list(accumulate(len(text) + 2 for text in texts))
    marked = {bisect_right(ends, hit.start) for hit in scan(apart("\n\n".join(texts)))} if texts else set()
    return [_masked(d) if number in marked else d for number, d in enumerate(diagnostics)]


def _masked(d: Diagnostic) -> Diagnostic:
    return replace(
        d,
        location=replace(d.location, path=mask_name(d.location.path)),
        message=mask_name(d.message),
        hint=mask_name(d.hint),
        record=mask_name(d.record),
        field=mask_name(d.field),
    )


def _where(found: Found) -> str:
    """Where it stands, as an end to `there is an NHS number`."""
    known = {
        "text": "in this line",
        "file name": "in the name of this file",
        "commit message": "in this message",
        "branch name": "in the name of this branch",
        "tag name": "in the name of this tag",
        "message of a tag": "in the message of this tag",
        "draft": "in the message that you are writing",
    }
    return known.get(found.part, f"in its part {found.part}")
