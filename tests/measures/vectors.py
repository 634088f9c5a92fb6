"""The reference results, read once, and the comparison of numbers to 1e-9 of their size."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent / "data" / "vectors"

Case = dict[str, Any]


def spc_cases() -> list[Case]:
    found: list[Case] = json.loads((FOLDER / "spc-public.json").read_text(encoding="utf-8"))["public"]
    return found


def rate_cases(section: str) -> list[Case]:
    found: dict[str, list[Case]] = json.loads((FOLDER / "rates-public.json").read_text(encoding="utf-8"))[
        "public"
    ]
    return found[section]


def agree(ours: float | None, theirs: float | None, tolerance: float = 1e-9) -> bool:
    """Whether both are missing, or both are there and equal within the tolerance."""
    if ours is None or theirs is None:
        return ours is theirs
    return math.isclose(ours, theirs, rel_tol=tolerance, abs_tol=1e-12)
