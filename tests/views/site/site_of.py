"""The pages of a site over the small register of a test, by path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date

from tests.folders import Write
from tests.views.small_question import question_of
from tests.views.small_register import ROUND

from lif.views.papers import Question
from lif.views.site import Site, site
from lif.views.site.bodies import Page
from lif.views.site.pieces import refs_in
from lif.workspace import Workspace


def site_of(workspace: Write, files: Mapping[str, str], as_at: str) -> Site:
    """The site of the small board with these files, on a day."""
    return site(question_of(workspace, files, as_at))


def draft_of(workspace: Write, files: Mapping[str, str], as_at: str) -> Site:
    """The same in spite of errors in the records."""
    loaded = Workspace.load(workspace({**ROUND, **files}), date.fromisoformat(as_at), checks=())
    return site(Question(loaded.register, loaded.as_at, loaded.board))


def page(found: Site, path: str) -> Page:
    """The page at a path; there is one."""
    return next(each for each in found.pages if each.path == path)


def leads_to(found: Page) -> set[str]:
    """The paths of the pages that a page leads to."""
    return {ref.path.partition("#")[0] for ref in refs_in(found.body)}


def texts(part: object) -> Iterator[str]:
    """Every text in a part of a page."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple | list | dict):
        for each in part:
            yield from texts(each)
    elif is_dataclass(part):
        for field in fields(part):
            yield from texts(getattr(part, field.name))


def said(found: Page) -> str:
    """All that a page says."""
    return "\n".join((found.title, *texts(found.body)))
