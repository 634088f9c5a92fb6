"""Runs a command line: finds the command, and turns every reason to stop into a message and an exit code."""

from __future__ import annotations

from lif.cli.exits import COULD_NOT_RUN, STOPPED, CannotRun
from lif.cli.streams import prepare, reason, say


def run(arguments: list[str]) -> int:
    """The exit code of the command that `arguments` name; raises only what is a fault of lif itself."""
    prepare()
    try:
        return _command(arguments)
    except CannotRun as why:
        say(f"lif: {why}")
        return COULD_NOT_RUN
    except KeyboardInterrupt:
        return STOPPED
    except OSError as fault:
        about = f" ({fault.filename})" if fault.filename else ""
        say(f"lif: could not go on: {reason(fault)}{about}")
        return COULD_NOT_RUN


def _command(arguments: list[str]) -> int:
    if arguments[:1] == ["validate"]:
        from lif.cli.straight import validation

        if (asked := validation(arguments[1:])) is not None:
            from lif.cli.checking import check

            return check(asked)
    from lif.cli.app import call

    return call(arguments)
