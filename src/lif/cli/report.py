"""`lif report NAME`: every paper but the scorecard, by its name in the table of papers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from lif.cli.exits import CLEAN, PROBLEMS, CannotRun
from lif.cli.forms import Printing, forms_of, make_forms, write_made
from lif.cli.issuing import Issuing, Ready, against, asked, issue, typed
from lif.cli.options import Argument, Audience, Option, Reading, options_of
from lif.cli.own_document import check_printing, lent
from lif.cli.reports import REPORTS, About, Report

LEAST_WIDTH = 60
"""Columns below which a line of the table is not broken further."""


@dataclass(frozen=True, slots=True)
class Form:
    """In which forms, and where they go."""

    list: Annotated[bool, Option("--list", "The reports that there are, and what each takes.")] = False
    form: Annotated[
        str | None,
        Option("--format", "Write these forms (default: Markdown, here).", "html,md,json,pdf,docx"),
    ] = None
    out: Annotated[str, Option("--out", "Where files go.", "DIR")] = "build"
    audience: Audience = None
    draft: Annotated[bool, Option("--draft", "Make it in spite of errors; each page is marked.")] = False


def report(
    name: Annotated[str | None, Argument("NAME", "The report, as lif report --list names it.")],
    about: About,
    form: Form,
    printing: Printing,
    issuing: Issuing,
    shared: Reading,
) -> int:
    """A paper by its name: in Markdown here, or with --format as files.

    \b
    Examples:
      lif report --list
      lif report triangulation --theme neglect
      lif report triangulation --priority "early support" --format html,md
      lif report coverage --as-at workspace --format html,json --out build
      lif report triangulation --theme neglect --format pdf --appendix
      lif report changes --since 2025-09-10 --format html --final
    """
    if name is None or form.list:
        return _listed(name, form)
    forms = forms_of(form.form, "a report")
    check_printing(printing, forms)
    wanted = _wanted(name, about)
    asked(issuing, form.draft, forms)
    from lif.cli.opening import none_is_blank, open_workspace
    from lif.cli.papers import for_board, has_years_around, refused
    from lif.cli.streams import put

    for_board(form.audience)
    none_is_blank(about)
    workspace = open_workspace(shared)
    for_board(form.audience, workspace)
    has_years_around(workspace)
    if refused(workspace, form.draft):
        return PROBLEMS
    paper = wanted.make(name, workspace, about, not issuing.final, issuing.final)
    command = typed("lif", "report", name, options=(about, form, printing))
    ready = Ready(paper.which, paper.title, paper.unfinished, command=command)
    if issuing.final and against(workspace, ready):
        return PROBLEMS
    if not forms:
        put(paper.text("md"), data=True)
        return CLEAN
    made = make_forms(paper.name, paper.text, forms, lent(printing, workspace))
    written = (
        issue(workspace, ready, made, form.out, issuing) if issuing.final else write_made(made, form.out)
    )
    put("".join(f"{path}\n" for path in written))
    return CLEAN


def _listed(name: str | None, form: Form) -> int:
    """Prints the table; raises CannotRun when neither a name nor --list was given."""
    from textwrap import fill

    from lif.cli.streams import put

    if name is None and not form.list:
        raise CannotRun(f"name a report: there are {', '.join(REPORTS)} (lif report --list)")
    flags = {key: option.flag for key, (_, option, _) in options_of(About).items()}
    width, most = max(map(len, REPORTS)) + 2, _terminal_width()
    for each, line in REPORTS.items():
        takes = f" Takes {', '.join(flags[key] for key in line.takes)}." if line.takes else ""
        said = f"{each:{width}}{line.what}{takes}"
        put(f"{fill(said, most, subsequent_indent=' ' * width, break_on_hyphens=False) if most else said}\n")
    return CLEAN


def _terminal_width() -> int | None:
    """How wide lines may be; None where they go to a file or a pipe, and each report stays on one."""
    import shutil
    import sys

    terminal = sys.stdout is not None and sys.stdout.isatty()
    return max(shutil.get_terminal_size().columns, LEAST_WIDTH) if terminal else None


def _wanted(name: str, about: About) -> Report:
    """The report of that name, which takes every option given; raises CannotRun otherwise."""
    from lif.records.problems import nearest

    if name == "scorecard":
        raise CannotRun("the scorecard has a command of its own: lif scorecard")
    if name not in REPORTS:
        near = nearest(name, REPORTS)
        advice = f"did you mean {near}?" if near else f"there are {', '.join(REPORTS)}"
        raise CannotRun(f"there is no report '{name}'; {advice}")
    found = REPORTS[name]
    for key, (_, option, default) in options_of(About).items():
        if getattr(about, key) != default and key not in found.takes:
            raise CannotRun(f"{option.flag}: the report {name} does not take it (lif report --list)")
    return found
