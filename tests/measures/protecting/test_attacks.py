"""The attacks of tests/data/disclosure/attacks.tsv that are arithmetic, each on figures made for it.

A test hides what has to be hidden and lets the solver (`oracle`) try to work it back.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations, product
from pathlib import Path

import pytest
from tests.measures.protecting.boards import (
    PROFILES,
    BoardOf,
    Counted,
    Part,
    ledger_entry,
    value,
    words,
)
from tests.measures.protecting.oracle import Leak, known_from, leaks

from lif.calendars import Period, quarter, rolling_year, snapshot
from lif.measures.protecting import Protected, protect
from lif.measures.series import Figure, Figures, Series
from lif.measures.values import Value, ValueStatus
from lif.records.indicators import Indicator
from lif.records.publications import Publication
from lif.register import Register

ON = date(2026, 1, 1)
Q = tuple(quarter(2024, number) for number in (1, 2, 3, 4))
EXACT = {"hide_to": "5", "least_denominator": "10"}
ROUNDED = {"hide_to": "7", "round_to": "5"}
ATTACKS = Path(__file__).parents[2] / "data" / "disclosure" / "attacks.tsv"
OF_OUTPUTS = {f"D{number}" for number in range(30, 48)}


def counted(
    by: Mapping[str, int | tuple[int, int]],
    profile: Mapping[str, str] = EXACT,
    unit: str = "count",
    **more: object,
) -> Counted:
    """An indicator with the counts of one quarter: `{"": 40, "age = a": 3}`."""
    one = Counted("seen", unit, profile, **more)  # type: ignore[arg-type]
    for name, counts in by.items():
        one.counts[part(name), Q[0]] = counts if isinstance(counts, tuple) else (counts, 10 * counts + 40)
    one.tables = tuple(sorted({tuple(name for name, _ in each) for each, _ in one.counts if each}))
    return one


def part(name: str) -> Part:
    return tuple(tuple(piece.split(" = ")) for piece in name.split("; ")) if name else ()  # type: ignore[misc]


def split(parts: list[int], dimension: str = "age") -> dict[str, int | tuple[int, int]]:
    return {"": sum(parts), **{f"{dimension} = {chr(97 + i)}": count for i, count in enumerate(parts)}}


def by_quarter(counts: list[int], **more: object) -> Counted:
    one = Counted("seen", "count", EXACT, **more)  # type: ignore[arg-type]
    one.counts = {((), period): (count, 10 * count + 40) for period, count in zip(Q, counts, strict=False)}
    return one


def shown(outcome: Protected) -> dict[str, str]:
    return {f"{cell.breakdown} {cell.period}".strip(): cell.shown for cell in outcome.shown}


def attacked(*counted: Counted) -> list[Leak]:
    board = BoardOf(list(counted))
    outcome = board.published(ON)
    assert outcome.refusals == ()
    known = known_from([(ON, board, outcome)])
    return [*leaks(known, 1, False), *leaks(known, 1, True)]


def test_every_attack_of_the_arithmetic_is_named_by_a_test_here() -> None:
    ids = {line.split("\t")[0] for line in ATTACKS.read_text(encoding="utf-8").splitlines()[1:]}
    text = "".join(
        path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parent.glob("test_*.py"))
    )
    named = {
        each.upper() for name in re.findall(r"def test_(\w+)", text) for each in re.findall(r"d\d\d", name)
    }
    assert len(ids) == 56
    assert ids - OF_OUTPUTS <= named


@pytest.mark.parametrize("profile", [EXACT, ROUNDED])
@pytest.mark.parametrize("count", [1, 2, 4, 5])
@pytest.mark.parametrize("at", range(4))
def test_d01_d02_one_small_part_wherever_it_stands(at: int, count: int, profile: Mapping[str, str]) -> None:
    parts = [21, 34, 18, 27]
    parts[at] = count
    assert attacked(counted(split(parts), profile)) == []


@pytest.mark.parametrize("size", [2, 3])
def test_d03_hidden_cells_in_every_square_arrangement(size: int) -> None:
    places = list(product("abc"[:size], "xyz"[:size]))
    for small in combinations(places, size):
        table = {place: 3 if place in small else 20 for place in places}
        by: dict[str, int | tuple[int, int]] = {"": sum(table.values())}
        by.update({f"age = {a}": sum(n for (one, _), n in table.items() if one == a) for a, _ in places})
        by.update({f"sex = {b}": sum(n for (_, one), n in table.items() if one == b) for _, b in places})
        by.update({f"age = {a}; sex = {b}": n for (a, b), n in table.items()})
        assert attacked(counted(by)) == []


@pytest.mark.parametrize("profile", PROFILES[1:])
def test_d05_two_hidden_parts_whose_total_is_at_the_bound(profile: Mapping[str, str]) -> None:
    for one, other in product(range(1, 10), repeat=2):
        assert attacked(counted(split([one, other]), profile)) == [], (one, other)


@pytest.mark.parametrize("profile", [EXACT, ROUNDED])
def test_d06_all_parts_nought_but_one(profile: Mapping[str, str]) -> None:
    for count in (3, 5, 6, 7, 8, 9, 20):
        assert attacked(counted(split([0, 0, 0, count]), profile)) == []


def test_d07_what_is_hidden_beside_a_small_part_does_not_tell_the_next_smallest() -> None:
    outcomes = [shown(BoardOf([counted(split(parts))]).published(ON)) for parts in ([3, 12, 45], [3, 45, 12])]
    assert outcomes[0] == outcomes[1]
    assert set(outcomes[0].values()) == {"60", "c"}


@pytest.mark.parametrize(("profile", "mark"), [(EXACT, "0"), ({"hide_to": "5", "hide_from": "0"}, "c")])
def test_d08_nought_is_shown_or_hidden_as_the_rule_says(profile: Mapping[str, str], mark: str) -> None:
    outcome = BoardOf([counted({"": 0}, profile)]).published(ON)
    assert [cell.shown for cell in outcome.shown] == [mark]


def test_d09_d11_no_percentage_and_no_denominator_of_a_small_numerator() -> None:
    for below in (*range(5, 60), 99, 199, 500):
        for above in range(1, min(below, 7) + 1):
            outcome = BoardOf([counted({"": (above, below)}, ROUNDED, "percent")]).published(ON)
            assert [(c.numerator, c.denominator, c.shown) for c in outcome.shown] == [(None, None, "c")]


def test_d10_d12_shares_of_one_denominator_are_all_hidden_with_one() -> None:
    shares: dict[str, int | tuple[int, int]] = {"": (100, 100)}
    shares.update({"kind = a": (60, 100), "kind = b": (37, 100), "kind = c": (3, 100)})
    outcome = BoardOf([counted(shares, EXACT, "percent")]).published(ON)
    assert [cell.shown for cell in outcome.shown if cell.breakdown] == ["c", "c", "c"]


def test_d11_a_percentage_is_shown_only_where_neither_side_is_small() -> None:
    for below in (*range(45), 99, 200):
        for above in {*range(min(below, 12) + 1), *range(max(below - 12, 0), below + 1)}:
            cell = BoardOf([counted({"": (above, below)}, ROUNDED, "percent")]).published(ON).shown[0]
            small = 1 <= above <= 7 or 1 <= below - above <= 7 or below < 20
            assert cell.hidden == small, (above, below)
            if not small:
                assert int(cell.numerator or 0) % 5 == 0
                assert int(cell.denominator or 0) % 5 == 0
                assert cell.shown.isdigit()


def test_d13_a_rate_of_a_known_population_is_hidden_with_its_small_count() -> None:
    for population in (1_000, 12_345, 100_000):
        for count in range(1, 8):
            assert (
                BoardOf([counted({"": (count, population)}, ROUNDED, "rate")]).published(ON).shown[0].hidden
            )
        cell = BoardOf([counted({"": (13, population)}, ROUNDED, "rate")]).published(ON).shown[0]
        assert (cell.numerator, cell.denominator) == ("15", str(population))


def test_d14_no_mean_of_few() -> None:
    for below in range(1, 20):
        assert BoardOf([counted({"": (40 * below, below)}, ROUNDED, "mean")]).published(ON).shown[0].hidden


def test_d15_d24_a_public_figure_carries_no_earlier_value_and_no_reason() -> None:
    board = BoardOf([counted({"": 40})])
    register = board.register()
    given = board.figures(register, ON)
    key, series = next(iter(given.series.items()))
    told = replace(series.figures[0], earlier=Value(numerator=38), reason="two more", origin="return-3")
    outcome = protect(register, replace(given, series={key: replace(series, figures=(told,))}), ON)
    figure = outcome.figures.series[key].figures[0]
    assert (figure.earlier, figure.reason, figure.origin, figure.known_since) == (None, "", "", ON)


def test_d16_d56_all_or_none_of_a_small_group_is_hidden() -> None:
    for below in range(10):
        for above in (0, below):
            outcome = BoardOf([counted({"": (above, below)}, EXACT, "percent")]).published(ON)
            assert outcome.shown[0].hidden, (above, below)
    by: dict[str, int | tuple[int, int]] = {"": (0, 40), "sex = b": (0, 4), "sex = g": (0, 36)}
    assert attacked(counted(by, EXACT, "percent")) == []


def running(
    kind: str, ends: list[Period], counts: list[int], ledger: tuple[Publication, ...] = ()
) -> Protected:
    """An indicator whose first measure has running figures."""
    board = BoardOf([by_quarter([30, 31, 32, 33])])
    register = board.register()
    seen = register.record(Indicator, "seen")
    measure = seen.measures[0].model_copy(update={"id": "running", "period_kind": kind})
    both = seen.model_copy(update={"measures": (measure, *seen.measures)})
    register = Register.of(
        [
            replace(entry, record=both) if entry.record is seen else entry
            for entry in register.entries.values()
        ]
    )
    figures = [
        Figure(end, Value(numerator=count), "return", end.end, False)
        for end, count in zip(ends, counts, strict=True)
    ]
    given = {
        **board.figures(register, ON).series,
        ("seen/running", "hill-town", ""): Series(both, measure, "hill-town", tuple(figures)),
    }
    return protect(register, Figures(ON, "hill-town", given), ON, ledger)


def test_d17_d18_d22_of_quarters_and_running_totals_one_is_shown_and_only_whole_years() -> None:
    ends = [rolling_year(period.end) for period in (*Q, quarter(2025, 1))]
    outcome = running("rolling-year", ends, [90, 95, 97, 99, 101])
    assert {cell.measure for cell in outcome.shown} == {"seen/running"}
    assert [str(cell.period) for cell in outcome.shown] == ["year-to-2025-03-31"]


def test_d17_d20_a_year_is_not_shown_over_a_quarter_that_was_hidden_under_another_series() -> None:
    hidden = {"measure": "seen/quarter", "period": "2024-25-Q2", "shown": "c"}
    given = {"id": "first", "title": "T", "sort": "scorecard", "published": "2025-06-01", "figures": [hidden]}
    ends = [rolling_year(quarter(year, 4).end) for year in (2023, 2024)]
    outcome = running("rolling-year", ends, [90, 95], (Publication.model_validate(given),))
    assert [cell.shown for cell in outcome.shown] == ["90", "c"]


@pytest.mark.parametrize("at", range(4))
@pytest.mark.parametrize("count", range(1, 8))
def test_d19_d27_a_published_year_beside_its_quarters(at: int, count: int) -> None:
    counts = [22, 37, 18, 41]
    counts[at] = count
    one = by_quarter(counts, yearly=True)
    assert attacked(one) == []
    outcome = BoardOf([one]).published(ON)
    assert [cell.shown for cell in outcome.shown] == (
        ["c"] * 4 if count <= 5 else [str(5 * round(n / 5)) for n in counts]
    )


def test_d19_quarters_are_rounded_from_the_start_where_a_year_will_be_published() -> None:
    board = BoardOf([by_quarter([22, 37], yearly=True)])
    assert [cell.shown for cell in board.published(Q[1].end + timedelta(days=40)).shown] == ["20", "35"]


def test_d20_what_was_shown_stays_and_what_was_hidden_stays_hidden_when_the_policy_changes() -> None:
    one = counted(split([6, 31]), EXACT)
    first = BoardOf([one]).published(Q[0].end + timedelta(days=40))
    assert [cell.shown for cell in first.shown] == ["37", "6", "31"]
    entry = ledger_entry("first", Q[0].end + timedelta(days=40), first)
    one.profile = ROUNDED
    stricter = BoardOf([one]).published(ON, [entry])
    assert [cell.shown for cell in stricter.shown] == ["37", "6", "31"]
    hidden = BoardOf([one]).published(Q[0].end + timedelta(days=40))
    entry = ledger_entry("first", Q[0].end + timedelta(days=40), hidden)
    one.profile = EXACT
    assert [cell.shown for cell in BoardOf([one]).published(ON, [entry]).shown] == [
        c.shown for c in hidden.shown
    ]


@pytest.mark.parametrize("withdrawn", [False, True])
@pytest.mark.parametrize("now", [2, 4, 6, 9])
def test_d21_a_revision_over_the_threshold_with_the_old_paper_at_hand(now: int, withdrawn: bool) -> None:
    one = counted(split([8, 31, 24]), EXACT)
    before = BoardOf([replace(one, counts=dict(one.counts))])
    on = Q[0].end + timedelta(days=40)
    first = before.published(on)
    entry = ledger_entry("first", on, first)
    if withdrawn:
        entry = entry.model_copy(update={"withdrawn": on + timedelta(days=1)})
    for key, revised in (("age = a", now), ("", 55 + now)):
        one.counts[part(key), Q[0]] = (revised, 10 * revised + 40)
        one.since[part(key), Q[0]] = on + timedelta(days=30)
    after = BoardOf([one])
    outcome = after.published(ON, [entry])
    known = known_from([(on, before, first), (ON, after, outcome)])
    assert leaks(known, 1, False) == []
    assert outcome.shown[0].hidden == (now <= 5)


def test_d23_a_hidden_point_has_no_number_to_draw_or_to_reckon_with() -> None:
    outcome = BoardOf([by_quarter([30, 3, 32, 33])]).published(ON)
    series = outcome.figures.find("seen/quarter")
    assert series is not None
    point = series.figures[1]
    assert (point.value, point.value.number) == (Value(ValueStatus.SUPPRESSED), None)
    assert "3" not in repr(point.value).replace("SUPPRESSED", "")


def test_d25_the_same_count_under_another_name_and_another_rule() -> None:
    one = counted(split([3, 31, 24]), EXACT)
    twin = replace(one, id="twin", profile=ROUNDED, words={"numerator": "numerator of seen"})
    outcome = BoardOf([one, twin]).published(ON)
    assert {cell.shown for cell in outcome.shown if cell.breakdown} == {"c"}
    six = replace(counted(split([6, 31, 24]), EXACT))
    twin = replace(six, id="twin", profile=ROUNDED, words={"numerator": "numerator of seen"})
    assert {cell.shown for cell in BoardOf([six, twin]).published(ON).shown} == {"60", "c"}


def test_d25_a_twin_that_is_said_not_to_be_about_persons_is_protected_with_the_other() -> None:
    one = counted(split([3, 31, 24]), EXACT)
    twin = replace(one, id="twin", words={"numerator": "numerator of seen", "disclosure": "none"})
    outcome = BoardOf([one, twin]).published(ON)
    assert {cell.shown for cell in outcome.shown if cell.breakdown} == {"c"}
    assert len(outcome.shown) == 8
    alone = BoardOf([replace(twin, words={"disclosure": "none"})]).published(ON)
    assert [one.figures[0].value.number for one in alone.figures.series.values()] == [58, 3, 31, 24]


def test_d10_classes_of_one_whole_under_three_names() -> None:
    found = []
    for id_, above in (("good", 60), ("fair", 37), ("poor", 3)):
        one = Counted(id_, "percent", EXACT)
        one.counts = {((), Q[0]): (above, 100)}
        found.append(one)
    assert [cell.shown for cell in BoardOf(found).published(ON).shown] == ["c", "c", "c"]


def test_d26_a_hidden_numerator_is_not_shown_as_the_denominator_of_another() -> None:
    one = counted({"": (14, 16)}, EXACT, "percent")
    chained = Counted("chained", "percent", EXACT, words={"denominator": "numerator of seen"})
    chained.counts = {((), Q[0]): (7, 14)}
    outcome = BoardOf([one, chained]).published(ON)
    assert [cell.shown for cell in outcome.shown] == ["c", "c"]


def test_d04_d28_several_splits_of_one_total_and_their_crossings() -> None:
    rng = random.Random(28)
    for _ in range(25):
        by: dict[str, int | tuple[int, int]] = {}
        for age, sex, ward in product("abc", "xy", "pq"):
            count = rng.choice((0, 1, 3, 6, 14, 25))
            names = (f"age = {age}", f"sex = {sex}", f"ward = {ward}")
            for kept in ("", *names, "; ".join(names[:2]), "; ".join(names[1:])):
                before = by.get(kept, 0)
                by[kept] = count + (before if isinstance(before, int) else 0)
        one = counted(by)
        board = BoardOf([one])
        outcome = board.published(ON)
        assert leaks(known_from([(ON, board, outcome)]), 1, False) == []


def test_d29_d48_the_same_records_give_the_same_publication_every_time() -> None:
    board = BoardOf([counted(split([3, 31, 24]), ROUNDED)])
    outcomes = {
        (repr(one.shown), one.notes, repr(one.figures.series))
        for one in (board.published(ON) for _ in range(3))
    }
    assert len(outcomes) == 1


def test_d50_sums_of_rounded_parts_beside_a_rounded_total() -> None:
    for parts in ([12, 12, 12], [8, 8, 8], [13, 13], [17, 18, 22, 9]):
        assert attacked(counted(split(parts), ROUNDED)) == []


@pytest.mark.parametrize(
    "settings", [{"hide_to": "4"}, {"hide_to": "5", "least_denominator": "9"}, {"hide_to": "0"}]
)
def test_d51_a_weaker_profile_is_a_refusal_and_nothing_is_given(settings: Mapping[str, str]) -> None:
    outcome = BoardOf([counted({"": 40}, settings)]).published(ON)
    assert [(one.about, "too weak" in one.why) for one in outcome.refusals] == [("Seen", True)]
    assert outcome.figures.series == {}
    assert outcome.shown == ()


def test_d52_an_indicator_that_is_not_said_to_be_public_is_not_there() -> None:
    outcome = BoardOf([counted({"": 40}, EXACT, public=False)]).published(ON)
    assert outcome.figures.series == {}
    assert outcome.shown == ()


@pytest.mark.parametrize("wrong", [Value(numerator=Decimal("2.5")), Value(source_only=Decimal("3"))])
def test_d53_d54_what_is_no_whole_count_is_hidden(wrong: Value) -> None:
    board = BoardOf([counted({"": 40})])
    register = board.register()
    given = board.figures(register, ON)
    key, series = next(iter(given.series.items()))
    odd = replace(series.figures[0], value=wrong)
    outcome = protect(register, replace(given, series={key: replace(series, figures=(odd,))}), ON)
    assert [cell.shown for cell in outcome.shown] == ["c"]


def test_d54_a_count_below_nought_is_hidden() -> None:
    assert BoardOf([counted({"": (-3, 40)})]).published(ON).shown[0].hidden


def test_d55_the_few_that_were_not_counted_are_protected_too() -> None:
    for below in range(20, 40):
        for rest in range(1, 6):
            outcome = BoardOf([counted({"": (below - rest, below)}, EXACT, "percent")]).published(ON)
            assert outcome.shown[0].hidden


def test_a_small_rest_beside_the_parts_hides_them() -> None:
    outcome = BoardOf([counted({"": 60, "sex = b": 30, "sex = g": 28})]).published(ON)
    assert [cell.shown for cell in outcome.shown] == ["60", "c", "c"]


def test_a_part_that_stands_there_under_two_spellings_is_not_shown() -> None:
    board = BoardOf([counted(split([40, 31]))])
    register = board.register()
    given = board.figures(register, ON)
    key = ("seen/quarter", "hill-town", "age = a")
    again = {("seen/quarter", "hill-town", "Age =  A"): replace(given.series[key], breakdown="Age =  A")}
    outcome = protect(register, replace(given, series={**given.series, **again}), ON)
    assert [cell.shown for cell in outcome.shown] == ["71", "c", "c", "c"]


def test_parts_that_overlap_are_not_shown() -> None:
    outcome = BoardOf([counted({"": 60, "factor = a": 50, "factor = b": 48})]).published(ON)
    assert [cell.shown for cell in outcome.shown] == ["60", "c", "c"]


def test_a_figure_that_its_supplier_kept_back_is_not_worked_out_by_the_others() -> None:
    board = BoardOf([counted(split([40, 31, 24]))])
    register = board.register()
    given = board.figures(register, ON)
    key = ("seen/quarter", "hill-town", words(part("age = a")))
    kept_back = replace(given.series[key].figures[0], value=Value(ValueStatus.SUPPRESSED))
    series = {**given.series, key: replace(given.series[key], figures=(kept_back,))}
    outcome = protect(register, replace(given, series=series), ON)
    assert [cell.shown for cell in outcome.shown] == ["95", "c", "c", "c"]


def test_illustrative_figures_and_other_areas_are_never_published() -> None:
    board = BoardOf([counted({"": 40})])
    register = board.register()
    given = board.figures(register, ON)
    key, series = next(iter(given.series.items()))
    examples = replace(series, figures=(replace(series.figures[0], illustrative=True),))
    assert protect(register, replace(given, series={key: examples}), ON).shown == ()
    elsewhere = {(key[0], "brook", ""): replace(series, area="brook")}
    assert protect(register, replace(given, series=elsewhere), ON).figures.series == {}


def test_official_figures_pass_as_they_are_and_only_when_their_day_has_come() -> None:
    one = by_quarter([30, 31, 32, 33], yearly=True)
    register = BoardOf([one]).register()
    year = Figure(quarter(2024, 4), value("count", 2, 0), "official", ON, False, earlier=Value(numerator=3))
    measure = register.record(Indicator, "seen").measures[1]
    for area in ("hill-town", "brook"):
        series = Series(register.record(Indicator, "seen"), measure, area, (year,))
        given = Figures(ON, "hill-town", {("seen/year", area, ""): series})
        figure = protect(register, given, ON).figures.series["seen/year", area, ""].figures[0]
        assert figure.value == Value(numerator=2)
        assert protect(register, given, date(2020, 1, 1)).figures.series == {}


@pytest.mark.parametrize(
    ("area", "total", "shown"), [("hill-town", 2, None), ("hill-town", 40, 40), ("brook", 2, 2)]
)
def test_d19_a_small_official_total_is_not_repeated_beside_its_quarters(
    area: str, total: int, shown: int | None
) -> None:
    one = by_quarter([1, 0, 1, 0], yearly=True)
    board = BoardOf([one])
    register = board.register()
    given = board.figures(register, ON)
    measure = register.record(Indicator, "seen").measures[1]
    year = Figure(quarter(2024, 4), value("count", total, 0), "official", ON, False)
    official = Series(register.record(Indicator, "seen"), measure, area, (year,))
    both = replace(given, series={**given.series, ("seen/year", area, ""): official})
    figure = protect(register, both, ON).figures.series["seen/year", area, ""].figures[0]
    assert figure.value.numerator == shown
    assert figure.value.status is (ValueStatus.SUPPRESSED if shown is None else ValueStatus.FINAL)


@pytest.mark.parametrize("counts", [[12, 12, 12, 7], [13, 18, 13, 1], [12, 13, 21, 4], [12, 12, 12, 30]])
def test_d19_a_year_that_is_published_later_does_not_tell_its_last_quarter(counts: list[int]) -> None:
    one = replace(by_quarter(counts, yearly=True), profile=ROUNDED)
    publications: list[tuple[date, BoardOf, Protected]] = []
    ledger: list[Publication] = []
    for period in (*Q, quarter(2025, 4)):
        on = period.end + timedelta(days=60)
        board = BoardOf([replace(one)])
        publications.append((on, board, board.published(on, ledger)))
        ledger.append(ledger_entry(period.slug, on, publications[-1][2]))
    known = known_from(publications)
    assert any(len(terms) == 4 for terms, _, _ in known.rows)
    assert leaks(known, 1, False) == []
    assert leaks(known, 1, True) == []


def test_d21_a_total_that_was_revised_twice_does_not_tell_a_part_that_was_revised_once() -> None:
    one = counted(split([8, 24, 17]), EXACT)
    on = Q[0].end + timedelta(days=40)
    publications: list[tuple[date, BoardOf, Protected]] = []
    ledger: list[Publication] = []
    for step, changed in enumerate(({}, {"a": 5, "": 46}, {"c": 19, "": 48}, {"b": 27, "": 51})):
        day = on + timedelta(days=90 * step)
        for name, count in changed.items():
            key = (part(f"age = {name}" if name else ""), Q[0])
            one.counts[key] = (count, 10 * count + 40)
            one.since[key] = day - timedelta(days=3)
        board = BoardOf([replace(one, counts=dict(one.counts), since=dict(one.since))])
        publications.append((day, board, board.published(day, ledger)))
        ledger.append(ledger_entry(f"publication-{step}", day, publications[-1][2]))
    assert publications[0][2].shown[1].shown == "8"
    assert publications[-1][2].shown[1].shown == "c"
    assert leaks(known_from(publications), 1, False) == []


def test_a_figure_that_was_corrected_on_the_day_of_a_publication_is_shown_as_it_is_now() -> None:
    one = counted(split([40, 31, 24]), EXACT)
    on = Q[0].end + timedelta(days=40)
    entry = ledger_entry("first", on, BoardOf([replace(one, counts=dict(one.counts))]).published(on))
    one.counts[part("age = a"), Q[0]] = (42, 460)
    one.counts[(), Q[0]] = (97, 1010)
    one.since = {(part("age = a"), Q[0]): on, ((), Q[0]): on}
    outcome = BoardOf([one]).published(ON, [entry])
    assert [cell.shown for cell in outcome.shown] == ["97", "42", "31", "24"]


def test_what_was_published_rounded_stays_so_under_a_rule_that_does_not_round() -> None:
    one = counted(split([42, 31, 24]), ROUNDED)
    on = Q[0].end + timedelta(days=40)
    entry = ledger_entry("first", on, BoardOf([one]).published(on))
    exact = BoardOf([replace(one, profile=EXACT)])
    assert [cell.shown for cell in exact.published(ON, [entry]).shown] == ["95", "40", "30", "25"]


def stocks_and_flows(ended: list[int], plans: list[int]) -> Protected:
    """Plans on the last day of each quarter, those begun and those ended, as three indicators."""
    days = [Q[0].start - timedelta(days=1), *(period.end for period in Q)]
    begun = [plans[i + 1] - plans[i] + ended[i] for i in range(4)]
    board = BoardOf([replace(by_quarter(begun), id="begun"), replace(by_quarter(ended), id="ended")])
    register = BoardOf([*board.counted, Counted("plans", "count", EXACT)]).register()
    given = board.figures(register, ON).series
    indicator = register.record(Indicator, "plans")
    measure = indicator.measures[0].model_copy(update={"period_kind": "snapshot", "roll_up": "last"})
    figures = tuple(
        Figure(snapshot(day), Value(numerator=count), "return", day, False)
        for day, count in zip(days, plans, strict=True)
    )
    stock = {("plans/quarter", "hill-town", ""): Series(indicator, measure, "hill-town", figures)}
    return protect(register, Figures(ON, "hill-town", {**given, **stock}), ON)


def test_d26_what_was_there_what_came_and_what_went() -> None:
    outcome = stocks_and_flows([12, 3, 14, 9], [40, 44, 52, 47, 58])
    hidden = {(cell.measure, cell.period.short) for cell in outcome.shown if cell.hidden}
    assert hidden == {("begun/quarter", Q[1].short), ("ended/quarter", Q[1].short)}
    outcome = stocks_and_flows([12, 49, 14, 9], [40, 44, 4, 47, 58])
    hidden = {(cell.measure, cell.period.short) for cell in outcome.shown if cell.hidden}
    assert ("plans/quarter", snapshot(Q[1].end).short) in hidden
    assert {(name, Q[at].short) for name in ("begun/quarter", "ended/quarter") for at in (1, 2)} <= hidden


def test_a_series_that_carries_less_of_its_indicator_is_protected_by_the_whole_record() -> None:
    board = BoardOf([counted(split([9, 31, 24]), {"hide_to": "9", "round_to": "10"})])
    register = board.register()
    given = board.figures(register, ON)
    bare = {
        key: replace(one, indicator=one.indicator.model_copy(update={"disclosure_profile": None}))
        for key, one in given.series.items()
    }
    outcome = protect(register, replace(given, series=bare), ON)
    assert [cell.shown for cell in outcome.shown] == ["60", "c", "c", "c"]
