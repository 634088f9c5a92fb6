"""`lif changes`: what changed since a day, a meeting or a commit, and who agreed it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from lif.cli.options import Audience, Option, Out, Reading


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when, and of what."""

    since: Annotated[
        str | None,
        Option(
            "--since",
            "Since when: a day, a month as in 2025-06 (its start), a meeting, a commit, a tag or a branch "
            "(default: the board's last meeting).",
            "DATE|MEETING|REV",
        ),
    ] = None
    until: Annotated[
        str | None,
        Option("--until", "Until when, likewise (a month: its end); default: now.", "DATE|MEETING|REV"),
    ] = None
    group: Annotated[str | None, Option("--group", "What a group follows or decided.", "GROUP")] = None
    agency: Annotated[str | None, Option("--agency", "What an agency or its roles answer for.", "AGENCY")] = (
        None
    )
    sort: Annotated[
        str | None,
        Option("--sort", "Only these, as in actions,figures,targets,altered,taken-away.", "SORT,SORT"),
    ] = None


@dataclass(frozen=True, slots=True)
class Form:
    """The form of the answer, and where it goes."""

    form: Annotated[
        str,
        Option(
            "--format", "A listing, or with html, pdf or docx the paper.", "table|json|csv|md|html|pdf|docx"
        ),
    ] = "table"
    out: Out = None
    audience: Audience = None
    draft: Annotated[bool, Option("--draft", "With html, pdf or docx: in spite of errors; it is marked.")] = (
        False
    )
    fail_if_any: Annotated[bool, Option("--fail-if-any", "End with 1 when there is any, for scripts.")] = (
        False
    )


def changes(span: Span, form: Form, shared: Reading) -> int:
    """What changed, in the words of the board: from what to what, why, who agreed it, and what brought it.

    What was altered without a logged change, and what was removed instead of retired, is told first.

    \b
    Examples:
      lif changes
      lif changes --since 2025-06
      lif changes --since 2025-09-10 --group neglect --sort actions
      lif changes --since v2025.3 --until main --format csv --out changes.csv
      lif changes --since 2025-09-24 --format html --out build/changes.html
      lif changes --sort altered,taken-away --fail-if-any
    """
    from lif.cli.told_changes import tell

    return tell(span, form, shared)
