"""Every link of the whole site resolves, every page is reached, and nothing that is linked is left out."""

from __future__ import annotations

import re

import pytest
from tests.reports.site.conftest import Whole

from lif.views.site.places import page_of

pytestmark = pytest.mark.xdist_group("site")


def test_every_link_and_every_anchor_leads_somewhere(whole: Whole) -> None:
    broken = []
    for path, page in whole.pages.items():
        for file, place in page.inside:
            if file not in whole.files:
                broken.append(f"{path}: {file} is not there")
            elif place and place not in whole.pages[file].ids:
                broken.append(f"{path}: {file} has no place '{place}'")
    assert broken == []
    assert sum(len(page.inside) for page in whole.pages.values()) > 40_000


def test_links_are_relative_and_lower_case(whole: Whole) -> None:
    """From a folder, from an intranet, from a disk that tells capitals apart and from one that does not."""
    plain = re.compile(r"(?:\.\./)?(?:[a-z0-9-]+/)?[a-z0-9-]+\.(?:html|css|xml|ics)(?:#[\w-]+)?|#[\w-]+")
    odd = [
        f"{path}: {link}"
        for path, page in whole.pages.items()
        for link in page.links
        if not plain.fullmatch(link) and not re.match(r"https?://|mailto:", link)
    ]
    assert odd == []
    assert all(re.fullmatch(r"(?:[a-z0-9-]+/)?[a-z0-9-]+\.(?:html|css|js)", path) for path in whole.files)


def test_every_page_is_reached_from_the_first(whole: Whole) -> None:
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        for file, _ in whole.pages[waiting.pop()].inside:
            if file in whole.pages and file not in reached:
                reached.add(file)
                waiting.append(file)
    assert set(whole.pages) - reached == set()


def test_every_record_has_a_page_and_stands_in_the_alphabet_and_in_its_list(whole: Whole) -> None:
    entries = whole.world.known.entries
    assert len(entries) > 1_100
    alphabet = {file for file, _ in whole.pages["a-z.html"].inside}
    for id_, entry in entries.items():
        kind = type(entry.record)
        path = page_of(kind, id_)
        assert path in whole.pages
        assert path in alphabet
        assert path in {file for file, _ in whole.pages[f"{kind.plural}/index.html"].inside}, path


def test_what_links_to_a_record_is_linked_from_its_page(whole: Whole) -> None:
    """Both ways: from the record that names another, and back."""
    known = whole.world.known
    leads = {path: {file for file, _ in page.inside} for path, page in whole.pages.items()}
    missing = []
    for id_, entry in known.entries.items():
        path = page_of(type(entry.record), id_)
        for tie in known.links_into(id_):
            source = page_of(type(known.entries[tie.source].record), tie.source)
            if source != path and source not in leads[path]:
                missing.append(f"{path} does not lead back to {source}")
            if source != path and path not in leads[source]:
                missing.append(f"{source} does not lead to {path} ({'.'.join(map(str, tie.path))})")
    assert missing == []


def test_records_are_called_by_name(whole: Whole) -> None:
    """No id stands for the words of a link: cases, which have no title, are called by theirs in words."""
    entries = whole.world.known.entries
    shown = [
        f"{path}: {node.text()}"
        for path, page in whole.pages.items()
        for node in page.all("main a")
        if node.text().strip() in entries
    ]
    assert shown == []
