"""The Nu HTML checker, the reference for what is valid HTML, asked about files."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

JAR = Path(__file__).parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def complaints(files: Iterable[Path]) -> list[str]:
    """Everything it says against any of them, remarks included, one line each."""
    java = shutil.which("java")
    assert java and JAR.exists(), "the HTML checker is not installed: make setup-all"
    command = [java, "-jar", str(JAR), "--format", "json", "--exit-zero-always", *map(str, files)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    messages = json.loads(ran.stderr)["messages"]
    return [
        f"{Path(each['url']).name}:{each.get('lastLine')}: {each['message']} {each.get('extract', '')}"
        for each in messages
    ]
