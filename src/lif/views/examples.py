"""Whether a paper shows anything that was made up: then it carries a banner."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass


def shows_example(part: object) -> bool:
    """Whether a view, or anything inside it, is illustrative or is marked so."""
    if isinstance(part, str):
        return False
    if isinstance(part, Iterable):
        return any(shows_example(each) for each in part)
    if not is_dataclass(part):
        return False
    if getattr(part, "illustrative", False) is True or "illustrative" in getattr(part, "marks", ()):
        return True
    return any(shows_example(getattr(part, each.name)) for each in fields(part))
