"""Work that several checks need is done once for a register: they ask one after the other."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from lif.register import Register

R = TypeVar("R")


def once(work: Callable[[Register], R]) -> Callable[[Register], R]:
    """Decorator that keeps what `work` gave for the register that was asked for last, as long as it lives."""
    kept: list[tuple[weakref.ref[Register], R]] = []

    def forget(gone: weakref.ref[Register]) -> None:
        kept[:] = [one for one in kept if one[0] is not gone]

    @wraps(work)
    def remembered(register: Register) -> R:
        if not kept or kept[0][0]() is not register:
            kept[:] = [(weakref.ref(register, forget), work(register))]
        return kept[0][1]

    return remembered
