"""The public site: pages of what the public may read, of nothing else, with links that lead somewhere."""

from __future__ import annotations

import json
import posixpath
import re
from functools import cache
from html import unescape
from itertools import pairwise

import jsonschema
import pytest
from tests.publishing.made_up import COUNTS, Asked, made, prepared, read
from tests.publishing.outputs import plain_outputs, site, words

from lif.exchange.published import DICTIONARY
from lif.exchange.schemas import all_schemas
from lif.views.public_site import NAVIGATION, public_site

FOLDERS = {"", "priorities", "indicators", "elements", "data"}


@cache
def files() -> dict[str, str]:
    return dict(site(made()))


@cache
def pages() -> dict[str, str]:
    return {path: text for path, text in files().items() if path.endswith(".html")}


def test_there_are_pages_of_a_few_kinds_and_of_no_other() -> None:
    assert {posixpath.dirname(path) for path in files()} == FOLDERS
    assert {posixpath.basename(path) for path in pages() if path.startswith("indicators/")} == {
        *("index.html", "contacts.html", "escalations.html", "visits.html", "meetings-held.html"),
        "national-rate.html",
    }
    assert {path for path in files() if "/" not in path} == {
        *("index.html", "about.html", "publications.html", "notes.html", "search.html"),
        *("style.css", "search.js"),
    }
    assert {path for path in files() if path.startswith("data/")} == {
        *("data/figures.csv", "data/columns.csv", "data/figures.json"),
    }


@pytest.mark.parametrize("path", sorted(pages()))
def test_every_link_leads_to_a_page_or_a_place_that_is_there(path: str) -> None:
    for address in re.findall(r'href="([^"]*)"', pages()[path]):
        if address.startswith("https://"):
            continue
        target, _, anchor = unescape(address).partition("#")
        found = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
        assert found in files(), address
        if anchor:
            assert f'id="{anchor}"' in files()[found], address


@pytest.mark.parametrize("path", sorted(pages()))
def test_every_page_has_one_heading_the_navigation_and_the_stamp(path: str) -> None:
    text = pages()[path]
    assert len(re.findall("<h1>", text)) == 1
    assert all(f">{each.name}</a>" in text for each in NAVIGATION)
    assert "FOR PUBLICATION" in text
    assert "Publication: publication-made-up" in text
    assert "commit" not in text.lower()
    levels = [int(level) for level in re.findall(r"<h([1-6])", text)]
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels
    ids = re.findall(r'\bid="([^"]*)"', text)
    assert len(ids) == len(set(ids)), path


def test_the_search_knows_the_pages_and_nothing_else() -> None:
    found = re.match(r"const PLACES = (\[.*?\]);\n", files()["search.js"])
    assert found is not None
    places = json.loads(found[1])
    assert {place[2] for place in places} == set(pages()) - {"index.html", "search.html"}
    assert {place[1] for place in places} == {"page", "priority", "figure", "element"}


def test_a_page_says_what_the_record_says_for_the_public() -> None:
    priority = words(pages()["priorities/priority-neglect.html"])
    assert "Neglect harms children." in priority
    assert "Children are safe at home." in priority
    element = words(pages()["elements/element-front-door.html"])
    assert "Whoever asks for help is answered." in element
    assert ">Visits</a>" in pages()["elements/element-front-door.html"]
    assert "Yearly report of Madeup" in pages()["publications.html"]
    assert "Learn from what is seen." in pages()["about.html"]


def test_a_sentence_that_breaks_off_is_not_told() -> None:
    data = {
        "id": "element-second",
        "name": "Second",
        "good": [
            {"id": "whole", "text": "It is whole.", "audiences": ["children"]},
            {"id": "part", "text": "It breaks …", "audiences": ["children"], "incomplete": "It stops."},
        ],
    }
    found = prepared(Asked(COUNTS, records=(read("element", data),)))
    assert found.made is not None
    text = site(found.made)["elements/element-second.html"]
    assert "It is whole." in text
    assert "It breaks" not in text


def test_a_hidden_figure_has_one_mark_on_its_page() -> None:
    text = words(pages()["indicators/escalations.html"])
    assert "is hidden (c), so that no child can be found" in text
    assert "Last shown: 25" in text


def test_the_pages_are_made_of_the_set_alone() -> None:
    site_ = public_site(made())
    assert site_.publication.id == "publication-made-up"
    assert site_.body == "Madeup Safeguarding Children Partnership"


def test_what_is_for_machines_keeps_to_its_schema() -> None:
    forms = plain_outputs(made())
    schemas = dict(all_schemas(()))
    for form, schema in (("page.json", "public-scorecard"), ("data.json", "open-data")):
        found = schemas[f"output/{schema}.json"]
        jsonschema.Draft7Validator.check_schema(found)
        jsonschema.validate(json.loads(forms[form]), found)
    columns = schemas["output/open-data.json"]["properties"]["rows"]["items"]["properties"]
    assert {name: each["description"] for name, each in columns.items()} == dict(DICTIONARY)
