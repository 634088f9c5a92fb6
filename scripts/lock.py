"""Write requirements/: every version that is installed here, with hashes and without a host."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ALWAYS = (
    *("--universal", "--python-version", "3.11", "--generate-hashes"),
    *(
        "--no-emit-index-url",
        "--no-emit-find-links",
        "--no-annotate",
        "--custom-compile-command",
        "make lock",
    ),
)
OF_BOARDS = "src/lif/starting/files/requirements.txt"
"""The versions that a board's repository begins with: in the package, because there it is asked for."""
# dev.txt first: the others take their versions from it, so that no two files disagree.
FILES = {
    "dev.txt": ("pyproject.toml", "--all-extras", "--group", "dev"),
    "run.txt": (
        "pyproject.toml",
        *("--extra", "national", "--extra", "papers", "--extra", "query", "--extra", "watch"),
        "--group",
        "build",
        "-c",
        "requirements/dev.txt",
    ),
    "bench.txt": ("--group", "bench", "-c", "requirements/dev.txt"),
}


def main(arguments: list[str]) -> int:
    """Compile each file with uv; `--upgrade` takes newer versions than those that stand there."""
    uv = shutil.which("uv", path=str(Path(sys.executable).parent)) or "uv"
    for name, inputs in FILES.items():
        command = [
            uv,
            "pip",
            "compile",
            "--quiet",
            *ALWAYS,
            *inputs,
            "-o",
            f"requirements/{name}",
            *arguments,
        ]
        subprocess.run(command, cwd=ROOT, check=True)
        print(f"requirements/{name}")
    shutil.copyfile(ROOT / "requirements" / "run.txt", ROOT / OF_BOARDS)
    print(OF_BOARDS)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
