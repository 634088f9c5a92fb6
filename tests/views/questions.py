"""What a paper's view is asked, made in a test from records that can be read there."""

from __future__ import annotations

from datetime import date
from typing import Any

from lif.records.board import Board
from lif.records.record import Record
from lif.register import Entry, Register
from lif.views.papers import Question

HILL = Board.model_validate(
    {
        "id": "hill",
        "name": "Hill",
        "area": "hill-town",
        "bodies": [{"id": "partnership", "name": "Hill Partnership", "kind": "partnership"}],
    }
)


def question(register: Register, as_at: str, *about: Record) -> Question:
    """A question of these records on a day, about the records that are named."""
    return Question(register, date.fromisoformat(as_at), HILL, about=about)


def of(*records: Record) -> Register:
    """A register of these records."""
    return Register.of(Entry(record, f"{record.id}.yaml") for record in records)


def made(kind: type[Any], id_: str, **fields: Any) -> Any:
    """A record of a kind from its fields as a file has them."""
    return kind.model_validate({"id": id_, **fields})
