"""The learning log: three answers for each thing learned, telling in the time agreed, and reach: by hand."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from tests.folders import Write
from tests.views.asking import asked
from tests.views.lessons import REVIEWS, learning

from lif.views.learning_log import Entry, LearningLog, learning_log

AS_AT = "2025-05-20"

TELL = {
    "framework/duties.yaml": """
        - id: duty-newsletter
          title: Put what a review found in the newsletter
          text: |
            We have agreed so.
          owner: The business unit
          trigger: The end of the review
          limit:
            number: 3
            unit: months
          clocks:
            - of: review
              sorts: [learning-review]
              starts: completed
              stops: newsletter
          force: local-policy
          source: The framework
    """
}
"""A local duty: review B ended on 20 November 2024, so that its newsletter was due on 20 February 2025."""


def newsletter(on: str, *reach: str, sort: str = "newsletter", title: str = "Winter") -> str:
    lines = [f"  - id: told\n    sort: {sort}\n    title: {title}\n    on: {on}"]
    lines += ["    reach:"] * bool(reach)
    lines += [f"      - {each}" for each in reach]
    return "products:\n" + "\n".join(lines) + "\n"


def action(id_: str, source: str, *more: str) -> dict[str, str]:
    text = (
        f"id: {id_}\ntitle: Act {id_}\ntext: |\n  Act.\nsource: {source}\nsource_sort: review\n"
        "owner: police-lead\ngroup: quality-group\nagreed_on: 2024-12-11\ndue: 2025-03-31\n"
    )
    return {f"data/actions/{id_}.yaml": text + "".join(more)}


DONE = "steps:\n  - state: reported-complete\n    on: 2025-03-20\n"


def impact(result: str, on: str = "2025-05-01") -> str:
    return f"impact:\n  due: 2025-05-01\n  checked_on: {on}\n  result: {result}\n  text: |\n    Seen.\n"


def test(result: str, on: str = "2025-04-01") -> str:
    head = "test:\n  method: dip-sample\n  due: 2025-04-01\n"
    return head + (f"  checked_on: {on}\n  result: {result}\n" if result else "")


test.__test__ = False  # type: ignore[attr-defined]


def made(workspace: Write, files: Mapping[str, str], *about: str, as_at: str = AS_AT) -> LearningLog:
    return learning_log(asked(workspace, {**REVIEWS, **files}, as_at, *about))


def one(workspace: Write, files: Mapping[str, str], as_at: str = AS_AT) -> Entry:
    (entry,) = made(workspace, files, as_at=as_at).entries
    return entry


def test_nothing_learned_is_said_and_asked_about(workspace: Write) -> None:
    view = made(workspace, {})
    assert (view.entries, view.tallies, view.told, view.issues) == ((), (), (), ())
    assert view.opening.asked == (
        "Ask what was learned from reviews and audits: nothing is recorded as agreed learning.",
    )
    assert ("In the time agreed", "no time for telling is agreed") in view.opening.facts


def test_the_three_answers_of_what_was_drawn_from_a_finding(workspace: Write) -> None:
    entry = one(
        workspace,
        learning("learning-a", "2024-12-01")
        | action("act-a", "review-b/was-not-brought", DONE, impact("shown"))
        | action("act-b", "learning-a")
        | action("act-c", "review-b/school"),
    )
    assert entry.what == "We learned learning-a."
    assert entry.where == ("Missed appointments were closed as refusals.",)
    assert [(each.title, each.helped, each.seen) for each in entry.steps] == [
        ("Act act-a", "shown", "Seen."),
        ("Act act-b", "", ""),
    ]
    assert entry.agencies == ("Police",)


def test_of_a_whole_review_all_that_must_improve_and_not_what_worked(workspace: Write) -> None:
    entry = one(workspace, learning("learning-a", "2024-12-01", source="review-b"))
    assert entry.where == ("Missed appointments were closed as refusals.",)


@pytest.mark.parametrize(
    ("more", "lasting", "waiting"),
    [
        ({}, "no-action", 0),
        (action("act-a", "learning-a", DONE), "no-look", 0),
        (action("act-a", "learning-a"), "to-be-seen", 1),
        (action("act-a", "learning-a", DONE, impact("shown")), "shown", 0),
        (action("act-a", "learning-a", DONE, impact("cannot-be-told")), "not-shown", 0),
        (action("act-a", "learning-a", DONE, impact("shown", on="2025-06-01")), "to-be-seen", 1),
        (
            action("act-a", "learning-a", DONE, impact("shown"))
            | action("act-b", "learning-a", DONE, impact("partly-shown"))
            | action("act-c", "learning-a"),
            "partly-shown",
            1,
        ),
    ],
)
def test_whether_it_lasts_is_the_worst_that_was_seen(
    workspace: Write, more: dict[str, str], lasting: str, waiting: int
) -> None:
    entry = one(workspace, learning("learning-a", "2024-12-01") | more)
    assert (entry.lasting, entry.waiting) == (lasting, waiting)


@pytest.mark.parametrize(
    ("result", "lasting"), [("landed", "shown"), ("not-landed", "not-shown"), ("", "to-be-seen")]
)
def test_the_test_of_whether_it_landed_counts_too(workspace: Write, result: str, lasting: str) -> None:
    assert one(workspace, learning("learning-a", "2024-12-01", test(result))).lasting == lasting


@pytest.mark.parametrize(
    ("on", "as_at", "state"),
    [
        ("2025-02-20", AS_AT, "met"),
        ("2025-02-21", AS_AT, "met-late"),
        ("2025-02-21", "2025-02-20", "due-soon"),
        ("2025-06-21", AS_AT, "breached"),
    ],
)
def test_key_findings_are_told_in_the_time_agreed(workspace: Write, on: str, as_at: str, state: str) -> None:
    view = made(workspace, TELL | learning("learning-a", "2024-12-01", newsletter(on)), as_at=as_at)
    (told,) = view.told
    assert (told.name, told.form, told.due and told.due.isoformat(), told.state) == (
        "Review B",
        "newsletter",
        "2025-02-20",
        state,
    )
    assert (state == "breached") == view.opening.asked[0].startswith("Ask why what Review B found was not")


@pytest.mark.parametrize(
    "files",
    [
        learning("learning-a", "2024-12-01", newsletter("2025-01-10", sort="bulletin")),
        learning("good-a", "2024-12-01", newsletter("2025-01-10"), folder="good-practice"),
        learning("learning-a", "2024-12-01", newsletter("2025-01-10"), source="review-c"),
    ],
    ids=["another form", "good practice", "another review"],
)
def test_what_stops_the_clock_is_learning_of_this_review_in_this_form(
    workspace: Write, files: dict[str, str]
) -> None:
    assert made(workspace, TELL | files).told[0].state == "breached"


def test_findings_that_no_newsletter_told_are_asked_about(workspace: Write) -> None:
    more = REVIEWS["data/reviews/review-b.yaml"].replace(
        "          - id: school\n",
        "          - id: plan\n            text: |\n              No plan.\n          - id: school\n",
    )
    files = {"data/reviews/review-b.yaml": more} | TELL
    view = made(workspace, files | learning("learning-a", "2024-12-01", newsletter("2025-01-10")))
    assert (view.told[0].findings, view.told[0].findings_told, view.told[0].state) == (2, 1, "met")
    assert "Ask what becomes of 1 finding of Review B: no newsletter has told it." in view.opening.asked
    whole = learning("learning-b", "2025-02-01", newsletter("2025-05-21"), source="review-b")
    assert made(workspace, files | whole).told[0].findings_told == 1
    assert made(workspace, files | whole, as_at="2025-05-21").told[0].findings_told == 2


def test_one_issue_that_tells_two_things_is_counted_once(workspace: Write) -> None:
    social, police = (
        "{agency: social-care, on: 2025-01-20, people: 30, used: x}",
        ("{agency: police, on: 2025-06-20, people: 9}"),
    )
    view = made(
        workspace,
        learning("learning-a", "2024-12-01", newsletter("2025-01-10", social))
        | learning(
            "learning-b",
            "2024-12-02",
            newsletter("2025-01-10", "{agency: social-care, on: 2025-01-21, people: 12}", police),
        ),
    )
    (issue,) = view.issues
    assert issue.tells == ("Lesson learning-a", "Lesson learning-b")
    assert (issue.agencies, issue.people, issue.uncounted, issue.used) == (("Social care",), 30, 0, 1)
    assert [(each.agency, each.issues, each.people, each.used) for each in view.reach] == [
        ("Police", 0, 0, 0),
        ("Social care", 1, 30, 1),
    ]
    assert "Ask whether anything reached Police: nothing is recorded." in view.opening.asked


def test_the_log_of_a_theme_leaves_the_others_out(workspace: Write) -> None:
    files = learning("learning-a", "2024-12-01", "themes: [sleep]") | learning("learning-b", "2024-12-01")
    view = made(workspace, files, "sleep")
    assert [each.record for each in view.entries] == ["learning-a"]
    assert (view.opening.title, view.opening.name) == ("Learning log: Safe sleep", "learning-log-sleep")


def test_what_was_found_later_is_not_told_on_an_earlier_day(workspace: Write) -> None:
    entry = one(workspace, learning("learning-a", "2024-10-01"), as_at="2024-10-15")
    assert entry.where == ()
