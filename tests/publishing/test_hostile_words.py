"""Words of public records stay words: no mark-up, script, formula or template is made of them in any form."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
from pydantic import BaseModel
from tests.publishing.made_up import COUNTS, FRAMEWORK, Asked, prepared, read
from tests.publishing.outputs import plain_outputs, site

from lif.publishing import PublicSet
from lif.publishing.told import may_read
from lif.records.record import Record

EVIL = "<img src=x onerror=alert(x)>{{ 'lif' ~ 'lif' }}{% raw %}</script>\N{RIGHT-TO-LEFT OVERRIDE}|`x`"


def _evil(thing: Any) -> Any:
    """The record with what is hostile at the end of each of its free texts."""
    changed = {}
    for name in may_read(type(thing)):
        value = getattr(thing, name)
        if isinstance(value, BaseModel):
            changed[name] = _evil(value)
        elif isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
            changed[name] = tuple(_evil(one) for one in value)
        elif isinstance(value, str) and name in (
            "name",
            "title",
            "text",
            "rationale",
            "definition",
            "plain_question",
        ):
            changed[name] = f"{value} {EVIL}"
    return thing.model_copy(update=changed)


@pytest.fixture(scope="module")
def hostile() -> PublicSet:
    kinds = (
        "area",
        "board",
        "priority",
        "element",
        "indicator",
        "source",
        "publication",
        "question",
        "method",
        "agency",
    )
    records = tuple(_evil(read(kind, data)) for kind in kinds for data in FRAMEWORK[kind])
    assert all(isinstance(one, Record) for one in records)
    found = prepared(
        Asked(
            COUNTS,
            story=f"Teams work together. {EVIL}",
            records=records,
        )
    )
    assert found.made is not None, found.refusals
    return found.made


def test_no_page_holds_mark_up_of_a_record(hostile: PublicSet) -> None:
    pages = {**plain_outputs(hostile), **site(hostile)}
    for path, text in pages.items():
        if not path.endswith(".html"):
            continue
        assert "<img" not in text, path
        assert "onerror=alert" not in re.sub(r"&lt;.*?&gt;", "", text), path
        assert "liflif" not in text, path
        assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in text, path
        assert text.count("<script") == (path == "search.html"), path


def test_markdown_and_data_hold_words(hostile: PublicSet) -> None:
    forms = plain_outputs(hostile)
    assert "<img" not in forms["page.md"].replace("\\<img", "").replace("&lt;img", "")
    assert "liflif" not in forms["page.md"]
    json.loads(forms["page.json"])
    rows = list(csv.DictReader(io.StringIO(forms["data.csv"])))
    assert all(len(row) == len(rows[0]) for row in rows)
    assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in forms["page.json"] + forms["data.csv"] + forms["data.json"]


def test_the_script_of_the_search_is_plain_letters(hostile: PublicSet) -> None:
    assert site(hostile)["search.js"].isascii()
