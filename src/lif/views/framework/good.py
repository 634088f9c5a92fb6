"""The chapters on what good looks like, element by element, and on the priorities and what measures them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lif.records.elements import Audience, Element, Question, Statement
from lif.records.indicators import DevelopmentItem, Indicator
from lif.records.priorities import Priority
from lif.views.came_of import many
from lif.views.framework.writing import Chapter, Listed, Part, Said, Writer, chapter, counted, listed, plain
from lif.views.sentences import named, sentence, within
from lif.views.shown import flowing

AUDIENCES: dict[Audience, str] = {
    "children": "children",
    "parents-and-carers": "parents and carers",
    "families": "families",
    "professionals": "professionals",
    "managers": "managers and leaders",
    "volunteers": "volunteers",
    "agencies": "agencies",
    "board": "the board",
    "public": "the public",
}
CLASSES = {
    "population": "how children fare in the whole area",
    "how-much": "how much was done",
    "how-well": "how well it was done",
    "better-off": "whether anyone is better off",
}
ANSWERED = {
    "population": "It is answered by indicators of how children fare in the whole area.",
    "how-much": "It is answered by indicators of how much was done.",
    "how-well": "It is answered by indicators of how well it was done.",
    "actions": "It is answered by the actions that are still open.",
    "development-agenda": "It is answered by the list of measures that are wanted and not yet had.",
}


@dataclass(frozen=True, slots=True)
class Measured:
    """How many indicators of each class bear on a priority, in the order of CLASSES."""

    priority: str
    counts: tuple[int, ...]


def elements(writer: Writer) -> Chapter:
    """What good looks like: one part for each element, in the order of their letters."""
    found = sorted(
        (each for each in writer.register.all(Element) if writer.counts(each)),
        key=lambda each: (each.letter or "~", each.name, each.id),
    )
    said = sum(writer.counts(one) for each in found for one in each.good)
    about = f"The framework has {many(len(found), 'element')}, "
    about += (
        f"with {many(said, 'statement')} of what good looks like. They are what learning and improvement is "
        "measured by."
        if said
        else "and puts no statement of what good looks like apart. Learning and improvement is measured by "
        "what the elements promise, and by the aims, principles and commitments."
    )
    return chapter(
        3,
        "elements",
        "What good looks like",
        plain(about if found else ""),
        (_element(writer, e) for e in found),
    )


def _element(writer: Writer, element: Element) -> Part:
    letter = f"Element {element.letter}: " if element.letter else ""
    scope = (writer.said(element, element.scope),) if element.scope else ()
    context = writer.all(element.context)
    lists = (
        *_good(writer, element.good),
        *listed("How the board makes a difference", writer.all(element.board_actions)),
        *listed("What is done, and what is expected of it", tuple(_activities(writer, element))),
        *listed("What is promised, and by when", writer.all(element.promises)),
        *listed("What the source leaves out here", writer.all(element.gaps)),
    )
    return Part(element.id, f"{letter}{element.name}", (*scope, *context), lists)


def _good(writer: Writer, statements: Iterable[Statement]) -> Iterator[Listed]:
    """The statements, those for the same people together, in the order in which each group first comes."""
    found: dict[tuple[Audience, ...], list[Said]] = {}
    for each in statements:
        if writer.counts(each):
            found.setdefault(each.audiences, []).append(writer.said(each))
    for audiences, said in found.items():
        whom = named([AUDIENCES[each] for each in audiences], 9)
        yield Listed(f"What good looks like for {whom}", tuple(said))


def _activities(writer: Writer, element: Element) -> Iterator[Said]:
    for each in element.activities:
        if writer.counts(each):
            developed, expected = (
                " ".join(sentence(flowing(text)) for text in texts)
                for texts in (element.required_by(each), element.expected_of(each))
            )
            parts = (
                sentence(flowing(each.activity)),
                f"To be developed: {developed}" if developed else "",
                f"Expected: {expected}" if expected else "",
            )
            yield writer.said(each, " ".join(filter(None, parts)))


def ordered_priorities(writer: Writer) -> list[Priority]:
    """The priorities that count, by number."""
    found = [each for each in writer.register.all(Priority) if writer.counts(each)]
    return sorted(found, key=lambda each: (len(each.number or ""), each.number or "", each.id))


def priorities(writer: Writer) -> Chapter:
    """The priorities: why each was chosen, the outcomes sought, who leads, and what measures it."""
    found = ordered_priorities(writer)
    about = f"The board has chosen {counted(len(found), 'priority', 'priorities')}."
    return chapter(
        4,
        "priorities",
        "Priorities",
        plain(about if found else ""),
        (_priority(writer, each) for each in found),
    )


def _priority(writer: Writer, priority: Priority) -> Part:
    why = priority.rationale or priority.rationale_missing
    reason = (writer.said(priority, why),) if why else plain("No reason for this priority is recorded.")
    facts = (_lead(writer, priority), _strategies(writer, priority), _measured_words(writer, priority))
    shown = f"It will be known to have worked by this: {sentence(flowing(priority.would_show_success))}"
    lists = listed("Outcomes sought for children", writer.all(priority.outcomes))
    number = f"Priority {priority.number}: " if priority.number else ""
    last = plain(shown) if priority.would_show_success else ()
    return Part(
        priority.id,
        f"{number}{priority.name}",
        (*reason, *plain(" ".join(filter(None, facts))), *last),
        lists,
    )


def _lead(writer: Writer, priority: Priority) -> str:
    lead = writer.called(priority.lead or priority.owner)
    return f"The {within(lead)} leads on it." if lead else "Nobody is named as leading on it."


def _strategies(writer: Writer, priority: Priority) -> str:
    names = [writer.called(each) for each in priority.strategies]
    return f"It belongs to: {named(names, 9)}." if names else ""


def live_indicators(writer: Writer) -> list[Indicator]:
    """The indicators in use, by part of the child's journey and by name."""
    found = [
        each
        for each in writer.register.all(Indicator)
        if writer.counts(each) and each.status in ("live", "provisional")
    ]
    return sorted(found, key=lambda each: (each.domain, each.name, each.id))


