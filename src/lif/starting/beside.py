"""The files that a board's own repository holds beside its records."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Any

from lif import __version__
from lif.exchange.schemas import all_schemas, written
from lif.records.kinds import KINDS
from lif.starting.wheel import Wheel

_STANDING = {
    "gitattributes": ".gitattributes",
    "gitignore": ".gitignore",
    "editorconfig": ".editorconfig",
    "extensions.json": ".vscode/extensions.json",
    "github.yml": ".github/workflows/lif.yml",
    "gitlab.yml": ".gitlab-ci.yml",
    "pull_request_template.md": ".github/pull_request_template.md",
    "CODEOWNERS": ".github/CODEOWNERS",
    "README.md": "README.md",
}
"""Each file of `files/`, and where it stands in the board's repository."""


def beside_records(name: str, wheel: Wheel | None = None, agencies: Iterable[str] = ()) -> dict[str, str]:
    """The text of each file by its path, for the board of that name; the schemas are in `schema_files`.

    `wheel` is lif's own, where the repository is to hold it; `agencies` are those whose people may be asked
    to look at what is theirs.
    """
    plain = re.sub(r"\s+", " ", name).strip()
    marks = {"board": plain, "version": __version__, "owners": "".join(_owners(agencies)).rstrip()}
    found = {path: _filled(_text(own), marks) for own, path in _STANDING.items()}
    found[".vscode/settings.json"] = editor_settings()
    found["requirements.txt"] = requirements(wheel)
    return dict(sorted(found.items()))


def schema_files(papers: Iterable[tuple[str, str, type[Any]]]) -> Iterator[tuple[str, str]]:
    """What `lif schema --out schemas` writes: the path and the text of each schema.

    `papers` are those whose JSON is their view, as `lif.cli.reports.views` gives them.
    """
    for path, schema in all_schemas(papers):
        yield f"schemas/{path}", written(schema)


def editor_settings(tops: tuple[str, ...] = ("",)) -> str:
    """Settings for VS Code: which schema belongs to which files, below each of these folders."""
    schemas: dict[str, list[str]] = {}
    for cls in sorted(KINDS, key=lambda one: one.kind):
        for top in tops:
            schemas.setdefault(f"./schemas/{cls.kind}.json", []).append(f"/{top}{cls.folder}/*.yaml")
            schemas.setdefault(f"./schemas/{cls.kind}.list.json", []).append(f"/{top}{cls.folder}.yaml")
    schemas["./schemas/lif.json"] = [f"/{top}lif.yaml" for top in tops]
    settings = {
        "yaml.schemas": schemas,
        "yaml.schemaStore.enable": False,
        "yaml.validate": True,
        "yaml.completion": True,
        "yaml.hover": True,
        "yaml.format.enable": False,
        "files.eol": "\n",
        "files.encoding": "utf8",
        "[yaml]": {"editor.tabSize": 2, "editor.insertSpaces": True, "editor.detectIndentation": False},
    }
    return json.dumps(settings, indent=2, ensure_ascii=False) + "\n"


def requirements(wheel: Wheel | None = None) -> str:
    """What pip installs with `--require-hashes`: lif's wheel, and the locked versions of all it needs."""
    ours = (
        f"./{wheel.path} \\\n    --hash=sha256:{wheel.sha256}\n"
        if wheel
        else _MISSING.format(version=__version__)
    )
    return _HEAD + ours + re.sub(r"\A(#.*\n)+", "", _text("requirements.txt"))


_HEAD = """\
# lif, and the versions of everything it needs that it was tested with:
#     python -m pip install --require-hashes -r requirements.txt
"""
_MISSING = """\
# lif itself is not here yet. Put its wheel into vendor/, take away the # before the line below, and write in
# the place of … what this prints:  python -m pip hash vendor/lif-{version}-py3-none-any.whl
# ./vendor/lif-{version}-py3-none-any.whl --hash=sha256:…
"""


def _owners(agencies: Iterable[str]) -> Iterator[str]:
    """What each agency answers for: its returns by their names, and every folder that bears its name."""
    for agency in agencies:
        team = f"@your-organisation/{agency}"
        yield f"# {f'/data/returns/{agency}-*':<62} {team}\n"
        yield f"# {f'/data/*/{agency}/':<62} {team}\n"


def _text(name: str) -> str:
    return files("lif.starting").joinpath("files", name).read_text(encoding="utf-8")


def _filled(text: str, marks: dict[str, str]) -> str:
    """The text with these words in the place of their marks; `${{ … }}` of GitHub's is none of ours."""
    return re.sub(r"(?<!\$)\{\{ (\w+) \}\}", lambda found: marks[found[1]], text)
