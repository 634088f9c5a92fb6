"""What a business manager gets wrong on an ordinary day: where lif says it is, and what it says to do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.checks.anyshire import ANYSHIRE, printed, write

VISITS = "data/actions/act-2024-visits.yaml"
SUPERVISION = "data/actions/act-2024-supervision.yaml"
REVIEW = "data/reviews/review-r2024-1.yaml"
AUDIT = "data/audits/audit-2024-plans.yaml"
RETURN = "data/returns/council-2024-25-q3.yaml"
VISITS_IN_TIME = "framework/indicators/visits-in-time.yaml"
PLANS_ENDED = "framework/indicators/plans-ended.yaml"
GROUPS = "framework/groups.yaml"
ROLES = "framework/roles.yaml"
THEMES = "framework/themes.yaml"
PRIORITIES = "framework/priorities.yaml"
EDITIONS = "framework/editions.yaml"
MEETING = "data/meetings/leadership-2024-12-10.yaml"
EVIDENCE = "data/evidence/visits-counted.yaml"
TABLE = "data/published/plans-2025.csv"
BOARDS = "framework/boards.yaml"


@dataclass(frozen=True)
class Slip:
    """One thing that is typed wrong in a board's records, and the lines that lif prints about it."""

    name: str
    path: str
    right: str
    wrong: str
    lines: tuple[str, ...]


def slip(name: str, path: str, right: str, wrong: str, *lines: str) -> Slip:
    return Slip(name, path, right, wrong, lines)


