"""Challenges, escalations, risks, inspections, scrutiny and attendance: each on its edges."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.checks.anyshire import ANYSHIRE, AS_AT, printed, write


def told(tmp_path: Path, files: dict[str, str], as_at: date = AS_AT) -> list[str]:
    """The codes that the added files bring, each once, in the order of the alphabet."""
    return sorted({line.split(" ")[2] for line in printed(write(tmp_path, changed=files), as_at)})


CHALLENGE = (
    "id: challenge-1\ntitle: Visits that come late\non: 2024-12-08\nto:\n  - council\n"
    "text: |\n  Why do visits come late?\n"
)
ANSWER = "response: |\n  Two teams were short of staff.\n"
IMPACT = "impact: not-shown\nimpact_text: |\n  Visits are as late as before.\n"


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("by_group: leadership\n", ["A812"]),  # 92 days
        ("by_role: scrutineer\nresponse_due: 2025-03-10\n", []),
        ("by_role: scrutineer\nresponse_due: 2025-03-09\n", ["A812"]),
        ("response_due: 2025-03-10\n", ["A811"]),
        ("by_group: leadership\nresponse_due: 2025-03-09\nresponded_on: 2025-03-11\n" + ANSWER, ["A812"]),
        ("by_group: leadership\nresponded_on: 2024-12-09\n" + ANSWER, []),  # 91 days
        ("by_group: leadership\nresponded_on: 2024-12-08\n" + ANSWER, ["A817"]),
        ("by_group: leadership\nresponded_on: 2024-12-08\nsatisfied: true\n" + ANSWER, []),
        ("by_group: leadership\nclosed_on: 2025-01-14\n" + IMPACT, ["A813"]),
        ("by_group: leadership\nresponded_on: 2024-12-09\nclosed_on: 2025-01-14\n" + ANSWER, ["A814"]),
        (
            "by_group: leadership\nresponded_on: 2024-12-09\nclosed_on: 2025-01-14\nsatisfied: false\n"
            + ANSWER
            + IMPACT,
            ["A817"],
        ),
        (
            "by_group: leadership\nresponded_on: 2024-12-09\nclosed_on: 2025-01-14\nsatisfied: false\n"
            + "actions:\n  - act-2024-visits\n"
            + ANSWER
            + IMPACT,
            [],
        ),
        ("by_group: leadership\nresponse_due: 2024-12-07\n", ["A812", "D101"]),
    ],
)
def test_a_challenge_is_made_answered_judged_and_closed(body: str, codes: list[str], tmp_path: Path) -> None:
    assert told(tmp_path, {"data/challenges/challenge-1.yaml": CHALLENGE + body}) == codes


@pytest.mark.parametrize(("challenged", "codes"), [("council police icb", ["A815"]), ("council police", [])])
def test_only_others_close_a_challenge(challenged: str, codes: list[str], tmp_path: Path) -> None:
    to = "".join(f"  - {agency}\n" for agency in challenged.split())
    text = CHALLENGE.replace("2024-12-08", "2024-12-03").replace("  - council\n", to)
    body = "by_role: scrutineer\nresponded_on: 2024-12-09\nclosed_on: 2024-12-10\n"
    body += "closed_at: leadership-2024-12-10\n"
    files = {"data/challenges/challenge-1.yaml": text + body + ANSWER + IMPACT}
    assert told(tmp_path, files) == codes


def escalations(quarter: str, body: str, group: str = "leadership", name: str = "") -> dict[str, str]:
    id_ = f"escalations-{name or group}-{quarter.lower()}"
    text = f"id: {id_}\nquarter: {quarter}\ngroup: {group}\n{body}"
    return {f"data/escalations/{id_}.yaml": text}


def counts(raised: int, resolved: int, in_time: int | None = None, stage: int = 1) -> str:
    timely = "" if in_time is None else f"    in_time: {in_time}\n"
    return f"counts:\n  - stage: {stage}\n    raised: {raised}\n    resolved: {resolved}\n{timely}"


NONE = "none_raised: true\n"


@pytest.mark.parametrize(
    ("files", "codes"),
    [
        (escalations("2024-25-Q3", counts(3, 3, 3)), []),
        (escalations("2024-25-Q3", counts(3, 4)), ["A824"]),
        (escalations("2024-25-Q3", counts(3, 2, 3)), ["A824"]),
        (escalations("2024-25-Q3", counts(3, 2, stage=0)), ["A824"]),
        (escalations("2024-25-Q3", NONE + counts(1, 0)), ["A821"]),
        (escalations("2024-25-Q3", NONE + counts(0, 0)), []),
        (escalations("2024-25-Q3", ""), ["A822"]),
        (escalations("2024-25-Q4", ""), []),  # the quarter is not over
        (escalations("2024-25-Q2", NONE) | escalations("2024-25-Q3", counts(0, 0)), ["A823"]),
        (escalations("2024-25-Q2", NONE) | escalations("2024-25-Q3", counts(1, 0)), []),
        (escalations("2024-25-Q1", NONE) | escalations("2024-25-Q3", NONE), ["A826"]),
        (escalations("2024-25-Q2", NONE) | escalations("2024-25-Q3", NONE, "neglect-group"), []),
        (
            escalations("2024-25-Q3", counts(1, 0)) | escalations("2024-25-Q3", counts(1, 0), name="b"),
            ["A825"],
        ),
        (escalations("2024-25-Q3", counts(1, 0) + "received: 2024-12-30\n"), ["D110"]),
    ],
)
def test_escalations_add_up_and_silence_is_no_success(
    files: dict[str, str], codes: list[str], tmp_path: Path
) -> None:
    assert told(tmp_path, files) == codes


def test_a_quarter_is_over_on_the_day_after_it(tmp_path: Path) -> None:
    files = escalations("2024-25-Q3", "")
    assert told(tmp_path, files, date(2024, 12, 31)) == []
    assert told(tmp_path, files, date(2025, 1, 1)) == ["A822"]


def risk(inherent: str, residual: str, target: str, body: str) -> dict[str, str]:
    """Ratings are written likelihood by impact, as in 3x4."""
    text = (
        "id: risk-visits\ntitle: Late visits\ncause: |\n  Few staff.\nevent: |\n  Visits come late.\n"
        "consequence: |\n  Children wait.\ngroup: leadership\nowner: help-lead\nopened: 2024-10-08\n"
    )
    for name, rating in (("inherent", inherent), ("residual", residual), ("target", target)):
        text += f"{name}:\n  likelihood: {rating[0]}\n  impact: {rating[2]}\n"
    return {"data/risks/risk-visits.yaml": text + body}


CONTROL = "controls:\n  - id: counted\n    text: |\n      Late visits are counted.\n"


def look(on: str, rating: str) -> str:
    return (
        f"reviews:\n  - on: {on}\n    residual:\n      likelihood: {rating[0]}\n      impact: {rating[2]}\n"
    )


@pytest.mark.parametrize(
    ("files", "codes"),
    [
        (risk("4x4", "3x4", "2x4", CONTROL), []),
        (risk("3x4", "4x3", "2x4", CONTROL), []),  # twelve and twelve
        (risk("3x4", "4x4", "2x4", CONTROL), ["A831"]),
        (risk("3x4", "2x4", "2x4", CONTROL + look("2025-02-03", "4x4")), ["A831"]),
        (risk("4x4", "2x4", "3x4", CONTROL), ["A832"]),
        (risk("4x4", "3x4", "2x4", ""), ["A835"]),
        (risk("4x4", "3x4", "2x4", "actions:\n  - act-2024-visits\n"), []),
        (risk("4x4", "3x4", "2x4", look("2025-02-03", "2x4")), []),  # below the target since
        (risk("4x4", "3x4", "2x4", look("2025-03-11", "2x4")), ["A835"]),
        (risk("4x4", "3x4", "2x4", CONTROL + "review_due: 2025-03-10\n"), []),
        (risk("4x4", "3x4", "2x4", CONTROL + "review_due: 2025-03-09\n"), ["A833"]),
        (risk("4x4", "3x4", "2x4", CONTROL + "review_due: 2025-03-09\n" + look("2025-03-09", "3x4")), []),
        (
            risk("4x4", "3x4", "2x4", CONTROL + "review_due: 2025-03-09\n" + look("2025-03-08", "3x4")),
            ["A833"],
        ),
        (risk("4x4", "3x4", "2x4", "closed_on: 2025-02-03\n"), ["A834"]),
        (risk("4x4", "3x4", "2x4", "closed_on: 2025-02-03\nclosed_reason: |\n  All posts filled.\n"), []),
    ],
)
def test_a_risk_is_rated_watched_and_answered(
    files: dict[str, str], codes: list[str], tmp_path: Path
) -> None:
    assert told(tmp_path, files) == codes


def test_a_risk_is_known_from_the_day_it_was_entered(tmp_path: Path) -> None:
    files = risk("4x4", "3x4", "2x4", "")
    assert "A835" not in told(tmp_path, files, date(2024, 10, 7))
    assert "A835" in told(tmp_path, files, date(2024, 10, 8))


def test_an_open_risk_is_not_owned_by_a_post_that_ended(tmp_path: Path) -> None:
    roles = ANYSHIRE["framework/roles.yaml"] + (
        "- id: old-lead\n  name: Old lead\n  agency: council\n  until: 2024-12-31\n"
    )
    ((path, text),) = risk("4x4", "3x4", "2x4", CONTROL).items()
    owned = text.replace("owner: help-lead", "owner: old-lead")
    files = {"framework/roles.yaml": roles, path: owned}
    assert told(tmp_path, files) == ["L108"]
    closed = owned + "closed_on: 2024-12-31\nclosed_reason: |\n  All posts filled.\n"
    assert told(tmp_path, {**files, path: closed}) == []


INSPECTION = (
    "id: inspection-1\ntitle: Visit on early help\nsort: local-authority\ninspectorates:\n  - Ofsted\n"
    "agencies:\n  - council\ngroup: leadership\n"
)
AREA = "areas_for_improvement:\n  - id: visits\n    text: |\n      Visits in time.\n"
ACTION = ANYSHIRE["data/actions/act-2024-supervision.yaml"]


def action(id_: str, source: str, sort: str, owner: str = "help-lead", agreed: str = "2024-12-17") -> str:
    text = ACTION.replace("act-2024-supervision", id_).replace(
        "source: audit-2024-plans", f"source: {source}"
    )
    text = text.replace("source_sort: audit", f"source_sort: {sort}").replace("police-lead", owner)
    return text.replace("agreed_on: 2024-12-17", f"agreed_on: {agreed}")


@pytest.mark.parametrize(
    ("body", "source", "codes"),
    [
        ("published: 2024-12-09\n" + AREA, "", []),  # 91 days
        ("published: 2024-12-08\n" + AREA, "", ["A801"]),
        ("published: 2024-12-08\n" + AREA, "inspection-1/visits", []),
        ("published: 2024-12-08\n" + AREA, "inspection-1", ["A801", "L109"]),
        ("published: 2024-12-08\n" + AREA + "    response: accepted\n", "", ["A205"]),
        ("published: 2024-12-08\n" + AREA + "    response: not-accepted\n", "", ["A207"]),
        ("published: 2025-01-14\nresponse_due: 2025-03-09\n", "", ["A802"]),
        ("published: 2025-01-14\nresponse_due: 2025-03-09\nresponded_on: 2025-03-10\n", "", []),
        ("published: 2025-01-14\nresponse_due: 2025-03-09\nresponded_on: 2025-03-11\n", "", ["A802"]),
    ],
)
def test_what_an_inspection_asks_for_is_answered(
    body: str, source: str, codes: list[str], tmp_path: Path
) -> None:
    files = {"data/inspections/inspection-1.yaml": INSPECTION + body}
    if source:
        files["data/actions/act-inspected.yaml"] = action("act-inspected", source, "inspection")
    assert told(tmp_path, files) == codes


SCRUTINY = "id: scrutiny-1\ntitle: Heard\nby: scrutineer\ngroup: leadership\nquestion: Are children heard?\n"
FOUND = "findings:\n  - id: seldom\n    text: |\n      Three in ten.\n"
ASKED = "recommendations:\n  - id: ask\n    text: |\n      Ask each child.\n    finding: seldom\n"


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("planned: 2025-03-10\n", []),
        ("planned: 2025-03-09\n", ["A803"]),
        ("planned: 2025-03-09\nstarted: 2025-03-03\n", []),
        ("reported: 2025-03-03\n", ["A804"]),
        ("reported: 2024-12-09\n" + FOUND + ASKED, []),
        ("reported: 2024-12-08\n" + FOUND + ASKED, ["A206"]),
        ("reported: 2024-12-08\n" + FOUND + ASKED + "    response: accepted\n", ["A205"]),
        ("reported: 2024-12-09\n" + FOUND + ASKED.replace("seldom", "often"), ["L111"]),
        ("reported: 2024-12-09\n" + FOUND + "response: |\n  It will be.\n", ["A805"]),
        ("reported: 2024-12-09\nresponse_due: 2024-12-08\n" + FOUND, ["A802", "D101"]),
    ],
)
def test_scrutiny_is_held_found_and_answered(body: str, codes: list[str], tmp_path: Path) -> None:
    assert told(tmp_path, {"data/scrutiny/scrutiny-1.yaml": SCRUTINY + body}) == codes


TO_THREE = (
    "data/reviews/review-r2024-1.yaml",
    ANYSHIRE["data/reviews/review-r2024-1.yaml"]
    + "    agencies:\n      - council\n      - police\n      - ccg\n",
)


def test_one_recommendation_to_three_agencies_is_three_actions(tmp_path: Path) -> None:
    """The council's action is there; the nurse of the board that followed the group answers for the group."""
    files = dict([TO_THREE])
    lines = printed(write(tmp_path, changed=files))
    assert [line.partition("for '")[2].partition("'")[0] for line in lines] == ["police", "ccg"]
    files["data/actions/act-nurse.yaml"] = action(
        "act-nurse", "review-r2024-1/rec-visits", "review", "designated-nurse"
    )
    files["data/actions/act-police.yaml"] = action(
        "act-police", "review-r2024-1/rec-visits", "review", "police-lead"
    )
    assert told(tmp_path, files) == []
    assert told(tmp_path, files, date(2024, 12, 16)) == ["A208"]


