"""Names as they stand in the middle of a sentence."""

from __future__ import annotations

import pytest

from lif.views.sentences import within


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("Quality assurance group", "quality assurance group"),
        ("Quality Assurance Sub Group", "Quality Assurance Sub Group"),
        ("Learning and Improvement Sub Group", "Learning and Improvement Sub Group"),
        ("Chair of the Learning Group", "chair of the Learning Group"),
        ("ICB lead", "ICB lead"),
        ("Board", "board"),
        ("", ""),
    ],
)
def test_a_name_in_a_sentence(name: str, there: str) -> None:
    assert within(name) == there
