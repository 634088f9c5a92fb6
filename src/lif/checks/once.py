"""Work that several checks need is done once for a register: they ask one after the other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps
from typing import TypeVar

from lif.register import Register

R = TypeVar("R")


def once(work: Callable[[Register], R]) -> Callable[[Register], R]:
    """Decorator that keeps with a register what `work` gave for it."""

    @wraps(work)
    def remembered(register: Register) -> R:
        return register.made(work, partial(work, register))

    return remembered