def _measured_words(writer: Writer, priority: Priority) -> str:
    mine = [each for each in live_indicators(writer) if priority.id in each.priorities]
    if not mine:
        return "No indicator bears on it."
    counts: Counter[str] = Counter(each.outcomes_class for each in mine)
    kinds = [f"{counts[key]} of {words}" for key, words in CLASSES.items() if counts[key]]
    bearing = counted(len(mine), "indicator bears", "indicators bear")
    none = "It does not say" if len(mine) == 1 else "None of them says"
    gap = "" if counts["better-off"] else f" {none} whether anyone is better off."
    return f"{bearing} on it: {named(kinds, 9)}.{gap}"


def questions(writer: Writer) -> Chapter:
    """The questions that the data must answer, the core data set in short, and what is still wanted."""
    asked = sorted(
        (each for each in writer.register.all(Question) if writer.counts(each)),
        key=lambda each: (len(each.number), each.number),
    )
    said = tuple(
        writer.said(each, f"{each.number}. {each.text} {ANSWERED[each.answered_by]}") for each in asked
    )
    mine = live_indicators(writer)
    counts: Counter[str] = Counter(each.outcomes_class for each in mine)
    kinds = [f"{counts[key]} of {words}" for key, words in CLASSES.items() if counts[key]]
    data = f"The core data set holds {many(len(mine), 'indicator')}: {named(kinds, 9)}. Annex A names each."
    wanted = [
        each
        for each in writer.register.all(DevelopmentItem)
        if writer.counts(each) and each.status not in ("in-use", "dropped")
    ]
    names = tuple(writer.said(each, f"{each.name}: {flowing(each.why)}") for each in wanted)
    return chapter(
        5,
        "data",
        "The questions and the core data set",
        (),
        (
            Part("questions", "The questions that the data must answer", (), listed("", said)),
            Part(
                "core-data-set",
                "The core data set in short",
                plain(data if mine else "No indicator is in use."),
            ),
            Part(
                "wanted",
                "What is wanted and not yet had",
                plain(*_wanted(len(wanted))),
                listed("", names),
            ),
        ),
    )


def _wanted(count: int) -> tuple[str, ...]:
    if not count:
        return ("No measure is on the list of those that are wanted.",)
    return (f"{counted(count, 'measure is', 'measures are')} wanted, each with an owner and a next step.",)


def measured(writer: Writer) -> tuple[Measured, ...]:
    """How many indicators of each class bear on each priority."""
    mine = live_indicators(writer)
    rows = []
    for priority in ordered_priorities(writer):
        counts: Counter[str] = Counter(each.outcomes_class for each in mine if priority.id in each.priorities)
        rows.append(Measured(priority.name, tuple(counts[key] for key in CLASSES)))
    return tuple(rows)
