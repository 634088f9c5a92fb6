"""What became different: looks at whether something helped, each with its day, its result and its words.

Activity is no impact. What was done, sent, taught, attended, promised or liked is not here; what somebody
saw afterwards, of children's lives or of practice, is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from lif.calendars import Period
from lif.measures.series import Figures
from lif.register import Register
from lif.views.impact.evidence import evidence, figures_that_moved, groups_differences, repeated_audits
from lif.views.impact.looking import Looking
from lif.views.impact.looks import actions, aims, challenges, evaluations, tests
from lif.views.impact.pieces import Impact

WAYS: tuple[Callable[[Looking], Iterator[Impact]], ...] = (
    actions,
    aims,
    challenges,
    groups_differences,
    evidence,
    figures_that_moved,
    repeated_audits,
    evaluations,
    tests,
)
"""Everything that counts as a look. What is not named here shows no impact."""


def impacts(register: Register, figures: Figures, year: Period, as_at: date) -> tuple[Impact, ...]:
    """Every look of the year that was known on `as_at`, newest first.

    A look is of the year when its own day lies in it, or when the period that it is about does: a group's
    report for a quarter, an evaluation of sessions that were held.
    """
    return looks(Looking(register, figures, year.start, year.end, as_at))


def looks(looking: Looking) -> tuple[Impact, ...]:
    """Every look of a stretch of days, newest first."""
    found = [each for way in WAYS for each in way(looking)]
    return tuple(sorted(found, key=lambda each: (-each.on.toordinal(), each.address, each.for_whom)))