def test_a_refused_recommendation_has_no_open_action(tmp_path: Path) -> None:
    review = ANYSHIRE["data/reviews/review-r2024-1.yaml"].replace(
        "response: accepted", "response: not-accepted\n    response_reason: |\n      It is done."
    )
    files = {"data/reviews/review-r2024-1.yaml": review}
    assert told(tmp_path, files) == []  # its action was closed on 14 January
    assert told(tmp_path, files, date(2025, 1, 13)) == ["A209"]
    files["data/actions/act-more.yaml"] = action("act-more", "review-r2024-1/rec-visits", "review")
    assert told(tmp_path, files) == ["A209"]


REVIEW = "data/reviews/review-r2024-1.yaml"
VISITS = "data/actions/act-2024-visits.yaml"


def test_a_promise_and_its_action_count_from_their_own_days(tmp_path: Path) -> None:
    """Accepted on 8 October; the action was agreed on the same day, or on the ninth."""
    late = {VISITS: ANYSHIRE[VISITS].replace("agreed_on: 2024-10-08", "agreed_on: 2024-10-09")}
    assert "A205" not in told(tmp_path, {}, date(2024, 10, 8))
    assert "A205" not in told(tmp_path, late, date(2024, 10, 7))
    assert "A205" in told(tmp_path, late, date(2024, 10, 8))
    assert "A205" not in told(tmp_path, late, date(2024, 10, 9))


