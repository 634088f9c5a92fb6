"""Draws the golden thread of the only review of a paper."""

from __future__ import annotations

from lif.reports import charts
from lif.reports.trace import in_stages
from lif.views.review_tracker import ReviewTracker


def drawn(view: ReviewTracker) -> charts.Drawn | None:
    """The thread of the review that the paper is about; nothing in the paper on all of them."""
    if view.whole or not view.reviews or not view.reviews[0].thread:
        return None
    return in_stages(view.reviews[0].title, view.reviews[0].thread)
