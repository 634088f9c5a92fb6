"""The chapters on how the board learns, how it audits and reviews, and how it is challenged and answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lif.calendars import long_date
from lif.records.audits import AuditTool
from lif.records.board import Board
from lif.records.elements import BoardAction, Element, LearningMethod, LearningRoute, ReviewRoute
from lif.records.oversight import Escalations
from lif.records.references import Document
from lif.records.section11 import Section11Standard
from lif.records.training import Course
from lif.records.voice import PractitionerIntelligence, Voice
from lif.views.as_known import as_known
from lif.views.bodies import body_of
from lif.views.came_of import many
from lif.views.framework.writing import Chapter, Part, Said, Writer, chapter, counted, listed, plain
from lif.views.sentences import named, quoted, sentence, within
from lif.views.shown import flowing

_ESCALATED = ("escalat", "dispute", "disagree")
"""Words by which an action of the board, or a method, is known to be about disagreements."""


def how_it_learns(writer: Writer, board: Board) -> Chapter:
    """The ways of learning, the routes by which it travels, and training."""
    methods = tuple(
        writer.said(each, f"{sentence(each.name)} {flowing(each.text)}{past_words(writer, board, each.name)}")
        for each in sorted(writer.register.all(LearningMethod), key=lambda each: each.name)
        if writer.counts(each)
    )
    return chapter(
        7,
        "learning",
        "How the board learns",
        (),
        (
            Part("methods", "Ways of learning", (), listed("", methods)),
            *(_routes(writer, each) for each in _elements(writer)),
            Part("voice", "Hearing children, families and practitioners", _voices(writer)),
            Part("training", "Training", _training(writer)),
        ),
    )


def _elements(writer: Writer) -> list[Element]:
    found = [each for each in writer.register.all(Element) if writer.counts(each)]
    return sorted(found, key=lambda each: (each.letter or "~", each.name, each.id))


def _routes(writer: Writer, element: Element) -> Part:
    said = tuple(
        writer.said(one, _route(writer, one)) for one in element.learning_routes if writer.counts(one)
    )
    return Part(f"routes-{element.id}", f"How learning travels: {element.name}", (), listed("", said))


def _route(writer: Writer, one: LearningRoute) -> str:
    """What passes along it, in its own words, with its ends and how long silence may last."""
    starts = named([_the(writer, each) for each in one.from_groups], 9)
    groups, agencies = [_the(writer, each) for each in one.to_groups], map(writer.called, one.to_agencies)
    ends = named([*groups, *agencies, *([one.reaches] if one.reaches else [])], 9)
    way = " ".join(filter(None, (f"from {starts}" if starts else "", f"to {ends}" if ends else "")))
    silent = one.silent_after_days
    words = f" Silence of more than {many(silent, 'day')} is asked about." if silent is not None else ""
    return f"{flowing(one.text)}{f' It goes {way}.' if way else ''}{words}"


def _the(writer: Writer, group: str) -> str:
    """A group inside a sentence: `the quality assurance group`."""
    name = writer.called(group)
    return f"the {within(name)}"


def _voices(writer: Writer) -> tuple[Said, ...]:
    """Whom the board hears and how, by what is on record."""
    heard = [each for each in writer.register.all(Voice) if each.on <= writer.as_at and writer.counts(each)]
    staff = [
        each
        for each in writer.register.all(PractitionerIntelligence)
        if each.on <= writer.as_at and writer.counts(each)
    ]
    ways = named(sorted({each.method.replace("-", " ") for each in heard}), 99)
    theirs = named(sorted({each.method.replace("-", " ") for each in staff}), 99)
    made_up = any(each.illustrative for each in heard) or any(each.illustrative for each in staff)
    found = [
        f"Children, parents and families are heard in these ways: {ways}." if ways else "",
        f"Those who do the work are heard in these, and are never named: {theirs}." if theirs else "",
    ]
    told = "What was heard is kept with what was done about it, and with whether those who spoke were told."
    said = tuple(Said(each, illustrative=made_up) for each in found if each)
    return (*said, *plain(told)) if said else plain("No way of hearing children is recorded.")


def _training(writer: Writer) -> tuple[Said, ...]:
    courses = [each for each in writer.register.all(Course) if writer.counts(each)]
    if not courses:
        return plain("No course is recorded.")
    about = f"{counted(len(courses), 'course is', 'courses are')} given{_of_them(courses)}."
    made_up = any(each.illustrative for each in courses)
    levels = (
        "Training is evaluated at four levels: whether people liked it, whether they learned, whether they "
        "work differently, and whether children are better off."
    )
    return (Said(about, illustrative=made_up), *plain(levels))


def _of_them(courses: Sequence[Course]) -> str:
    """How many of the courses carry learning items, and how many have to be renewed."""
    counts = (
        (sum(bool(each.learning) for each in courses), "carries what was learned", "carry what was learned"),
        (sum(each.refresh_months is not None for each in courses), "has to be renewed", "have to be renewed"),
    )
    said = [counted(found, one, several) for found, one, several in counts if found]
    return f": {named(said)}" if said else ""


def audit_and_review(writer: Writer, board: Board) -> Chapter:
    """Which audits are held, against which criteria, which reviews and when, and section 11."""
    elements = _elements(writer)
    audits = [one for each in elements for one in each.audit_activity]
    routes = [one for each in elements for one in each.review_routes]
    held = tuple(writer.said(one, _review(writer, board, one)) for one in routes if writer.counts(one))
    return chapter(
        8,
        "audit",
        "Audit, review and self-assessment",
        (),
        (
            Part("audits", "Which audits are held", (), listed("", writer.all(audits))),
            *(_tool(writer, each) for each in writer.register.all(AuditTool) if writer.counts(each)),
            Part("reviews", "Which reviews are held, and when", (), listed("", held)),
            *(_standard(writer, each) for each in writer.register.all(Section11Standard)),
        ),
    )


def _review(writer: Writer, board: Board, one: ReviewRoute) -> str:
    by = f" The {within(writer.called(one.group))} commissions it." if one.group else ""
    past = past_words(writer, board, one.review_kind)
    force = " Law or guidance requires it." if one.required and not past else ""
    return f"{flowing(one.text)}{by}{force}{past}"


def past_words(writer: Writer, board: Board, kind: str) -> str:
    """What has to be said of a serious case review once the board is a partnership: the law has moved on."""
    body = body_of(board, writer.as_at)
    if (
        body.kind == "lscb"
        or body.since is None
        or "serious case review" not in kind.replace("-", " ").lower()
    ):
        return ""
    return (
        f" This is of the time before {long_date(body.since)}: since then the law asks for rapid reviews and "
        "local child safeguarding practice reviews in its place."
    )


def _tool(writer: Writer, tool: AuditTool) -> Part:
    grades = named([each.name.lower() for each in tool.grades if writer.counts(each)], 9)
    about = f"Cases are judged with the {within(tool.name)}, version {tool.version}"
    words = f"{about}; the grades are {grades}." if grades else f"{about}."
    criteria = listed("A case is judged by this", writer.all(tool.criteria))
    return Part(tool.id, tool.name, (writer.said(tool, words),), criteria)


def _standard(writer: Writer, standard: Section11Standard) -> Part:
    if not writer.counts(standard):
        return Part(standard.id, standard.title)
    asked = listed("Agencies are asked", writer.all(standard.questions))
    return Part(
        standard.id,
        f"Section 11: {standard.title[:1].lower()}{standard.title[1:]}",
        (writer.said(standard),),
        asked,
    )


def answering(writer: Writer, board: Board) -> Chapter:
    """How disagreements are escalated, how the board challenges, and how it answers to the public."""
    actions = [
        one
        for each in _elements(writer)
        for one in each.board_actions
        if isinstance(one, BoardAction) and _is_on_escalation(one.text)
    ]
    open_to = (
        Part(
            "public",
            "How the board answers to the public",
            (),
            listed("", writer.all(board.transparency)),
        ),
    )
    policies = tuple(_policies(writer))
    none = plain("No policy for escalating disagreements is recorded.") if not policies else ()
    followed = listed("What the board does about disagreements", writer.all(actions))
    return chapter(
        9,
        "answering",
        "Escalation, challenge and openness",
        (),
        (Part("escalation", "When professionals disagree", (*policies, *none), followed), *open_to),
    )


def _is_on_escalation(text: str) -> bool:
    return any(word in text.casefold() for word in _ESCALATED)


def _policies(writer: Writer) -> Iterator[Said]:
    """The policies that counts of escalations are kept under."""
    ids = {each.policy for each in writer.register.all(Escalations) if each.policy}
    for id_ in sorted(ids):
        document = writer.register.find(Document, id_)
        if document and writer.counts(document):
            yield writer.said(document, document_words(document, writer))


def document_words(document: Document, writer: Writer) -> str:
    """One sentence on a document as known on the day: its title, who owns it, when it is looked at again."""
    known = as_known(writer.register, document, writer.as_at)
    version = f", version {known.version}" if known.version else ""
    approved = f", approved on {long_date(known.approved_on)}" if known.approved_on else ""
    again = f" It is to be looked at again by {long_date(known.review_due)}." if known.review_due else ""
    owner = within(known.owner)
    return f"{quoted(known.title)}{version}{approved}, is owned by the {owner}.{again}"
