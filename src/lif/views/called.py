"""What readers call a record: its name or title, and an item by its record's."""

from __future__ import annotations

from lif.register import Register


def called_at(register: Register, address: str) -> str:
    """What readers call the record or item at an address; the address itself where nothing stands there."""
    found = register.get(address) or register.get(address.partition("/")[0])
    return str(getattr(found, "name", None) or getattr(found, "title", None) or address)


def agency_called(register: Register, agency: str) -> str:
    """The short name that tables use for an agency, or its name."""
    found = register.get(agency)
    return str(getattr(found, "short_name", None) or getattr(found, "name", None) or agency)
