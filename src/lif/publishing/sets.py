"""The public set: everything that a publication may be made of, and nothing that it may not tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lif.calendars import Period
from lif.measures.protecting import Protected, PublicFigures, Rule, ShownCell, protect, rule_of
from lif.measures.protecting.outcome import with_prose
from lif.measures.series import Figure, Figures, Series
from lif.measures.values import ValueStatus
from lif.publishing.allowed import allowed, held_back
from lif.publishing.register import PublicRegister, publishable
from lif.publishing.words import (
    PublicWords,
    Spoken,
    beside_figures,
    beside_priorities,
    giving_away,
    naming_withheld,
    telling_more,
    words_for_public,
)
from lif.records.indicators import Indicator
from lif.records.publications import Publication
from lif.records.references import DisclosureProfile
from lif.register import Register


@dataclass(frozen=True, slots=True)
class Stamped:
    """What a publication says of itself: never a commit, a count of records, or a fingerprint of a file."""

    id: str
    title: str
    on: date
    version: str
    quarter: Period


@dataclass(frozen=True)
class PublicSet:
    """Everything that a publication may be made of; its pages, files and exports take this and nothing else.

    `notes` say what was left out and why, without any number that is hidden.
    """

    publication: Stamped
    register: PublicRegister
    figures: PublicFigures
    words: tuple[PublicWords, ...] = ()
    notes: tuple[str, ...] = ()

    def with_prose(self, put: Callable[[str], str]) -> PublicSet:
        """The same set, with `put` applied to everything that people wrote in it; no figure is another."""
        words = tuple(replace(each, text=put(each.text)) for each in self.words)
        figures = with_prose(self.figures, put)
        return replace(self, register=self.register.with_prose(put), figures=figures, words=words)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A public set with its cells for the ledger, or the reasons for which nothing may be published.

    `warnings` are for those who publish, and for nobody else: what others can work out already.
    """

    made: PublicSet | None
    refusals: tuple[str, ...]
    shown: tuple[ShownCell, ...]
    warnings: tuple[str, ...] = ()


def public_set(
    register: Register, figures: Figures, publication: Stamped, ledger: Sequence[Publication]
) -> Prepared:
    """The public set of a publication as of its day, after what `ledger` published before it.

    Nothing is published where a hidden count could be worked back, where a text would tell one, or where
    a text names what may not be out yet.
    """
    day = publication.on
    public = publishable(register, day)
    found = protect(register, _offered(register, figures, public, publication), day, ledger)
    spoken = tuple(words_for_public(register, public, str(publication.quarter), day))
    refusals = (
        *_without_profile(register, day),
        *_refusals(found),
        *_words(public, found.figures, spoken),
        *naming_withheld(register, public, spoken, day),
    )
    if not public.board_id:
        refusals = (
            *refusals,
            "the board's record cannot be published: it is an example, or no longer counts",
        )
    if refusals:
        return Prepared(None, refusals, (), found.warnings)
    latest = {each.indicator: PublicWords(each.indicator, each.text, day) for each in spoken}
    made = PublicSet(publication, public, found.figures, tuple(latest.values()), found.notes)
    return Prepared(made, (), found.shown, found.warnings)


def _offered(register: Register, figures: Figures, public: PublicRegister, publication: Stamped) -> Figures:
    """The figures that may be protected for the public: none of what is held back, of an example, or later.

    Of an indicator that may be told each series carries the record that the public may read. Published
    statistics of other indicators stay, as what others know already.
    """
    series = {}
    for key, each in figures.series.items():
        held = register.find(Indicator, each.indicator.id)
        if each.illustrative or (held is not None and held_back(held, publication.on)):
            continue
        told = _as_told(each, public)
        if told is not None:
            kept = tuple(_plain(one, told) for one in told.until(publication.quarter.end))
            series[key] = replace(told, figures=kept)
    return replace(figures, series=series, awaited=frozenset())


def _as_told(series: Series, public: PublicRegister) -> Series | None:
    indicator = public.find(Indicator, series.indicator.id)
    if indicator is None:
        return series if series.measure.series == "published" else None
    measure = next((one for one in indicator.measures if one.id == series.measure.id), None)
    return replace(series, indicator=indicator, measure=measure) if measure else None


def _plain(figure: Figure, series: Series) -> Figure:
    """A figure of a return without the return it came in, what it was before, and why."""
    if series.measure.series == "published":
        return figure
    return replace(figure, origin="", earlier=None, reason="")


def _without_profile(register: Register, day: date) -> Iterator[str]:
    """Indicators whose protection cannot be told, so that nobody could say by which rule they are hidden."""
    for indicator in register.all(Indicator):
        named = indicator.disclosure_profile
        profile = register.find(DisclosureProfile, named)
        if named and allowed(indicator, day) and not (profile and allowed(profile, day)):
            yield f"{indicator.id}: its disclosure profile '{named}' is not one for the public, or not in use"


def _refusals(found: Protected) -> Iterator[str]:
    yield from (str(each) for each in found.refusals)


def _words(public: PublicRegister, figures: Figures, spoken: Sequence[Spoken]) -> Iterator[str]:
    """Texts that could tell a hidden number: of the board's own words beside what anybody hid."""
    ours, anybody, rounded = dict[str, str](), dict[str, str](), set[str]()
    for series in figures.series.values():
        if is_rounded(public, series):
            rounded.add(series.indicator.id)
        own = series.area == figures.own_area(series.address)
        if own and any(is_hidden(figure.value.status) for figure in series.figures):
            anybody[series.indicator.id] = series.indicator.name
            if series.measure.series == "returns":
                ours[series.indicator.id] = series.indicator.name
    standing = (*beside_figures(public), *beside_priorities(public, ours))
    for each in standing:
        if why := giving_away(each, ours) or telling_more(each, rounded):
            yield why
    for each in spoken:
        if why := giving_away(each, anybody) or telling_more(each, rounded):
            yield why


def is_rounded(public: PublicRegister, series: Series) -> bool:
    """Whether the counts of a series were rounded for the public: official ones stand as published."""
    if series.measure.series != "returns" or series.indicator.disclosure == "none":
        return False
    rule = rule_of(public, series.indicator)
    return isinstance(rule, Rule) and rule.rounds


def is_hidden(status: ValueStatus) -> bool:
    """Whether a figure is there and is not shown: all such carry one mark, whoever hid it."""
    return status in (ValueStatus.SUPPRESSED, ValueStatus.LOW)
