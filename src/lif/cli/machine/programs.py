"""Python, lif itself, the libraries it cannot do without, and those for what not everybody does."""

from __future__ import annotations

import importlib
import os
import re
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires
from importlib.util import cache_from_source
from pathlib import Path

import lif
from lif.cli.machine.rows import Asked, Row, quoted

PART = "This machine"
OLDEST = (3, 11)
NEEDED = (
    *("typer", "pydantic", "ruamel.yaml", "jinja2", "rich", "markdown_it", "nh3", "stdnum"),
    *("xlsxwriter", "python_calamine", "icalendar"),
)
"""What lif imports of other people's, whatever it is asked."""
EXTRAS = {
    "papers": (("selectolax", "typst", "docx", "resvg_py"), "PDF and Word"),
    "national": (("duckdb",), "the national database as a parquet file (lif import lait)"),
    "query": (("duckdb",), "questions in SQL, and parquet (lif query, lif export --to parquet)"),
    "watch": (("watchfiles",), "what is done again at each save (lif watch, lif site --watch)"),
}
"""What is imported for what not everybody does, and what that is."""
_OF_EXTRA = re.compile(r"""^([^;]+?)\s*;\s*extra == ['"]([\w-]+)['"]$""")
_OUR_WHEEL = re.compile(r"^([^#\n]*\blif-(\d[\w.]*)-py3-none-any\.whl)", re.MULTILINE)


def rows(asked: Asked) -> Iterator[Row]:
    """Python, lif, its libraries, and whether what was compiled is kept."""
    yield _python(sys.version_info[:3], asked)
    yield _lif(asked)
    if asked.root is not None and (asked.root / "requirements.txt").is_file():
        yield _version_asked_for(asked.root)
    yield _libraries()
    yield from (_extra(name) for name in EXTRAS)
    yield _compiled()


def missing(modules: tuple[str, ...]) -> list[str]:
    """Those that cannot be imported: not there, or broken."""
    return [name for name in modules if not _can_be_imported(name)]


def _can_be_imported(name: str) -> bool:
    try:
        importlib.import_module(name)
    except (ImportError, OSError):  # a library whose own library is missing says the second
        return False
    return True


def _python(version: tuple[int, ...], asked: Asked) -> Row:
    said = ".".join(map(str, version))
    if version[:2] < OLDEST:
        how = {
            "windows": "winget install --id Python.Python.3.13 -e --scope user",
            "macos": "brew install python@3.13",
            "linux": "sudo apt install python3 python3-venv",
        }[asked.system]
        return Row(PART, "python", "Python", f"{said}, and lif needs 3.11 or later", "mend", (how,))
    apart = sys.prefix != sys.base_prefix
    return Row(PART, "python", "Python", f"{said}, in {'an environment of its own' if apart else sys.prefix}")


def _lif(asked: Asked) -> Row:
    place = Path(lif.__file__).parent
    found = f"{lif.__version__}, from {place}"
    called = shutil.which("lif")
    ours = {Path(sys.executable).parent / name for name in ("lif", "lif.exe")}
    if called is None:
        switch = Path(sys.prefix) / ("Scripts" if asked.system == "windows" else "bin") / "activate"
        how = quoted(switch) if asked.system == "windows" else f". {quoted(switch)}"
        said = f"{found}; the word lif alone is not known in this terminal"
        return Row(PART, "lif", "lif", said, "for information", (how,))
    if Path(called) not in ours and Path(called).resolve() not in {one.resolve() for one in ours}:
        found += f"; the word lif alone starts another one, {called}"
        return Row(PART, "lif", "lif", found, "for information")
    return Row(PART, "lif", "lif", found)


def _version_asked_for(root: Path) -> Row:
    """Whether the lif that runs is the one that the board's repository was made for."""
    text = (root / "requirements.txt").read_text(encoding="utf-8", errors="replace")
    named = _OUR_WHEEL.search(text)
    about = "The version that requirements.txt names"
    if named is None:
        said = "it names no wheel of lif: a colleague, and the checks of every change, cannot install it"
        return Row(PART, "version", about, said, "for information")
    wheel, version = named[1].split()[-1].removeprefix("./"), named[2]
    if "://" not in wheel and not (root / wheel).is_file():
        said = f"{wheel} is not there: lif cannot be installed from this folder"
        return Row(PART, "version", about, said, "mend", (f"git checkout -- {wheel}",))
    if version == lif.__version__:
        return Row(PART, "version", about, f"{version}, as it runs")
    return Row(PART, "version", about, f"{version}, and {lif.__version__} runs", "mend", (_from_lock(),))


def _libraries() -> Row:
    about = "Libraries that lif needs"
    lacking = missing(NEEDED)
    if not lacking:
        return Row(PART, "libraries", about, "all there")
    asked = [one for one in _required() if ";" not in one] or lacking
    return Row(PART, "libraries", about, f"not usable: {', '.join(lacking)}", "mend", (_install(asked),))


def _extra(name: str) -> Row:
    modules, does = EXTRAS[name]
    key, about = f"extra-{name}", f"For {does}"
    lacking = missing(modules)
    if not lacking:
        return Row(PART, key, about, f"all there (extra '{name}')")
    found = (_OF_EXTRA.match(one) for one in _required())
    asked = [one[1] for one in found if one and one[2] == name]
    said = f"not usable: {', '.join(lacking)} (extra '{name}')"
    return Row(PART, key, about, said, "for information", (_install(asked) if asked else _from_lock(),))


def _required() -> list[str]:
    try:
        return requires("lif") or []
    except PackageNotFoundError:
        return []


def _from_lock() -> str:
    """How a board's folder installs all that it names; never lif by its name, which others may have taken."""
    return f"{quoted(sys.executable)} -m pip install --require-hashes -r requirements.txt"


def _install(asked: list[str]) -> str:
    words = " ".join(f'"{one}"' for one in asked)
    return f"{quoted(sys.executable)} -m pip install {words}"


def _compiled() -> Row:
    """Whether Python keeps what it has compiled: without that each command takes three times as long."""
    about = "Python keeps what it has compiled"
    if os.environ.get("PYTHONDONTWRITEBYTECODE") or sys.dont_write_bytecode:
        said = "no, PYTHONDONTWRITEBYTECODE is set: every command starts slowly"
        how = 'setx PYTHONDONTWRITEBYTECODE ""' if os.name == "nt" else "unset PYTHONDONTWRITEBYTECODE"
        return Row(PART, "compiled", about, said, "for information", (how,))
    kept = Path(cache_from_source(lif.__file__))
    if kept.is_file() or os.access(kept.parent if kept.parent.is_dir() else kept.parent.parent, os.W_OK):
        return Row(PART, "compiled", about, "yes")
    return Row(
        PART,
        "compiled",
        about,
        f"no, {kept.parent} cannot be written: every command starts slowly",
        "for information",
    )
