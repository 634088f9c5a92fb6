"""The whole site of this repository's workspace, made once, and read as software reads it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from lif.reports.papers import Stamp
from lif.reports.site import Made, files
from lif.views.papers import Question
from lif.views.site import Site, site
from lif.views.site.world import World
from lif.workspace import Workspace

AS_AT = date(2025, 12, 10)
STAMP = Stamp("0.0.0", "0123456789abcdef0123456789abcdef01234567", False)


@dataclass(frozen=True)
class Read:
    """A page of the site with its links and the places that others can point at."""

    path: str
    text: str

    @cached_property
    def tree(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.text)

    def all(self, selector: str) -> list[LexborNode]:
        return list(self.tree.css(selector))

    def one(self, selector: str) -> LexborNode:
        (found,) = self.tree.css(selector)
        return found

    @cached_property
    def ids(self) -> list[str]:
        return [node.attributes["id"] or "" for node in self.all("[id]")]

    @cached_property
    def links(self) -> list[str]:
        return [node.attributes["href"] or "" for node in self.all("a[href], link[href]")]

    @property
    def inside(self) -> list[tuple[str, str]]:
        """The file and the place in it that each link inside the site leads to."""
        found = []
        for link in self.links:
            if not link.startswith(("http://", "https://", "mailto:")):
                file, _, place = link.partition("#")
                found.append((normpath(join(dirname(self.path), file)) if file else self.path, place))
        return found


@dataclass(frozen=True)
class Whole:
    """Every file of the site by its path, every page read, and what it was made from."""

    world: World
    site: Site
    files: dict[str, str]
    seconds: float

    @cached_property
    def pages(self) -> dict[str, Read]:
        return {path: Read(path, text) for path, text in self.files.items() if path.endswith(".html")}


@pytest.fixture(scope="session")
def whole(root: Path) -> Whole:
    """The site of the real workspace, without calendar and feed."""
    workspace = Workspace.load(root, AS_AT, checks=())
    question = Question(workspace.register, AS_AT, workspace.board)
    begun = time.process_time()
    view = site(question)
    made = dict(files(view, Made(STAMP)))
    return Whole(World(question), view, made, time.process_time() - begun)
