"""A return of figures that came back: what it would change in the records."""

from __future__ import annotations

from lif.exchange.incoming.outcome import Incoming, Told
from lif.exchange.workbooks.filled import Filled
from lif.exchange.workbooks.opening import Opened
from lif.workspace import Workspace


def returns(workspace: Workspace, opened: Opened, filled: Filled, told: Told) -> Incoming:
    """The return as it is understood."""
    identity = filled.stamp.identity
    title = f"return of figures of {identity.agency} for {identity.quarter}"
    return Incoming(opened.path, "returns", title, problems=filled.problems)
