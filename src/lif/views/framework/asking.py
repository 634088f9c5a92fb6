"""What the framework asks of the board that publishes it: what is not settled, not named, or past its day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lif.calendars import long_date
from lif.law import applies
from lif.records.law import Duty
from lif.views.framework.beginning import edition_words, framework_document
from lif.views.framework.good import live_indicators, ordered_priorities
from lif.views.framework.keeping import Changed, DocumentLine
from lif.views.framework.writing import Writer
from lif.views.in_words import few, known_by
from lif.views.papers import Opening, Question
from lif.views.sentences import named


def opening(
    writer: Writer, question: Question, papers: Sequence[DocumentLine], changes: Sequence[Changed]
) -> Opening:
    """What stands before the first chapter."""
    document = framework_document(writer)
    approved = bool(document and document.approved_on)
    asked = [*_of_the_edition(approved, papers, changes), *_of_the_gaps(writer)]
    last = f"{long_date(changes[0].on)}" if changes else "none is recorded"
    return Opening(
        f"Learning and improvement framework: {question.board.name}",
        "framework",
        "Information: what the board holds to, measures and does"
        if approved
        else "Decision: agree this edition",
        tuple(asked) or ("Note the framework as it stands: nothing in it waits for a decision.",),
        (("Edition", edition_words(writer)), ("Last change", last)),
    )


def _of_the_edition(
    approved: bool, papers: Sequence[DocumentLine], changes: Sequence[Changed]
) -> Iterator[str]:
    if not approved:
        yield "Approve this edition: no day of approval is recorded, so nobody can say which one is in use."
    open_ = [long_date(each.on) for each in changes if not each.agreed_by]
    if open_:
        yield f"Agree the changes of {named(open_)}, which no group has agreed."
    late = [
        f"{each.title} (since {long_date(each.review_due)})"
        for each in papers
        if each.late and each.review_due
    ]
    if late:
        yield f"Ask the owners of documents that are past their review: {few(late)}."


def _of_the_gaps(writer: Writer) -> Iterator[str]:
    """Priorities without a reason, a lead or a measure, and duties whose text nobody checked."""
    found = ordered_priorities(writer)
    live = live_indicators(writer)
    lacks = {
        "a reason": [each.name for each in found if not each.rationale],
        "a lead": [each.name for each in found if not (each.lead or each.owner)],
        "an outcome for children": [each.name for each in found if not each.outcomes],
        "an indicator of whether anyone is better off": [
            each.name
            for each in found
            if not any(each.id in i.priorities and i.outcomes_class == "better-off" for i in live)
        ],
    }
    wanting = {each.name: [what for what, names in lacks.items() if each.name in names] for each in found}
    short = sorted((name for name in wanting if wanting[name]), key=lambda name: -len(wanting[name]))
    if short:
        said = [known_by(name, named(wanting[name])) for name in short]
        yield f"Decide what these priorities still lack: {few(said)}."
    duties = [
        each for each in writer.register.all(Duty) if writer.counts(each) and applies(each, writer.as_at)
    ]
    unchecked = sum(each.unverified for each in duties)
    if unchecked:
        yield f"Note that the text of {unchecked} of {len(duties)} duties was not checked against its source."
