"""The steps in the life of a review, which also start and stop the clocks of law."""

from __future__ import annotations

from typing import Literal

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
