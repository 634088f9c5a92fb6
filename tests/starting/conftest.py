"""Commands run here as in the tests of commands."""

from __future__ import annotations

from tests.cli.conftest import lif

__all__ = ["lif"]
