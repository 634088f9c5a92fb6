"""`lif privacy hooks`: git looks for personal data before each commit, on this machine."""

from __future__ import annotations

from lif.cli.exits import CLEAN, PROBLEMS, CannotRun
from lif.cli.options import Shared


def hooks(shared: Shared) -> int:
    """Have git look for personal data before every commit that is made in this clone.

    Once in each clone: git never brings hooks along. A hook that somebody else wrote is left as it is, and
    what to add to it is said. Ends with 0 when both hooks look, and with 1 when one does not.

    \b
    Examples:
      lif privacy hooks
    """
    import sys

    from lif.cli.opening import folder_of
    from lif.cli.streams import put, say
    from lif.starting.hooks import WELL, set_up_hooks
    from lif.starting.hooks import hooks as standing

    root = folder_of(shared.root)
    if not standing(root):
        raise CannotRun("this folder is in no repository: make one with git init, and try again")
    put("".join(f"{words}\n" for words in set_up_hooks(root, sys.executable)))
    well = all(hook.standing in WELL for hook in standing(root))
    if well and not shared.quiet:
        say("lif: git looks for personal data before each commit")
    return CLEAN if well else PROBLEMS
