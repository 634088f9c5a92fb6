"""The template environments, HTML, Markdown and plain: a board's own templates first, then the packaged."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from traceback import extract_tb
from typing import Any, TypeAlias

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    FunctionLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.exceptions import SecurityError
from markupsafe import Markup

from lif.diagnostics import CannotGoOn
from lif.records.words import PLAIN, Words
from lif.reports import display, markdown
from lif.reports.characters import visible
from lif.reports.charts.icons import ICONS, icon, icon_sprite
from lif.reports.narrative import narrative_html, narrative_markdown
from lif.reports.papers import Frame
from lif.reports.sandbox import MarkdownSandbox, Sandbox
from lif.reports.spoken import css_string, markdown_in, page_in, plain_in

ToldIn: TypeAlias = "Callable[[Words, str], str]"

MOST_OF_A_TEMPLATE = 1_000_000
"""Characters of one template of a board's own."""


class TemplateFault(CannotGoOn):
    """A board's own template cannot be filled in; the message names the file, the line and what is wrong."""


@dataclass(frozen=True, slots=True)
class Environments:
    """The environments of one board: the same templates folder, each with its own escaping."""

    html: Sandbox
    markdown: Sandbox
    plain: Sandbox
    folder: Path | None = None

    def render(self, name: str, /, **context: object) -> str:
        """The template filled in, ending in one line end; `.html.j2` and `.md.j2` say which environment.

        It is told in the words of the `paper` that it is given (see Frame), or in those given as `words`,
        templates of the board's own too. Raises TemplateFault when a template of the board's own is at fault,
        ValueError for another ending, and Jinja's own errors for a missing or faulty packaged template.
        """
        for ending, environment, told_in in (
            (".html.j2", self.html, page_in),
            (".md.j2", self.markdown, markdown_in),
        ):
            if name.endswith(ending):
                return self._filled(environment, told_in, name, context)
        raise ValueError(f"{name} is no template of a paper: its name should end in .html.j2 or .md.j2")

    def render_plain(self, name: str, /, **context: object) -> str:
        """A template of Markdown as the plain text of a message: what records say stands as it is."""
        return self._filled(self.plain, plain_in, name, context)

    def _filled(self, environment: Sandbox, told_in: ToldIn, name: str, context: Mapping[str, object]) -> str:
        paper, words = context.get("paper"), context.get("words")
        said = paper.words if isinstance(paper, Frame) else words if isinstance(words, Words) else PLAIN
        environment.begin()
        try:
            return told_in(said, environment.get_template(name).render(**context).rstrip() + "\n")
        except TemplateFault:
            raise
        except Exception as fault:
            if said_of := self._own_fault(fault):
                raise TemplateFault(said_of) from fault
            raise

    def _own_fault(self, fault: Exception) -> str:
        """Where a template of the board's own is at fault and what is wrong; "" when none is."""
        if self.folder is None:
            return ""
        places = [(frame.filename, frame.lineno) for frame in extract_tb(fault.__traceback__)]
        if isinstance(fault, TemplateSyntaxError) and fault.filename:
            places.append((fault.filename, fault.lineno))
        ours = [place for place in places if Path(place[0]).is_relative_to(self.folder)]
        if not ours:
            return f"{self.folder.name}: {fault}" if isinstance(fault, SecurityError) else ""
        path, line = ours[-1]
        said = str(fault)
        if isinstance(fault, RecursionError):
            said = "it calls itself without end"
        elif isinstance(fault, TemplateNotFound):
            said = f"there is no template '{fault.name}'"
        return f"{Path(path).relative_to(self.folder.parent).as_posix()}, line {line}: {said}"


def environments(folder: Path | None = None) -> Environments:
    """The environments of a board whose own templates stand in `folder` (None: the packaged ones alone)."""
    return _environments(folder)


def read_anew() -> None:
    """Forgets every template that was read: a board's own may be others by now."""
    _environments.cache_clear()


@cache
def _environments(folder: Path | None) -> Environments:
    loader = _loader(folder)
    return Environments(_html(loader), _markdown(loader), _plain(loader), folder)


def stylesheet() -> Markup:
    """The style sheet of every page, to stand inside it, without the spaces that only its writers need."""
    return Markup(squeezed(files("lif.reports").joinpath("style.css").read_text("utf-8")))


def squeezed(style: str) -> str:
    """A style sheet of our own without the spaces that only its writers need."""
    return re.sub(r" ?([{};,]) ?", r"\1", re.sub(r"\s+", " ", style)).strip()


def css_text(text: str) -> Markup:
    """The words as a quoted text of a style sheet, all but letters and digits written as numbers."""
    return Markup(css_string(visible(text)))


def _loader(folder: Path | None) -> BaseLoader:
    packaged = FunctionLoader(_packaged)
    ours: list[BaseLoader] = [PrefixLoader({"lif": packaged}), packaged]
    return ChoiceLoader([_BoardLoader(folder), *ours] if folder is not None else ours)


def _packaged(name: str) -> str | None:
    """The text of a packaged template, or None; names are single, so no path leads out of the folder."""
    if not re.fullmatch(r"[\w.-]+\.j2", name):
        return None
    found = files("lif.reports").joinpath("builtin", name)
    return found.read_text("utf-8") if found.is_file() else None


class _BoardLoader(FileSystemLoader):
    """The board's folder, and nothing that a link in it leads out to."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, encoding="utf-8")
        self._folder = folder.resolve()

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        called = f"{self._folder.name}/{template}"
        try:
            text, path, fresh = super().get_source(environment, template)
        except UnicodeDecodeError:
            raise TemplateFault(f"{called}: it is not in UTF-8; save it again in that encoding") from None
        if not Path(path).resolve().is_relative_to(self._folder):
            raise TemplateFault(f"{called}: it is a link that leads out of the folder")
        if len(text) > MOST_OF_A_TEMPLATE:
            raise TemplateFault(f"{called}: a template may have {MOST_OF_A_TEMPLATE:,} characters")
        return text, path, fresh


def _html(loader: BaseLoader) -> Sandbox:
    made = _made(Sandbox, loader, autoescape=True, finalize=_finalized)
    made.globals.update(
        icon=icon,
        icon_sprite=icon_sprite,
        stylesheet=stylesheet,
        css_text=css_text,
        TOKENS={name: sign.token for name, sign in ICONS.items()},
    )
    made.filters["narrative"] = narrative_html
    return made


def _markdown(loader: BaseLoader) -> Sandbox:
    made = _made(MarkdownSandbox, loader, autoescape=False, finalize=markdown.finalized)
    made.filters.update(narrative=narrative_markdown, cell=markdown.cell, link=markdown.link)
    return made


def _plain(loader: BaseLoader) -> Sandbox:
    """Templates of Markdown filled in as plain text, for those that use no marks but numbers and hyphens."""
    return _made(MarkdownSandbox, loader, autoescape=False, finalize=markdown.plainly)


def _made(
    kind: type[Sandbox], loader: BaseLoader, autoescape: bool, finalize: Callable[[Any], Any]
) -> Sandbox:
    made = kind(
        loader=loader,
        autoescape=autoescape,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    made.filters.update(display.FILTERS)
    made.tests["safe_link"] = markdown.safe_link
    return made


def _finalized(value: Any) -> str:
    """What an HTML template prints: markup as it is, words (Jinja escapes them) without hidden characters."""
    return value if isinstance(value, Markup) else visible(markdown.printable(value))
