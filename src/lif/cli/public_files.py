"""The files of a public set in each form: from the set, and from nothing else of the workspace."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from lif.cli.exits import CannotRun
from lif.cli.forms import FORMS, Printing
from lif.cli.papers import own_templates
from lif.exchange.public_files import public_site_files
from lif.exchange.published import dictionary_csv, open_data_csv, open_data_json, scorecard_as_json
from lif.publishing import PublicSet
from lif.records.problems import listed, nearest
from lif.records.words import Words, sealed
from lif.reports.public_scorecard import render_public
from lif.views.public_scorecard import PublicScorecard, public_scorecard
from lif.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Own:
    """How the board has its papers: the folder of its own templates, if any, and its own words."""

    templates: Path | None
    words: Words

    @classmethod
    def of(cls, workspace: Workspace) -> Own:
        """Those of a workspace. Raises CannotRun where its templates cannot be used."""
        return cls(own_templates(workspace), workspace.words)


Files = Mapping[str, bytes]
"""The path of each file in the folder of the publication, and what is in it."""
SITE = "site"
"""The folder of the site in that of the publication."""
PAPER = ("html", "md", "json", "pdf", "docx")


def public_forms(words: str) -> tuple[str, ...]:
    """The forms asked for, each once; raises CannotRun for one that there is not."""
    known = (*PAPER, *BESIDE)
    forms = tuple(dict.fromkeys(each.strip() for each in words.split(",") if each.strip()))
    for form in forms:
        if form not in known:
            near = nearest(form, known)
            raise CannotRun(
                f"--format {form}: {f'did you mean {near}? ' if near else ''}write {listed(known)}"
            )
    if not forms:
        raise CannotRun(f"--format: name a form; write {listed(known)}")
    return forms


def files_of(made: PublicSet, forms: tuple[str, ...], workspace: Workspace) -> Files:
    """Every file of the publication. Raises CannotRun where a form needs what is not installed."""
    return dict(_files(made, forms, Own.of(workspace)))


def scorecard_forms(made: PublicSet, forms: tuple[str, ...], workspace: Workspace) -> Files:
    """The public scorecard alone, in the forms of a paper."""
    return dict(_paper(made, forms, Own.of(workspace)))


def _files(made: PublicSet, forms: tuple[str, ...], own: Own) -> Iterator[tuple[str, bytes]]:
    yield from _paper(made, tuple(form for form in forms if form in PAPER), own)
    for form in forms:
        if form in BESIDE:
            yield from BESIDE[form](made, own)


def _paper(made: PublicSet, forms: tuple[str, ...], own: Own) -> Iterator[tuple[str, bytes]]:
    plain = public_scorecard(made)
    told = public_scorecard(made.with_prose(sealed)) if own.words else plain
    for form in forms:
        name = f"figures-{made.publication.quarter.slug}.{form}"
        yield name, FORMS[form](partial(_text, plain, told, own), Printing())


def _text(plain: PublicScorecard, told: PublicScorecard, own: Own, form: str) -> str:
    if form == "json":
        return scorecard_as_json(plain)
    return render_public(told, form, own.templates, own.words)


def _csv(made: PublicSet, _: Own) -> Iterator[tuple[str, bytes]]:
    yield "open-data.csv", open_data_csv(made).encode("utf-8")
    yield "open-data-columns.csv", dictionary_csv().encode("utf-8")
    yield "open-data.json", open_data_json(made).encode("utf-8")


def _site(made: PublicSet, own: Own) -> Iterator[tuple[str, bytes]]:
    for path, content in public_site_files(made, own.templates, own.words).items():
        yield f"{SITE}/{path}", content


BESIDE: Mapping[str, Callable[[PublicSet, Own], Iterator[tuple[str, bytes]]]] = {
    "csv": _csv,
    "site": _site,
}
"""What a publication holds besides its paper, by the word that asks for it."""
