"""Whether evidence tells of children, or of those who work with them."""

from __future__ import annotations

from typing import get_args

import pytest

from lif.records.elements import Audience, Statement
from lif.views.impact.evidence import _for_whom

OF_CHILDREN = ("children", "parents-and-carers", "families")


@pytest.mark.parametrize("audience", get_args(Audience))
def test_only_what_children_and_families_meet_is_impact_on_children(audience: str) -> None:
    good = Statement.model_validate({"id": "a", "text": "It is so.", "audiences": [audience]})
    assert _for_whom([good]) == ("children" if audience in OF_CHILDREN else "practice")