def test_a_refusal_counts_from_its_day(tmp_path: Path) -> None:
    refused = ANYSHIRE[REVIEW].replace(
        "response: accepted", "response: not-accepted\n    response_reason: |\n      It is done."
    )
    files = {
        REVIEW: refused,
        VISITS: ANYSHIRE[VISITS].replace("agreed_on: 2024-10-08", "agreed_on: 2024-10-07"),
    }
    assert "A209" not in told(tmp_path, files, date(2024, 10, 7))
    assert "A209" in told(tmp_path, files, date(2024, 10, 8))


def test_an_action_that_cannot_be_read_may_be_the_answer(tmp_path: Path) -> None:
    assert told(tmp_path, {VISITS: "id: act-2024-visits\ntitle: Visit\n"}) == ["S102"]


def test_a_review_is_there_once_it_is_complete(tmp_path: Path) -> None:
    """It went to the board on 10 September and was complete on 8 December, 92 days before 10 March."""
    unanswered = ANYSHIRE[REVIEW].replace("    response: accepted\n    responded_on: 2024-10-08\n", "")
    involved = "involvement:\n  practitioners: 4\n  families: |\n    They were asked.\n"
    done = unanswered.replace("findings:", f"  - step: completed\n    on: 2024-12-08\n{involved}findings:")
    assert "A206" not in told(tmp_path, {REVIEW: done}, date(2025, 3, 9))
    assert "A206" in told(tmp_path, {REVIEW: done}, date(2025, 3, 10))


