"""A whole small board whose records are in order: each test breaks one thing in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from lif.diagnostics import line
from lif.workspace import Workspace

AS_AT = date(2025, 3, 10)

ANYSHIRE: Mapping[str, str] = {
    "lif.yaml": "board: anyshire\nextends: []\nas_at: 2025-03-10\n",
    "framework/boards.yaml": """\
- id: anyshire
  name: Anyshire
  area: anyshire-area
  bodies:
    - id: lscb
      name: Anyshire Local Safeguarding Children Board
      kind: lscb
      until: 2019-09-28
    - id: partnership
      name: Anyshire Safeguarding Children Partnership
      kind: partnership
      since: 2019-09-29
  scrutineer: scrutineer
""",
    "framework/areas.yaml": """\
- id: anyshire-area
  name: Anyshire
  sort: local-authority
  codes:
    - code: E06000999
- id: england
  name: England
  sort: country
""",
    "framework/agencies.yaml": """\
- id: council
  name: Anyshire Council
  sector: council
- id: police
  name: Anyshire Police
  sector: police
- id: icb
  name: Anyshire Integrated Care Board
  sector: health
  since: 2022-07-01
- id: ccg
  name: Anyshire Clinical Commissioning Group
  sector: health
  until: 2022-06-30
  successor: icb
""",
    "framework/roles.yaml": """\
- id: help-lead
  name: Head of early help
  agency: council
- id: police-lead
  name: Head of public protection
  agency: police
- id: designated-nurse
  name: Designated nurse
  agency: icb
- id: scrutineer
  name: Independent scrutineer
  agency: council
""",
    "framework/groups.yaml": """\
- id: leadership
  name: Leadership board
  tier: leadership
  chair: scrutineer
  members:
    - council
    - police
    - icb
- id: neglect-group
  name: Neglect group
  aliases:
    - Neglect sub group
  tier: subgroup
  chair: designated-nurse
  reports_to: leadership
""",
    "framework/themes.yaml": """\
- id: neglect
  name: Neglect
- id: supervision
  name: Supervision
""",
    "framework/priorities.yaml": """\
- id: neglect-earlier
  name: Neglect is seen earlier
  rationale: |
    Half of all plans are for neglect.
  lead: neglect-group
  themes:
    - neglect
""",
    "framework/questions.yaml": """\
- id: question-how-well
  number: "1"
  text: How well do we do it?
  answered_by: how-well
""",
    "framework/editions.yaml": """\
- id: guidance-2018
  title: Good Guidance (2018)
  series: Good Guidance
  force: statutory-guidance
  in_force_from: 2018-07-04
  in_force_until: 2023-12-14
  superseded_by: guidance-2023
  source: The publisher's page
- id: guidance-2023
  title: Good Guidance (2023)
  series: Good Guidance
  force: statutory-guidance
  published_on: 2023-12-15
  in_force_from: 2023-12-15
  source: The publisher's page
""",
    "framework/sources.yaml": """\
- id: statistics-2025
  title: Statistics of plans 2025
  publisher: Department of Plans
  sort: statistics
""",
    "framework/import-mappings.yaml": """\
- id: plans-file
  title: Plans
  format: csv
  source: statistics-2025
  period: financial-year
  columns:
    - measure: plans-ended/year
""",
    "framework/audit-tools.yaml": """\
- id: case-tool
  name: Case audit tool
  version: "1"
  criteria:
    - id: plan-clear
      text: |
        The plan says who does what by when.
  grades:
    - id: good
      name: Good
      good: true
    - id: weak
      name: Not good enough
""",
    "framework/indicators/visits-in-time.yaml": """\
id: visits-in-time
name: Visits in time
domain: Referral and assessment
definition: |
  First visits within five working days of the referral.
numerator: first visits in time
denominator: first visits
unit: percent
counts: visits
polarity: high
outcomes_class: how-well
measures:
  - id: quarter
    period_kind: quarter
    series: returns
    roll_up: weighted
targets:
  - id: from-2024
    value: 90
    basis: target-now
    tolerance: 5
    since: 2024-04-01
source_return: Quarterly return of the council
supplier: council
owner: help-lead
group: neglect-group
priorities:
  - neglect-earlier
questions:
  - question-how-well
""",
    "framework/indicators/plans-ended.yaml": """\
id: plans-ended
name: Children who no longer need a plan
domain: Child protection
definition: |
  Children whose plan ended because they were safe, of those with a plan at the start of the year.
numerator: children whose plan ended because they were safe
denominator: children with a plan at the start of the year
unit: percent
counts: children
polarity: high
outcomes_class: better-off
measures:
  - id: year
    period_kind: financial-year
    series: published
    source: statistics-2025
source_return: Published statistics
supplier: council
owner: help-lead
group: neglect-group
priorities:
  - neglect-earlier
questions:
  - question-how-well
""",
    "framework/return-schedules.yaml": """\
