"""One record on its way out: as lines that read like the record, as Markdown, as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict

from lif.diagnostics import visible
from lif.exchange.documents import written_as_json
from lif.views.actions import ActionLine
from lif.views.showing import Linked, Plain, Shown, plain


def as_text(shown: Shown, place: str) -> str:
    """Title, where it stands, fields, and links both ways, as plain lines."""
    lines = [f"{shown.address}  ({_sort(shown)})", shown.name, place]
    if shown.standing:
        lines.append(stands(shown.standing))
    lines += ["", *_lines(shown.fields)]
    for title, links in _links(shown):
        lines += ["", f"{title}:", *([f"  {_one(link)}" for link in links] or ["  nothing"])]
    return "".join(f"{visible(line).rstrip()}\n" for line in lines)


def as_markdown(shown: Shown, place: str) -> str:
    """The same for a paper or an e-mail: a heading, lists, and words that stay words."""
    from lif.reports.markdown import escape

    lines = [
        f"# {escape(shown.name)}",
        "",
        f"{escape(shown.address)} ({escape(_sort(shown))}), {escape(place)}",
    ]
    if shown.standing:
        lines += ["", escape(stands(shown.standing))]
    lines += [
        "",
        *(f"{'  ' * depth}- {name}{escape(text)}" for depth, name, text in _bullets(shown.fields, 0)),
    ]
    for title, links in _links(shown):
        lines += ["", f"## {title}", "", *([f"- {escape(_one(link))}" for link in links] or ["Nothing."])]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def as_json(shown: Shown, place: str, head: Mapping[str, object]) -> str:
    """One object: the head of every document, then the record with its links."""
    return written_as_json(
        {
            **head,
            "address": shown.address,
            "kind": shown.kind,
            "name": _clean(shown.name),
            "illustrative": shown.illustrative,
            "place": visible(place),
            "framework": shown.framework or None,
            "standing": _standing(shown.standing),
            "fields": _clean(shown.fields),
            "items": list(shown.items),
            "links_to": [_clean(dict(asdict(link))) for link in shown.links_to],
            "linked_from": [_clean(dict(asdict(link))) for link in shown.linked_from],
        }
    )


def stands(line: ActionLine) -> str:
    """Where an action stands, in a sentence."""
    late = f" by {line.days_overdue} day{'' if line.days_overdue == 1 else 's'}" if line.days_overdue else ""
    moved = f", moved {line.slips} time{'' if line.slips == 1 else 's'}" if line.slips else ""
    return f"{line.standing}{late}: due {line.due.isoformat()}{moved}; {line.state}"


def _sort(shown: Shown) -> str:
    return f"{shown.kind}, illustrative" if shown.illustrative else shown.kind


def _links(shown: Shown) -> tuple[tuple[str, tuple[Linked, ...]], ...]:
    return (("Links to", shown.links_to), ("Linked from", shown.linked_from))


def _one(link: Linked) -> str:
    kind = f"({link.kind}) " if link.kind else "(not there) "
    return f"{link.address}  {kind}{link.name}  [{link.field}]"


def _lines(fields: Mapping[str, Plain], depth: int = 0) -> Iterator[str]:
    """Fields as a record has them: `name: value`, prose and parts indented below."""
    for level, name, text in _bullets(fields, depth):
        pad = "  " * level
        first, *more = text.rstrip("\n").split("\n") if text else [""]
        if more:
            yield f"{pad}{name.rstrip()}"
            yield from (f"{pad}  {line}" for line in (first, *more))
        else:
            yield f"{pad}{name}{first}"


def _bullets(value: Plain | Mapping[str, Plain], depth: int) -> Iterator[tuple[int, str, str]]:
    """Each field with its depth, its name with a colon, and its text when it is not a group of others."""
    named = value.items() if isinstance(value, Mapping) else ((None, one) for one in value or ())  # type: ignore[union-attr]
    for name, one in named:
        lead = f"{name}: " if name is not None else "- "
        if isinstance(one, dict | list):
            yield depth, lead, ""
            yield from _bullets(one, depth + 1)
        else:
            yield depth, lead, "true" if one is True else "false" if one is False else str(one)


def _standing(line: ActionLine | None) -> Plain:
    if line is None:
        return None
    keys = ("state", "standing", "first_due", "due", "slips", "days_overdue", "evidence", "chases")
    return {key: plain(getattr(line, key)) for key in keys}


def _clean(value: object) -> object:
    """The same without characters that do not print; line ends stay."""
    if isinstance(value, str):
        return "\n".join(visible(line) for line in value.split("\n"))
    if isinstance(value, dict):
        return {name: _clean(one) for name, one in value.items()}
    return [_clean(one) for one in value] if isinstance(value, list) else value
