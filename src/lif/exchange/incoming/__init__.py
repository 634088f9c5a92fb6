"""What agencies send in: recognised, read, held against the records, and told before anything is written."""

from __future__ import annotations
