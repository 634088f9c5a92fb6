"""Write a release's bill of materials (CycloneDX 1.5): what is installed with lif, by version and hash."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import lif

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements" / "run.txt"
PINNED = re.compile(
    r"^(?P<name>[a-z0-9._-]+)==(?P<version>[^\s;]+)(?P<hashes>(?:[^\n]*\\\n)*[^\n]*)", re.MULTILINE
)


def components(text: str) -> list[dict[str, Any]]:
    """Each locked package with its version and the hashes of all its files, in order of name."""
    return [
        {
            "type": "library",
            "name": found["name"],
            "version": found["version"],
            "purl": f"pkg:pypi/{found['name']}@{found['version']}",
            "hashes": [
                {"alg": "SHA-256", "content": one}
                for one in re.findall(r"sha256:([0-9a-f]{64})", found["hashes"])
            ],
        }
        for found in PINNED.finditer(text)
    ]


def bill() -> dict[str, Any]:
    """The bill; without a date or a serial number, so that the same lock gives the same bytes."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "lif", "version": lif.__version__}},
        "components": components(LOCK.read_text(encoding="utf-8")),
    }


def main(arguments: list[str]) -> int:
    """Write the bill to the file that is named, or to the screen."""
    text = json.dumps(bill(), indent=1) + "\n"
    if arguments:
        Path(arguments[0]).write_text(text, encoding="utf-8", newline="\n")
    else:
        sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
