"""The two template environments, HTML and Markdown: a board's own templates first, then the packaged."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    FunctionLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateNotFound,
)
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from lif.reports import display, markdown
from lif.reports.characters import visible
from lif.reports.charts.icons import ICONS, icon, icon_sprite
from lif.reports.narrative import narrative_html, narrative_markdown

_TAKEN_AWAY = ("random", "urlize", "xmlattr", "pprint", "safe", "striptags", "tojson", "filesizeformat")
"""Filters that would make papers differ from day to day, or let words through as they are."""


@dataclass(frozen=True, slots=True)
class Environments:
    """The environments of one board: the same templates folder, each with its own escaping."""

    html: Environment
    markdown: Environment

    def render(self, name: str, /, **context: object) -> str:
        """The template filled in, ending in one line end; `.html.j2` and `.md.j2` say which environment.

        Raises ValueError for another ending, and Jinja's own errors for a missing or faulty template.
        """
        for ending, environment in ((".html.j2", self.html), (".md.j2", self.markdown)):
            if name.endswith(ending):
                return environment.get_template(name).render(**context).rstrip() + "\n"
        raise ValueError(f"{name} is no template of a paper: its name should end in .html.j2 or .md.j2")


def environments(folder: Path | None = None) -> Environments:
    """The environments of a board whose own templates stand in `folder` (None: the packaged ones alone)."""
    return _environments(folder)


@cache
def _environments(folder: Path | None) -> Environments:
    loader = _loader(folder)
    return Environments(_html(loader), _markdown(loader))


def stylesheet() -> Markup:
    """The style sheet of every page, to stand inside it, without the spaces that only its writers need."""
    text = files("lif.reports").joinpath("style.css").read_text("utf-8")
    return Markup(re.sub(r" ?([{};,]) ?", r"\1", re.sub(r"\s+", " ", text)).strip())


def css_text(text: str) -> Markup:
    """The words as a quoted text of a style sheet, all but letters and digits written as numbers."""
    shown = "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):06x}" for c in visible(text))
    return Markup(f'"{shown}"')


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
        text, path, fresh = super().get_source(environment, template)
        if not Path(path).resolve().is_relative_to(self._folder):
            raise TemplateNotFound(template, f"{template} leads out of the templates folder")
        return text, path, fresh


class _AlwaysEscaped(Extension):
    """Refuses the one statement that would switch escaping off."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        opened = False
        for token in stream:
            if opened and token.test("name:autoescape"):
                raise TemplateSyntaxError(
                    "a template of a paper always escapes; take out {% autoescape %}",
                    token.lineno,
                    stream.name,
                    stream.filename,
                )
            opened = token.type == "block_begin"
            yield token


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, in which a template cannot multiply text into gigabytes either."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if operator == "**" or isinstance(left, (str, Sequence)) or isinstance(right, (str, Sequence)):
            raise SecurityError(f"A template chooses and lays out; it does not compute with {operator}")
        return super().call_binop(context, operator, left, right)


class _MarkdownSandbox(_Sandbox):
    """What a macro or a template gives is Markdown already, and is not escaped again."""

    @staticmethod
    def concat(parts: Any) -> markdown.MarkdownText:
        return markdown.MarkdownText("".join(parts))


def _html(loader: BaseLoader) -> Environment:
    made = _made(_Sandbox, loader, autoescape=True, finalize=_finalized)
    made.globals.update(
        icon=icon,
        icon_sprite=icon_sprite,
        stylesheet=stylesheet,
        css_text=css_text,
        TOKENS={name: sign.token for name, sign in ICONS.items()},
    )
    made.filters["narrative"] = narrative_html
    return made


def _markdown(loader: BaseLoader) -> Environment:
    made = _made(_MarkdownSandbox, loader, autoescape=False, finalize=markdown.finalized)
    made.filters.update(narrative=narrative_markdown, cell=markdown.cell, link=markdown.link)
    return made


def _made(
    kind: type[_Sandbox], loader: BaseLoader, autoescape: bool, finalize: Callable[[Any], Any]
) -> Environment:
    made = kind(
        loader=loader,
        autoescape=autoescape,
        finalize=finalize,
        undefined=StrictUndefined,
        extensions=[_AlwaysEscaped],
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    for name in _TAKEN_AWAY:
        del made.filters[name]
    del made.globals["lipsum"]
    made.filters.update(display.FILTERS)
    made.tests["safe_link"] = markdown.safe_link
    return made


def _finalized(value: Any) -> str:
    """What an HTML template prints: markup as it is, words (Jinja escapes them) without hidden characters."""
    return value if isinstance(value, Markup) else visible(markdown.printable(value))
