"""Reviews, audits and other sources that found one theme: what each found and asked for, joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lif.measures.found import found_in, with_wider
from lif.measures.standing import has_ended
from lif.records.audits import Audit, AuditFinding, Recommendation
from lif.records.inspections import Inspection
from lif.records.record import Record, stands
from lif.records.references import Theme
from lif.records.reviews import Finding, Review
from lif.records.scrutiny import Scrutiny
from lif.register import Register
from lif.views.recommendations import OVERALL, RecommendationLine
from lif.views.shown import flowing
from lif.views.telling.sources import kept_back, safely
from lif.views.triangulation.topic import Topic


@dataclass(frozen=True, slots=True)
class Asked:
    """One recommendation as it is told: its words, whose it is, where it stands, and its other themes."""

    address: str
    text: str
    source: str
    stands: str
    themes: tuple[str, ...]
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Joined:
    """One source that found the theme: when that was known, what it found wanting and working, what it asked.

    `kept_back` says why what a review found is not told; then only its name is.
    """

    record: str
    kind: str
    name: str
    on: date
    kept_back: str
    findings: tuple[str, ...]
    worked: tuple[str, ...]
    asked: tuple[Asked, ...]
    illustrative: bool


def joined(topic: Topic) -> tuple[Joined, ...]:
    """Every source that had found it by the day, the first first."""
    found = []
    for record, day, parts in found_in(topic.register):
        if day is None or day > topic.as_at or has_ended(record, topic.as_at):
            continue
        if any(_on(topic, part) for part in parts):
            found.append(_joined(topic, record, day))
    return tuple(sorted(found, key=lambda one: (one.on, one.record)))


def _joined(topic: Topic, record: Record, day: date) -> Joined:
    kept = kept_back(record, topic.as_at) if isinstance(record, Review) else ""
    bad, good = _findings(record)
    lines = {line.address: line for line in topic.recommended[record.id]}
    asked = (
        _asked(topic, record, one, lines[address])
        for one in _recommended(record)
        if (address := f"{record.id}/{one.id}") in lines and _asks_on(topic, one, (*bad, *good))
    )
    return Joined(
        record=record.id,
        kind=record.kind,
        name=safely(topic.register, record),
        on=day,
        kept_back=kept,
        findings=() if kept else _texts(topic, bad),
        worked=() if kept else _texts(topic, good),
        asked=() if kept else tuple(asked),
        illustrative=record.illustrative,
    )


def _on(topic: Topic, part: object) -> bool:
    """Whether a finding or recommendation names a theme of the topic, or one that is part of it."""
    themes = vars(part).get("themes", ())
    return bool(with_wider(topic.register, themes) & set(topic.themes))


def _asks_on(topic: Topic, one: Recommendation, found: tuple[Finding | AuditFinding, ...]) -> bool:
    """Whether it is on the topic: by themes of its own, or where it has none by the finding it answers."""
    answered = (each for each in found if each.id == one.finding)
    return _on(topic, one) if one.themes else any(_on(topic, each) for each in answered)


def _findings(
    record: Record,
) -> tuple[tuple[Finding | AuditFinding, ...], tuple[Finding | AuditFinding, ...]]:
    """What a source found wanting, and what it found working."""
    if isinstance(record, Review):
        good = tuple(one for one in record.findings if one.good_practice)
        return tuple(one for one in record.findings if not one.good_practice), good
    if isinstance(record, Audit):
        return record.findings, record.strengths
    return (record.findings, ()) if isinstance(record, Scrutiny) else ((), ())


def _recommended(record: Record) -> tuple[Recommendation, ...]:
    if isinstance(record, Inspection):
        return record.areas_for_improvement
    return record.recommendations if isinstance(record, Review | Audit | Scrutiny) else ()


def _texts(topic: Topic, found: Iterable[Finding | AuditFinding]) -> tuple[str, ...]:
    return tuple(flowing(one.text) for one in found if stands(one, topic.as_at) and _on(topic, one))


def _asked(topic: Topic, record: Record, one: Recommendation, line: RecommendationLine) -> Asked:
    others = tuple(theme for theme in one.themes if theme not in topic.themes)
    return Asked(
        address=line.address,
        text=flowing(one.text),
        source=safely(topic.register, record),
        stands=line.overall,
        themes=others,
        illustrative=record.illustrative,
    )


@dataclass(frozen=True, slots=True)
class InCommon:
    """Recommendations of several sources that share a theme besides the one looked at; each stands once."""

    theme: str
    asked: tuple[Asked, ...]

    @property
    def sources(self) -> int:
        """How many sources ask it."""
        return len({one.source for one in self.asked})


def in_common(register: Register, found: Iterable[Joined]) -> tuple[tuple[InCommon, ...], tuple[Asked, ...]]:
    """What several sources ask, those asked by most first; then the recommendations that stand alone.

    Of two themes in common a recommendation goes with the one that more sources ask, then by name.
    """
    left = [one for source in found for one in source.asked]
    groups: list[InCommon] = []
    while (best := _best(register, left)) is not None:
        groups.append(best)
        left = [one for one in left if one not in best.asked]
    return tuple(groups), tuple(sorted(left, key=_worst_first))


def _best(register: Register, left: list[Asked]) -> InCommon | None:
    by_theme: dict[str, list[Asked]] = defaultdict(list)
    for one in left:
        for theme in one.themes:
            by_theme[theme].append(one)
    groups = [
        InCommon(_name(register, theme), tuple(sorted(asked, key=_worst_first)))
        for theme, asked in by_theme.items()
    ]
    several = [group for group in groups if group.sources > 1]
    return min(several, key=lambda one: (-one.sources, -len(one.asked), one.theme), default=None)


def _name(register: Register, theme: str) -> str:
    found = register.find(Theme, theme)
    return found.name if found else theme


def _worst_first(one: Asked) -> tuple[int, str]:
    return next((n for n, overall in enumerate(OVERALL) if overall == one.stands), 0), one.address


def kinds(found: Iterable[Joined]) -> Iterator[tuple[str, int]]:
    """How many sources of each kind there are, in words, the most first."""
    counts: dict[str, int] = defaultdict(int)
    for one in found:
        counts[one.kind] += 1
    yield from sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
