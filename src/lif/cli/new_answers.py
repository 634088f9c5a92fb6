"""What is known of a new record, field by field: from the command's words, or from the person asked."""

from __future__ import annotations

import copy
import secrets
import shutil
import textwrap
from collections.abc import Collection
from typing import Any

from pydantic import BaseModel

from lif.cli.asking import answered
from lif.cli.exits import CannotRun
from lif.cli.meant import meant
from lif.cli.streams import say
from lif.records.fields import id_fault
from lif.records.kinds import BY_NAME
from lif.records.new_ids import named_by, proposed_id
from lif.records.reading import models_in, read_record, required_fields
from lif.records.record import Record
from lif.records.ways import FieldAt, NoSuchField, field_called
from lif.source.new_records import Field, as_read
from lif.views.lookup import slug
from lif.workspace import Workspace

MOST_SHOWN = 12
"""So many records are offered to choose from."""


class Answering:
    """The fields of one record that is being begun."""

    def __init__(self, workspace: Workspace, kind: type[Record]) -> None:
        self.workspace, self.kind = workspace, kind
        self.fields: dict[str, Any] = {}

    def take(self, name: str, value: str) -> None:
        """A field as it was given. Raises CannotRun where the kind has none of that name."""
        if name == "id":
            self.fields["id"] = value
            return
        at = self._at(name)
        self._put(at, self._meant(at, name, value))

    def missing(self) -> list[str]:
        """The ways to fields that the record must have and has not, groups of fields by their own."""
        return [name for name in _required(self.kind, "") if name != "id" and not self._known(name)]

    def about(self, name: str) -> str:
        """What a field is for, and what may stand there."""
        at = self._at(name)
        said = at.description.rstrip(".")
        return f"{said[:1].lower()}{said[1:]}{': ' + ', '.join(at.choices) if at.choices else ''}"

    def ask(self, name: str) -> None:
        """Asks until the answer can be used."""
        at = self._at(name)
        while True:
            words = answered(in_lines(f"{name} – {self.about(name)}"))
            kept = copy.deepcopy(self.fields)
            try:
                self._put(at, self._chosen(at, name, words))
            except CannotRun as why:
                say(in_lines(f"  {why}"))
                continue
            wrong = self._wrong(at)
            if wrong is None:
                return
            self.fields = kept
            say(in_lines(f"  {wrong}"))

    def with_id(self, ask: bool = False) -> dict[str, Field]:
        """All fields, the id first; one that was not given is proposed from the title, and may be changed."""
        id_ = self.fields.pop("id", None)
        if id_ is None:
            taken = {*self.workspace.register.entries, *self.workspace.register.unreadable}
            id_ = proposed_id(self.kind, named_by(self.fields), self.workspace.as_at, taken, _letters)
            if ask:
                id_ = _id_agreed(id_, taken)
        return {"id": id_, **self.fields}

    def _wrong(self, at: FieldAt) -> str | None:
        """What `lif validate` would say of the answer, if anything."""
        read = read_record(self.kind, as_read(self.fields))
        for problem in read if isinstance(read, list) else ():
            if problem.path[: len(at.path)] == at.path:
                hint = f" ({problem.wording.hint})" if problem.wording.hint else ""
                return f"{problem.wording.message}{hint}"
        return None

    def _at(self, name: str) -> FieldAt:
        try:
            return field_called(self.kind, name, None)
        except NoSuchField as none:
            raise CannotRun(str(none)) from None

    def _known(self, name: str) -> bool:
        here: Any = self.fields
        for step in name.split("."):
            if isinstance(here, list):
                here = here[int(step)] if int(step) < len(here) else None
            else:
                here = here.get(step) if isinstance(here, dict) else None
            if here is None:
                return False
        return True

    def _put(self, at: FieldAt, value: Field) -> None:
        here: Any = self.fields
        for step, further in zip(at.path[:-1], at.path[1:], strict=True):
            new: Any = [] if isinstance(further, int) else {}
            if isinstance(here, list):
                while len(here) <= int(step):
                    here.append({})
                here = here[int(step)]
            else:
                here = here.setdefault(step, new)
        last = at.path[-1]
        if isinstance(here, list):
            here.append(value)
        else:
            here[last] = [*here.get(last, []), value] if at.many else value

    def _meant(self, at: FieldAt, name: str, value: str) -> Field:
        return meant(self.workspace, at, name, value)

    def _chosen(self, at: FieldAt, name: str, words: str) -> Field:
        """The answer; of several records that it may mean, the one that is chosen by number."""
        if at.link is None or self.workspace.register.get(words) is not None:
            return self._meant(at, name, words)
        near = self._near(at.link.kinds or tuple(BY_NAME), words)
        if not near and not at.link.kinds:
            raise CannotRun(f"no record has '{words}' in its id or its name: say a word of its title")
        if len(near) < 2:
            return self._meant(at, name, near[0] if near else words)
        for number, id_ in enumerate(near[:MOST_SHOWN], 1):
            say(f"  {number:2} {self._called(id_)}")
        if len(near) > MOST_SHOWN:
            say(f"     … and {len(near) - MOST_SHOWN} more: say more of the name")
        answer = answered("   which")
        if answer.isdigit() and 0 < int(answer) <= len(near[:MOST_SHOWN]):
            return near[int(answer) - 1]
        return self._meant(at, name, answer)

    def _called(self, id_: str) -> str:
        """A record as a person chooses it: by its name, with its id."""
        record = self.workspace.register.entries[id_].record
        named = str(getattr(record, "name", None) or getattr(record, "title", None) or "")
        return f"{named} ({id_})" if named else id_

    def _near(self, kinds: tuple[str, ...], words: str) -> list[str]:
        """The records of these kinds whose id or name holds the words."""
        asked = slug(words)
        found = []
        for kind in kinds:
            for record in self.workspace.register.all(BY_NAME[kind]):
                named = (record.id, *(str(getattr(record, f, "") or "") for f in ("name", "title")))
                if asked and any(asked in slug(one) for one in named):
                    found.append(record.id)
        return found


def _required(model: type[BaseModel], before: str) -> list[str]:
    """The ways to all fields that must be there; of a list those of its first member."""
    found: list[str] = []
    for name in required_fields(model):
        at = field_called(model, name, None)
        part = next(models_in(model.model_fields[name].annotation), None)
        if part is None:
            found.append(f"{before}{name}")
        else:
            found += _required(part, f"{before}{name}.{'0.' if at.many else ''}")
    return found


def _id_agreed(proposed: str, taken: Collection[str]) -> str:
    """The id that is agreed; once begun it never changes."""
    while True:
        id_ = answered("id – it never changes", proposed)
        if id_ in taken:
            say(f"  the id '{id_}' is taken")
        elif fault := id_fault(id_):
            say(f"  {fault}")
        else:
            return id_


def in_lines(text: str) -> str:
    """The words in lines that fit a terminal, the further ones set in."""
    width = shutil.get_terminal_size().columns - 1
    first = text[: len(text) - len(text.lstrip())]
    lines = textwrap.wrap(
        text.strip(), width, initial_indent=first, subsequent_indent=f"{first}    ", break_on_hyphens=False
    )
    return "\n".join(lines)


def _letters(alphabet: str, count: int) -> str:
    return "".join(secrets.choice(alphabet) for _ in range(count))
