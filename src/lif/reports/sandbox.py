"""The sandbox in which templates are filled in: no way out, always escaped, bounded in work and in size.

Bounds are counted in turns and characters and not in seconds, so that a template that is refused is refused
on every machine. They are some hundred times what the largest packaged paper needs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, cast

from jinja2 import nodes, pass_context
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.ext import Extension
from jinja2.filters import do_batch, do_join, do_replace
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from lif.reports import markdown
from lif.reports.characters import visible

MOST_TURNS = 5_000_000
"""Turns of all loops and calls of all macros of one paper together."""
MOST_CHARACTERS = 50_000_000
"""Characters of one text, and of a whole paper."""
_MOST_GATHERED = 10 * MOST_CHARACTERS
"""Characters of all texts that were put together on the way to a paper."""
_MOST_ITEMS = 1_000_000
_MOST_BITS = 256
_TAKEN_AWAY = (
    # Filters that would make papers differ from day to day, or let words through as they are …
    *("random", "urlize", "xmlattr", "pprint", "safe", "striptags", "tojson", "filesizeformat"),
    # … or that make much out of little.
    *("center", "format", "indent", "slice", "urlencode", "wordwrap"),
)
_OF_WORDS = frozenset(
    (
        *("capitalize", "casefold", "count", "endswith", "find", "isdigit", "lower", "lstrip", "partition"),
        *("removeprefix", "removesuffix", "replace", "rpartition", "rsplit", "rstrip", "split", "splitlines"),
        *("startswith", "strip", "title", "upper"),
    )
)
"""What may be asked of a text: nothing that makes it larger but `replace`, which is measured."""


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, where a template neither turns for ever nor makes gigabytes of a few letters."""

    intercepted_binops = frozenset({"*", "**", "%", "+"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, extensions=[_AlwaysEscaped])
        self.begin()
        for name in _TAKEN_AWAY:
            del self.filters[name]
        del self.globals["lipsum"]
        self.filters.update(_turns=_turns, _text=_text, batch=_batch, join=_join, replace=_replace)

    def begin(self) -> None:
        """A new paper: nothing has been counted yet."""
        self._turned = self._gathered = 0

    def turn(self) -> None:
        """Counts one turn of a loop or one call; raises SecurityError when there were too many."""
        self._turned += 1
        if self._turned > MOST_TURNS:
            raise SecurityError(f"A template may take {MOST_TURNS:,} turns; this one takes more")

    def measured(self, size: int) -> None:
        """Counts a text of this size before it is made; raises SecurityError when it is too much."""
        self._gathered += size
        if size > MOST_CHARACTERS or self._gathered > _MOST_GATHERED:
            raise SecurityError(f"A paper may have {MOST_CHARACTERS:,} characters; this one has more")

    def concat(self, parts: Iterable[str]) -> str:
        """What a template, a macro or a block gives, put together."""
        return "".join(self._weighed(parts))

    def _weighed(self, parts: Iterable[str]) -> list[str]:
        found: list[str] = []
        size = 0
        for part in parts:
            found.append(part)
            size += len(part)
            if size > MOST_CHARACTERS:
                break
        self.measured(size)
        return found

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        both = isinstance(left, str | Sequence) or isinstance(right, str | Sequence)
        if operator == "**" or (both and operator != "+"):
            raise SecurityError(f"A template chooses and lays out; it does not compute with {operator}")
        if both and isinstance(left, Sequence) and isinstance(right, Sequence):
            _few(len(left) + len(right))
        found = super().call_binop(context, operator, left, right)
        if isinstance(found, int) and found.bit_length() > _MOST_BITS:
            raise SecurityError("A template chooses and lays out; it does not compute such numbers")
        return found

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        __self.turn()
        words = getattr(__obj, "__self__", None)
        if isinstance(words, str) and getattr(__obj, "__name__", "") == "replace" and len(args) > 1:
            __self.measured(_after(words, str(args[0]), str(args[1])))
        return super().call(__context, __obj, *args, **kwargs)

    def wrap_str_format(self, value: Any) -> None:
        """`format` is no more than any other method of a text: it is not among those that may be asked."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if isinstance(obj, str) and attr not in _OF_WORDS:
            return False
        return super().is_safe_attribute(obj, attr, value)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        found: nodes.Template = _Bounding(name, filename).visit(tree)
        return found


class MarkdownSandbox(Sandbox):
    """What a macro or a template gives is Markdown already, and is not escaped again."""

    def concat(self, parts: Iterable[str]) -> markdown.MarkdownText:
        return markdown.MarkdownText("".join(self._weighed(parts)))


class _Bounding(NodeTransformer):
    """Puts a count into every loop and a measure on every text that a template joins."""

    def __init__(self, name: str | None, filename: str | None) -> None:
        self._name, self._filename = name, filename

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        if node.recursive:
            raise TemplateSyntaxError(
                "a loop of a paper does not call itself; take out 'recursive'",
                node.lineno,
                self._name,
                self._filename,
            )
        self.generic_visit(node)
        node.iter = _through("_turns", cast(nodes.Expr, node.iter))
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _through("_text", node)


def _through(name: str, node: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno, environment=node.environment)


@pass_context
def _turns(context: Context, every: Iterable[Any]) -> Iterator[Any]:
    """The items of a loop, each counted as it comes."""
    turn: Callable[[], None] = context.environment.turn  # type: ignore[attr-defined]
    for each in every:
        turn()
        yield each


@pass_context
def _text(context: Context, text: Any) -> Any:
    """A text that was joined, measured; markup that words were joined to shows their hidden characters."""
    context.environment.measured(len(text))  # type: ignore[attr-defined]
    return Markup(visible(text)) if isinstance(text, Markup) else text


@pass_context
def _join(context: Context, every: Iterable[Any], between: str = "", attribute: Any = None) -> str:
    items = list(every)
    context.environment.measured(len(items) * len(between))  # type: ignore[attr-defined]
    joined: str = do_join(context.eval_ctx, items, between, attribute)
    return joined


@pass_context
def _replace(context: Context, words: str, old: str, new: str, count: int | None = None) -> str:
    context.environment.measured(_after(words, old, new))  # type: ignore[attr-defined]
    return do_replace(context.eval_ctx, words, old, new, count)


def _batch(every: Iterable[Any], number: int, fill: Any = None) -> Iterator[list[Any]]:
    _few(number)
    return do_batch(every, number, fill)


def _few(number: int) -> None:
    if number > _MOST_ITEMS:
        raise SecurityError(f"A list of a template may have {_MOST_ITEMS:,} items; this one has more")


def _after(words: str, old: str, new: str) -> int:
    """The most characters that there can be after `old` was replaced."""
    return len(words) + (words.count(old) if old else len(words) + 1) * len(new)


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