- id: council-quarterly
  agency: council
  every: quarter
  due_days_after: 28
  since: 2024-25-Q2
  measures:
    - visits-in-time/quarter
""",
    "data/returns/council-2024-25-q2.yaml": """\
id: council-2024-25-q2
agency: council
period: 2024-25-Q2
due: 2024-10-28
received: 2024-10-25
supplied_by: help-lead
values:
  - id: visits
    measure: visits-in-time/quarter
    numerator: 41
    denominator: 50
""",
    "data/returns/council-2024-25-q3.yaml": """\
id: council-2024-25-q3
agency: council
period: 2024-25-Q3
due: 2025-01-28
received: 2025-01-24
supplied_by: help-lead
values:
  - id: visits
    measure: visits-in-time/quarter
    numerator: 46
    denominator: 52
""",
    "data/published/plans-2025.yaml": """\
id: plans-2025
title: Plans ended by year
source: statistics-2025
release: "2025"
file: plans.csv
sha256: "0000"
mapping: plans-file
imported_on: 2025-02-03
rows: 2
""",
    "data/published/plans-2025.csv": """\
measure,period,area,breakdown,numerator,denominator,value,status
plans-ended/year,2022-23,anyshire-area,,60,200,,final
plans-ended/year,2023-24,anyshire-area,,72,205,,final
""",
    "data/meetings/leadership-2024-12-10.yaml": """\
id: leadership-2024-12-10
group: leadership
on: 2024-12-10
held: true
present:
  - council
  - police
  - icb
""",
    "data/evidence/visits-counted.yaml": """\
id: visits-counted
title: Visits counted by hand
sort: numbers
text: |
  A count of the visits of one month.
on: 2024-11-20
shows:
  - neglect-earlier
""",
    "data/reviews/review-r2024-1.yaml": """\
id: review-r2024-1
title: Learning review R2024-1
sort: learning-review
group: leadership
cites:
  - document: guidance-2023
    paragraph: chapter 4
milestones:
  - step: occurred
    on: 2024-02-20
  - step: aware
    on: 2024-02-21
  - step: considered
    on: 2024-03-05
  - step: started
    on: 2024-04-09
  - step: report-to-board
    on: 2024-09-10
findings:
  - id: visits-late
    text: |
      First visits came late, and nobody saw that.
recommendations:
  - id: rec-visits
    text: |
      Make sure that first visits come in time.
    finding: visits-late
    response: accepted
    responded_on: 2024-10-08
""",
    "data/actions/act-2024-visits.yaml": """\
id: act-2024-visits
title: Visit within five days
text: |
  Every team visits within five working days of the referral.
source: review-r2024-1/rec-visits
source_sort: review
owner: help-lead
group: neglect-group
themes:
  - neglect
agreed_on: 2024-10-08
due: 2024-11-29
steps:
  - state: in-progress
    on: 2024-10-14
  - state: reported-complete
    on: 2024-11-25
  - state: assured
    on: 2024-12-10
  - state: closed
    on: 2025-01-14
evidence:
  - visits-counted
assurance:
  on: 2024-12-10
  group: leadership
  meeting: leadership-2024-12-10
  agencies:
    - police
    - icb
impact:
  due: 2025-07-14
""",
    "data/actions/act-2024-supervision.yaml": """\
id: act-2024-supervision
title: Supervision in every team
text: |
  Each team manager holds supervision once a month, and writes down what was agreed.
source: audit-2024-plans
source_sort: audit
owner: police-lead
group: neglect-group
themes:
  - supervision
agreed_on: 2024-12-17
due: 2025-02-28
due_changes:
  - on: 2025-02-11
    from_due: 2025-02-28
    to_due: 2025-05-30
    reason: |
      The new system came late.
    agreed_by: leadership
steps:
  - state: in-progress
    on: 2025-01-13
progress:
  - on: 2025-02-03
    by: police-lead
    text: |
      Two teams have begun.
""",
    "data/audits/audit-2024-plans.yaml": """\
id: audit-2024-plans
title: Plans that are clear
sort: multi-agency
group: neglect-group
planned: 2024-25-Q3
tool: case-tool
sample_size: 12
started: 2024-10-07
fieldwork_ended: 2024-11-04
reported: 2024-12-17
results:
  - criterion: case-tool/plan-clear
    auditor:
      - grade: good
        cases: 9
      - grade: weak
        cases: 3
    moderated:
      - grade: good
        cases: 8
      - grade: weak
        cases: 4
""",
}


def write(folder: Path, *, changed: Mapping[str, str] | None = None) -> Path:
    """The board's files in a folder, some of them changed or added."""
    for path, text in {**ANYSHIRE, **(changed or {})}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="\n")
    return folder


def printed(folder: Path, as_at: date = AS_AT) -> list[str]:
    """The lines that lif validate prints for the workspace."""
    return [line(diagnostic) for diagnostic in Workspace.load(folder, as_at).diagnostics]
