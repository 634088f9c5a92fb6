"""Reviews: their age, their lead, who took part, looks while they run, publication, and what came of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from tests.checks.anyshire import AS_AT, printed, write

REVIEW = "data/reviews/review-b.yaml"
LCSPR = "local-child-safeguarding-practice-review"
SCR = "serious-case-review"
SMALL = "learning-review"
WHO = (
    "involvement:\n  practitioners: 9\n  families: |\n    Two parents met the reviewer.\n"
    "  children: |\n    An older child drew what helped.\n"
)
INDEPENDENT = "lead_independence: |\n  From another area.\n"
REASON = "publication_reason: |\n  A trial is awaited.\n"
MEANWHILE = "shared_meanwhile: |\n  A page for managers.\n"
FINDING = "findings:\n  - id: late\n    text: |\n      Visits came late.\n"
ANSWERED = FINDING + "recommendations:\n  - id: rec\n    text: |\n      Visit in time.\n    finding: late\n"


def review(sort: str, days: Mapping[str, str], body: str = "", title: str = "Review B") -> str:
    steps = "".join(f"  - step: {step}\n    on: {on}\n" for step, on in days.items())
    return f"id: review-b\ntitle: {title}\nsort: {sort}\ngroup: leadership\nmilestones:\n{steps}{body}"


def told(tmp_path: Path, text: str, as_at: date = AS_AT, more: Mapping[str, str] | None = None) -> list[str]:
    """The codes that the review brings under `data/`, each once, in the order of the alphabet."""
    files = {REVIEW: text, **(more or {})}
    lines = printed(write(tmp_path, changed=files), as_at)
    return sorted({line.split(" ")[2] for line in lines if line.startswith("data/")})


@pytest.mark.parametrize(
    ("sort", "step", "on", "codes"),
    [
        (SCR, "decision", "2019-09-29", []),
        (SCR, "decision", "2019-09-30", ["A380"]),
        (SCR, "considered", "2019-09-30", []),
        (LCSPR, "decision", "2018-06-28", ["A380"]),
        ("rapid-review", "rapid-review", "2018-06-28", ["A380"]),
        ("rapid-review", "rapid-review", "2018-06-29", []),
        (SMALL, "decision", "2016-01-11", []),
    ],
)
def test_each_sort_has_its_age(sort: str, step: str, on: str, codes: list[str], tmp_path: Path) -> None:
    as_at = date.fromisoformat(on)
    assert told(tmp_path, review(sort, {step: on}), as_at) == codes


@pytest.mark.parametrize(
    ("sort", "body", "codes"),
    [
        (SCR, "", ["A381"]),
        (LCSPR, "", ["A381"]),
        (LCSPR, INDEPENDENT, []),
        (SMALL, "", []),
    ],
)
def test_the_leads_independence_is_said(sort: str, body: str, codes: list[str], tmp_path: Path) -> None:
    year = "2018" if sort == SCR else "2025"
    days = {"decision": f"{year}-01-07" if sort == SCR else "2025-01-07", "lead-appointed": f"{year}-02-03"}
    as_at = date(int(year), 3, 10)
    assert told(tmp_path, review(sort, days, body), as_at) == codes


@pytest.mark.parametrize(
    ("sort", "body", "codes"),
    [
        (SMALL, WHO, []),
        (SMALL, "", ["A382", "A383"]),
        (SMALL, WHO.replace("9", "0"), ["A383"]),
        (SMALL, WHO.replace("9", "0") + "note: |\n  The service had closed.\n", []),
        ("good-practice-review", "", ["A383"]),
        ("rapid-review", "", []),
        ("national-review", "", []),
    ],
)
def test_who_took_part_is_said_once_complete(sort: str, body: str, codes: list[str], tmp_path: Path) -> None:
    assert told(tmp_path, review(sort, {"completed": "2025-03-03"}, body)) == codes
    assert told(tmp_path, review(sort, {"started": "2025-03-03"}, body)) == []


@pytest.mark.parametrize(
    ("days", "looks", "codes"),
    [
        ({"started": "2024-12-08"}, (), []),  # 92 days
        ({"started": "2024-12-07"}, (), ["A384"]),  # 93 days
        ({"decision": "2024-12-07"}, (), ["A384"]),
        ({"started": "2024-06-03"}, ("2024-12-08",), []),
        ({"started": "2024-06-03"}, ("2024-12-07",), ["A384"]),
        ({"started": "2024-06-03"}, ("2025-03-11",), ["A384"]),  # a look still to come
        ({"started": "2024-06-03", "completed": "2025-03-03"}, (), ["A384"]),
        ({"started": "2024-06-03", "completed": "2025-03-03"}, ("2024-08-01",), []),
        ({"started": "2024-12-03", "completed": "2025-03-03"}, (), []),
    ],
)
def test_a_practice_review_is_looked_at_each_quarter(
    days: dict[str, str], looks: tuple[str, ...], codes: list[str], tmp_path: Path
) -> None:
    monitored = "".join(f"  - on: {on}\n    timely: true\n" for on in looks)
    body = WHO + (f"monitored:\n{monitored}" if looks else "")
    assert told(tmp_path, review(LCSPR, days, body)) == codes
    assert told(tmp_path, review(SMALL, days, body)) == []


@pytest.mark.parametrize(
    ("planned", "on", "codes"),
    [
        ("2025-03-10", "", []),
        ("2025-03-09", "", ["A385"]),
        ("2025-03-09", "2025-03-10", []),
        ("2025-03-09", "2025-03-11", ["A385"]),
    ],
)
def test_a_planned_day_that_passed(planned: str, on: str, codes: list[str], tmp_path: Path) -> None:
    step = f"  - step: report-to-board\n    planned: {planned}\n" + (f"    on: {on}\n" if on else "")
    assert told(tmp_path, review(SMALL, {"started": "2025-01-07"}, step)) == codes


PROCESS = "parallel:\n  - process: criminal\n    status: {}\n{}    withholds_publication: true\n"


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("", ["A393"]),
        (PROCESS.format("open", ""), []),
        (PROCESS.format("ended", "    ended: 2018-06-01\n"), []),  # 91 days
        (PROCESS.format("ended", "    ended: 2018-05-31\n"), ["A394"]),  # 92 days
        (PROCESS.format("ended", ""), ["A363"]),
        (PROCESS.format("open", "    ended: 2018-08-01\n"), ["A364"]),
        ("publish_not_before: 2018-05-31\n", ["A394"]),
        ("publish_not_before: 2018-12-31\n" + PROCESS.format("ended", "    ended: 2018-05-31\n"), []),
        (
            PROCESS.format("open", "")
            + "  - process: inquest\n    status: ended\n    ended: 2018-01-31\n"
            + "    withholds_publication: true\n",
            [],
        ),
    ],
)
def test_something_keeps_a_report_back(body: str, codes: list[str], tmp_path: Path) -> None:
    text = review(SCR, {"decision": "2017-10-12"}, "publication: withheld\n" + REASON + body)
    assert told(tmp_path, text, date(2018, 8, 31)) == codes


@pytest.mark.parametrize(
    ("days", "body", "codes"),
    [
        ({"report-to-board": "2018-05-31"}, "", ["A399"]),
        ({"report-to-board": "2018-06-01"}, "", []),
        ({"report-to-board": "2018-05-31"}, MEANWHILE, []),
        ({"decision": "2017-10-12"}, "", []),
    ],
)
def test_learning_does_not_wait_for_publication(
    days: dict[str, str], body: str, codes: list[str], tmp_path: Path
) -> None:
    kept = "publication: withheld\n" + REASON + PROCESS.format("open", "")
    assert told(tmp_path, review(SCR, days, kept + body), date(2018, 8, 31)) == codes


PUBLISHED = "publication: published\npublished_at: the board's own website\n"
RESPONSE = "board_response: |\n  The board accepts it.\n"


@pytest.mark.parametrize(
    ("on", "body", "codes"),
    [
        ("2024-12-09", PUBLISHED, []),  # 91 days
        ("2024-12-08", PUBLISHED, ["A395"]),
        ("2024-12-08", PUBLISHED + RESPONSE, []),
        ("2024-12-09", "publication: published\n", ["A392"]),
        ("2024-12-09", PUBLISHED + "keep_published_until: 2025-12-09\n", []),
        ("2024-12-09", PUBLISHED + "keep_published_until: 2025-12-08\n", ["A398"]),
        ("2024-02-29", PUBLISHED + RESPONSE + "keep_published_until: 2025-02-28\n", []),
    ],
)
def test_a_published_report_is_there_with_its_response(
    on: str, body: str, codes: list[str], tmp_path: Path
) -> None:
    assert told(tmp_path, review(SMALL, {"published": on}, body)) == codes


def test_a_place_in_the_ledger_is_a_place(tmp_path: Path) -> None:
    ledger = (
        "id: report-b\ntitle: Report B\nsort: review-report\npublished: 2025-01-14\naddress: the website\n"
        "of:\n  - review-b\n"
    )
    text = review(SMALL, {"published": "2025-01-14"}, "publication: published\n")
    assert told(tmp_path, text, more={"data/publications/report-b.yaml": ledger}) == []


@pytest.mark.parametrize(
    ("here", "there", "codes"),
    [
        ("https://board.example/b", "https://board.example/b/", []),
        ("https://board.example/b", "https://board.example/c", ["A937"]),
        ("The board's website", "On request from the business unit", []),
    ],
)
def test_places_on_the_web_agree(here: str, there: str, codes: list[str], tmp_path: Path) -> None:
    ledger = (
        "id: report-b\ntitle: Report B\nsort: review-report\npublished: 2025-01-14\n"
        f"address: {here}\nof:\n  - review-b\n"
    )
    body = f"publication: published\npublished_at: {there}\n"
    text = review(SMALL, {"published": "2025-01-14"}, body)
    assert told(tmp_path, text, more={"data/publications/report-b.yaml": ledger}) == codes


@pytest.mark.parametrize(
    ("sort", "publication", "codes"),
    [
        ("rapid-review", "published", ["A306", "A397"]),
        ("rapid-review", "not-applicable", []),
        ("child-death-review", "planned", ["A397"]),
        (SMALL, "planned", []),
        ("good-practice-review", "not-to-be-published", ["A307"]),
        ("good-practice-review", "withheld", ["A307", "A397"]),
    ],
)
def test_what_is_published_depends_on_the_sort(
    sort: str, publication: str, codes: list[str], tmp_path: Path
) -> None:
    text = review(sort, {"considered": "2025-01-14"}, f"publication: {publication}\n")
    assert told(tmp_path, text) == codes


@pytest.mark.parametrize(
    ("completed", "publication", "codes"),
    [
        ("2024-12-09", "", []),
        ("2024-12-08", "", ["A396"]),
        ("2024-12-08", "publication: not-applicable\n", ["A396"]),
        ("2024-12-08", "publication: planned\n", []),
    ],
)
def test_publication_of_a_practice_review_is_settled(
    completed: str, publication: str, codes: list[str], tmp_path: Path
) -> None:
    assert told(tmp_path, review(LCSPR, {"completed": completed}, WHO + publication)) == codes


LEARNING = (
    "id: learning-visits\ntitle: Visits\non: 2025-01-14\ntext: |\n  Visit in time.\n"
    "sources:\n  - review-b/late\ngroup: leadership\n"
)


@pytest.mark.parametrize(
    ("completed", "codes"),
    [("2024-12-09", []), ("2024-12-08", ["A388"]), ("2022-03-12", ["A388"]), ("2022-03-11", [])],
)
def test_what_was_found_is_learned_within_a_quarter(completed: str, codes: list[str], tmp_path: Path) -> None:
    answered = ANSWERED + "    response: not-accepted\n    response_reason: |\n      It is done.\n"
    text = review(SMALL, {"completed": completed}, WHO + answered)
    assert told(tmp_path, text) == codes
    assert told(tmp_path, text, more={"data/learning/learning-visits.yaml": LEARNING}) == []


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        (FINDING, ["A386"]),
        (FINDING + "    good_practice: true\n", []),
        (ANSWERED, []),
        (ANSWERED.replace("    finding: late\n", ""), ["A386", "A387"]),
        (ANSWERED.replace("finding: late", "finding: lat"), ["A386", "L111"]),
    ],
)
def test_findings_and_recommendations_meet(body: str, codes: list[str], tmp_path: Path) -> None:
    assert told(tmp_path, review(SMALL, {"completed": "2025-03-03"}, WHO + body)) == codes


@pytest.mark.parametrize(
    ("days", "body", "codes"),
    [
        ({"published": "2024-09-09"}, "", []),  # 182 days
        ({"published": "2024-09-08"}, "", ["A389"]),
        ({"published": "2024-09-08"}, "relevance: |\n  Nothing new here.\n", []),
        ({"published": "2024-09-08", "considered": "2025-03-01"}, "", []),
        ({"published": "2024-09-08", "considered": "2025-03-11"}, "", ["A389"]),
    ],
)
def test_a_national_review_is_read_here(
    days: dict[str, str], body: str, codes: list[str], tmp_path: Path
) -> None:
    text = review("national-review", days, body, "National review of work before birth")
    assert told(tmp_path, text) == codes


@pytest.mark.parametrize(
    ("days", "answer", "codes"),
    [
        ({"panel-told": "2024-10-10"}, "awaited", []),
        ({"rapid-review": "2024-10-09"}, "awaited", ["A390"]),
        ({"panel-told": "2024-10-10", "panel-answer": "2024-11-06"}, "agrees", []),
        ({"panel-told": "2024-10-10", "panel-answer": "2024-11-06"}, "", ["A390"]),
        ({"panel-told": "2024-10-10", "panel-answer": "2024-11-06"}, "awaited", ["A390"]),
        ({"panel-told": "2024-10-10"}, "disagrees", ["A390"]),
        ({"panel-told": "2024-10-10", "panel-answer": "2024-12-09"}, "disagrees", []),
        ({"panel-told": "2024-10-10", "panel-answer": "2024-12-08"}, "disagrees", ["A391"]),
        (
            {"panel-told": "2024-10-10", "panel-answer": "2024-12-08", "decision": "2025-01-14"},
            "disagrees",
            [],
        ),
    ],
)
def test_the_panel_is_told_and_answers(
    days: dict[str, str], answer: str, codes: list[str], tmp_path: Path
) -> None:
    body = f"panel_answer: {answer}\n" if answer else ""
    assert told(tmp_path, review("rapid-review", days, body)) == codes


@pytest.mark.parametrize(
    ("sort", "title", "codes"),
    [
        (SMALL, "Review B", []),
        (SMALL, "Learning review on neglect 2024", []),  # a theme of the board
        (SMALL, "Learning review: the infant K", ["A351"]),
        (SCR, "Serious case review in respect of Child IV", ["A351"]),
        ("good-practice-review", "Three plans that held", []),
        ("national-review", "Safeguarding of babies", []),
    ],
)
def test_titles_say_nothing_of_the_case(sort: str, title: str, codes: list[str], tmp_path: Path) -> None:
    text = review(sort, {"referred": "2018-01-14"}).replace("title: Review B", f'title: "{title}"')
    assert told(tmp_path, text) == codes


def test_a_national_review_may_have_an_id_of_its_own(tmp_path: Path) -> None:
    text = review("national-review", {"published": "2025-01-14"}).replace("review-b", "national-babies")
    files = {"data/reviews/national-babies.yaml": text}
    assert printed(write(tmp_path, changed=files)) == []


@pytest.mark.parametrize(
    ("days", "codes"),
    [
        ({"rapid-review": "2024-10-09", "panel-told": "2024-10-09"}, []),
        ({"rapid-review": "2024-10-09", "panel-told": "2024-10-08"}, ["D107"]),
        ({"considered": "2024-10-09", "panel-told": "2024-10-08"}, ["D107"]),
        ({"panel-told": "2024-10-09", "panel-answer": "2024-10-08"}, ["D107"]),
        ({"panel-told": "2024-10-09", "decision": "2024-12-10"}, []),  # decided again
        ({"aware": "2024-10-09", "review-meeting": "2024-10-08"}, ["D107"]),
        ({"review-meeting": "2024-10-09", "completed": "2024-10-08"}, ["D107"]),
    ],
)
def test_the_new_milestones_have_their_order(days: dict[str, str], codes: list[str], tmp_path: Path) -> None:
    answer = "panel_answer: agrees\n" if "panel-answer" in days else ""
    assert told(tmp_path, review("child-death-review", days, answer)) == codes


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("covers_from: 2023-10-01\ncovers_until: 2023-09-30\n", ["D101"]),
        (
            "monitored:\n  - on: 2025-02-03\n    timely: true\n  - on: 2025-02-02\n    timely: true\n",
            ["D105"],
        ),
        ("follows: review-b\n", ["L105"]),
    ],
)
def test_days_and_links_of_a_review_lead_forward(body: str, codes: list[str], tmp_path: Path) -> None:
    assert told(tmp_path, review(SMALL, {"considered": "2025-01-14"}, body)) == codes
