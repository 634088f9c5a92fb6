"""Records that build on one of the same id in a framework: laid over it, each field with its place."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lif.diagnostics import AnyCode
from lif.records import problems
from lif.records.links import Survey, survey
from lif.records.problems import FieldPath
from lif.records.reading import FieldProblem, read_part, read_record, required_fields
from lif.records.record import Record
from lif.records.sketches import sketch_of
from lif.register import Beneath, Pattern
from lif.source import Node
from lif.workspace.places import Place

BUILDS_ON = "builds_on"
PATTERN = "to_be_completed"
_NOT_SAID = ("id", BUILDS_ON, PATTERN)
"""Fields that say which record it is, and nothing of what it says."""


@dataclass(frozen=True, slots=True)
class Layer:
    """The data of one record as a framework gives it, whole or with what it keeps from others beneath."""

    kind: type[Record]
    place: Place
    data: dict[str, Node]
    beneath: tuple[Beneath, ...] = ()
    """What stands under it, nearest first."""
    record: Record | None = None
    """What it is, once it was read; a pattern is none."""

    @property
    def waits(self) -> bool:
        """Whether it is a pattern, which waits for a board to complete it."""
        return str(self.data.get(PATTERN)).strip() == "true"

    def under(self, framework: str, data: dict[str, Node]) -> tuple[Beneath, ...]:
        """This layer, and what is under it, as what `data` is laid over."""
        path = self.place.document.path
        kept = tuple(name for name in self.data if name not in data and name != PATTERN)
        changed = tuple(
            name for name in data if name not in _NOT_SAID and not _repeats(data[name], self.data.get(name))
        )
        this = Beneath(framework, path, kept, False, changed, self.waits, record=self.record)
        return (this, *self.beneath)


@dataclass(slots=True)
class Layers:
    """The records of the frameworks read so far, and the patterns among them that nobody has completed."""

    patterns: dict[str, Pattern] = field(default_factory=dict)
    _held: dict[str, dict[str, Layer]] = field(default_factory=dict)

    def keep(self, framework: str, id_: str, layer: Layer, followed: bool) -> None:
        """Takes in a record that was read; the workspace's own (without a name) are not built on.

        The links of a pattern are found only where they are `followed`: most boards leave most patterns.
        """
        if layer.waits:
            lacks = tuple(name for name in required_fields(layer.kind) if name not in layer.data)
            path = layer.place.document.path
            seen = _surveyed(layer, id_) if followed else None
            self.patterns[id_] = Pattern(id_, layer.kind, framework, path, layer.data, lacks, seen)
        else:
            self.patterns.pop(id_, None)
        if framework:
            self._held.setdefault(framework, {})[id_] = layer

    def base(self, data: dict[str, Node], id_: str) -> Layer | None:
        """What a record builds on."""
        name = data.get(BUILDS_ON)
        return self._held.get(name, {}).get(id_) if isinstance(name, str) else None

    def laid(self, layer: Layer, id_: str) -> Layer | FieldProblem:
        """The record with what it keeps from the one it builds on, or why there is nothing to build on."""
        name = layer.data.get(BUILDS_ON)
        if not isinstance(name, str):
            return layer
        beneath = self._held.get(name, {}).get(id_)
        if beneath is not None and beneath.kind is layer.kind:
            return laid_over(beneath, layer.place, layer.data)
        code: AnyCode = problems.nothing_to_build_on
        known = [other for other, held in self._held.items() if id_ in held and held[id_].kind is layer.kind]
        there = beneath.kind.kind if beneath else ""
        ids = [each for each, one in self._held.get(name, {}).items() if one.kind is layer.kind]
        near = "" if beneath else problems.nearest(id_, ids)
        return FieldProblem(
            (BUILDS_ON,), code, code(id_, name, name in self._held, tuple(known), there, near)
        )


def read_layer(layer: Layer) -> Record | list[FieldProblem] | None:
    """The record of a layer, None for a pattern (which need not be complete), or what is wrong."""
    result = read_record(layer.kind, layer.data)
    if not layer.waits:
        return result
    if isinstance(result, Record):
        return None
    return [each for each in result if each.path or each.code is not problems.missing_field] or None


def beside(base: Layer, framework: str, laid: Layer, problem: FieldProblem) -> FieldProblem:
    """What an item lacks that the framework does not hold, with that said: its id may have changed."""
    if problem.code is not problems.missing_field or len(problem.path) != 2:
        return problem
    name, index = problem.path
    items = laid.data.get(str(name))
    if not isinstance(index, int) or not isinstance(items, list):
        return problem
    known = [_id(one) for one in _listed(base.data.get(str(name)) or [])]
    item = items[index]
    if not known or not isinstance(item, dict) or _id(item) in known:
        return problem
    said = f"'{framework}' has no '{problems.shown(str(_id(item)))}' under '{name}' to keep it from"
    return replace(problem, wording=replace(problem.wording, hint=f"{problem.wording.hint}; {said}"))


def origins(place: Place, record: Record, found: Survey) -> dict[FieldPath, str]:
    """The files of the fields and items that a record keeps from elsewhere."""
    if not place.elsewhere:
        return {}
    own = place.document.path
    made: dict[FieldPath, str] = {}
    for name in type(record).model_fields:
        if (file := place.file((name,))) != own:
            made[(name,)] = file
    for one in found.items:
        whole = place.file(one.path)
        if whole != own:
            made[one.path] = whole
            continue
        for name in type(one.item).model_fields:
            if (file := place.file((*one.path, name))) != own:
                made[(*one.path, name)] = file
    return made


def _surveyed(layer: Layer, id_: str) -> Survey | None:
    read = read_part(sketch_of(layer.kind), layer.data)
    return survey(read, id_) if isinstance(read, Record) else None


def _repeats(upper: Node, lower: Node) -> bool:
    """Whether what is given says only what stands beneath already."""
    if not (_items(upper) and _items(lower)):
        return upper == lower
    below = {_id(item): item for item in _listed(lower)}
    return all(
        _id(item) in below
        and all(_repeats(value, below[_id(item)].get(name)) for name, value in item.items())
        for item in _listed(upper)
    )


def laid_over(beneath: Layer, place: Place, data: dict[str, Node]) -> Layer:
    """The record that `data` makes on top of the one beneath.

    Fields given replace those beneath. In a list of items one with a known id is laid over that item in its
    turn, and one with a new id is added at the end; any other list is replaced. Being a pattern is not kept.
    """
    kept = {name: value for name, value in beneath.data.items() if name != PATTERN}
    laying = _Laying(beneath.place, place)
    merged = laying.fields(kept, data, (), (), ())
    return Layer(beneath.kind, Place(place.document, place.at, laying.elsewhere), merged)


@dataclass(slots=True)
class _Laying:
    """One record being laid over another: which of its parts stand where."""

    beneath: Place
    above: Place
    elsewhere: dict[FieldPath, tuple[Place, FieldPath]] = field(default_factory=dict)

    def fields(
        self, below: dict[str, Node], over: dict[str, Node], at: FieldPath, old: FieldPath, new: FieldPath
    ) -> dict[str, Node]:
        """The fields of both; `at`, `old` and `new` are where they stand in the result, below and above."""
        made: dict[str, Node] = {}
        for name, value in below.items():
            if name not in over:
                made[name] = value
                self.elsewhere[(*at, name)] = (self.beneath, (*old, name))
                continue
            upper = over[name]
            if _items(value) and _items(upper):
                made[name] = self.items(value, upper, (*at, name), (*old, name), (*new, name))
            else:
                made[name] = upper
        return made | {name: value for name, value in over.items() if name not in below}

    def items(self, below: Node, over: Node, at: FieldPath, old: FieldPath, new: FieldPath) -> list[Node]:
        """The items below, each with what is laid over it, and those that are new above.

        New ones come at the end, or before a known one where they stand before it above. A list above that
        names every one below sets the order of all.
        """
        made: list[Node] = []
        upper = _listed(over)
        known = {_id(item) for item in _listed(below)}
        above, before, after = _ranged([_id(item) for item in upper], known)

        def add(position: int) -> None:
            self.elsewhere[(*at, len(made))] = (_file(self.above), (*new, position))
            made.append(upper[position])

        lower = [*enumerate(_listed(below))]
        if all(_id(item) in above for _, item in lower):
            lower.sort(key=lambda one: above[_id(one[1])])
        for number, item in lower:
            for position in before.get(_id(item), ()):
                add(position)
            here = (*at, len(made))
            if _id(item) in above:
                position = above[_id(item)]
                self.elsewhere[here] = (_file(self.above), (*new, position))
                made.append(self.fields(item, upper[position], here, (*old, number), (*new, position)))
            else:
                self.elsewhere[here] = (self.beneath, (*old, number))
                made.append(item)
        for position in after:
            add(position)
        return made


def _ranged(ids: list[str], known: set[str]) -> tuple[dict[str, int], dict[str, list[int]], list[int]]:
    """Of these ids, where each known one stands, which new ones stand before it, and which come last.

    A known id that stands twice is new the second time, so that it is told like any that stands twice.
    """
    above: dict[str, int] = {}
    before: dict[str, list[int]] = {}
    waiting: list[int] = []
    for position, id_ in enumerate(ids):
        if id_ in known and id_ not in above:
            above[id_], before[id_], waiting = position, waiting, []
        else:
            waiting.append(position)
    return above, before, waiting


def _file(place: Place) -> Place:
    return Place(place.document, place.at)


def _items(value: Node) -> bool:
    """Whether it is a list of parts that each have an id."""
    return isinstance(value, list) and bool(value) and all(_id(one) for one in value)


def _id(item: Node) -> str:
    found = item.get("id") if isinstance(item, dict) else None
    return found if isinstance(found, str) else ""


def _listed(value: Node) -> list[dict[str, Node]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
