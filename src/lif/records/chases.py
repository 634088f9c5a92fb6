"""Reminders: what was asked of a role again, on which day, and whether an answer came."""

from __future__ import annotations

from pydantic import Field

from lif.records.fields import Date, ToRole
from lif.records.record import Part


class Chase(Part):
    """A reminder that was sent."""

    on: Date = Field(description="The day.")
    to: ToRole = Field(description="To whom.")
    answered_on: Date | None = Field(default=None, description="When it was answered.")
