"""Every form of a publication as text, so that a test can search it, and what is inside the files."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from functools import cache

import pypdf

from lif.exchange.public_files import public_site_files
from lif.exchange.published import dictionary_csv, open_data_csv, open_data_json, scorecard_as_json
from lif.publishing import PublicSet
from lif.reports.printed.pdf import pdf
from lif.reports.printed.reading import document
from lif.reports.printed.word import word
from lif.reports.public_scorecard import render_public
from lif.views.public_scorecard import public_scorecard


def plain_outputs(made: PublicSet) -> Mapping[str, str]:
    """The forms that are text."""
    view = public_scorecard(made)
    return {
        "page.html": render_public(view, "html"),
        "page.md": render_public(view, "md"),
        "page.json": scorecard_as_json(view),
        "data.csv": open_data_csv(made),
        "data.json": open_data_json(made),
        "dictionary.csv": dictionary_csv(),
    }


@cache
def printed(page: str) -> Mapping[str, bytes]:
    """The forms that are printed from the page."""
    blocks = document(page)
    return {"page.pdf": pdf(blocks, appendix=True), "page.docx": word(blocks, appendix=True)}


def inside_pdf(content: bytes) -> str:
    """Everything that can be read in a PDF: text, metadata, bookmarks, attachments, objects."""
    reader = pypdf.PdfReader(io.BytesIO(content))
    pieces = [page.extract_text() for page in reader.pages]
    pieces += [str(reader.metadata), str(reader.outline), str(dict(reader.attachments))]
    for number in range(1, len(reader.xref[0]) + len(reader.xref_objStm) + 1):
        found = reader.get_object(number) if number in {**reader.xref[0], **reader.xref_objStm} else None
        if found is None:
            continue
        pieces.append(str(found))
        if hasattr(found, "get_data"):
            pieces.append(found.get_data().decode("latin-1"))
    return "\n".join(pieces)


def inside_docx(content: bytes) -> str:
    """Every part of a Word document, its properties among them."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return "\n".join(
            f"{name}\n{parts.read(name).decode('utf-8', 'replace')}"
            for name in parts.namelist()
            if name.endswith((".xml", ".rels"))
        )


def site(made: PublicSet) -> Mapping[str, str]:
    """Every file of the public site."""
    return {path: content.decode("utf-8") for path, content in public_site_files(made).items()}


def outputs(made: PublicSet) -> Mapping[str, str]:
    """Every form as text."""
    plain = dict(plain_outputs(made))
    plain["site"] = "\n".join(f"{path}\n{text}" for path, text in site(made).items())
    for name, content in printed(plain["page.html"]).items():
        plain[name] = inside_pdf(content) if name.endswith("pdf") else inside_docx(content)
    return plain


def words(text: str) -> str:
    """A page's words without its marks, in one run."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", text))
