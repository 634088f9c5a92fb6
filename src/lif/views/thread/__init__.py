"""The golden thread of one record: what led to it, what came of it, and where that breaks."""

from __future__ import annotations

from datetime import date

from lif.measures.series import Figures
from lif.register import Register
from lif.views.thread.asking import Asking
from lif.views.thread.days import known_on
from lif.views.thread.pieces import SORTS, STAGES, Break, Node, Thread
from lif.views.thread.walking import Weaving

__all__ = ["SORTS", "STAGES", "Break", "Node", "Thread", "thread"]


def thread(register: Register, figures: Figures, address: str, as_at: date) -> Thread | None:
    """The thread of a record or item as it was known on a day; None when there is nothing at the address.

    A thing that hangs at several joints is shown whole at the first, and named at the others. Nothing is in
    it that was not known by the day; of a record that was not known itself only the name is there.
    """
    if register.get(address) is None:
        return None
    weaving = Weaving(Asking(register, figures, as_at))
    if not known_on(register, address, as_at):
        bare = weaving.bare(address)
        return Thread(address, bare.kind, bare.name, as_at, (), bare)
    down = weaving.down(address)
    weaving.seen = {address}
    up, more = weaving.above(address)
    return Thread(address, down.kind, down.name, as_at, up, down, more)
