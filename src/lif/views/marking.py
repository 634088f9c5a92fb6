"""The protective marking of papers for the board."""

from __future__ import annotations

MARKING = "OFFICIAL-SENSITIVE"
"""What stands on every page for the board: small numbers are shown on it."""
