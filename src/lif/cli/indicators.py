"""`lif indicators`: the core data set as a list, and one indicator with how each of its figures was made."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

from lif.cli.commands import group
from lif.cli.exits import CannotRun
from lif.cli.options import Argument, Audience, Listed, Option, Out, Reading

if TYPE_CHECKING:
    from lif.records.indicators import Indicator
    from lif.views.indicators import IndicatorShown, Wanted
    from lif.workspace import Workspace

FORMATS = ("text", "json", "csv", "md")


@dataclass(frozen=True, slots=True)
class Filters:
    """Which indicators are meant."""

    group: Annotated[str | None, Option("--group", "Those that a group watches.", "GROUP")] = None
    priority: Annotated[str | None, Option("--priority", "Those of a priority.", "PRIORITY")] = None
    element: Annotated[
        str | None, Option("--element", "Those that bear on an element or one of its statements.", "ELEMENT")
    ] = None
    question: Annotated[str | None, Option("--question", "Those that help to answer it.", "QUESTION")] = None
    supplier: Annotated[str | None, Option("--supplier", "Those that an agency sends.", "AGENCY")] = None
    status: Annotated[
        str | None, Option("--status", "live, provisional, discontinued or replaced.", "STATUS")
    ] = None
    polarity: Annotated[
        str | None, Option("--polarity", "Which way is good: high, low, band or info.", "WAY")
    ] = None
    outcomes_class: Annotated[
        str | None, Option("--class", "population, how-much, how-well or better-off.", "CLASS")
    ] = None
    domain: Annotated[
        str | None, Option("--domain", "Part of the child's journey, as in front door.", "WORDS")
    ] = None


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom it is."""

    audience: Audience = None


@dataclass(frozen=True, slots=True)
class Form:
    """Which series are meant, and how they are shown."""

    area: Annotated[str | None, Option("--area", "Of another area, by id or name.", "AREA")] = None
    measure: Annotated[str | None, Option("--measure", "One of its series, by its id.", "MEASURE")] = None
    explain: Annotated[
        bool, Option("--explain", "How each figure was computed, and the file and line it stands in.")
    ] = False
    form: Annotated[str, Option("--format", "The form of the answer.", "|".join(FORMATS))] = "text"
    out: Out = None


def list_(filters: Filters, listed: Listed, reader: Reader, shared: Reading) -> int:
    """The indicators, each with its latest figure, its status against target, and whether it is changing.

    Figures are those known on the day: --as-at in the past gives the figures of then.

    \b
    Examples:
      lif indicators list
      lif indicators list --priority neglect --class better-off
      lif indicators list --supplier police --as-at 2025-03-31
      lif indicators list --format csv --out indicators.csv
    """
    from lif.cli.opening import left_out, none_is_blank, open_workspace
    from lif.cli.papers import for_board
    from lif.cli.streams import say
    from lif.cli.tables import show_listing
    from lif.measures.assemble import assemble
    from lif.views.indicators import indicators

    none_is_blank(filters)
    for_board(reader.audience)
    workspace = open_workspace(shared, checked=False)
    for_board(reader.audience, workspace)
    wanted = _wanted(workspace, filters)
    found = indicators(workspace.register, assemble(workspace.register, workspace.as_at), wanted)
    show_listing(found, "indicators", workspace, listed, shared)
    if not shared.quiet:
        number = len(found.rows)
        say(f"{number} indicator{'' if number == 1 else 's'}", workspace.words)
    return left_out(workspace, shared)


def show(
    indicator: Annotated[str, Argument("ID", "The id, the name or a code of an indicator.")],
    form: Form,
    reader: Reader,
    shared: Reading,
) -> int:
    """Every figure of an indicator: counts, how firm, known since when, what it was, target, comparison.

    --explain says how each was computed, the file and line it stands in, which release replaced which, and
    how status, direction and limits were reached. --as-at gives the figures as they were known on a day.

    \b
    Examples:
      lif indicators show re-referrals
      lif indicators show FD05 --explain
      lif indicators show referral-rate --area england --format csv
      lif indicators show re-referrals --measure quarter --as-at 2025-03-31
    """
    from lif.cli.opening import left_out, none_is_blank, one_of, open_workspace
    from lif.cli.papers import for_board

    one_of("--format", form.form, FORMATS)
    none_is_blank(form)
    for_board(reader.audience)
    workspace = open_workspace(shared, checked=False)
    for_board(reader.audience, workspace)
    found = _shown(workspace, indicator, form)
    _deliver(workspace, found, form)
    return left_out(workspace, shared)


