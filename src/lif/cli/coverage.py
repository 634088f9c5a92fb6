"""`lif coverage`: what shows each statement of the framework, and what nothing shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from lif.cli.options import Audience, Option, Out, Reading


@dataclass(frozen=True, slots=True)
class Parts:
    """Which part of the framework is meant; several together mean all of them, none means everything."""

    element: Annotated[
        str | None, Option("--element", "Statements of one element, by its name.", "ELEMENT")
    ] = None
    priority: Annotated[
        str | None, Option("--priority", "One priority with the outcomes it seeks.", "PRIORITY")
    ] = None
    function: Annotated[bool, Option("--function", "Statutory functions.")] = False
    duty: Annotated[bool, Option("--duty", "Duties that apply on the day.")] = False
    expectation: Annotated[bool, Option("--expectation", "What is expected of each agency.")] = False
    question: Annotated[bool, Option("--question", "The questions that the data must answer.")] = False
    section11: Annotated[bool, Option("--section11", "The questions of section 11.")] = False
    tool: Annotated[bool, Option("--tool", "Good practice in a case, as audit tools have it.")] = False
    commitment: Annotated[
        bool, Option("--commitment", "The board's own aims, principles and commitments.")
    ] = False
    responsibility: Annotated[bool, Option("--responsibility", "What groups answer for.")] = False
    route: Annotated[bool, Option("--route", "Learning routes: what passed along each, and when.")] = False


@dataclass(frozen=True, slots=True)
class Rows:
    """Which rows, and in which form."""

    state: Annotated[
        str | None,
        Option(
            "--state",
            "Only these: shown-well, shown, looked-at, contested, contradicted, old, not-shown; "
            "with --route: in-use, silent, never-used. Several with commas.",
            "STATE",
        ),
    ] = None
    fail_if_any: Annotated[
        bool, Option("--fail-if-any", "With --state: end with 1 when there is any, for scripts.")
    ] = False
    draft: Annotated[
        bool, Option("--draft", "With html: make the page in spite of errors; it is marked.")
    ] = False
    form: Annotated[str, Option("--format", "A listing, or with html a page.", "table|json|csv|md|html")] = (
        "table"
    )
    out: Out = None
    audience: Audience = None


def coverage(parts: Parts, rows: Rows, shared: Reading) -> int:
    """For every statement: what shows it, of which kind, how old, from how many; and what nothing shows.

    \b
    Examples:
      lif coverage --as-at workspace
      lif coverage --element workforce --state not-shown
      lif coverage --priority neglect --format json
      lif coverage --duty --function --state not-shown,old --format csv --out gaps.csv
      lif coverage --route --state silent,never-used --fail-if-any
      lif coverage --format html --out build/coverage.html
    """
    from lif.cli.covering import cover

    return cover(parts, rows, shared)
