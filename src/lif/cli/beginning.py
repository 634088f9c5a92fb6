"""How a new board's repository is made: what is asked, what is written, and what is said of it."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from lif.cli.asking import answered, can_ask
from lif.cli.exits import CLEAN, CannotRun
from lif.cli.first_figures import first_figures
from lif.cli.first_repository import first_repository
from lif.cli.opening import day_of, none_is_blank, one_of
from lif.cli.progress import working
from lif.cli.streams import put, reason, say
from lif.records.governance import Agency
from lif.source.new_folders import differing, fill, finish, holds, new_folder, unfinished
from lif.starting.answers import (
    KINDS,
    USUAL_GROUPS,
    Answers,
    CannotBegin,
    GroupAsked,
    Kind,
    groups_named,
)
from lif.starting.beside import beside_records, schema_files
from lif.starting.likes import BLANK, NAMES, folder_like
from lif.starting.people import groups_of
from lif.starting.plan import BEGUN_WITH, BUILDS_ON, Country, Files, planned
from lif.starting.wheel import wheel
from lif.workspace import Workspace
from lif.workspace.frameworks import SETTINGS_FILE, installed

if TYPE_CHECKING:
    from lif.cli.init import Wanted

T = TypeVar("T")


def begin(folder: str, wanted: Wanted) -> int:
    """Makes the repository, or says that it is there; raises CannotRun with what to give."""
    none_is_blank(wanted)
    root = Path(folder)
    try:
        if root.is_dir() and unfinished(root, SETTINGS_FILE):
            finish(root)
        if root.exists() and (not root.is_dir() or holds(root)):
            return _again(root, wanted)
        return _first(root, wanted)
    except CannotBegin as why:
        raise CannotRun(str(why)) from None
    except OSError as fault:
        raise CannotRun(f"{folder} cannot be made: {reason(fault)}") from None


def _first(root: Path, wanted: Wanted) -> int:
    day = day_of(wanted.as_at, root)
    country = _country(day)
    like = framework_like(one_of("--like", wanted.like, NAMES), day)
    answers = _answers(wanted, country, day, like)
    with working("writing the records", wanted.quiet):
        files = planned(answers, country, like)
        with new_folder(root, SETTINGS_FILE) as stage:
            fill(stage, {**files, **_beside(answers, files)})
            figures = first_figures(stage, day, wanted.figures)
        repository = first_repository(root)
    if figures and not wanted.quiet:
        say(f"lif: {figures}")
    _told(root, answers, files, repository, bool(figures))
    return CLEAN


def _beside(answers: Answers, planned: Iterable[str]) -> dict[str, bytes]:
    """What stands beside the records: help for editors, checks for GitHub and GitLab, and this very lif."""
    ours = wheel()
    agencies = [Path(path).stem for path in planned if path.startswith(f"{Agency.folder}/")]
    texts = beside_records(answers.body, ours, agencies) | dict(schema_files(()))
    texts = {path: text for path, text in texts.items() if "/output/" not in path}
    made = {path: text.encode("utf-8") for path, text in texts.items()}
    return made | ({ours.path: ours.raw} if ours else {})


def _country(day: date) -> Country:
    """The areas of the installed framework."""
    return Country.of(Workspace.load(installed(BUILDS_ON), day, checks=()).register)


def framework_like(name: str, day: date) -> Workspace | None:
    """The framework to start like, None for none; raises CannotRun where it did not come with this lif."""
    if name == BLANK:
        return None
    folder = folder_like(name)
    if folder is None:
        raise CannotRun(f"--like {name}: that framework is not in this lif; another, or {BLANK}, is")
    return Workspace.load(folder, day, checks=())


def _answers(wanted: Wanted, country: Country, day: date, like: Workspace | None) -> Answers:
    """What was given, and what a person at a terminal is asked for where no area was given."""
    asks = wanted.area is None
    if asks and not can_ask():
        raise CannotRun("say which area the board is of, as in --area 'Kingston upon Hull' or --area 810")
    usual = usual_groups(like)
    named = ", ".join(group.name for group in usual)

    def groups_of_words(words: str) -> tuple[GroupAsked, ...]:
        return usual if words == named else groups_named(words.split(","))

    area = _settled(asks, wanted.area, _AREA, None, lambda words: country.called(words, day))
    kind = _settled(asks, wanted.kind, _KIND, "partnership", _kind)
    groups = _settled(asks, wanted.groups, _GROUPS, named, groups_of_words)
    return Answers(area, kind, groups, day, wanted.name or "", wanted.like, groups is not usual)


_AREA = "Which local authority is the board of?"
_KIND = f"What kind of body is it, {' or '.join(KINDS)}?"
_GROUPS = "Its groups, the one that leads first, with commas between them?"


def _settled(asks: bool, given: str | None, question: str, usual: str | None, read: Callable[[str], T]) -> T:
    """What was given; else the answer to the question, or what is usual where nothing is asked."""
    if given is not None:
        return read(given)
    return _asked(question, usual, read) if asks else read(usual or "")


def usual_groups(like: Workspace | None) -> tuple[GroupAsked, ...]:
    """Those of the framework to start like, or those that most boards have."""
    return groups_of(like.register) if like else groups_named(USUAL_GROUPS)


def _kind(word: str) -> Kind:
    return "lscb" if one_of("--kind", word.strip().lower(), tuple(KINDS)) == "lscb" else "partnership"


def _asked(question: str, usual: str | None, read: Callable[[str], T]) -> T:
    """Asks until the answer can be used."""
    while True:
        words = answered(question, usual)
        try:
            return read(words)
        except (CannotBegin, CannotRun) as why:
            say(f"  {str(why).removeprefix('--kind ')}")


def _again(root: Path, wanted: Wanted) -> int:
    """Says what has become of a repository that was begun before; raises CannotRun when it was not."""
    given = _begun_with(root)
    if given is None:
        held = ", ".join(holds(root)[:3]) if root.is_dir() else "a file"
        raise CannotRun(f"{root} holds {held} already, and was not begun by lif init: name a new folder")
    options = dict(zip(given[::2], given[1::2], strict=False))
    day = date.fromisoformat(options["--as-at"])
    country = _country(day)
    like = framework_like(options["--like"], day)
    answers = Answers(
        country.called(options["--area"], day),
        "lscb" if options["--kind"] == "lscb" else "partnership",
        groups_named(options["--groups"].split(",")) if "--groups" in options else usual_groups(like),
        day,
        options.get("--name", ""),
        options["--like"],
        "--groups" in options,
    )
    if wanted.area is not None and country.called(wanted.area, day) != answers.area:
        raise CannotRun(f"{root} is the repository of {answers.area.name}: name a new folder for another")
    changed, gone = differing(root, planned(answers, country, like))
    put(f"{root} was begun for {answers.area.name} on {day.isoformat()}; nothing was changed\n")
    for path in changed:
        say(f"  {path}: not as it was begun; it stays as it is")
    for path in gone:
        say(f"  {path}: not there any more; it is not put back")
    return CLEAN


def _begun_with(root: Path) -> list[str] | None:
    """The options with which a repository was begun; None when it was not begun by this command."""
    try:
        line = (root / SETTINGS_FILE).read_text(encoding="utf-8").partition("\n")[0]
        words = shlex.split(line.removeprefix(BEGUN_WITH)) if line.startswith(BEGUN_WITH) else []
    except (OSError, ValueError):
        return None
    needed = {"--area", "--kind", "--like", "--as-at"}
    return words[2:] if words[:2] == ["lif", "init"] and needed <= set(words) else None


def _told(root: Path, answers: Answers, files: Files, repository: tuple[str, ...], figures: bool) -> None:
    """What was made, in a few lines, and what to do next."""
    models = sum("/neighbour-sets/" in path for path in files)
    measures = sum(path.startswith("framework/indicators/") for path in files)
    lines = [
        f"{answers.body}, in {root}",
        f"  {len(files)} records and settings",
        *(f"  {line}" for line in repository),
        f"  groups: {', '.join(group.name for group in answers.groups)}",
        f"  compared with England, its region, and statistical neighbours of {_count(models, 'model')}",
        f"  {measures} indicators{'' if figures else ', still without figures'}",
        "next:",
        *(f"  {line}" for line in _next(root, figures)),
    ]
    put("\n".join(lines) + "\n")


def _next(root: Path, figures: bool) -> list[str]:
    """Three commands: with figures the first paper can be made, without them they are fetched first."""
    go = [] if str(root) == "." else [f"cd {shlex.quote(str(root))}"]
    if figures:
        return [*go, "lif validate --strict", "lif scorecard --format html"]
    return [*go, *FETCH]


FETCH = (
    "lif import ees FILE…     CSV files of explore-education-statistics.service.gov.uk, the population first",
    "lif import lait FILE     LAIT's database and dictionary: local-authority-interactive-tool on GitHub",
    "lif scorecard --format html",
)
"""How figures are had when none came with the board."""


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
