"""What readers call a record: its name or title, and an item by its record's."""

from __future__ import annotations

from lif.records.elements import ActivityRow, BoardAction
from lif.records.incidents import CaseConsidered, Incident
from lif.register import Register


def called_at(register: Register, address: str) -> str:
    """What readers call the record or item at an address; the address itself where nothing stands there."""
    found = register.get(address) or register.get(address.partition("/")[0])
    if isinstance(found, Incident | CaseConsidered):
        return coded(found.id)
    if isinstance(found, ActivityRow | BoardAction):
        return _open(found.activity if isinstance(found, ActivityRow) else found.text)
    return str(getattr(found, "name", None) or getattr(found, "title", None) or address)


def _open(sentence: str) -> str:
    """A sentence of a record on one line, without its full stop."""
    return " ".join(sentence.split()).rstrip(".")


def coded(id_: str) -> str:
    """A neutral code as readers write it: `incident-2024-1` as `Incident 2024-1`."""
    words = id_.split("-")
    place = next((at for at, word in enumerate(words) if word[:1].isdigit()), len(words))
    return " ".join(filter(None, (" ".join(words[:place]).capitalize(), "-".join(words[place:]))))


def agency_called(register: Register, agency: str) -> str:
    """The short name that tables use for an agency, or its name."""
    found = register.get(agency)
    return str(getattr(found, "short_name", None) or getattr(found, "name", None) or agency)
