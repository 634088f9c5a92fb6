"""Make the documentation's pages in a folder, with nothing but the files of the repository."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def make(folder: Path) -> subprocess.CompletedProcess[str]:
    """Sphinx over all of docs/, afresh, each warning an error; code 0 is a whole site."""
    # One process: the order of what is printed stays the same, and a site of this size takes half a minute.
    with tempfile.TemporaryDirectory() as trees:
        command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-E", "-d", trees]
        command += ["-c", "docs/site", "-b", "pages", ".", str(folder.resolve())]
        plain = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "NO_COLOR": "1"}
        return subprocess.run(
            command, cwd=ROOT, env=plain, capture_output=True, text=True, encoding="utf-8", check=False
        )


def main(arguments: list[str]) -> int:
    """Make the pages in the folder that is named; 1 when a link leads nowhere or anything else is amiss."""
    done = make(Path(arguments[0] if arguments else "build/docs"))
    sys.stderr.write(done.stdout + done.stderr)
    return 1 if done.returncode else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
