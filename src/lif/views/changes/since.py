"""From when a paper of changes counts, and what has changed since a paper was issued."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lif.records.issued import IssuedPaper
from lif.records.record import stands
from lif.register import Register
from lif.views.changes import Between, Changes, Moment, changes, parted
from lif.views.changes.counted import Counted, counted
from lif.views.changes.scopes import Scope


@dataclass(frozen=True)
class Since:
    """The moment from which changes are told.

    `words` name it, `slug` as a file's name does, and `named` says that it is a commit that was named, and
    no day. `commit` is the commit that gives the records as they
    stood, made on `committed`; without one the records' own dates tell, and `why` says why. `lacking` is
    true where history could be had, and is not in this clone.
    """

    before: Moment
    words: str
    slug: str
    commit: str = ""
    committed: date | None = None
    why: str = ""
    lacking: bool = False
    named: bool = False


@dataclass(frozen=True, slots=True)
class SinceIssue:
    """What has changed in a paper since it was issued; or `why_not`, why that cannot be told.

    `elsewhere` counts what has changed in records that it does not show.
    """

    id: str
    issued: date
    as_at: date
    commit: str
    why_not: str = ""
    changes: Changes | None = None
    counted: Counted | None = None
    elsewhere: Counted | None = None


def earlier_issue(
    register: Register, as_at: date, which: tuple[str, str, frozenset[str]]
) -> IssuedPaper | None:
    """The issue of a paper that counts on a day: the last that was issued and not replaced by then."""
    same = [one for one in register.all(IssuedPaper) if one.which == which and one.issued <= as_at]
    replaced = {one.replaces for one in same}
    counting = [one for one in same if one.id not in replaced and stands(one, as_at)]
    return max(counting, key=lambda one: (one.issued, one.id), default=None)


def since_issue(issue: IssuedPaper, before: Register, after: Moment, scope: Scope) -> SinceIssue:
    """What has changed since the issue, from the records as they stood at its commit."""
    between = Between(Moment(before, issue.as_at), after)
    mine, others = parted(changes(between), lambda id_: scope.holds(between, id_))
    return SinceIssue(
        issue.id,
        issue.issued,
        issue.as_at,
        issue.commit,
        changes=mine,
        counted=counted(mine),
        elsewhere=counted(others),
    )


def cannot_be_told(issue: IssuedPaper, why: str) -> SinceIssue:
    """That the paper was issued, and why what has changed since cannot be told."""
    return SinceIssue(issue.id, issue.issued, issue.as_at, issue.commit, why_not=why)
