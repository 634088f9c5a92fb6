"""A document of mixed era: it quotes an edition that had gone, and says so."""

from __future__ import annotations

from typing import Any

import pytest
from tests.checks.given import told

from lif.checks.editions import edition_gone
from lif.records.law import Edition
from lif.records.references import Document

OLD = Edition.model_validate(
    {
        "id": "guide-2015",
        "title": "Guide (2015)",
        "series": "Guide",
        "force": "statutory-guidance",
        "in_force_from": "2015-03-26",
        "in_force_until": "2018-07-03",
        "source": "A notice",
    }
)


def document(approved: str, **cite: Any) -> Document:
    cites = [{"document": "guide-2015", "paragraph": "4"} | cite]
    plain = {"id": "page", "title": "A page", "sort": "framework", "owner": "All", "cites": cites}
    return Document.model_validate(plain | {"approved_on": approved})


@pytest.mark.parametrize(
    ("approved", "cite", "found"),
    [
        ("2018-07-03", {}, []),
        ("2018-07-04", {}, ["page.cites.0.document"]),
        ("2020-01-15", {"quoted": "true"}, []),
        ("2020-01-15", {"quoted": "false"}, ["page.cites.0.document"]),
    ],
)
def test_what_is_quoted_is_no_rule_of_the_day(approved: str, cite: dict[str, str], found: list[str]) -> None:
    assert told(edition_gone, OLD, document(approved, **cite)) == found
