"""From plain data to a record: the model built, or each field's problem with its path and its words."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from lif.diagnostics import AnyCode
from lif.records import problems
from lif.records.fields import LINE_PATTERN, OneLine
from lif.records.problems import FieldPath, Wording
from lif.records.record import Record

MOST_PER_RECORD = 100


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """One thing wrong with one field: its path, the code, the words, and whether the key is meant."""

    path: FieldPath
    code: AnyCode
    wording: Wording
    at_key: bool = False


R = TypeVar("R", bound=Record)


def read_record(kind: type[R], data: object) -> R | list[FieldProblem]:
    """The record that `data` (nested dict, list, text, None) describes, or what is wrong with it.

    Values never appear in pydantic's own words: each problem is worded by `lif.records.problems`.
    """
    return read_part(kind, data)


P = TypeVar("P", bound=BaseModel)


def read_part(kind: type[P], data: object) -> P | list[FieldProblem]:
    """The same for any model: lif.yaml's settings are read so too."""
    try:
        return kind.model_validate(data)
    except ValidationError as caught:
        errors = caught.errors(include_url=False, include_context=True, include_input=True)
    errors = [error for error in _without_misspelt(kind, errors) if not _only_spoilt(error)]
    found = [_problem(kind, data, dict(error)) for error in errors[:MOST_PER_RECORD]]
    if len(errors) > MOST_PER_RECORD:
        more = problems.several_kinds_of_slip
        found.append(FieldProblem((), more, more(len(errors) - MOST_PER_RECORD)))
    return found


