"""The first chapters: who the board is and was, what the framework is for, and what it holds to."""

from __future__ import annotations

from datetime import date

from lif.calendars import long_date
from lif.records.board import Board, Body
from lif.records.governance import Agency
from lif.records.references import Area, Document
from lif.views.as_known import as_known
from lif.views.bodies import bodies_of, body_of
from lif.views.framework.writing import Chapter, Part, Said, Writer, chapter, listed, plain
from lif.views.sentences import named, within


def introduction(writer: Writer, board: Board) -> Chapter:
    """Who publishes the framework, under which bodies it stood, and what it is for."""
    body = body_of(board, writer.as_at)
    area = writer.register.find(Area, board.area)
    place = area.name if area else board.name
    region = f", in {_with_article(writer.called(area.region))}" if area and area.region else ""
    about = f"This is the learning and improvement framework of the {body.name}, for {place}{region}."
    bodies = _bodies(writer, board)
    purposes = writer.all(board.purpose)
    lists = (
        *listed("Its aims", writer.all(board.aims)),
        *listed("What learning must be able to show has improved", writer.all(board.must_improve)),
    )
    return chapter(
        1,
        "introduction",
        "Introduction",
        plain(about, _partners(writer) if body.kind == "partnership" else "", edition_words(writer)),
        (
            Part("bodies", "The board and its bodies over time", bodies),
            Part("purpose", "What the framework is for", purposes, lists),
        ),
    )


def _with_article(region: str) -> str:
    """A region as it stands in a sentence: the North West, the East of England; London."""
    quarter = region.partition(" ")[0] in ("North", "South", "East", "West")
    return f"the {region}" if quarter else region


def principles(writer: Writer, board: Board) -> Chapter:
    """What the board holds to: principles, culture, equality, and how learning goes round."""
    held = writer.all(board.principles)
    culture = writer.all(board.culture)
    equality = tuple(
        writer.said(each, f"{' '.join(each.text.split()).rstrip('.')}: {named(each.grounds, 99)}.")
        if each.grounds
        else writer.said(each)
        for each in board.equality
        if writer.counts(each)
    )
    return chapter(
        2,
        "principles",
        "Principles",
        (),
        (
            Part("held", "What the board holds to", (), listed("", held)),
            Part("culture", "How people learn together", culture),
            Part("equality", "Equality", equality),
            Part("cycle", "How learning is brought together and used", writer.all(board.learning_cycle)),
        ),
    )


def framework_document(writer: Writer) -> Document | None:
    """The record of this framework as a document, as known on the day, if there is one."""
    found = [
        each for each in writer.register.all(Document) if each.sort == "framework" and writer.counts(each)
    ]
    return as_known(writer.register, found[0], writer.as_at) if found else None


def edition_words(writer: Writer) -> str:
    """Which edition it is and who approved it, or that neither is recorded."""
    document = framework_document(writer)
    if document is None:
        return "No record says which edition this is, or who approved it."
    approved = document.approved_on
    version = f"This is version {document.version}" if document.version else "It has no version yet"
    if approved is None:
        return f"{version}, and no day on which it was approved is recorded."
    by = f" by the {_lower(document.approved_by)}" if document.approved_by else ""
    due = document.review_due
    again = f" It is to be looked at again by {long_date(due)}." if due else ""
    return f"{version}, approved{by} on {long_date(approved)}.{again}"


def _lower(name: str) -> str:
    """A name inside a sentence: `The three partners` as `three partners`, a board in lower case."""
    words = name.removeprefix("The ").removeprefix("the ")
    return within(words)


def _partners(writer: Writer) -> str:
    found = [each for each in writer.register.all(Agency) if each.statutory_partner and writer.counts(each)]
    return f"Its safeguarding partners are: {'; '.join(each.name for each in found)}." if found else ""


def _bodies(writer: Writer, board: Board) -> tuple[Said, ...]:
    """One sentence for each legal body, in order of time, as known on the day."""
    begun = [each for each in bodies_of(board) if each.since is None or each.since <= writer.as_at]
    return tuple(writer.said(each, _stood(each, writer.as_at)) for each in begun)


def _stood(body: Body, as_at: date) -> str:
    kind = "a Local Safeguarding Children Board" if body.kind == "lscb" else "a safeguarding partnership"
    began = f" from {long_date(body.since)}" if body.since else ""
    if body.until and body.until < as_at:
        return f"The {body.name}, {kind}, was the body{began} until {long_date(body.until)}."
    since = f" since {long_date(body.since)}" if body.since else ""
    return f"The {body.name}, {kind}, has been the body{since}."
