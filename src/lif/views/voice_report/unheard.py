"""Who was not heard, as far as records can tell, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.records.governance import Agency
from lif.records.priorities import Priority
from lif.records.record import stands
from lif.records.voice import PractitionerIntelligence, Voice
from lif.views.called import agency_called
from lif.views.came_of import many
from lif.views.sentences import named
from lif.views.shares import share
from lif.views.voice_report.heard import WHOM, Heard
from lif.views.voice_report.scope import Scope


def unheard(scope: Scope, every: tuple[Heard, ...]) -> Iterator[str]:
    """Groups and priorities without a voice, those asked and not heard, agencies that asked nobody."""
    spoke = {one.whom for one in every}
    for whom, name in WHOM.items():
        if whom not in spoke and whom != "families":
            yield f"{name}: nobody is recorded as heard."
    if scope.about is None:
        silent = list(_priorities(scope))
        if silent:
            yield f"On these priorities nobody is recorded as heard: {'; '.join(silent)}."
    counted = [one for one in every if one.people is not None and one.asked is not None]
    if counted:
        heard, asked = sum(one.people or 0 for one in counted), sum(one.asked or 0 for one in counted)
        if heard < asked:
            yield (
                f"Of those who were asked, where that was counted, {share(asked - heard, asked).words} were "
                "not heard. Why is not recorded."
            )
    unknown = sum(one.asked is None and one.many != "fewer than five" for one in every)
    if unknown:
        yield f"How many were asked is not recorded for {unknown} of {many(len(every), 'time')}."
    if scope.about is None:
        yield from _agencies(scope)


def _priorities(scope: Scope) -> Iterator[str]:
    """The priorities of the day that no voice names, itself or by a theme that they cover."""
    records: tuple[Voice | PractitionerIntelligence, ...] = (
        *scope.register.all(Voice),
        *scope.register.all(PractitionerIntelligence),
    )
    told = [one for one in records if scope.since <= one.on <= scope.until and stands(one, scope.as_at)]
    for priority in scope.register.all(Priority):
        narrowed = Scope(scope.register, scope.as_at, scope.since, scope.until, priority)
        if _counts(priority, scope.until) and not any(
            narrowed.named(one.themes, one.priorities) for one in told
        ):
            yield priority.name


def _counts(thing: Priority | Agency, day: date) -> bool:
    """Whether a priority or an agency counts on a day."""
    begun = thing.since is None or thing.since <= day
    return begun and (thing.until is None or thing.until >= day) and stands(thing, day)


def _agencies(scope: Scope) -> Iterator[str]:
    """The agencies of the day that listened to no child, parent or family, by the records."""
    listened = {
        one.agency
        for one in scope.register.all(Voice)
        if scope.since <= one.on <= scope.until and stands(one, scope.as_at)
    }
    silent = [
        agency_called(scope.register, one.id)
        for one in scope.register.all(Agency)
        if one.id not in listened and one.sector != "partnership" and _counts(one, scope.until)
    ]
    if silent:
        yield f"No children, parents or families are recorded as heard by {named(silent, len(silent))}."


def short_names(scope: Scope) -> Iterator[str]:
    """`ICB is the X Integrated Care Board.`: the agencies of the day whose short name nobody could guess."""
    for one in scope.register.all(Agency):
        short = one.short_name
        hidden = short and short.casefold() not in one.name.casefold()
        if hidden and one.sector != "partnership" and _counts(one, scope.until):
            yield f"{short} is short for {one.name}."
