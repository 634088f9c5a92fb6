"""Runs a command line: finds the command, and turns every reason to stop into a message and an exit code."""

from __future__ import annotations

import os

from lif.cli.exits import CLEAN, COULD_NOT_RUN, STOPPED, CannotRun
from lif.cli.streams import drop_what_waits, prepare, reason, say
from lif.diagnostics import CannotGoOn, visible


def run(arguments: list[str]) -> int:
    """The exit code of the command that `arguments` name; raises only what is a fault of lif itself."""
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # other people's code has no business with records
    try:
        prepare()
        return _command(arguments)
    except (CannotRun, CannotGoOn) as why:
        from lif.privacy import mask

        say(f"lif: {visible(mask(str(why)))}")
        return COULD_NOT_RUN
    except KeyboardInterrupt:
        return STOPPED
    except OSError as fault:
        if drop_what_waits(fault):
            return CLEAN
        about = f" ({visible(str(fault.filename))})" if fault.filename else ""
        say(f"lif: could not go on: {reason(fault)}{about}")
        return COULD_NOT_RUN


def _command(arguments: list[str]) -> int:
    from lif.cli.commands import read_plainly

    if (plain := read_plainly(arguments)) is not None:
        command, given = plain
        return command(**given)
    from lif.cli.app import call

    return call(arguments)
