"""The gate: whether a section shows what became different for children, and what would count if not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from lif.measures.standing import has_ended
from lif.records.actions import Action
from lif.views.actions import standing_on
from lif.views.helped import DONE, helped_on
from lif.views.impact.pieces import About, Impact
from lif.views.impact.subjects import of_action
from lif.views.sentences import quoted
from lif.views.shown import flowing
from lif.views.yearly_report.scope import Scope

NEAREST = 2
"""As many actions are named that were done and that nobody looked at."""
_LOOK = "a look at whether an action helped, with what was seen"
WOULD_COUNT: Mapping[str, str] = {
    "priority": (
        f"{_LOOK}; an aim of the improvement plan with its effect; evidence on one of its outcomes; or a "
        "figure of whether children are better off, once its chart shows a change"
    ),
    "voice": (
        "what children or families say has become different; or a look at whether what was done because of "
        "their words has helped"
    ),
    "reviews": (
        f"{_LOOK}, for one that came of a review, of here or of elsewhere; or evidence of what is different "
        "for children since"
    ),
    "audits": (
        f"{_LOOK}, for one that came of an audit or a self-assessment; or an audit that was repeated, with "
        "its grades"
    ),
    "scrutiny": (
        "a challenge closed with the difference it made; or a look at whether what the scrutineer or an "
        "inspectorate asked for has helped"
    ),
    "training": (
        "an evaluation of results, with a record that shows how children fared afterwards; attendance, and "
        "what people thought of a course, do not count"
    ),
    "watched": f"{_LOOK}; or evidence of how children in one of these groups fare now",
}
"""What would count as evidence of impact, by the sort of section."""

RULE = (
    "A section passes when it holds evidence of impact on children that is of the year and was known on the "
    "day of the report. That is: somebody looked afterwards and said what was seen; a group reported a "
    "difference, with a record that shows it; evidence bears on what good looks like, or on an outcome; a "
    "figure of whether children are better off changed by its chart; an audit was repeated. An honest 'no "
    "difference' counts, for somebody looked. Activity, promises, attendance, what people thought of a "
    "course, a result without words, documents, and a change of practice that nobody followed to a child do "
    "not count."
)
"""The rule in words, for the note on method."""

Belongs = Callable[[About], bool]
"""Whether what something is about belongs to a section."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a section shows of what became different.

    `looks` are its evidence of impact, `against` what speaks against it, `practice` what people do
    differently. `passes` says whether there is evidence of impact; where there is not, `would_count` says
    what would be, and `nearest` names actions that were done and that nobody looked at.
    """

    section: str
    passes: bool
    looks: tuple[Impact, ...]
    against: tuple[Impact, ...]
    practice: tuple[Impact, ...]
    would_count: str
    nearest: tuple[str, ...]


def shown(scope: Scope, section: str, sort: str, belongs: Belongs) -> Shown:
    """What the section of this name shows; `sort` is a key of WOULD_COUNT."""
    mine = [each for each in scope.looks if belongs(each.about)]
    looks = tuple(each for each in mine if each.is_evidence)
    return Shown(
        section,
        bool(looks),
        looks,
        tuple(each for each in mine if each.seen == "against"),
        tuple(each for each in mine if each.for_whom == "practice" and each.seen != "against"),
        WOULD_COUNT[sort],
        () if looks else tuple(_nearest(scope, belongs))[:NEAREST],
    )


def _nearest(scope: Scope, belongs: Belongs) -> Iterator[str]:
    """Actions that were done by the end of the year, and of which nobody has said whether they helped."""
    for action in scope.register.all(Action):
        if action.agreed_on > scope.last or has_ended(action, scope.as_at):
            continue
        said = helped_on(action, scope.as_at) in ("shown", "partly-shown", "not-shown")
        done = standing_on(action, scope.last) in DONE
        if done and not said and belongs(of_action(scope.register, action)):
            yield flowing(action.title)


def called(gate: Shown) -> str:
    """The section as a sentence names it: a priority by its own name."""
    kind, colon, name = gate.section.partition(": ")
    return f"{kind} {quoted(name)}" if colon else gate.section


def unfinished(scope: Scope, gates: Iterable[Shown]) -> tuple[str, ...]:
    """Why the report is a draft: the year is not over, and each section without evidence of impact."""
    found = [] if scope.is_over else [f"The year {scope.year.label} is not over."]
    return (*found, *(_missing(scope, gate) for gate in gates if not gate.passes))


def _missing(scope: Scope, gate: Shown) -> str:
    """One section without evidence of impact, and what would count."""
    said = f"{called(gate)}: nothing shows what became different for children in {scope.year.label}"
    though = ", though practice changed" if gate.practice else ""
    return f"{said}{though}. What would count: {gate.would_count}.{_named(gate.nearest)}"


def _named(titles: tuple[str, ...]) -> str:
    if not titles:
        return ""
    were, they = ("was", "it") if len(titles) == 1 else ("were", "they")
    return f" {' and '.join(map(quoted, titles))} {were} done, and nobody has said whether {they} helped."
