"""What tables and columns are called: as fields of records are, with no name that SQL keeps for itself."""

from __future__ import annotations

from collections.abc import Mapping

from lif.exchange.tables.shape import Sort

RESERVED = frozenset(
    (
        *("add", "all", "alter", "always", "analyse", "analyze", "and", "any", "array", "as", "asc"),
        *("attach", "before", "begin", "between", "by", "cascade", "case", "cast", "check", "collate"),
        *("column", "commit", "constraint", "create", "cross", "current", "current_date", "current_time"),
        *("default", "deferrable", "deferred", "delete", "desc", "detach", "distinct", "do", "drop", "each"),
        *("else", "end", "escape", "except", "exclude", "exclusive", "exists", "explain", "fail", "filter"),
        *("following", "for", "foreign", "from", "full", "generated", "glob", "group", "having", "if"),
        *("ignore", "immediate", "in", "index", "inner", "insert", "instead", "intersect", "into", "is"),
        *("isnull", "join", "lateral", "left", "like", "limit", "match", "natural", "no", "not", "nothing"),
        *("notnull", "null", "nulls", "of", "offset", "on", "only", "or", "order", "outer", "over"),
        *("overlaps", "partition", "placing", "pragma", "preceding", "primary", "raise", "range"),
        *("recursive", "references", "regexp", "reindex", "rename", "replace", "restrict", "returning"),
        *("right", "rollback", "row", "rows", "savepoint", "select", "set", "similar", "some", "symmetric"),
        *("table", "temp", "then", "ties", "to", "trailing", "transaction", "trigger", "true"),
        *("unbounded", "union", "unique", "unknown", "update", "user", "using", "vacuum", "values"),
        *("variadic", "view", "virtual", "when", "where", "window", "with", "without"),
    )
)
"""Words that a query cannot use as names as they stand, in DuckDB, SQLite or PostgreSQL."""

_SORTS: Mapping[Sort, str] = {
    "text": "text",
    "integer": "number",
    "number": "number",
    "boolean": "flag",
    "date": "date",
    "time": "time",
}


def table_name(words: str) -> str:
    """The name of the table of a kind, from its plural: `section11-returns` gives `section11_returns`."""
    return words.replace("-", "_")


def column_name(words: str, sort: Sort, link: bool) -> str:
    """The name of the column of a field: the field's own, with its sort after it where SQL would stumble."""
    name = words.replace("-", "_")
    return f"{name}_{'id' if link else _SORTS[sort]}" if name in RESERVED else name
