"""The frameworks that a board may start like: in the package, or beside the code in its repository."""

from __future__ import annotations

from pathlib import Path

from lif.starting.tables import HERE, rows

BLANK = "blank"
NAMES = (*(row["name"] for row in rows("likes")), BLANK)
_REPOSITORY = HERE.parents[2]


def folder_like(name: str) -> Path | None:
    """The folder of the framework called so; None where it did not come with this lif."""
    row = next(row for row in rows("likes") if row["name"] == name)
    places = (HERE / "like" / name, _REPOSITORY / row["folder"])
    return next((place for place in places if (place / "framework" / "boards").is_dir()), None)
