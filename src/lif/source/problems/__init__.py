"""The reading problems, each a documented code: R1xx files, R2xx characters, R3xx YAML, R4xx tables."""

from __future__ import annotations

from lif.diagnostics import AnyCode
from lif.source.problems.characters import CHARACTERS
from lif.source.problems.files import FILES
from lif.source.problems.slips import SLIPS
from lif.source.problems.yaml import READING_OF_YAML

READING: tuple[AnyCode, ...] = (*FILES, *CHARACTERS, *READING_OF_YAML, *SLIPS)
"""Every code that `lif.source` gives."""
