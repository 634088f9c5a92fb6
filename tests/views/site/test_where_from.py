"""The page of a record says what it stands on, and of each statement when it is not the board's own."""

from __future__ import annotations

from datetime import date

from tests.folders import Write
from tests.small_board import SMALL
from tests.views.site.site_of import page, said
from tests.workspace.test_building_on import OWN_VOICE, REGION

from lif.records.elements import Element
from lif.views.papers import Question
from lif.views.site import site
from lif.views.site.places import page_of
from lif.workspace import Workspace


def test_a_page_says_what_is_taken_from_a_framework(workspace: Write) -> None:
    files = {f"board/{path}": text for path, text in SMALL.items()} | REGION
    root = workspace(files | {"board/framework/elements/voice.yaml": OWN_VOICE})
    loaded = Workspace.load(root / "board", date(2025, 5, 20), checks=())
    found = site(Question(loaded.register, loaded.as_at, loaded.board))
    shown = said(page(found, page_of(Element, "voice")))
    assert (
        "framework/elements/voice.yaml, and builds on that of region (region:framework/elements/voice.yaml)"
        in shown
    )
    assert shown.count("From the framework Region") == 2  # heard, and the words of answered
