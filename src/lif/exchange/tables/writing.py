"""An export in one form: its files, with the descriptor and the dictionary beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from lif.exchange.tables import dictionary, package
from lif.exchange.tables.shape import Export

_FORMS = {
    "csv": "as_text:csv_files",
    "xlsx": "as_workbook:workbook_files",
    "json": "as_text:json_files",
    "parquet": "in_duckdb:parquet_files",
    "sqlite": "as_sqlite:sqlite_files",
}
FORMS = tuple(_FORMS)


def files(export: Export, form: str) -> Mapping[str, bytes]:
    """Every file of an export by its name.

    Raises CannotGoOn where a library is not installed, or where the form cannot hold what is to go into it.
    """
    module, function = _FORMS[form].split(":")
    make: Callable[[Export], Mapping[str, bytes]] = getattr(
        import_module(f"lif.exchange.tables.{module}"), function
    )
    made = dict(make(export))
    texts = {
        package.FILE: package.descriptor(export, form, made),
        dictionary.PAGE: dictionary.page(export),
        dictionary.LIST: dictionary.listed(export.tables),
    }
    return {**made, **{name: text.encode("utf-8") for name, text in texts.items()}}
