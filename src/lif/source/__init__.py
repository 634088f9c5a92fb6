"""Text of records: read through five doors into data and places; the only room that knows YAML."""

from __future__ import annotations

from lif.source.bulk import Beside, ReaderDiedError, read_many
from lif.source.document import Document, FieldPath, Node
from lif.source.files import Door
from lif.source.loose_text import as_text, read_text
from lif.source.problems import READING
from lif.source.reading import Problems, parse, read
from lif.source.tables import Table, read_table
from lif.source.walk import walk

__all__ = [
    "READING",
    "Beside",
    "Document",
    "Door",
    "FieldPath",
    "Node",
    "Problems",
    "ReaderDiedError",
    "Table",
    "as_text",
    "parse",
    "read",
    "read_many",
    "read_table",
    "read_text",
    "walk",
]
