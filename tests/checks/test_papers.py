"""Partners' reports, statements, accounts, publications, documents and improvement plans, on their edges."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.checks.anyshire import ANYSHIRE, AS_AT, printed, write


def told(tmp_path: Path, files: dict[str, str], as_at: date = AS_AT) -> list[str]:
    """The codes that the added files bring, each once, in the order of the alphabet."""
    return sorted({line.split(" ")[2] for line in printed(write(tmp_path, changed=files), as_at)})


REPORT = "id: police-2023-24\ntitle: Yearly report\nagency: police\nperiod: 2023-24\ndue: 2025-01-31\n"
APPROVED = "own_approval: The force's board\nown_approval_on: 2024-11-25\n"
TAKEN = "taken_at: leadership-2024-12-10\noutcome: noted\n"


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("", ["A901"]),
        (APPROVED + "received: 2025-03-11\n", ["A901"]),  # still to come
        (APPROVED + "received: 2025-03-10\n", []),
        (APPROVED + "received: 2024-11-25\n", []),
        (APPROVED + "received: 2024-11-24\n", ["A902"]),
        ("received: 2024-11-24\n", ["A902"]),
        ("own_approval: The force's board\nreceived: 2024-11-24\n", []),
        (APPROVED + "received: 2024-12-10\n" + TAKEN, []),
        (APPROVED + "received: 2024-12-11\n" + TAKEN, ["A903"]),
        (APPROVED + "received: 2024-12-03\n" + TAKEN.replace("outcome: noted\n", ""), ["A904"]),
        (APPROVED + "received: 2024-12-03\noutcome: noted\n", ["A904"]),
        (APPROVED + "received: 2024-03-29\n", ["A902", "D110"]),
    ],
)
def test_a_partners_report_comes_approved_and_is_taken(body: str, codes: list[str], tmp_path: Path) -> None:
    assert told(tmp_path, {"data/partner-reports/police-2023-24.yaml": REPORT + body}) == codes


def test_a_report_of_today_is_not_overdue(tmp_path: Path) -> None:
    files = {"data/partner-reports/police-2023-24.yaml": REPORT}
    assert "A901" not in told(tmp_path, files, date(2025, 1, 31))
    assert "A901" in told(tmp_path, files, date(2025, 2, 1))


LEDGER = "id: scorecard-q2\ntitle: Scorecard\nsort: scorecard\n"
OUT = "published: 2025-02-03\naddress: the website\n"
SIGNED = "id: signed\ntitle: Sign-off\nabout: scorecard-q2\n"


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("sort: sign-off\nby_agency: police\ndue: 2025-03-10\n", []),
        ("sort: sign-off\nby_agency: police\ndue: 2025-03-09\n", ["A911"]),
        ("sort: sign-off\nby_agency: police\ndue: 2025-03-09\non: 2025-03-10\n", []),
        ("sort: sign-off\nby_agency: police\ndue: 2025-03-09\non: 2025-03-11\n", ["A911"]),
        ("sort: scrutineer\non: 2025-02-03\n", ["A912"]),
        ("sort: circulation\non: 2025-02-03\n", ["A912"]),
        ("sort: circulation\n", []),
        ("sort: circulation\non: 2025-02-03\ncirculated:\n  - to: The council\n    on: 2025-02-03\n", []),
    ],
)
def test_a_statement_is_somebodys_and_in_time(body: str, codes: list[str], tmp_path: Path) -> None:
    files = {
        "data/publications/scorecard-q2.yaml": LEDGER + OUT,
        "data/statements/signed.yaml": SIGNED + body,
    }
    assert told(tmp_path, files) == codes


ACCOUNTS = "id: accounts-2024-25\nstatus: provisional\non: 2025-02-28\n"


def gave(**pounds: str) -> str:
    return "contributions:\n" + "".join(f"  - agency: {a}\n    pounds: {n}\n" for a, n in pounds.items())


def spent(*pounds: str) -> str:
    return "spending:\n" + "".join(f"  - head: Head {i}\n    pounds: {n}\n" for i, n in enumerate(pounds))


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("period: 2024-25\n" + gave(council="60000.10", police="20000.20") + spent("80000.30"), []),
        ("period: 2024-25\n" + gave(council="60000.10", police="20000.20") + spent("80000.31"), ["A922"]),
        ("period: 2024-25\nbrought_forward: 0.01\n" + gave(council="100") + spent("60", "40.01"), []),
        ("period: 2024-25\n" + spent("60"), []),  # who gave what is not entered yet
        ("period: 2024-25\n" + gave(council="0"), []),
        ("period: 2024-25\n" + gave(council="-1"), ["A923"]),
        ("period: 2024-25\n" + gave(council="100") + spent("-1"), ["A923"]),
        ("period: 2024-25\ncontributions:\n  - agency: council\n", ["A923"]),
        ("period: 2024-25\ncontributions:\n  - agency: council\n    in_kind: rooms\n", []),
        ("period: 2024-25-Q3\n", ["A923"]),
        ("period: 2024-25\n" + gave(council="1") + gave(council="1").partition("\n")[2], ["A921"]),
        ("period: 2024-25\n" + spent("1") + "  - head: head 0\n    pounds: 1\n", ["A921"]),
    ],
)
def test_money_adds_up(body: str, codes: list[str], tmp_path: Path) -> None:
    assert told(tmp_path, {"data/accounts/accounts-2024-25.yaml": ACCOUNTS + body}) == codes


YEARLY = LEDGER.replace("sort: scorecard", "sort: yearly-report") + "address: the website\n"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (LEDGER + OUT, []),
        (LEDGER + "published: 2025-02-03\n", ["A931"]),
        (LEDGER + "published: 2025-03-11\n", []),
        (LEDGER + "planned: 2025-03-10\n", []),
        (LEDGER + "planned: 2025-03-09\n", ["A932"]),
        (LEDGER + "planned: 2025-03-09\npublished: 2025-03-11\naddress: the website\n", ["A932"]),
        (LEDGER + OUT + "keep_until: 2025-03-01\nwithdrawn: 2025-02-28\n", ["A933"]),
        (LEDGER + OUT + "keep_until: 2025-03-01\nwithdrawn: 2025-03-01\n", []),
        (
            LEDGER + OUT + "keep_until: 2025-03-01\nwithdrawn: 2025-02-28\n"
            "withdrawn_reason: |\n  It had a name in it.\n",
            [],
        ),
        (LEDGER + OUT + "keep_until: 2025-03-01\n", []),  # it may stay for longer
        (LEDGER + "withdrawn: 2025-03-01\n", ["A934"]),
        (LEDGER + OUT + "withdrawn: 2025-02-02\n", ["D101"]),
        (YEARLY + "published: 2025-02-11\n", []),  # 27 days
        (YEARLY + "published: 2025-02-10\n", ["A935"]),
        (YEARLY + "published: 2025-02-10\nsent_to_panel: 2025-02-12\n", []),
        (YEARLY + "published: 2018-06-28\n", []),  # a board's, before there was a panel to send it to
        (LEDGER.replace("scorecard\n", "review-report\n") + OUT + "keep_until: 2026-02-02\n", ["A398"]),
        (LEDGER.replace("scorecard\n", "review-report\n") + OUT + "keep_until: 2026-02-03\n", []),
        (LEDGER + OUT + "keep_until: 2025-03-02\n", []),
    ],
)
def test_the_ledger_says_what_is_out_and_where(text: str, codes: list[str], tmp_path: Path) -> None:
    assert told(tmp_path, {"data/publications/scorecard-q2.yaml": text}) == codes


def figure(period: str, breakdown: str = "") -> str:
    part = f"    breakdown: {breakdown}\n" if breakdown else ""
    return f"  - measure: visits-in-time/quarter\n    period: {period}\n{part}    shown: 82%\n"


@pytest.mark.parametrize(
    ("figures", "codes"),
    [
        (figure("2024-25-Q1") + figure("2024-25-Q2"), []),
        (figure("2024-25-Q2") + figure("2024-25-Q2", "age = 10 to 15"), []),
        (figure("2024-25-Q2") + figure("2024-25-Q2"), ["A936"]),
    ],
)
def test_a_figure_stands_once_in_a_publication(figures: str, codes: list[str], tmp_path: Path) -> None:
    text = LEDGER + OUT + "figures:\n" + figures
    assert told(tmp_path, {"data/publications/scorecard-q2.yaml": text}) == codes


DOCUMENT = "- id: paper\n  title: Paper\n  owner: Neglect group\n"


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("  sort: procedure\n", ["A942"]),
        ("  sort: other\n", []),
        ("  sort: procedure\n  review_due: 2025-03-10\n", []),
        ("  sort: procedure\n  review_due: 2025-03-09\n", ["A315"]),
        ("  sort: other\n  shared_with:\n    - agency: police\n      on: 2024-12-09\n", []),
        ("  sort: other\n  shared_with:\n    - agency: police\n      on: 2024-12-08\n", ["A941"]),
        (
            "  sort: other\n  shared_with:\n    - agency: police\n      on: 2024-12-08\n"
            "      acknowledged_on: 2025-01-14\n",
            [],
        ),
    ],
)
def test_documents_are_seen_and_looked_at_again(body: str, codes: list[str], tmp_path: Path) -> None:
    assert told(tmp_path, {"framework/documents.yaml": DOCUMENT + body}) == codes


PLAN = "id: plan\ntitle: Plan\nperiod: 2024-25\ngroup: leadership\n"
LINE = "lines:\n  - id: visits\n    text: |\n      Visits in time.\n"
CLOSED = "    actions:\n      - act-2024-visits\n"
RUNNING = "    actions:\n      - act-2024-supervision\n"


@pytest.mark.parametrize(
    ("body", "as_at", "codes"),
    [
        (LINE, AS_AT, ["A951"]),
        (LINE + "    indicators:\n      - visits-in-time\n", AS_AT, []),
        (LINE + RUNNING, AS_AT, []),
        (LINE + RUNNING + "    effect: not-shown\n", AS_AT, ["A952"]),
        (LINE + RUNNING + "    effect_on: 2025-02-03\n", AS_AT, ["A952"]),
        (LINE + RUNNING + "    effect: not-shown\n    effect_on: 2025-02-03\n", AS_AT, []),
        (LINE + RUNNING + "    effect: shown\n    effect_on: 2025-02-03\n", AS_AT, ["A953"]),
        (LINE + CLOSED, date(2025, 4, 15), []),  # closed on 14 January, 91 days before
        (LINE + CLOSED, date(2025, 4, 16), ["A955"]),
        (LINE + CLOSED + "    effect: not-shown\n    effect_on: 2025-04-16\n", date(2025, 4, 16), []),
        (LINE + CLOSED + "    effect: not-shown\n    effect_on: 2025-04-17\n", date(2025, 4, 16), ["A955"]),
        (LINE + CLOSED + RUNNING.partition("\n")[2], date(2025, 4, 16), []),
        ("review_due: 2025-03-10\n", AS_AT, []),
        ("review_due: 2025-03-09\n", AS_AT, ["A954"]),
    ],
)
def test_an_improvement_plan_does_and_looks(body: str, as_at: date, codes: list[str], tmp_path: Path) -> None:
    lines = printed(write(tmp_path, changed={"data/improvement-plans/plan.yaml": PLAN + body}), as_at)
    found = sorted({line.split(" ")[2] for line in lines if line.startswith("data/improvement-plans")})
    assert found == codes


SERVES = "priorities:\n  - neglect-earlier\n"
FOR_NEGLECT = LINE + "    priority: neglect-earlier\n"


@pytest.mark.parametrize(
    ("body", "as_at", "codes"),
    [
        (FOR_NEGLECT + CLOSED, date(2025, 3, 19), ["A956"]),  # agreed on 17 December, 92 days before
        (FOR_NEGLECT + CLOSED, date(2025, 3, 18), []),
        (FOR_NEGLECT + RUNNING, date(2025, 3, 19), []),
        (LINE + CLOSED, date(2025, 3, 19), []),  # a plan for something else
        (FOR_NEGLECT + CLOSED, date(2025, 4, 1), []),  # last year's plan
        ("approved_on: 2025-03-20\n" + FOR_NEGLECT + CLOSED, date(2025, 3, 19), []),
    ],
)
def test_an_open_action_stands_in_the_plan(body: str, as_at: date, codes: list[str], tmp_path: Path) -> None:
    action = "data/actions/act-2024-supervision.yaml"
    files = {"data/improvement-plans/plan.yaml": PLAN + body, action: ANYSHIRE[action] + SERVES}
    lines = printed(write(tmp_path, changed=files), as_at)
    assert [line.split(" ")[2] for line in lines if line.startswith(action)] == codes
