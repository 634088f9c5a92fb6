"""What law and practice ask on a day: which edition applies, when a duty is due, and whether it was kept."""

from __future__ import annotations

from lif.law.compliance import DONE, SOON_DAYS, STATES, State, Verdict, dated, judged
from lif.law.counting import Count, counted, working_days
from lif.law.duties import Due, due, easement_on
from lif.law.editions import applies, edition_of, edition_on
from lif.law.running import Deadline, coming, running

__all__ = [
    "DONE",
    "SOON_DAYS",
    "STATES",
    "Count",
    "Deadline",
    "Due",
    "State",
    "Verdict",
    "applies",
    "coming",
    "counted",
    "dated",
    "due",
    "easement_on",
    "edition_of",
    "edition_on",
    "judged",
    "running",
    "working_days",
]
