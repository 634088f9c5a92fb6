"""Where lif starts: says its version before importing anything, and makes a crash one short message."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from lif import __version__


def main() -> int:
    """Runs the command line; gives the command's exit code, 130 on Ctrl-C, 3 for a fault of lif's own."""
    arguments = sys.argv[1:]
    if arguments == ["--version"] and _version_said():
        return 0
    # Nothing else that is installed here may change what a record is; and looking for it takes 15 ms.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    if arguments[:1] == ["--complete"]:
        return _completed(arguments[1:])
    try:
        from lif.cli.running import run

        return run(arguments)
    except KeyboardInterrupt:
        return 130
    except Exception as crash:  # noqa: BLE001  # a fault of any sort is told, never shown as it is
        from lif.cli.crash import tell

        return tell(crash, arguments)


def _completed(words: list[str]) -> int:
    """Prints what the last word can become; where anything is amiss, a shell gets nothing instead."""
    with suppress(Exception):
        from pathlib import Path

        from lif.cli.completing import completed

        sys.stdout.write("".join(f"{one}\n" for one in completed(words, Path.cwd())))
        sys.stdout.flush()
    return 0


def _version_said() -> bool:
    """Says the version without importing anything; where it cannot be printed the long way says why."""
    try:
        sys.stdout.write(f"lif {__version__}\n")
        sys.stdout.flush()
    except (OSError, AttributeError):  # a full disk, a closed pipe, or no stdout at all
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
