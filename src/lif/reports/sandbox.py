"""The sandbox in which templates are filled in: no way out, always escaped, bounded in work and in size.

Bounds are counted in turns and characters and not in seconds, so that a template that is refused is refused
on every machine. They are some hundred times what the largest packaged paper needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Sized
from typing import Any

from jinja2 import nodes
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from lif.reports import markdown
from lif.reports.bounds import AT_A_GLANCE, FILTERS, Bounding, after, few

MOST_TURNS = 5_000_000
"""Turns of all loops, calls of all macros and items of all filters of one paper together."""
MOST_CHARACTERS = 50_000_000
"""Characters of one text, and of a whole paper."""
_MOST_GATHERED = 10 * MOST_CHARACTERS
"""Characters of all texts that were put together on the way to a paper."""
_MOST_BITS = 256
_TOO_DEEP = "it is nested too deeply"
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
        self.filters.update(FILTERS)

    def begin(self) -> None:
        """A new paper: nothing has been counted yet."""
        self._turned = self._gathered = 0

    def turn(self, count: int = 1) -> None:
        """Counts turns of a loop, or one call; raises SecurityError when there were too many."""
        self._turned += count
        if self._turned > MOST_TURNS:
            raise SecurityError(f"A template may take {MOST_TURNS:,} turns; this one takes more")

    def measured(self, size: int) -> None:
        """Counts a text of this size before it is made; raises SecurityError when it is too much."""
        self._gathered += size
        if size > MOST_CHARACTERS or self._gathered > _MOST_GATHERED:
            raise SecurityError(f"A paper may have {MOST_CHARACTERS:,} characters; this one has more")

    def weighed(self, thing: Any) -> Any:
        """Gives a thing, once what a step goes through is counted: letters of a text, items of others."""
        if isinstance(thing, str):
            self.measured(len(thing))
        elif isinstance(thing, Sized):
            self.turn(len(thing))
        return thing

    def call_filter(self, name: str, value: Any, *args: Any, **options: Any) -> Any:
        """A filter that another filter applies to each item."""
        return super().call_filter(
            name, value if name in AT_A_GLANCE else self.weighed(value), *args, **options
        )

    def call_test(
        self, name: str, value: Any, args: Sequence[Any] | None = None, *others: Any, **options: Any
    ) -> Any:
        """A test that a filter applies to each item."""
        return super().call_test(
            name, self.weighed(value), [self.weighed(each) for each in args or ()], *others, **options
        )

    def getitem(self, obj: Any, argument: Any) -> Any:
        """An item, or a stretch of items, which is a copy."""
        return super().getitem(self.weighed(obj) if isinstance(argument, slice) else obj, argument)

    def concat(self, parts: Iterable[str]) -> str:
        """What a template, a macro or a block gives, put together."""
        return "".join(self._gathering(parts))

    def _gathering(self, parts: Iterable[str]) -> list[str]:
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
            few(len(self.weighed(left)) + len(self.weighed(right)))
        found = super().call_binop(context, operator, left, right)
        if isinstance(found, int) and found.bit_length() > _MOST_BITS:
            raise SecurityError("A template chooses and lays out; it does not compute such numbers")
        return found

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        __self.turn()
        words = getattr(__obj, "__self__", None)
        if isinstance(words, str):
            __self.weighed(words)
        if isinstance(words, str) and getattr(__obj, "__name__", "") == "replace" and len(args) > 1:
            __self.measured(after(words, str(args[0]), str(args[1])))
        return super().call(__context, __obj, *args, **kwargs)

    def wrap_str_format(self, value: Any) -> None:
        """`format` is no more than any other method of a text: it is not among those that may be asked."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if isinstance(obj, str) and attr not in _OF_WORDS:
            return False
        return super().is_safe_attribute(obj, attr, value)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        try:
            tree = super()._parse(source, name, filename)
            found: nodes.Template = Bounding(name, filename).visit(tree)
        except RecursionError:
            raise TemplateSyntaxError(_TOO_DEEP, 1, name, filename) from None
        return found

    def compile(self, source: Any, name: str | None = None, filename: str | None = None, *others: Any) -> Any:
        """The template as code; raises TemplateSyntaxError also for what nobody could lay out as code."""
        try:
            return super().compile(source, name, filename, *others)
        except (RecursionError, MemoryError, SyntaxError):
            raise TemplateSyntaxError(_TOO_DEEP, 1, name, filename) from None


class MarkdownSandbox(Sandbox):
    """What a macro or a template gives is Markdown already, and is not escaped again."""

    def concat(self, parts: Iterable[str]) -> markdown.MarkdownText:
        return markdown.MarkdownText("".join(self._gathering(parts)))


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
