"""Themes that one source after the other finds, and that nobody has made into learning."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.diagnostics import Severity
from lif.measures.found import found_in, with_wider
from lif.records.learning import Learning
from lif.records.record import stands
from lif.records.references import Theme
from lif.register import Register

SOURCES = 3
"""Two sources may find the same by chance."""
YEARS = 3


@check("A116", Severity.WARNING)
def theme_comes_back_unlearned(register: Register, as_at: date) -> Iterator[Finding]:
    """Three sources or more found the same theme within three years, and no learning record is on it.

    Why:
        The same issue comes back for years, each time with its own recommendations; taken together it is one
        thing to learn.
    Fails:
        A review, an audit and an inspection with findings on supervision, and no learning on supervision.
    Mend:
        Make one record of learning that names the findings of all of them in `sources`.
    Source:
        Practice of action trackers: what recurs across reviews is tied to a theme.
    """
    if any(bad.kind == Learning.kind for bad in register.unreadable.values()):
        return
    learned = {
        theme
        for learning in register.all(Learning)
        if learning.on <= as_at and stands(learning, as_at)
        for theme in with_wider(register, learning.themes)
    }
    found: dict[str, list[str]] = defaultdict(list)
    for record, day, parts in found_in(register):
        if day is None or not 0 <= (as_at - day).days <= YEARS * 366 or not stands(record, as_at):
            continue
        for theme in sorted({theme for part in parts for theme in vars(part).get("themes", ())}):
            found[theme].append(record.id)
    for theme in register.all(Theme):
        sources = found[theme.id]
        if len(sources) >= SOURCES and theme.id not in learned and stands(theme, as_at):
            named = ", ".join(f"'{source}'" for source in sources)
            message = f"found by {len(sources)} sources in three years, and no learning is on it: {named}"
            hint = "make a record of learning that names them in 'sources'"
            yield Finding(theme.id, ("id",), message, hint)


THEMES = (theme_comes_back_unlearned,)
