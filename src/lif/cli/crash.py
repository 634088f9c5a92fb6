"""What is said when lif itself is at fault: where and which command, never a value from a record."""

from __future__ import annotations

import traceback
from pathlib import Path

from lif import __version__
from lif.cli.exits import BUG
from lif.cli.streams import say

_PACKAGE = Path(__file__).parent.parent


def tell(crash: BaseException, arguments: list[str]) -> int:
    """Says that lif is at fault and what to send to its maintainers; gives the exit code 3."""
    command = " ".join(["lif", *_command(arguments)])
    say(f"lif: '{command}' stopped because of a fault in lif itself, not in your records ({_where(crash)}).")
    say("Please report it to the maintainers of lif, with the two lines between the rules:")
    say(f"--------\nlif {__version__}, {command}\n{_trail(crash)}\n--------")
    return BUG


def _command(arguments: list[str]) -> list[str]:
    """The words that are lif's own: never an id, a path or a value."""
    name, word = [*arguments, "", ""][:2]
    try:
        from lif.cli.commands import COMMANDS, Group, loaded
        from lif.cli.reports import REPORTS

        found = loaded(name) if name in COMMANDS else None
    except Exception:  # noqa: BLE001  # what cannot be imported may be the fault that is told of
        return []
    own = found.commands if isinstance(found, Group) else REPORTS if name == "report" else ()
    return [each for each in (name if found else "", word if word in own else "") if each]


def _where(crash: BaseException) -> str:
    """The check that failed, where a check did; otherwise the place in the code."""
    check = getattr(crash, "check", None)
    return f"in the check {check}" if isinstance(check, str) else _places(crash)[-1]


def _trail(crash: BaseException) -> str:
    """The kind of fault and the places it passed through, without any text of records."""
    causes = [crash]
    while (cause := causes[-1].__cause__) is not None and cause not in causes:
        causes.append(cause)
    return " from ".join(f"{type(one).__name__} at {' > '.join(_places(one)[-6:])}" for one in causes)


def _places(crash: BaseException) -> list[str]:
    """Each step of the way as `checks/links.py:31`, ours by their room, others by the file's name."""
    found = []
    for frame in traceback.extract_tb(crash.__traceback__):
        path = Path(frame.filename)
        name = path.relative_to(_PACKAGE).as_posix() if path.is_relative_to(_PACKAGE) else path.name
        found.append(f"{name}:{frame.lineno}")
    return found or ["an unknown place"]
