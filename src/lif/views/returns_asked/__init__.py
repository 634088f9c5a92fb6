"""What an agency is asked for in a quarter, figure by figure, with what it said before."""

from __future__ import annotations

from lif.views.returns_asked.asking import whom_to_ask
from lif.views.returns_asked.lines import Asking, FigureAsked, ReturnAsked, StoryAsked, asked_for, meaning

__all__ = ["Asking", "FigureAsked", "ReturnAsked", "StoryAsked", "asked_for", "meaning", "whom_to_ask"]
