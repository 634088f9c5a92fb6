"""One record on its way out: as lines that read like the record, as Markdown, as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date

from lif.calendars import long_date
from lif.diagnostics import visible
from lif.exchange.documents import written_as_json
from lif.views.actions import ActionLine
from lif.views.provenance import Origin, Provenance, told
from lif.views.showing import Linked, Plain, Shown, plain

ORIGIN = "Where it comes from"


def as_text(shown: Shown, place: str, as_at: date) -> str:
    """Title, where it stands, fields, and links both ways, as plain lines."""
    lines = [f"{shown.address}  ({_sort(shown)})", shown.name, place]
    if shown.standing:
        lines.append(stands(shown.standing))
    if shown.moved:
        lines.append(shown.moved)
    if said := _known(shown, as_at):
        lines.append(said)
    lines += ["", *_lines(shown.fields)]
    if sentences := _comes_from(shown):
        lines += ["", f"{ORIGIN}:", *(f"  {each}" for each in sentences)]
    for title, links in _links(shown):
        lines += ["", f"{title}:", *([f"  {_one(link)}" for link in links] or ["  nothing"])]
    return "".join(f"{visible(line).rstrip()}\n" for line in lines)


def as_markdown(shown: Shown, place: str, as_at: date) -> str:
    """The same for a paper or an e-mail: a heading, lists, and words that stay words."""
    from lif.reports.markdown import escape

    lines = [
        f"# {escape(shown.name)}",
        "",
        f"{escape(shown.address)} ({escape(_sort(shown))}), {escape(place)}",
    ]
    if shown.standing:
        lines += ["", escape(stands(shown.standing))]
    if shown.moved:
        lines += ["", escape(shown.moved)]
    if said := _known(shown, as_at):
        lines += ["", escape(said)]
    lines += [
        "",
        *_bullets(shown.fields),
    ]
    if sentences := _comes_from(shown):
        lines += ["", f"## {ORIGIN}", "", *(f"- {escape(each)}" for each in sentences)]
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
            "moved": _clean(shown.moved) or None,
            "known": shown.known,
            "fields": _clean(shown.fields),
            "items": list(shown.items),
            "links_to": [_clean(dict(asdict(link))) for link in shown.links_to],
            "linked_from": [_clean(dict(asdict(link))) for link in shown.linked_from],
            "comes_from": _clean(_origins(shown.comes_from)) if shown.comes_from else None,
        }
    )


def stands(line: ActionLine) -> str:
    """Where an action stands, in a sentence."""
    if line.standing not in ("on-track", "at-risk", "overdue", "awaiting-assurance"):
        return line.standing
    late = f" by {_many(line.days_overdue, 'day')}" if line.days_overdue else ""
    moved = f", moved {_many(line.slips, 'time')} from {line.first_due.isoformat()}" if line.slips else ""
    return f"{line.standing}{late} ({line.state}); due {line.due.isoformat()}{moved}"


def _comes_from(shown: Shown) -> tuple[str, ...]:
    return told(shown.comes_from) if shown.comes_from else ()


def _origins(found: Provenance) -> dict[str, object]:
    return {
        **_origin(found.whole),
        "beneath": [
            {
                "framework": each.framework,
                "path": each.path,
                "replaced": each.replaced,
                "pattern": each.pattern,
                "kept": list(each.kept),
                "changed": list(each.changed),
            }
            for each in found.under
        ],
        "items": [_origin(each) for each in found.items],
    }


def _origin(found: Origin) -> dict[str, object]:
    ended = found.retired
    return {
        "address": found.address,
        "path": found.path,
        "framework": found.framework or None,
        "kept": [{"field": name, "framework": framework or None} for name, framework in found.kept],
        "retired": None
        if ended is None
        else {
            "on": ended.on.isoformat(),
            "reason": ended.reason,
            "replaced_by": ended.replaced_by or None,
            "framework": ended.framework or None,
        },
    }


def _known(shown: Shown, as_at: date) -> str:
    """What a reader must hear of what is not shown."""
    day = long_date(as_at)
    if shown.known == "nothing":
        return f"Nothing of it was known on {day}."
    return f"As it was known on {day}; what came later is left out." if shown.known == "part" else ""


def _many(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _sort(shown: Shown) -> str:
    return f"{shown.kind}, illustrative" if shown.illustrative else shown.kind


def _links(shown: Shown) -> tuple[tuple[str, tuple[Linked, ...]], ...]:
    return (("Links to", shown.links_to), ("Linked from", shown.linked_from))


def _one(link: Linked) -> str:
    return "  ".join(
        filter(None, (link.address, f"({link.kind or 'not there'})", link.name, f"[{link.field}]"))
    )


def _lines(value: Plain, depth: int = 0) -> Iterator[str]:
    """Fields as a record has them: `name: value`, members after hyphens, prose and parts indented below."""
    pad = "  " * depth
    if isinstance(value, dict):
        for name, one in value.items():
            yield from _named(f"{pad}{name}:", one, depth)
    elif isinstance(value, list):
        for one in value:
            if isinstance(one, dict):
                first, *rest = _lines(one, depth + 1)
                yield f"{pad}- {first.strip()}"
                yield from rest
            else:
                yield f"{pad}- {_said(one)}"


def _named(name: str, value: Plain, depth: int) -> Iterator[str]:
    if isinstance(value, dict | list):
        yield name
        yield from _lines(value, depth + 1)
        return
    first, *more = _said(value).rstrip("\n").split("\n")
    if more:
        yield name
        yield from (f"{'  ' * (depth + 1)}{line}" for line in (first, *more))
    else:
        yield f"{name} {first}"


def _bullets(value: Plain, depth: int = 0) -> Iterator[str]:
    """The same as nested bullets of Markdown."""
    from lif.reports.markdown import escape

    pad = "  " * depth
    named = value.items() if isinstance(value, dict) else (("", one) for one in value or ())  # type: ignore[union-attr]
    for number, (name, one) in enumerate(named, 1):
        lead = f"{pad}- {escape(name)}:" if name else f"{pad}- {number}:"
        if isinstance(one, dict | list):
            yield lead
            yield from _bullets(one, depth + 1)
        else:
            yield f"{lead} {escape(_said(one))}" if name else f"{pad}- {escape(_said(one))}"


def _said(value: Plain) -> str:
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)


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
