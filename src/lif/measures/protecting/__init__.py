"""Disclosure control: figures become public ones from which no small number can be worked back."""

from __future__ import annotations

from lif.measures.protecting.outcome import HIDDEN, Protected, PublicFigures, Refusal, ShownCell
from lif.measures.protecting.protect import protect
from lif.measures.protecting.rules import DEFAULT, FLOOR, Rule, rule_of, weaknesses

__all__ = [
    "DEFAULT",
    "FLOOR",
    "HIDDEN",
    "Protected",
    "PublicFigures",
    "Refusal",
    "Rule",
    "ShownCell",
    "protect",
    "rule_of",
    "weaknesses",
]
