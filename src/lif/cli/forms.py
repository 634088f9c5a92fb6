"""The forms that a paper can take, and how they are written: all made first, then put in place one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from lif.cli.exits import CannotRun
from lif.cli.options import Option
from lif.cli.progress import working

if TYPE_CHECKING:
    from lif.workspace import Workspace

Text = Callable[[str], str]
"""Gives the text of a paper as `html`, `md` or `json`."""


PRINTERS = {"selectolax", "typst", "docx", "resvg_py"}
"""The libraries of the extra 'papers', by the name under which they are imported."""


@dataclass(frozen=True, slots=True)
class Printing:
    """What PDF and Word can be asked."""

    appendix: Annotated[
        bool, Option("--appendix", "Print what the page folds away, such as data tables, at the end.")
    ] = False
    base: Annotated[
        str | None, Option("--base", "Write Word in this document, with its styles and heads.", "FILE")
    ] = None


def _text(form: str) -> Callable[[Text, Printing], bytes]:
    return lambda text, _: text(form).encode("utf-8")


@contextmanager
def printer(name: str) -> Iterator[None]:
    """Raises CannotRun, with what to install, where a library that prints papers is not there."""
    try:
        yield
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] not in PRINTERS:
            raise
        raise CannotRun(f"{name} needs the extra 'papers': lif doctor says how to install it") from None


def _pdf(text: Text, printing: Printing) -> bytes:
    with printer("PDF"):
        from lif.reports.printed.pdf import pdf
        from lif.reports.printed.reading import document
    return pdf(document(text("html")), appendix=printing.appendix)


def _docx(text: Text, printing: Printing) -> bytes:
    from lif.cli.own_document import content

    with printer("Word"):
        from lif.reports.printed.reading import document
        from lif.reports.printed.word import CannotUseDocument, word

        base = content(printing.base)
        try:
            return word(document(text("html")), base=base, appendix=printing.appendix)
        except CannotUseDocument as fault:
            raise CannotRun(f"cannot write in {printing.base}: {fault}") from None


FORMS: Mapping[str, Callable[[Text, Printing], bytes]] = {
    "html": _text("html"),
    "md": _text("md"),
    "json": _text("json"),
    "pdf": _pdf,
    "docx": _docx,
}
"""How each form is made; its name is the ending of its file too."""


PRINTED = ("pdf", "docx")
"""The forms that are printed from the page."""


def write_printed(page: str, form: str, path: Path, workspace: Workspace) -> str:
    """Writes a page as one of `PRINTED`; gives the path. Raises CannotRun with the reason."""
    from lif.cli.own_document import lent
    from lif.cli.papers import write

    return write(path, FORMS[form](lambda _: page, lent(Printing(), workspace)))


def forms_of(words: str | None, what: str) -> tuple[str, ...]:
    """The forms asked for, each once, in the order typed; raises CannotRun for one that there is not.

    `what` is the thing that is made, with its article: `a report`.
    """
    forms = tuple(dict.fromkeys(each.strip() for each in (words or "").split(",") if each.strip()))
    *others, last = FORMS
    for each in forms:
        if each not in FORMS:
            raise CannotRun(f"--format {each}: {what} can be {', '.join(others)} or {last}")
    if words is not None and not forms:
        raise CannotRun(f"--format: name a form; {what} can be {', '.join(others)} or {last}")
    return forms


Made = Mapping[str, bytes]
"""A paper in its forms: the name of each file, and what is in it."""


def make_forms(name: str, text: Text, forms: tuple[str, ...], printing: Printing) -> Made:
    """The paper in each form, as `name.form`; raises CannotRun with the reason."""
    made = {}
    for form in forms:
        with working(f"making {name}.{form}"):
            made[f"{name}.{form}"] = FORMS[form](text, printing)
    return made


def write_made(made: Made, out: str) -> list[str]:
    """Writes what was made into the folder `out`; gives the paths. Raises CannotRun with the reason."""
    from lif.cli.papers import write

    return [write(Path(out) / name, content) for name, content in made.items()]
