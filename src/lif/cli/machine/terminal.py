"""What the terminal and the system can show: letters beyond ASCII, names of files, the fonts of papers."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.resources import files

from lif.cli.machine.rows import Asked, Row

PART = "This machine"


def rows(asked: Asked) -> Iterator[Row]:
    """Encodings, and the fonts that papers are set in."""
    yield _encoding(getattr(sys.stdout, "encoding", None) or "ascii", asked)
    names = sys.getfilesystemencoding()
    if names.lower().replace("-", "") != "utf8":
        said = f"{names}: a name with a letter such as é cannot be read"
        yield Row(PART, "names", "Letters in names of files", said, "mend", (_utf8(asked),))
    else:
        yield Row(PART, "names", "Letters in names of files", "UTF-8")
    yield _fonts()


def _encoding(encoding: str, asked: Asked) -> Row:
    about = "Letters in the terminal"
    if encoding.lower().replace("-", "").replace("_", "") == "utf8":
        return Row(PART, "terminal", about, "UTF-8")
    said = f"{encoding}: dashes and arrows are shown as plain marks; files are UTF-8 all the same"
    return Row(PART, "terminal", about, said, "for information", (_utf8(asked),))


def _utf8(asked: Asked) -> str:
    return "setx PYTHONUTF8 1" if asked.system == "windows" else "export LANG=C.UTF-8 PYTHONUTF8=1"


def _fonts() -> Row:
    folder = files("lif.reports").joinpath("fonts")
    found = (
        [one.name for one in folder.iterdir() if one.name.endswith((".ttf", ".otf"))]
        if folder.is_dir()
        else []
    )
    if not found:
        how = "install lif again: its own files are not whole"
        return Row(PART, "fonts", "Fonts of papers", "missing from lif's own folder", "mend", (how,))
    return Row(PART, "fonts", "Fonts of papers", "they come with lif; none of this machine's is needed")
