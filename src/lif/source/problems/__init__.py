"""The reading problems, each a documented code: R1xx files, R2xx characters, R3xx YAML, R4xx tables."""

from __future__ import annotations

from lif.diagnostics import AnyCode
from lif.source.problems.characters import CHARACTERS
from lif.source.problems.files import FILES
from lif.source.problems.keys import KEYS
from lif.source.problems.oddities import ODDITIES
from lif.source.problems.shapes import SHAPES
from lif.source.problems.slips import SLIPS
from lif.source.problems.tables import TABLES

READING: tuple[AnyCode, ...] = (*FILES, *CHARACTERS, *ODDITIES, *SHAPES, *KEYS, *SLIPS, *TABLES)
"""Every code that `lif.source` gives."""

MOST = 20
"""Most problems of one kind that are told of one file."""
