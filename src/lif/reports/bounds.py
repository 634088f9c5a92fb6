"""What bounds the work of a template: a count in its loops, and a measure on what its filters go through.

A template is changed as it is read: each place that can take long asks the sandbox first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, cast

from jinja2 import nodes, pass_context, pass_environment
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.filters import do_batch, do_join, do_replace, do_sum
from jinja2.runtime import Context
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from lif.reports.characters import visible

if TYPE_CHECKING:
    from lif.reports.sandbox import Sandbox

AT_A_GLANCE = frozenset(("length", "count", "first", "last", "default", "d"))
"""Filters that take no longer for much than for little."""
_MOST_ITEMS = 1_000_000


class Bounding(NodeTransformer):
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

    def visit_Filter(self, node: nodes.Filter) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        if node.node is not None and node.name not in AT_A_GLANCE:
            node.node = _weighing(node.node)
        return node

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.expr = _weighing(node.expr)
        for each in node.ops:
            each.expr = _weighing(each.expr)
        return node

    def visit_Test(self, node: nodes.Test) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.args = [_weighing(each) for each in node.args]
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _through("_text", node)


def _through(name: str, node: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno, environment=node.environment)


def _weighing(node: nodes.Expr) -> nodes.Expr:
    return node if isinstance(node, nodes.Const) else _through("_weighed", node)


@pass_context
def _turns(context: Context, every: Iterable[Any]) -> Iterator[Any]:
    """The items of a loop, each counted as it comes."""
    turn: Callable[[], None] = context.environment.turn  # type: ignore[attr-defined]
    for each in every:
        turn()
        yield each


@pass_environment
def _weighed(environment: Sandbox, thing: Any) -> Any:
    return environment.weighed(thing)


@pass_environment
def _sum(environment: Sandbox, every: Iterable[Any], attribute: Any = None, start: int = 0) -> Any:
    if not isinstance(start, int):
        raise SecurityError("A template adds up whole numbers, and no lists or texts")
    return do_sum(environment, every, attribute, start)


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
    context.environment.measured(after(words, old, new))  # type: ignore[attr-defined]
    return do_replace(context.eval_ctx, words, old, new, count)


def _batch(every: Iterable[Any], number: int, fill: Any = None) -> Iterator[list[Any]]:
    few(number)
    return do_batch(every, number, fill)


def few(number: int) -> None:
    if number > _MOST_ITEMS:
        raise SecurityError(f"A list of a template may have {_MOST_ITEMS:,} items; this one has more")


def after(words: str, old: str, new: str) -> int:
    """The most characters that there can be after `old` was replaced."""
    return len(words) + (words.count(old) if old else len(words) + 1) * len(new)


FILTERS: dict[str, Callable[..., Any]] = {
    "_turns": _turns,
    "_text": _text,
    "_weighed": _weighed,
    "batch": _batch,
    "join": _join,
    "replace": _replace,
    "sum": _sum,
}
"""The filters that count, and those that stand for Jinja's own."""