def _without_misspelt(kind: type[BaseModel], errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """The errors without the missing field that was only misspelt: one mistake gives one message."""
    unknown = [error["loc"] for error in errors if error["type"] == "extra_forbidden"]
    meant = {(*loc[:-1], problems.nearest(str(loc[-1]), _known(kind, loc[:-1]))) for loc in unknown}
    return [error for error in errors if error["type"] != "missing" or error["loc"] not in meant]


def _only_spoilt(error: ErrorDetails) -> bool:
    """Whether a list counts as too short only because a member of it is wrong, which is told by itself."""
    found = error["input"]
    least = (error.get("ctx") or {}).get("min_length", 0)
    return error["type"] == "too_short" and isinstance(found, list) and len(found) >= least


def _problem(kind: type[BaseModel], data: object, error: dict[str, Any]) -> FieldProblem:
    path: FieldPath = tuple(error["loc"])
    name = str(path[-1]) if path else "the record"
    if path and isinstance(path[-1], int) and len(path) > 1:
        name = str(path[-2])
    found = error.get("input")
    context = error.get("ctx") or {}
    sort = error["type"]
    if sort == "extra_forbidden":
        code = problems.unknown_field
        return FieldProblem(path, code, code(str(path[-1]), _known(kind, path[:-1])), at_key=True)
    if sort == "missing":
        missing = problems.missing_field
        wording = missing(str(path[-1]), _meaning(kind, path))
        return FieldProblem(path[:-1], missing, wording, at_key=True)
    if sort == "word_of_another":
        other = problems.word_of_another
        wording = other(str(context["at"]), str(context["word"]), str(context["other"]))
        return FieldProblem((*path, str(context["at"])), other, wording)
    if found is None or sort == "no_value" or (isinstance(found, str) and not found.strip()):
        none = problems.no_value
        return FieldProblem(path, none, none(name, bool(path) and isinstance(path[-1], int)))
    return FieldProblem(path, *_worded(sort, name, found, context))


def _worded(sort: str, name: str, found: Any, context: dict[str, Any]) -> tuple[AnyCode, Wording]:
    """The code and words for an error of the kind `sort` about the field `name`."""
    text = found if isinstance(found, str) else ""
    advice = str(context.get("advice", ""))
    if sort == "literal_error":
        if not isinstance(found, str):
            return problems.text_expected, problems.text_expected(name, _sort_of(found))
        return problems.wrong_choice, problems.wrong_choice(name, found, _choices(context))
    if sort in ("tuple_type", "list_type"):
        return problems.list_expected, problems.list_expected(name, text)
    if sort in ("model_type", "model_attributes_type", "dict_type"):
        return problems.fields_expected, problems.fields_expected(name, _sort_of(found))
    if sort == "too_short":
        return problems.list_too_short, problems.list_too_short(name)
    if sort in ("not_text", "string_type"):
        return problems.text_expected, problems.text_expected(name, _sort_of(found))
    if sort == "not_one_line":
        return problems.not_one_line, problems.not_one_line(name)
    if sort == "string_pattern_mismatch":
        return _mismatched(name, text, str(context.get("pattern")))
    if sort == "not_a_flag":
        return problems.not_a_flag, problems.not_a_flag(name, text)
    if sort == "not_an_id":
        return problems.not_an_id, problems.not_an_id("id", text, str(context.get("fault", "")))
    if sort == "string_too_long":
        fault = "links are an id, or record-id/item-id"
        return problems.not_an_id, problems.not_an_id(name, text, fault)
    if sort == "string_unicode":  # half a character of two; no file that can be read holds one
        return problems.text_expected, problems.text_expected(name, "a broken character")
    by_sort: dict[str, AnyCode] = {
        "not_a_date": problems.not_a_date,
        "not_a_count": problems.not_a_count,
        "not_a_quantity": problems.not_a_quantity,
        "not_a_score": problems.not_a_score,
        "not_a_time": problems.not_a_time,
        "not_a_period": problems.not_a_period,
        "not_a_word": problems.not_a_word,
        "not_two_forms": problems.not_two_forms,
    }
    code = by_sort[sort]
    return code, code(name, text, advice)


def _mismatched(name: str, text: str, pattern: str) -> tuple[AnyCode, Wording]:
    """What a text is that does not fit the pattern of its field: of several lines, or not a link."""
    if pattern == LINE_PATTERN:
        return problems.not_one_line, problems.not_one_line(name)
    return problems.not_an_id, problems.not_an_id(name, text, "links are an id, or record-id/item-id")


def _choices(context: dict[str, Any]) -> tuple[str, ...]:
    words = str(context.get("expected", "")).replace(" or ", ", ").split(", ")
    return tuple(word.strip("'") for word in words)


def _sort_of(found: object) -> str:
    if isinstance(found, dict):
        return "named fields"
    return "a list" if isinstance(found, list) else "text"


def _model_at(kind: type[BaseModel], path: FieldPath) -> type[BaseModel] | None:
    """The model that holds the field at the end of `path`."""
    model: type[BaseModel] | None = kind
    for step in path:
        if isinstance(step, int) or model is None:
            continue
        info = model.model_fields.get(step)
        model = next(models_in(info.annotation), None) if info else None
    return model


def _known(kind: type[BaseModel], path: FieldPath) -> tuple[str, ...]:
    model = _model_at(kind, path)
    return tuple(model.model_fields) if model else ()


def _meaning(kind: type[BaseModel], path: FieldPath) -> str:
    model = _model_at(kind, path[:-1])
    info = model.model_fields.get(str(path[-1])) if model else None
    return (info.description or "") if info else ""


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models named anywhere inside a field's annotation."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        return
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated or origin in (typing.Union, types.UnionType, tuple, list):
        for part in typing.get_args(annotation):
            yield from models_in(part)


def swallowed(kind: type[BaseModel], folded: Iterable[FieldPath]) -> list[FieldProblem]:
    """A warning for each path whose value runs over several lines where one is meant."""
    code: AnyCode = problems.swallowed_line
    return [
        FieldProblem(path, code, code(_name(path)))
        for path in sorted(folded, key=str)
        if _one_line(kind, path)
    ]


def _name(path: FieldPath) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _one_line(kind: type[BaseModel], path: FieldPath) -> bool:
    """Whether the field at `path` is to stand on one line: every field but prose."""
    name = _name(path)
    model = _model_at(kind, path[: path.index(name)]) if name in path else None
    info = model.model_fields.get(name) if model else None
    return info is not None and next(_markers(info.annotation, info.metadata), None) is not None


def _markers(annotation: Any, metadata: Iterable[Any]) -> Iterator[OneLine]:
    for piece in metadata:
        if isinstance(piece, OneLine):
            yield piece
    for part in typing.get_args(annotation):
        yield from _markers(part, getattr(part, "__metadata__", ()))


@cache
def required_fields(kind: type[BaseModel]) -> tuple[str, ...]:
    """The fields that a record of this kind must have from its first day."""
    return tuple(name for name, info in kind.model_fields.items() if info.is_required())
