"""The style sheet's colours: enough contrast for every eye, by day and by night, and the charts' own."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from lif.reports.charts import ICONS
from lif.reports.charts.palette import FALLBACK
from lif.reports.environments import stylesheet

CSS = files("lif.reports").joinpath("style.css").read_text("utf-8")
TEXT = [
    *("ink", "soft", "brand", "link", "limit", "line", "target", "england", "region", "neighbours"),
    *("better", "worse", "special", "good", "warn", "bad"),
]
GRAPHICS = [name for name in TEXT if name not in ("soft", "brand", "link")]


def _tokens(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))


def _schemes() -> dict[str, dict[str, str]]:
    light, dark = CSS.split("@media screen and (prefers-color-scheme: dark)")[:2]
    return {"light": _tokens(light), "dark": _tokens(light) | _tokens(dark.split("\n}\n")[0])}


SCHEMES = _schemes()


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours as WCAG 2.2 defines it, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#005ea5", "#ffffff") == pytest.approx(6.7, abs=0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", ["paper", "tint"])
@pytest.mark.parametrize("token", TEXT)
def test_words_have_a_contrast_of_4_5(token: str, ground: str, scheme: str) -> None:
    assert contrast(SCHEMES[scheme][token], SCHEMES[scheme][ground]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("token", GRAPHICS)
def test_lines_and_points_have_a_contrast_of_3_on_the_band_too(token: str, scheme: str) -> None:
    assert contrast(SCHEMES[scheme][token], SCHEMES[scheme]["band"]) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
def test_borders_and_focus_can_be_seen(scheme: str) -> None:
    tokens = SCHEMES[scheme]
    assert contrast(tokens["rule"], tokens["paper"]) >= 3
    assert contrast(tokens["rule"], tokens["tint"]) >= 3
    assert contrast(tokens["focus-ink"], tokens["focus"]) >= 4.5
    # the ring is dark inside and yellow outside: one of the two stands out on any ground
    assert max(contrast(tokens[name], tokens["paper"]) for name in ("focus-ink", "focus")) >= 3


def test_charts_outside_a_page_have_the_colours_of_the_light_page() -> None:
    assert {name: SCHEMES["light"][name] for name in FALLBACK} == FALLBACK


def test_every_token_of_a_chart_or_sign_has_its_rule() -> None:
    used = set(FALLBACK) | {sign.token for sign in ICONS.values()}
    missing = [
        name for name in used - {"paper", "band"} if f".k-{name} {{ color: var(--{name}); }}" not in CSS
    ]
    assert missing == []


def test_every_variable_is_defined_and_every_colour_is_one() -> None:
    assert set(re.findall(r"var\(--([\w-]+)\)", CSS)) <= set(SCHEMES["light"])
    rules = CSS.split("*, ::before, ::after", 1)[1]
    assert re.findall(r"#[0-9a-f]{3,8}\b(?=\s*[;,)])", rules) == []


def test_the_style_sheet_asks_for_nothing_and_closes_nothing() -> None:
    made = stylesheet()
    assert not re.search(r"url\(|@import|https?:|</|@font-face|expression", made)
    assert made.count("{") == made.count("}")
    assert len(made.encode()) < 10_500
