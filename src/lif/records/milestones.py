"""The sorts of review, and the steps in the life of one, which also start and stop the clocks of law."""

from __future__ import annotations

from typing import Literal

ReviewSort = Literal[
    "serious-case-review",
    "rapid-review",
    "local-child-safeguarding-practice-review",
    "child-death-review",
    "learning-review",
    "good-practice-review",
    "national-review",
    "peer-review",
]
"""The sorts of review, above and below the threshold of law."""

MilestoneStep = Literal[
    "occurred",
    "aware",
    "notified",
    "referred",
    "considered",
    "rapid-review",
    "panel-told",
    "panel-answer",
    "decision",
    "started",
    "lead-appointed",
    "draft",
    "review-meeting",
    "report-to-board",
    "completed",
    "copies-sent",
    "published",
    "board-response",
    "closed",
]
"""What can happen to a review, in the order in which it mostly does."""
