"""Where sources agree, where they conflict, what is one-sided and what is missing: by declared directions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lif.calendars import add_months, long_date
from lif.views.coverage.pieces import Leaning, together
from lif.views.coverage.states import OLD_MONTHS
from lif.views.triangulation.entries import BRIEF_WORDS, SOURCE_WORDS, Entry, Named, Panel, Sentence, Source

RULE = (
    "A source speaks well or poorly only by what its record declares: a figure by the signs of its chart "
    "(changing, or sure to meet or to miss its target), an audit by the share of cases graded good or better "
    "(three quarters or more, fewer than half), a review by what it found wanting or working, "
    "children, parents and practitioners by the direction that was recorded, section 11 by the "
    "moderated score and the staff who said yes, evidence by its strength, learning by the test of whether "
    "it landed, actions and challenges by whether they were seen to help. Ordinary variation, a plan and a "
    "count of complaints say nothing either way. What is older than 24 months is shown and not weighed."
)

_WAY: dict[Leaning, tuple[str, str]] = {
    "for": ("speaks well of it", "speak well of it"),
    "against": ("does not speak well of it", "do not speak well of it"),
    "mixed": ("says mixed things", "say mixed things"),
}
_ONE_WORD: frozenset[Source] = frozenset(("training", "learning", "other"))
"""Sources whose name is one thing in grammar."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The sources set side by side."""

    agree: tuple[Sentence, ...]
    conflict: tuple[Sentence, ...]
    one_sided: tuple[Sentence, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Verdict:
    source: Source
    leaning: Leaning
    good: tuple[Entry, ...]
    poor: tuple[Entry, ...]
    mixed: tuple[Entry, ...]

    @property
    def all(self) -> tuple[Entry, ...]:
        return (*self.good, *self.poor, *self.mixed)


def compared(panels: Iterable[Panel], pairs: Iterable[Sentence], as_at: date) -> Comparison:
    """The comparison of every panel; `pairs` are conflicts of one question asked of two sources."""
    every = tuple(panels)
    verdicts = [verdict for panel in every if (verdict := _verdict(panel, as_at))]
    return Comparison(
        tuple(_agree(verdicts)),
        (*_conflict(verdicts), *pairs),
        tuple(_one_sided(every, verdicts, as_at)),
        tuple(_missing(every, as_at)),
    )


def weighed(entry: Entry, as_at: date) -> bool:
    """Whether a source is new enough to be weighed."""
    return entry.on is not None and entry.on >= add_months(as_at, -OLD_MONTHS)


def _verdict(panel: Panel, as_at: date) -> _Verdict | None:
    """What one sort of source comes to; None when nothing in it says which way."""
    said = [entry for entry in panel.entries if entry.leaning != "silent" and weighed(entry, as_at)]
    if not said:
        return None
    by = {way: tuple(e for e in said if e.leaning == way) for way in ("for", "against", "mixed")}
    return _Verdict(panel.source, together(e.leaning for e in said), by["for"], by["against"], by["mixed"])


def _agree(verdicts: list[_Verdict]) -> Iterator[Sentence]:
    for way in ("for", "against"):
        same = [verdict for verdict in verdicts if verdict.leaning == way]
        if len(same) > 1:
            yield Sentence(f"{_say(same, way)}.", _named(e for v in same for e in v.all))


def _conflict(verdicts: list[_Verdict]) -> Iterator[Sentence]:
    well = [verdict for verdict in verdicts if verdict.leaning == "for"]
    poorly = [verdict for verdict in verdicts if verdict.leaning == "against"]
    if well and poorly:
        yield Sentence(
            f"{_say(well, 'for')}; {_lower(_say(poorly, 'against'))}.",
            _named(e for v in (*well, *poorly) for e in v.all),
        )
    for verdict in verdicts:
        if verdict.good and verdict.poor:
            yield Sentence(_within(verdict), _named((*verdict.good, *verdict.poor)))
    torn = [v for v in verdicts if v.leaning == "mixed" and not (v.good and v.poor)]
    if torn:
        yield Sentence(f"{_say(torn, 'mixed')}.", _named(e for v in torn for e in v.all))


def _say(verdicts: list[_Verdict], way: Leaning) -> str:
    """`Audits speak well of it`, `Training and learning speak well of it`, `Training speaks well of it`."""
    names = [BRIEF_WORDS[verdict.source] for verdict in verdicts]
    several = len(verdicts) > 1 or verdicts[0].source not in _ONE_WORD
    return f"{_and(names)} {_WAY[way][several]}"


def _within(verdict: _Verdict) -> str:
    """How one sort of source disagrees with itself."""
    good, poor = len(verdict.good), len(verdict.poor)
    return (
        f"Not all say the same among {_lower(BRIEF_WORDS[verdict.source])}: "
        f"{good} {_speaks(good)} well of it, {poor} {_do(poor)} not."
    )


def _one_sided(panels: tuple[Panel, ...], verdicts: list[_Verdict], as_at: date) -> Iterator[Sentence]:
    if len(verdicts) == 1:
        only = verdicts[0]
        yield Sentence(
            f"Which way things go is said by one sort of source only: {_lower(BRIEF_WORDS[only.source])}.",
            _named(only.all),
        )
    yield from _alone(verdicts)
    speaking = [panel for panel in panels if any(weighed(entry, as_at) for entry in panel.entries)]
    if len(speaking) == 1:
        only_panel = speaking[0]
        recent = [entry for entry in only_panel.entries if weighed(entry, as_at)]
        yield Sentence(
            f"Only one sort of source has said anything in the last 24 months: "
            f"{_lower(SOURCE_WORDS[only_panel.source])}.",
            _named(recent),
        )


def _alone(verdicts: list[_Verdict]) -> Iterator[Sentence]:
    """A source that speaks one way where every other that says anything says mixed things."""
    plain = [verdict for verdict in verdicts if verdict.leaning != "mixed"]
    if len(plain) == 1 and len(verdicts) > 1:
        only = plain[0]
        yield Sentence(
            f"{_say([only], only.leaning)}; no other sort of source says so plainly.", _named(only.all)
        )


def _missing(panels: tuple[Panel, ...], as_at: date) -> Iterator[str]:
    for panel in panels:
        dated = [entry.on for entry in panel.entries if entry.on is not None]
        if not panel.entries:
            if panel.nothing:
                yield panel.nothing
        elif not any(weighed(entry, as_at) for entry in panel.entries):
            said = (
                f"the newest is of {long_date(max(dated))}"
                if dated
                else "what there is has not come to an end"
            )
            yield f"{SOURCE_WORDS[panel.source]}: nothing from the last 24 months; {said}."
        elif all(e.leaning == "silent" for e in panel.entries if weighed(e, as_at)):
            yield f"{SOURCE_WORDS[panel.source]}: what there is does not say which way things go."
        yield from panel.more


def _named(entries: Iterable[Entry]) -> tuple[Named, ...]:
    found = {entry.record: Named(entry.record, _said(entry), entry.illustrative) for entry in entries}
    return tuple(found.values())


def _said(entry: Entry) -> str:
    return f"{entry.name} ({entry.why})" if entry.why else entry.name


def _and(names: list[str]) -> str:
    """Names in a row; a comma keeps a name with `and` in it, such as children and parents, together."""
    first, *rest = names
    words = [first, *map(_lower, rest)]
    if len(words) < 2:
        return first
    comma = "," if len(words) > 2 or any(" and " in word for word in words) else ""
    return f"{', '.join(words[:-1])}{comma} and {words[-1]}"


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _speaks(count: int) -> str:
    return "speaks" if count == 1 else "speak"


def _do(count: int) -> str:
    return "does" if count == 1 else "do"
