"""The colours of print: those of the style sheet, and what a board's own theme put in their place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from lif.reports.printed.blocks import Document

_CONDITIONAL = re.compile(r"@(?:media|supports)[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_ROOT = re.compile(r":root\s*\{([^}]*)\}")
_COLOUR = re.compile(r"--([a-z-]+)\s*:\s*(#[0-9a-fA-F]{6})\s*(?=;|$)")


def colours_of(style: str) -> dict[str, str]:
    """Token to colour (#rrggbb) as a style sheet sets them for a light page; the last word counts."""
    unconditional = _CONDITIONAL.sub("", style)
    return {
        name: colour.lower()
        for root in _ROOT.finditer(unconditional)
        for name, colour in _COLOUR.findall(root[1])
    }


@cache
def packaged() -> Mapping[str, str]:
    """The colours of the packaged style sheet."""
    return colours_of(files("lif.reports").joinpath("style.css").read_text("utf-8"))


def own(style: str) -> tuple[tuple[str, str], ...]:
    """What a page's style sheet sets otherwise than the packaged one."""
    return tuple(
        (name, colour) for name, colour in colours_of(style).items() if packaged().get(name, colour) != colour
    )


def of(document: Document) -> dict[str, str]:
    """Every colour that the paper is printed in."""
    return {**packaged(), **dict(document.colours)}
