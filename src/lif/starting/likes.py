"""The frameworks that a board may start like: in the package, or beside the code in its repository.

`likes.csv` names them, and those on which they build without being a board's.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lif.starting.tables import HERE, rows

BLANK = "blank"
NAMES = (*(row["name"] for row in rows("likes") if row["board"]), BLANK)
_REPOSITORY = HERE.parents[2]


def folder_like(name: str) -> Path | None:
    """The folder of the framework called so; None where it did not come with this lif."""
    row = next(row for row in rows("likes") if row["name"] == name)
    places = (HERE / "like" / name, _REPOSITORY / row["folder"])
    return next((place for place in places if (place / "framework" / "boards").is_dir()), None)


def beside_the_code() -> Iterator[tuple[str, Path]]:
    """Where each file of these frameworks belongs in the package, and where it stands until it is built.

    Nothing where they are in the package already.
    """
    for row in rows("likes"):
        folder = _REPOSITORY / row["folder"]
        if (HERE / "like" / row["name"]).is_dir() or not (folder / "framework").is_dir():
            continue
        for path in (folder / "lif.yaml", *sorted((folder / "framework").rglob("*.yaml"))):
            yield f"like/{row['name']}/{path.relative_to(folder).as_posix()}", path
