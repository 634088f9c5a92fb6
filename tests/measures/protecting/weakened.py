"""Disclosure control with one rule left out, to see that the attacker then finds something."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from importlib import import_module
from typing import Any
from unittest import mock

from lif.measures.protecting import closing, hiding, outside
from lif.measures.protecting.audit import Attack
from lif.measures.protecting.cells import Cell

protect = import_module("lif.measures.protecting.protect")  # the module; its function has the same name

Without = Callable[[], AbstractContextManager[Any]]


def _gives(where: object, name: str, value: object) -> AbstractContextManager[Any]:
    return mock.patch.object(where, name, lambda *_: value)


@contextmanager
def _known_before(**nothing: object) -> Iterator[None]:
    """Without something of what was known before."""
    real = outside.outside
    with mock.patch.object(protect, "outside", lambda *given: replace(real(*given), **nothing)):  # type: ignore[arg-type]
        yield


RULES: Mapping[str, Without] = {
    "complements": lambda: mock.patch.object(Cell, "has_complement", False),
    "whole or nothing": lambda: _gives(closing, "_drawn_in", ()),
    "margins of cross tables": lambda: _gives(closing, "_margins", ()),
    "rests": lambda: _gives(hiding, "leftovers", frozenset()),
    "years": lambda: _gives(protect, "windows", ()),
    "rounding beside years": lambda: _gives(protect, "_yearly", False),
    "the last quarter but one": lambda: _gives(hiding, "too_early", ()),
    "ties": lambda: _gives(protect, "ties", ()),
    "what was hidden stays hidden": partial(_known_before, stuck=frozenset()),
    "what has changed since": partial(_known_before, before=()),
    "the audit": lambda: mock.patch.object(Attack, "found", lambda *_: {}),
    "bounds of small counts": lambda: _gives(Attack, "_known_pattern", ()),
}


@contextmanager
def without(rule: str, *, audited: bool = False) -> Iterator[None]:
    """Disclosure control without a rule, and without the audit that would mostly make up for it."""
    with ExitStack() as stack:
        stack.enter_context(RULES[rule]())
        if not audited:
            stack.enter_context(RULES["the audit"]())
        yield
