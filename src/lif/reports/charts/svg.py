"""The few SVG elements that charts are made of, as text that is the same on every machine."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from lif.reports.characters import one_line
from lif.reports.charts.palette import FALLBACK
from lif.reports.charts.text import FAMILY, told


def escaped(text: str) -> str:
    """Words as they may stand in an element or a quoted attribute: one line, nothing left that marks up."""
    clean = one_line(text)
    for character, entity in (
        ("&", "&amp;"),
        ("<", "&lt;"),
        (">", "&gt;"),
        ('"', "&#34;"),
        ("'", "&#39;"),
    ):
        clean = clean.replace(character, entity)
    return clean


def px(value: float) -> str:
    """A coordinate with at most one decimal: `12.5`, `12`, never `-0`."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def coloured(token: str, parts: Iterable[str], **attributes: str) -> str:
    """A group whose `currentColor` is this token's: by style sheet, or by attribute where there is none."""
    body = "".join(parts)
    if not body:
        return ""
    more = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f'<g class="k-{token}" color="{FALLBACK[token]}"{more}>{body}</g>'


def line(x1: float, y1: float, x2: float, y2: float) -> str:
    """A straight line in the stroke of its group."""
    return f'<path d="M{px(x1)} {px(y1)}L{px(x2)} {px(y2)}"/>'


def path(points: Iterable[tuple[float, float]]) -> str:
    """A line through all points, in the stroke of its group."""
    return '<path d="M' + "L".join(f"{px(x)} {px(y)}" for x, y in points) + '"/>'


def words(
    x: float, y: float, text: str, size: float, anchor: str = "start", bold: bool = False, whole: str = ""
) -> str:
    """Text with its baseline at `y`; `whole` is the full wording of a text that had to be cut."""
    if not text:
        return ""
    weight = ' font-weight="700"' if bold else ""
    where = "" if anchor == "start" else f' text-anchor="{anchor}"'
    full = f"<title>{escaped(whole)}</title>" if whole and told(whole) != told(text) else ""
    return f'<text x="{px(x)}" y="{px(y)}" font-size="{px(size)}"{where}{weight}>{full}{escaped(text)}</text>'


def picture(
    body: Iterable[str],
    size: tuple[float, float],
    prefix: str,
    title: str,
    description: str,
    css_class: str,
) -> Markup:
    """A whole SVG with `role="img"`, its title and its description under ids that begin with the prefix.

    Without a title it is decoration: hidden from readers, with no id at all.
    """
    wide, high = px(size[0]), px(size[1])
    if title:
        described = f' aria-describedby="{prefix}-d"' if description else ""
        role = f'role="img" aria-labelledby="{prefix}-t"{described}'
        spoken = f'<title id="{prefix}-t">{escaped(title)}</title>'
        spoken += f'<desc id="{prefix}-d">{escaped(description)}</desc>' if description else ""
    else:
        role, spoken = 'aria-hidden="true"', ""
    return Markup(
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{css_class}" {role} viewBox="0 0 {wide} {high}" '
        f'width="{wide}" height="{high}" font-family="{FAMILY}">{spoken}{"".join(body)}</svg>\n'
    )
