"""The scorecard's summary for a terminal: the headlines, in lines that also read well when piped."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable

from lif.calendars import long_date
from lif.diagnostics import visible
from lif.views.scorecard import Scorecard
from lif.views.scorecard.lines import Line

MEETS = {"pass": "will meet target", "fail": "will miss target", "inconsistent": "may meet target"}
BARS = "▁▂▃▄▅▆▇█"


def summary(view: Scorecard) -> str:
    """The paper's headlines, each indicator that needs the eye with a small line of its last figures."""
    front, heads = view.front, view.headlines
    width = min(max(shutil.get_terminal_size((100, 20)).columns, 60), 120)
    found = [f"Scorecard of the {front.body} for {front.title_quarter}"]
    found.append(
        f"For the {front.group}; data as at {long_date(front.as_at)}; {'draft' if front.draft else 'final'}"
    )
    if view.illustrative:
        found.append(f"Holds illustrative figures ({heads.illustrative} of {heads.indicators} indicators).")
    found.append("")
    for title, lines in (
        ("Getting worse", heads.worse),
        ("Will miss target without change", heads.will_miss),
        ("Improving", heads.improving),
    ):
        found += _part(title, lines, width)
    for title, lines in (
        ("Worse than England and the neighbours", heads.behind),
        ("Better than England and the neighbours", heads.ahead),
    ):
        found += _part(title, lines, width) if lines else []
    for title, turning in (
        ("Better than forecast", heads.turned),
        ("The curve not turned", heads.not_turned),
    ):
        found += _named(title, [line.name for line in turning], width) if turning else []
    unexplained = [card.line.name for card in heads.unexplained]
    found += _named("Exceptions without an explanation", unexplained, width)
    missing = [
        f"{row.agency} ({row.days_late} day{'' if row.days_late == 1 else 's'} late)"
        for row in heads.returns_missing
    ]
    found += _named("Returns missing", missing, width)
    found += _named("Indicators without a figure", [line.name for line in heads.no_figure], width)
    found.append(
        f"Actions: {len(view.actions.overdue)} overdue, {len(view.actions.due)} due before "
        f"{long_date(view.actions.due_by)}, "
        f"{len(view.actions.not_assured)} reported complete and not assured."
    )
    found.append("For the paper itself: lif scorecard --format html,md")
    return "\n".join(_harmless(visible(line)) for line in found) + "\n"


def _harmless(line: str) -> str:
    """The line; one that begins as a command to the machine of a pipeline does gets a mark before it."""
    return f"· {line}" if line.lstrip().startswith(("::", "##[")) else line


def _part(title: str, lines: tuple[Line, ...], width: int) -> list[str]:
    if not lines:
        return [f"{title}: none", ""]
    found = [f"{title}: {len(lines)}"]
    name_width = width - 50
    for line in lines:
        name = textwrap.shorten(line.name, name_width, placeholder="…")
        small = bars(line.spark[-16:])
        meets = MEETS.get(line.meets.key, "")
        found.append(f"  {name:<{name_width}} {line.latest.text:>12}  {small:<16} {meets}".rstrip())
    return [*found, ""]


def _named(title: str, names: Iterable[str], width: int) -> list[str]:
    names = list(names)
    if not names:
        return []
    text = f"{title}: {len(names)}: {'; '.join(names)}."
    return [*textwrap.wrap(text, width, subsequent_indent="  "), ""]


def bars(values: tuple[float | None, ...]) -> str:
    """The values as small bars, a space where one is missing."""
    there = [value for value in values if value is not None]
    if not there:
        return ""
    low, high = min(there), max(there)
    span = (high - low) or 1.0
    return "".join(" " if v is None else BARS[min(int((v - low) / span * 8), 7)] for v in values)
