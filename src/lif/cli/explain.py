"""`lif explain`: what a code in a message means, an example that fails, and how to put it right."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import dedent, indent
from typing import TYPE_CHECKING, Annotated

from lif.cli.exits import CLEAN, CannotRun
from lif.cli.opening import one_of
from lif.cli.options import Argument, Option, Out, Shared
from lif.cli.streams import deliver

if TYPE_CHECKING:
    from lif.diagnostics import AnyCode


@dataclass(frozen=True, slots=True)
class Wanted:
    """What only `lif explain` can be asked."""

    listed: Annotated[bool, Option("--list", "All codes, a line each.")] = False
    form: Annotated[str, Option("--format", "The form of the answer.", "text|json")] = "text"
    out: Out = None


def explain(
    code: Annotated[str | None, Argument("CODE", "The code in a message, as in L101, or its name.")],
    wanted: Wanted,
    shared: Shared,
) -> int:
    """What a check means, an example that fails, how to put it right, and where the rule comes from.

    \b
    Examples:
      lif explain L101
      lif explain link-to-nothing
      lif explain --list
    """
    from lif.checks.registry import CODES

    one_of("--format", wanted.form, ("text", "json"))
    if code is None and not wanted.listed:
        raise CannotRun("name the code that stands in the message, as in lif explain L101; --list names all")
    chosen = list(CODES.values()) if code is None or wanted.listed else [_code(code, CODES)]
    if wanted.form == "json":
        deliver(_json(chosen), wanted.out, data=True)
    else:
        deliver(_lines(chosen) if wanted.listed else _page(chosen[0]), wanted.out)
    return CLEAN


def _code(words: str, codes: dict[str, AnyCode]) -> AnyCode:
    from lif.records.problems import nearest

    by_name = {code.name: code for code in codes.values()}
    found = codes.get(words.upper()) or by_name.get(words.lower().replace("_", "-"))
    if found is None:
        family = [number for number in codes if number[0] == words[:1].upper()]
        near = nearest(words.lower(), map(str.lower, family)).upper() or nearest(words, by_name)
        advice = f"did you mean {near}?" if near else "lif explain --list names all"
        raise CannotRun(f"there is no code '{words}'; {advice}")
    return found


def _page(code: AnyCode) -> str:
    said = code.explain()
    parts = (
        ("Why", said.why),
        ("An example that fails", said.fails),
        ("How to put it right", said.mend),
        ("Where the rule comes from", said.source),
    )
    text = f"{code.number} {code.name} ({code.severity.value})\n\n{said.what}\n"
    for title, words in parts:
        text += f"\n{title}\n{indent(dedent(words), '  ')}\n"
    return text


def _lines(codes: list[AnyCode]) -> str:
    width = max(len(code.name) for code in codes)
    rows = (f"{c.number}  {c.severity.value:7}  {c.name:{width}}  {_first(c)}" for c in codes)
    return "".join(f"{row}\n" for row in rows)


def _first(code: AnyCode) -> str:
    return " ".join(code.explain().what.split())


def _json(codes: list[AnyCode]) -> str:
    from dataclasses import asdict

    from lif import __version__
    from lif.exchange.documents import head, written_as_json

    rows = [
        {"code": c.number, "name": c.name, "severity": c.severity.value, **asdict(c.explain())} for c in codes
    ]
    return written_as_json({**head("explain", __version__, None, None, None), "kind": "code", "rows": rows})
