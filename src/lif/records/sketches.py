"""A kind of record of which nothing need be given yet: what a pattern says before anybody completes it."""

from __future__ import annotations

from copy import copy
from functools import cache
from typing import Any

from pydantic import create_model

from lif.records.record import Record


@cache
def sketch_of(kind: type[Record]) -> type[Record]:
    """The same kind with its required fields left open: a record of it is looked through, never counted."""
    left_open: dict[str, Any] = {}
    for name, info in kind.model_fields.items():
        if name != "id" and info.is_required():
            info = copy(info)
            info.default = None
            left_open[name] = (info.annotation, info)
    return create_model(kind.__name__, __base__=kind, __module__=__name__, **left_open)
