"""Puts a series into the workspace: its CSV and the record that speaks of it, in one step."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from lif.exchange.national.series import Series
from lif.exchange.national.tables import CannotRead
from lif.records.figures import PublishedSeries
from lif.source import Document, parse
from lif.source.writing import Write, write


class Change(StrEnum):
    """What an import does to the workspace."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "nothing changed"

    @property
    def writes(self) -> bool:
        """Whether anything has to be written."""
        return self is not Change.SAME


def change(root: Path, series: Series, before: PublishedSeries | None) -> Change:
    """What saving the series would do.

    The same file under the same mapping changes nothing, whatever the day. Raises CannotRead when the release
    is there already from another file: a revised release is another record, with another name.
    """
    if before is None:
        return Change.NEW
    if before.sha256 != series.sha256:
        raise CannotRead(
            f"{series.record_path}: release '{series.release}' was imported on {before.imported_on} "
            f"from another file ({before.file}). If the publisher has revised it, name the revision: "
            f"--release '{series.release} revised' --released-on DATE"
        )
    return Change.SAME if _alike(root, series, before) else Change.CHANGED


def _alike(root: Path, series: Series, before: PublishedSeries) -> bool:
    """Whether only the day of import differs."""
    old = _as_on(series, before)
    try:
        record = (root / series.record_path).read_bytes()
        table = (root / series.csv_path).read_bytes()
    except OSError:
        return False
    return record == old.encode() and table == series.csv_text().encode()


def _as_on(series: Series, before: PublishedSeries) -> str:
    return series.record_text().replace(
        f"imported_on: {series.imported_on}\n", f"imported_on: {before.imported_on}\n", 1
    )


def files(series: Series) -> dict[str, bytes]:
    """Both files by their paths. Raises RuntimeError when the record could not be read back: a bug of this
    module."""
    text = series.record_text()
    document = parse(text.encode(), series.record_path)
    if not isinstance(document, Document):
        raise RuntimeError(f"{series.record_path} would not be read back: {document[0].message}")
    PublishedSeries.model_validate(document.data)
    return {series.csv_path: series.csv_text().encode(), series.record_path: text.encode()}


def save(root: Path, series: Series) -> None:
    """Writes both files, or neither. Raises CannotWrite."""
    write(root, [Write(path, _there(root / path), content) for path, content in files(series).items()])


def _there(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