SLIPS = (
    slip(
        "a title with a colon",
        SUPERVISION,
        "title: Supervision in every team",
        "title: Supervision: every team",
        "data/actions/act-2024-supervision.yaml:2:19: error R321 a second colon on this line "
        "makes its text look like a key (put double quotes round the text after the first colon, "
        "or write it in a | block)",
    ),
    slip(
        "an owner's name is mistyped",
        SUPERVISION,
        "owner: police-lead",
        "owner: police-laed",
        "data/actions/act-2024-supervision.yaml:7:8: error L101 there is no 'police-laed' (did "
        "you mean 'police-lead'?)",
    ),
    slip(
        "the owner is a group",
        SUPERVISION,
        "owner: police-lead",
        "owner: neglect-group",
        "data/actions/act-2024-supervision.yaml:7:8: error L102 'neglect-group' is a group (link "
        "to a role here)",
    ),
    slip(
        "the owner is left out",
        SUPERVISION,
        "owner: police-lead\n",
        "",
        "data/actions/act-2024-supervision.yaml:1:1: error S102 the field 'owner' is missing (add "
        "'owner:' (the role that answers for it))",
    ),
    slip(
        "the owner's line is empty",
        SUPERVISION,
        "owner: police-lead",
        "owner:",
        "data/actions/act-2024-supervision.yaml:7:7: error S112 'owner' has no value (give it a "
        "value, or remove the line)",
    ),
    slip(
        "a field is mistyped",
        SUPERVISION,
        "agreed_on: 2024-12-17",
        "agread_on: 2024-12-17",
        "data/actions/act-2024-supervision.yaml:11:1: error S101 there is no field 'agread_on' "
        "here (did you mean 'agreed_on'?)",
    ),
    slip(
        "the date is written as on a letter",
        SUPERVISION,
        "due: 2025-02-28\ndue_changes",
        "due: 28/02/2025\ndue_changes",
        "data/actions/act-2024-supervision.yaml:12:6: error S104 'due' is not a date: "
        "'28/02/2025' (write the year first, as in 2025-02-28)",
    ),
    slip(
        "the date is a day that does not exist",
        SUPERVISION,
        "due: 2025-02-28\ndue_changes",
        "due: 2025-02-30\ndue_changes",
        "data/actions/act-2024-supervision.yaml:12:6: error S104 'due' is not a date: "
        "'2025-02-30' (there is no such day)",
    ),
    slip(
        "the due date is 'ongoing'",
        SUPERVISION,
        "due: 2025-02-28\ndue_changes",
        "due: ongoing\ndue_changes",
        "data/actions/act-2024-supervision.yaml:12:6: error S104 'due' is not a date: 'ongoing' "
        "(agree on a day, as in 2026-01-05; it can be changed later, with the reason)",
    ),
    slip(
        "the action is ongoing",
        SUPERVISION,
        "  Each team manager holds supervision once a month, and writes down what was agreed.",
        "  Ongoing supervision, as required.",
        "data/actions/act-2024-supervision.yaml:3:7: error A105 'ongoing' has no end (say what "
        "will be done by the due date, and how one will see it)",
    ),
    slip(
        "last year's date in January",
        SUPERVISION,
        "    on: 2025-01-13",
        "    on: 2024-01-13",
        "data/actions/act-2024-supervision.yaml:22:9: error D102 'in-progress' on 2024-01-13 is "
        "before the action was agreed, 2024-12-17 (correct the date that is wrong)",
    ),
    slip(
        "the change of date was typed over the first",
        SUPERVISION,
        "due: 2025-02-28\ndue_changes",
        "due: 2025-05-30\ndue_changes",
        "data/actions/act-2024-supervision.yaml:15:15: error D103 it starts from 2025-02-28, and "
        "the due date was 2025-05-30 (write 2025-05-30)",
    ),
    slip(
        "the reason for the slip is left out",
        SUPERVISION,
        "    reason: |\n      The new system came late.\n",
        "",
        "data/actions/act-2024-supervision.yaml:14:5: error S102 the field 'reason' is missing "
        "(add 'reason:' (why))",
    ),
    slip(
        "closed, and the evidence taken out",
        VISITS,
        "evidence:\n  - visits-counted\n",
        "",
        "data/actions/act-2024-visits.yaml:18:12: error A101 assured on 2024-12-10, and no "
        "evidence shows that it was done (add 'evidence:' with the id of what shows it, or take "
        "this step out)",
    ),
    slip(
        "closed, and no group was satisfied",
        VISITS,
        "assurance:\n  on: 2024-12-10\n  group: leadership\n  meeting: leadership-2024-12-10\n  "
        "agencies:\n    - police\n    - icb\n",
        "",
        "data/actions/act-2024-visits.yaml:18:12: error A102 assured on 2024-12-10, and it does "
        "not say which group was satisfied (add 'assurance:' with 'on' and 'group')",
    ),
    slip(
        "the owner's agency assured its own action",
        VISITS,
        "    - police\n    - icb\n",
        "    - council\n",
        "data/actions/act-2024-visits.yaml:29:5: error A104 only 'council' judged this action, "
        "and its owner is of the same agency (let another agency judge it, and name the agencies "
        "that did)",
    ),
    slip(
        "assured at a meeting on another day",
        VISITS,
        "assurance:\n  on: 2024-12-10",
        "assurance:\n  on: 2024-12-09",
        "data/actions/act-2024-visits.yaml:25:7: error D112 assured on 2024-12-09, and the "
        "meeting 'leadership-2024-12-10' was on 2024-12-10 (correct the date, or name the right "
        "meeting)",
    ),
    slip(
        "closed, and nobody will look whether it helped",
        VISITS,
        "impact:\n  due: 2025-07-14\n",
        "",
        "data/actions/act-2024-visits.yaml:20:12: warning A109 closed on 2025-01-14, and no day "
        "is set to see whether it helped (add 'impact:' with 'due', such as six months on)",
    ),
    slip(
        "it did not help, and nothing follows",
        VISITS,
        "  due: 2025-07-14\n",
        "  checked_on: 2025-02-03\n  result: not-shown\n",
        "data/actions/act-2024-visits.yaml:33:11: warning A111 the result is not-shown, and it "
        "does not say what follows (add 'follows:')",
    ),
    slip(
        "two states with the same name",
        VISITS,
        "  - state: assured\n    on: 2024-12-10\n",
        "  - state: assured\n    on: 2024-12-10\n  - state: assured\n    on: 2024-12-17\n",
        "data/actions/act-2024-visits.yaml:20:12: error A107 it has been assured since 2024-12-10 "
        "already (keep the first step; write what was said later as a progress note)",
    ),
    slip(
        "a state of one's own",
        SUPERVISION,
        "state: in-progress",
        "state: on-track",
        "data/actions/act-2024-supervision.yaml:21:12: error S103 'state' cannot be 'on-track' "
        "(write not-started, in-progress, reported-complete, assured, closed, superseded or "
        "not-accepted)",
    ),
    slip(
        "a theme that is not in the list",
        SUPERVISION,
        "  - supervision",
        "  - supervison",
        "data/actions/act-2024-supervision.yaml:10:5: error L101 there is no 'supervison' (did "
        "you mean 'supervision'?)",
    ),
    slip(
        "a theme as text",
        SUPERVISION,
        "themes:\n  - supervision\n",
        "themes: supervision\n",
        "data/actions/act-2024-supervision.yaml:9:9: error S110 'themes' must be a list (write "
        "each member on its own line as '- member')",
    ),
    slip(
        "the recommendation's number is wrong",
        VISITS,
        "review-r2024-1/rec-visits",
        "review-r2024-1/rec-2",
        "data/actions/act-2024-visits.yaml:5:9: error L101 there is no 'review-r2024-1/rec-2' "
        "(did you mean 'review-r2024-1/rec-visits'?)",
    ),
    slip(
        "the wrong kind of source",
        VISITS,
        "source_sort: review",
        "source_sort: audit",
        "data/actions/act-2024-visits.yaml:6:14: error L110 the source is a record of the kind "
        "review, and this says audit (write child-death-review, review or scrutiny)",
    ),
    slip(
        "aware before it happened",
        REVIEW,
        "on: 2024-02-21",
        "on: 2024-02-12",
        "data/reviews/review-r2024-1.yaml:12:9: error D107 'aware' on 2024-02-12 is before "
        "'occurred' on 2024-02-20 (correct the day that is wrong)",
    ),
    slip(
        "the review cites guidance of later years",
        REVIEW,
        "guidance-2023",
        "guidance-2032",
        "data/reviews/review-r2024-1.yaml:6:15: error L101 there is no 'guidance-2032' (did you "
        "mean 'guidance-2023'?)",
    ),
    slip(
        "a recommendation refused without a reason",
        REVIEW,
        "response: accepted",
        "response: not-accepted",
        "data/reviews/review-r2024-1.yaml:28:15: error A207 the response is not-accepted, without "
        "a reason (add 'response_reason:')",
    ),
    slip(
        "a finding that is not there",
        REVIEW,
        "finding: visits-late",
        "finding: late-visits",
        "data/reviews/review-r2024-1.yaml:27:14: error L111 there is no finding here called "
        "'late-visits' (there are: visits-late)",
    ),
    slip(
        "thirteen grades for twelve cases",
        AUDIT,
        "        cases: 4",
        "        cases: 5",
        "data/audits/audit-2024-plans.yaml:19:7: error F161 grades of 13 cases, and the sample "
        "has 12 (correct the counts, or 'sample_size')",
    ),
    slip(
        "a grade of another tool",
        AUDIT,
        "- grade: weak\n        cases: 4",
        "- grade: poor\n        cases: 4",
        "data/audits/audit-2024-plans.yaml:21:16: error L111 there is no grade in 'case-tool' "
        "called 'poor' (there are: good, weak, not-applicable, not-evidenced)",
    ),
    slip(
        "reported before it began",
        AUDIT,
        "reported: 2024-12-17",
        "reported: 2023-12-17",
        "data/audits/audit-2024-plans.yaml:10:11: error D101 'reported' (2023-12-17) is before "
        "'fieldwork_ended' (2024-11-04) (correct the date that is wrong)",
    ),
    slip(
        "the quarter of a calendar year",
        AUDIT,
        "planned: 2024-25-Q3",
        "planned: 2024-Q4",
        "data/audits/audit-2024-plans.yaml:5:10: error S115 'planned' is not a period: '2024-Q4' "
        "(2024-Q4 could mean two quarters: write 2024-25-Q4 for January to March 2025, or "
        "2024-25-Q3 for October to December 2024 (quarters are financial: Q1 is April to June))",
    ),
    slip(
        "a blank figure",
        RETURN,
        "    numerator: 46\n",
        "",
        "data/returns/council-2024-25-q3.yaml:9:14: error F111 the figure is final, and its "
        "numerator is not there (write the numerator, or say in 'status' why there is none)",
    ),
    slip(
        "a figure with a per cent sign",
        RETURN,
        "numerator: 46",
        "numerator: 88%",
        "data/returns/council-2024-25-q3.yaml:10:16: error S106 'numerator' is not a plain "
        "number: '88%' (write a plain decimal, as in 12.5, with no sign but minus, no comma, no % "
        "and no exponent)",
    ),
    slip(
        "numerator and denominator swapped",
        RETURN,
        "numerator: 46\n    denominator: 52",
        "numerator: 52\n    denominator: 46",
        "data/returns/council-2024-25-q3.yaml:10:16: warning F114 52 of 46 is more than the whole "
        "(were the two swapped?)",
    ),
    slip(
        "a thousands comma",
        RETURN,
        "denominator: 52",
        "denominator: 1,052",
        "data/returns/council-2024-25-q3.yaml:11:18: error S106 'denominator' is not a plain "
        "number: '1,052' (write 1052)",
    ),
    slip(
        "a typed percentage",
        RETURN,
        "    denominator: 52\n",
        "    denominator: 52\n    value: 88.5\n",
        "data/returns/council-2024-25-q3.yaml:12:12: error F119 a finished figure stands here, "
        "and this measure is computed from its parts (write numerator and denominator instead)",
    ),
    slip(
        "a suppressed figure that is there",
        RETURN,
        "    denominator: 52\n",
        "    denominator: 52\n    status: suppressed\n",
        "data/returns/council-2024-25-q3.yaml:12:13: error F112 the status is suppressed, and a "
        "figure stands beside it (take the figure out, or correct the status)",
    ),
    slip(
        "a year in a line of quarters",
        RETURN,
        "    measure: visits-in-time/quarter\n",
        "    measure: visits-in-time/quarter\n    period: 2024-25\n",
        "data/returns/council-2024-25-q3.yaml:9:14: error F117 2024-25 is a financial year, and "
        "each figure here is of a quarter (correct the period, or name another measure)",
    ),
    slip(
        "the same measure twice",
        RETURN,
        "    denominator: 52\n",
        "    denominator: 52\n  - id: more\n    measure: visits-in-time/quarter\n    numerator: 47\n  "
        "  denominator: 52\n",
        "data/returns/council-2024-25-q3.yaml:13:14: error F118 the same figure stands twice in "
        "this record (keep one; a correction belongs in 'revisions')",
    ),
    slip(
        "last quarter's return under a new name",
        RETURN,
        "period: 2024-25-Q3",
        "period: 2024-25-Q2",
        "data/returns/council-2024-25-q3.yaml:3:9: error F105 'council-2024-25-q2' is the return "
        "of 'council' for 2024-25-Q2 already (bring the figures together in one record)",
        "framework/return-schedules.yaml:5:10: warning F101 no return from 'council' for "
        "2024-25-Q3 (ask for it, or make 'council-2024-25-q3' with the day it was due)",
    ),
    slip(
        "the return has not come",
        RETURN,
        "received: 2025-01-24\nsupplied_by: help-lead\n",
        "",
        "data/returns/council-2024-25-q3.yaml:4:6: warning F102 due on 2025-01-28, and 'council' "
        "has not sent it (ask for it; enter 'received' when it comes)",
    ),
    slip(
        "an example among real figures",
        RETURN,
        "agency: council\n",
        "agency: council\nillustrative: true\n",
        "data/returns/council-2024-25-q3.yaml:10:14: error F121 this record is an example, and "
        "'visits-in-time/quarter' is a real series (mark both 'illustrative: true', the record and the "
        "measure in its indicator, or neither)",
    ),
    slip(
        "a row for an area that is not known",
        TABLE,
        "2023-24,anyshire-area",
        "2023-24,anyshire",
        "data/published/plans-2025.csv:3:1: error F131 there is no area 'anyshire' (did you mean "
        "'anyshire-area'?)",
    ),
    slip(
        "a row was added by hand",
        TABLE,
        "plans-ended/year,2023-24,anyshire-area,,72,205,,final\n",
        "plans-ended/year,2023-24,anyshire-area,,72,205,,final\nplans-ended/year,2024-25,anyshire-"
        "area,,80,210,,final\n",
        "data/published/plans-2025.yaml:9:7: error F132 the table has 3 rows, and this says 2 "
        "(import the file again)",
    ),
    slip(
        "a target over a hundred",
        VISITS_IN_TIME,
        "value: 90",
        "value: 900",
        "framework/indicators/visits-in-time.yaml:19:12: error F142 the target is 900 per cent "
        "(write a figure from 0 to 100)",
    ),
    slip(
        "two targets at once",
        VISITS_IN_TIME,
        "    since: 2024-04-01\n",
        "    since: 2024-04-01\n  - id: from-2025\n    value: 95\n    basis: target-now\n    since: "
        "2025-01-01\n",
        "framework/indicators/visits-in-time.yaml:26:12: error F144 'from-2024' still applies on "
        "2025-01-01, when 'from-2025' begins (give 'from-2024' its last day in 'until')",
    ),
    slip(
        "averaging percentages",
        VISITS_IN_TIME,
        "roll_up: weighted",
        "roll_up: sum",
        "framework/indicators/visits-in-time.yaml:16:14: error F146 it is a percentage, so it "
        "cannot roll up as sum (write last or none)",
    ),
    slip(
        "polarity in words of one's own",
        VISITS_IN_TIME,
        "polarity: high",
        "polarity: higher",
        "framework/indicators/visits-in-time.yaml:10:11: error S103 'polarity' cannot be 'higher' "
        "(did you mean 'high'? write high, low, band or info)",
    ),
    slip(
        "activity called an outcome",
        PLANS_ENDED,
        "numerator: children whose plan ended because they were safe",
        "numerator: review conferences held within fifteen days",
        "framework/indicators/plans-ended.yaml:11:17: warning F151 it is classed as better-off, "
        "and counts what services did (is it how-well? better-off counts children whose "
        "circumstances changed)",
    ),
    slip(
        "no outcome for the priority",
        PLANS_ENDED,
        "outcomes_class: better-off",
        "outcomes_class: how-well",
        "framework/priorities.yaml:1:7: warning F153 neither of its indicators shows whether anyone is "
        "better off (add a measure of the class better-off)",
    ),
    slip(
        "an alias that another group has",
        GROUPS,
        "    - Neglect sub group",
        "    - Leadership Board",
        "framework/groups.yaml:12:7: error I201 this is also the name of the group 'leadership' "
        "(take it from one of the two, or give the one that ended its last day in 'until')",
    ),
    slip(
        "a group that reports to itself",
        GROUPS,
        "  reports_to: leadership",
        "  reports_to: neglect-group",
        "framework/groups.yaml:15:15: error L105 'reports_to' goes round in a circle: "
        "'neglect-group' to 'neglect-group' (take out the link that points the wrong way)",
    ),
    slip(
        "an id used twice",
        THEMES,
        "- id: supervision",
        "- id: neglect",
        "data/actions/act-2024-supervision.yaml:10:5: error L101 there is no 'supervision' "
        "(correct the id: 'lif list themes' shows what there is; or add the record)",
        "framework/themes.yaml:3:7: error I102 the id 'neglect' is taken by the record at "
        "framework/themes.yaml:1:7 (give one of the two another id)",
    ),
    slip(
        "a theme nobody uses",
        THEMES,
        "- id: supervision\n  name: Supervision\n",
        "- id: supervision\n  name: Supervision\n- id: housing\n  name: Housing\n",
        "framework/themes.yaml:5:7: warning L103 no record has this theme (link to it where it "
        "belongs, or retire it)",
    ),
    slip(
        "the owner is in the agency that ended",
        ROLES,
        "agency: icb",
        "agency: ccg",
        "framework/roles.yaml:9:11: warning L108 the last day of 'ccg' was 2022-06-30 (write icb)",
    ),
    slip(
        "two editions at once",
        EDITIONS,
        "  in_force_until: 2023-12-14\n",
        "",
        "framework/editions.yaml:5:18: error E105 in force without a last day, and "
        "'guidance-2023' is in force from 2023-12-15 (give it the day before as its last)",
    ),
    slip(
        "two bodies on one day",
        BOARDS,
        "      until: 2019-09-28\n",
        "",
        "framework/boards.yaml:11:14: error D113 'lscb' has no last day, and 'partnership' began "
        "on 2019-09-29 (give the earlier one its last day and the later one its first)",
    ),
    slip(
        "the meeting was not held",
        MEETING,
        "held: true",
        "held: false",
        "data/actions/act-2024-visits.yaml:27:12: error A112 the meeting 'leadership-2024-12-10' "
        "was not held (name the meeting where it was assured)",
        "data/meetings/leadership-2024-12-10.yaml:4:7: error A309 it was not held, and it lists "
        "who was there or what was decided (write held: true, or take the lists out)",
    ),
    slip(
        "evidence for nothing",
        EVIDENCE,
        "shows:\n  - neglect-earlier\n",
        "shows: []\n",
        "data/evidence/visits-counted.yaml:7:8: error S114 'shows' needs at least one member (add one)",
    ),
    slip(
        "yes for true",
        MEETING,
        "held: true",
        "held: yes",
        "data/meetings/leadership-2024-12-10.yaml:4:7: error S107 'held' must be true or false, "
        "not 'yes' (write true)",
    ),
    slip(
        "a tab",
        MEETING,
        "  - council",
        "\t- council",
        "data/meetings/leadership-2024-12-10.yaml:6:1: error R212 this line begins with a tab; "
        "indentation is made with spaces (replace the tab with two spaces)",
    ),
    slip(
        "a merge not finished",
        PRIORITIES,
        "  rationale: |\n",
        "<<<<<<< HEAD\n  rationale: |\n",
        "framework/priorities.yaml:3:1: error R213 a merge was not finished: git's conflict mark "
        "stands here (keep the lines that are right and delete the marks and the other lines)",
    ),
)


def test_a_board_in_order_gives_no_line(tmp_path: Path) -> None:
    assert printed(write(tmp_path)) == []


@pytest.mark.parametrize("one", SLIPS, ids=lambda one: one.name)
def test_a_slip_is_told_where_it_is_and_how_to_mend_it(one: Slip, tmp_path: Path) -> None:
    text = ANYSHIRE[one.path]
    assert text.count(one.right) == 1
    board = write(tmp_path, changed={one.path: text.replace(one.right, one.wrong)})
    assert printed(board) == list(one.lines)


@pytest.mark.parametrize("one", SLIPS, ids=lambda one: one.name)
def test_a_line_names_a_file_and_ends_with_what_to_do(one: Slip) -> None:
    for line in one.lines:
        place, _, said = line.partition(": ")
        assert place.rpartition(":")[0].rpartition(":")[0] in ANYSHIRE
        assert said.endswith(")")
