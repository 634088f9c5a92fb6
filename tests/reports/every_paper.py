"""How each paper of `lif report` is asked for on the real workspace, for the tests of all papers.

A new paper has a line here; tests/reports/test_every_paper.py refuses a table that has not the same names.
"""

from __future__ import annotations

ASKED: dict[str, dict[str, str]] = {
    "action-tracker": {},
    "audit-calendar": {"year": "2025-26"},
    "audit-report": {"audit": "audit-neglect-2024"},
    "challenge-and-risk-log": {},
    "changes": {},
    "coverage": {},
    "framework": {},
    "framework-progress": {},
    "framework-table": {},
    "improvement-plan": {},
    "learning-bulletin": {},
    "learning-log": {},
    "learning-reach": {"year": "2024-25"},
    "partner-reports": {},
    "review-tracker": {},
    "section-11-overview": {},
    "seven-minute-briefing": {"learning": "learning-missed-appointments"},
    "thematic-presentation": {"theme": "information-sharing"},
    "training-report": {"year": "2024-25"},
    "triangulation": {"theme": "neglect"},
    "voice-report": {},
    "yearly-report": {"year": "2024-25"},
}
"""Name of the paper to what it is about, as the options of the command are named and written."""

NARROWED: dict[str, dict[str, str]] = {
    "coverage": {"priority": "neglect"},
}
"""Papers that are long are cut to a part for the tests in a browser, which take long over each page."""