app = group(
    """The core data set: what is watched, and where each figure came from and how it was made.

    \b
    Examples:
      lif indicators list --group neglect
      lif indicators show re-referrals --explain

    Figures are shown with small numbers: they are for the board, not for the public.
    """,
    {"list": list_, "show": show},
)


def _wanted(workspace: Workspace, filters: Filters) -> Wanted:
    """The filters with what they name found, by id or by name."""
    from lif.cli.opening import id_called, one_of
    from lif.records.elements import Element, Question
    from lif.records.governance import Agency, Group
    from lif.records.priorities import Priority
    from lif.records.record import Record
    from lif.views.indicators import Wanted
    from lif.views.indicators.listing import OUTCOMES, POLARITIES, STATUSES

    kinds: dict[str, type[Record]] = {
        "group": Group,
        "priority": Priority,
        "element": Element,
        "question": Question,
        "supplier": Agency,
    }
    choices = {"status": STATUSES, "polarity": POLARITIES, "outcomes_class": OUTCOMES}
    asked: dict[str, str | None] = {name: getattr(filters, name) for name in Filters.__slots__}
    for name, words in asked.items():
        if words is None:
            continue
        flag = "--class" if name == "outcomes_class" else f"--{name}"
        if name in kinds:
            asked[name] = words if "/" in words else id_called(workspace, flag, words, kinds[name])
        elif name in choices:
            asked[name] = one_of(flag, words, choices[name])
    return Wanted(**asked)


def _shown(workspace: Workspace, words: str, form: Form) -> IndicatorShown:
    """The indicator that goes by these words, with the places of its figures where they are wanted."""
    from lif.cli.opening import id_called, one_of
    from lif.measures.assemble import assemble
    from lif.records.indicators import Indicator
    from lif.records.references import Area
    from lif.views.indicators import Which, indicator

    record: Indicator = workspace.register.record(Indicator, id_called(workspace, "ID", words, Indicator))
    area = None if form.area is None else id_called(workspace, "--area", form.area, Area)
    if form.measure is not None:
        one_of("--measure", form.measure, tuple(measure.id for measure in record.measures))
    figures = assemble(workspace.register, workspace.as_at)
    found = indicator(workspace.register, figures, record, Which(form.measure, area))
    if not found.series:
        raise CannotRun(f"--area {form.area}: there is no figure of '{record.id}' for it")
    return _placed(workspace, found) if form.explain or form.form in ("json", "csv") else found


def _placed(workspace: Workspace, found: IndicatorShown) -> IndicatorShown:
    """The same with the file and line of each figure."""
    from lif.cli.figure_places import Places

    places = Places(workspace)
    series = tuple(
        replace(one, figures=tuple(replace(row, place=places.of(row)) for row in one.figures))
        for one in found.series
    )
    return replace(found, series=series)


def _deliver(workspace: Workspace, found: IndicatorShown, form: Form) -> None:
    from lif.cli.streams import deliver
    from lif.cli.tables import document_head
    from lif.exchange import indicators as forms
    from lif.exchange.listings import as_csv
    from lif.views.indicators.tables import table

    plain = workspace.words.plain
    if form.form == "json":
        deliver(forms.as_json(found, document_head("indicator", workspace)), form.out, data=True)
    elif form.form == "csv":
        deliver(as_csv(table(found)), form.out, data=True)
    elif form.form == "md":
        deliver(plain(forms.as_markdown(found, form.explain)), form.out, data=True)
    else:
        deliver(plain(forms.as_text(found, form.explain, _width(form))), form.out)


def _width(form: Form) -> int | None:
    """The width of the terminal, or None where the text goes into a pipe or a file."""
    import shutil
    import sys

    if form.out is not None or sys.stdout is None or not sys.stdout.isatty():
        return None
    return shutil.get_terminal_size().columns