def meetings(*present: tuple[str, ...], first_year: int = 2024) -> dict[str, str]:
    """Meetings of the leadership on 4 January, February and so on, with those agencies present."""
    files = {}
    for month, agencies in enumerate(present, 1):
        id_ = f"leadership-{first_year}-{month:02d}-04"
        held = f"id: {id_}\ngroup: leadership\non: {first_year}-{month:02d}-04\nheld: true\n"
        listed = "present:\n" + "".join(f"  - {one}\n" for one in agencies) if agencies else ""
        files[f"data/meetings/{id_}.yaml"] = held + listed
    return files


@pytest.mark.parametrize(
    ("present", "as_at", "codes"),
    [
        ((("council", "icb"),) * 3, date(2024, 3, 4), ["A961"]),
        ((("council", "icb"),) * 3, date(2024, 3, 3), []),  # two meetings so far
        ((("council", "icb"), ("police", "council"), ("council", "icb")), date(2024, 3, 4), []),
        ((("police", "icb"), *((("council", "icb"),) * 3)), date(2024, 4, 4), ["A961"]),
        ((("council", "icb"), ("council", "icb"), (), ("council", "icb")), date(2024, 4, 4), ["A961"]),
        ((("council", "icb"), ("council", "icb"), ()), date(2024, 3, 4), []),  # no attendance recorded
        ((("council", "police", "ccg"),) * 3, date(2024, 3, 4), []),  # under its old name
    ],
)
def test_three_meetings_running(
    present: tuple[tuple[str, ...], ...], as_at: date, codes: list[str], tmp_path: Path
) -> None:
    lines = printed(write(tmp_path, changed=meetings(*present)), as_at)
    assert [line.split(" ")[2] for line in lines if line.startswith("framework/groups")] == codes


def test_a_member_is_not_awaited_before_it_existed(tmp_path: Path) -> None:
    files = meetings(*((("council", "police"),) * 3), first_year=2022)
    lines = printed(write(tmp_path, changed=files), date(2022, 7, 2))
    assert not [line for line in lines if "A961" in line]


def test_apologies_are_told_apart_from_silence(tmp_path: Path) -> None:
    files = meetings(*((("council", "icb"),) * 3))
    (silent,) = [line for line in printed(write(tmp_path, changed=files), date(2024, 3, 4)) if "A961" in line]
    assert "nor did it send apologies" in silent
    last = "data/meetings/leadership-2024-03-04.yaml"
    files[last] += "apologies:\n  - police\n"
    (sorry,) = [line for line in printed(write(tmp_path, changed=files), date(2024, 3, 4)) if "A961" in line]
    assert "it sent apologies to 1 of them" in sorry
