"""Figures that were revised, with the reason or without one, apart from those that are new."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.small_board import indicator
from tests.views.changes.two_states import between, by_dates
from tests.views.small_papers import returned

from lif.views.changes.figures import figure_changes

VISITS = {"framework/indicators/visits.yaml": indicator("visits")}


def values(*parts: str, received: str = "2025-02-10") -> dict[str, str]:
    return returned({"visits": parts}, due="2025-01-31", received=received)


def revised(text: dict[str, str], *lines: str) -> dict[str, str]:
    """The same return with lines added to its last value."""
    return {path: body + "".join(f"    {line}\n" for line in lines) for path, body in text.items()}


def test_nothing_changed_when_nothing_did(tmp_path: Path) -> None:
    assert figure_changes(between(tmp_path, {**VISITS, **values("40/50")}, {})) == ((), ())


def test_a_revision_gives_both_figures_and_its_reason(tmp_path: Path) -> None:
    log = (
        "revisions:",
        "  - until: 2025-04-02",
        "    numerator: 40",
        "    denominator: 50",
        "    reason: |",
        "      Two visits were",
        "      counted late.",
    )
    found, new = figure_changes(
        between(tmp_path, {**VISITS, **values("40/50")}, revised(values("42/50"), *log))
    )
    assert new == ()
    (one,) = found
    assert (one.indicator, one.name, one.series) == ("visits", "Visits", "")
    assert one.period == "Quarter 4 2024/25 (January to March 2025)"
    assert (one.was, one.now) == ("80.0% (40 of 50)", "84.0% (42 of 50)")
    assert (one.why, one.logged, one.illustrative) == ("Two visits were counted late.", True, False)


def test_a_figure_that_was_overwritten_has_no_reason_and_says_so(tmp_path: Path) -> None:
    ((one,), new) = figure_changes(between(tmp_path, {**VISITS, **values("40/50")}, values("42/50")))
    assert (one.was, one.now, one.why, one.logged) == ("80.0% (40 of 50)", "84.0% (42 of 50)", "", False)
    assert new == ()


def test_an_older_revision_does_not_excuse_a_later_overwriting(tmp_path: Path) -> None:
    log = (
        "revisions:",
        "  - until: 2025-02-20",
        "    numerator: 30",
        "    denominator: 50",
        "    reason: Late.",
    )
    before = revised(values("40/50"), *log)
    ((one,), _) = figure_changes(between(tmp_path, {**VISITS, **before}, revised(values("42/50"), *log)))
    assert (one.was, one.now, one.why, one.logged) == ("80.0% (40 of 50)", "84.0% (42 of 50)", "", False)


@pytest.mark.parametrize(
    ("before", "after", "was", "now"),
    [
        ("400/500", "401/500", "80.0% (400 of 500)", "80.2% (401 of 500)"),
        ("40000/50001", "40001/50001", "80.0% (40,000 of 50,001)", "80.0% (40,001 of 50,001)"),
        ("40/50", "80/100", "80.0% (40 of 50)", "80.0% (80 of 100)"),
        ("0/50", "1/50", "0.0% (0 of 50)", "2.0% (1 of 50)"),
    ],
)
def test_small_differences_can_be_seen(tmp_path: Path, before: str, after: str, was: str, now: str) -> None:
    ((one,), _) = figure_changes(between(tmp_path, {**VISITS, **values(before)}, values(after)))
    assert (one.was, one.now) == (was, now)


def test_a_figure_that_went_is_revised_to_none(tmp_path: Path) -> None:
    ((one,), _) = figure_changes(between(tmp_path, {**VISITS, **values("40/50")}, values("suppressed")))
    assert (one.was, one.now, one.logged) == ("80.0% (40 of 50)", "suppressed", False)


def test_a_return_that_was_deleted_takes_its_figures_away(tmp_path: Path) -> None:
    before = values("40/50")
    ((one,), _) = figure_changes(between(tmp_path, {**VISITS, **before}, dict.fromkeys(before, "")))
    assert (one.was, one.now, one.logged) == ("80.0% (40 of 50)", "no figure", False)


def test_new_figures_are_counted_with_the_latest_and_are_no_revision(tmp_path: Path) -> None:
    found, new = figure_changes(
        between(tmp_path, {**VISITS, **values("awaited", "awaited")}, values("41/50", "0/50"))
    )
    assert found == ()
    (one,) = new
    assert (one.count, one.period, one.figure) == (
        2,
        "Quarter 4 2024/25 (January to March 2025)",
        "0.0% (0 of 50)",
    )


def test_firmer_standing_alone_is_no_revision(tmp_path: Path) -> None:
    before = revised(values("40/50"), "status: provisional")
    assert figure_changes(between(tmp_path, {**VISITS, **before}, values("40/50"))) == ((), ())


def test_a_return_that_could_not_be_read_before_gives_no_new_figures(tmp_path: Path) -> None:
    good = values("40/50")
    bad = {path: text.replace("agency:", "agenzy:") for path, text in good.items()}
    assert figure_changes(between(tmp_path, {**VISITS, **bad}, good, whole=False)) == ((), ())


def test_a_figure_of_another_area_is_no_figure_of_the_board(tmp_path: Path) -> None:
    before = revised(values("40/50"), "area: brook")
    assert figure_changes(
        between(tmp_path, {**VISITS, **before}, revised(values("45/50"), "area: brook"))
    ) == (
        (),
        (),
    )


def test_by_dates_alone_a_logged_revision_is_seen(tmp_path: Path) -> None:
    log = (
        "revisions:",
        "  - until: 2025-04-02",
        "    numerator: 40",
        "    denominator: 50",
        "    reason: Counted late.",
    )
    ((one,), _) = figure_changes(by_dates(tmp_path, {**VISITS, **revised(values("42/50"), *log)}))
    assert (one.was, one.now, one.why, one.logged) == (
        "80.0% (40 of 50)",
        "84.0% (42 of 50)",
        "Counted late.",
        True,
    )
