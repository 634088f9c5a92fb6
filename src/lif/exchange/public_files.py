"""Everything that a public site is, as files: its pages, and the open data that stands beside them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lif.exchange.published import dictionary_csv, open_data_csv, open_data_json
from lif.publishing import PublicSet
from lif.records.words import PLAIN, Words, sealed
from lif.reports.public_site import public_pages
from lif.views.public_site import FILES, public_site


def public_site_files(
    made: PublicSet, folder: Path | None = None, words: Words = PLAIN
) -> Mapping[str, bytes]:
    """Every file of the public site of a set, by its path, in the board's `words`.

    `folder` holds the board's own templates.
    """
    shown = made.with_prose(sealed) if words else made
    texts = dict(public_pages(public_site(shown), folder, words))
    data = (open_data_csv(made), dictionary_csv(), open_data_json(made))
    texts.update({ref.path: text for ref, text in zip(FILES, data, strict=True)})
    return {path: text.encode("utf-8") for path, text in texts.items()}
