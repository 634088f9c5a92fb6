"""A small board with one of everything that a scorecard can show, and its papers as text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tests.folders import Write
from tests.small_board import indicator
from tests.views.small_papers import RISING, STEADY, ask, quarters, returned

from lif.reports.papers import Stamp
from lif.reports.scorecard import render
from lif.views.scorecard import Scorecard, scorecard

AS_AT = date(2025, 5, 20)
STAMP = Stamp("0.0.0", "0123456789abcdef0123456789abcdef01234567", False)
HEADLINE = "headline_at: [leadership, operational, subgroup]"
NEGLECT, EARLY = "priorities: [priority-neglect]", "priorities: [priority-early]"
NEEDS, WELL = "questions: [question-needs]", "questions: [question-how-well]"
FALLING = tuple(reversed(RISING))
ILLUSTRATIVE = "  - id: quarter\n    period_kind: quarter\n    series: returns\n    illustrative: true"
YEARLY = """
  - id: year
    period_kind: financial-year
    series: published
    source: stats-2025
    benchmarks: [of-england, of-region, of-near, of-near-median]
  - id: quarter
    period_kind: quarter
    series: returns
"""


SINCE = ("targets:", "  - id: aim", "    basis: target-now", "    since: 2020-01-01")


def aim(value: str) -> tuple[str, ...]:
    """A target from 2020 on."""
    return (
        "targets:",
        "  - id: aim",
        "    basis: target-now",
        "    since: 2020-01-01",
        f"    value: {value}",
    )


INDICATORS: Mapping[str, str] = {
    "visits": indicator("visits", *(HEADLINE, NEGLECT, WELL, "themes: [theme-neglect]", *aim("60"))),
    "reviews": indicator(
        "reviews", *(HEADLINE, NEGLECT, WELL, "aliases: [PL02]", *aim("90")), domain="Plans"
    ),
    "plans": indicator("plans", *(HEADLINE, EARLY, NEEDS), domain="Plans", measures=YEARLY, polarity="low"),
    "contacts": indicator(
        "contacts",
        *(NEEDS, "decimals: 0", "caution: |", "  It counts contacts, not children.", *aim("100")),
        unit="count",
        polarity="low",
        outcomes_class="how-much",
    ),
    "crimes": indicator("crimes", "geography: police-force", "data_quality: low", group="audit-group"),
    "safer": indicator(
        "safer",
        HEADLINE,
        NEGLECT,
        measures=ILLUSTRATIVE,
        outcomes_class="better-off",
        domain="Outcomes",
    ),
    "thresholds": indicator(
        "thresholds",
        *SINCE,
        *("    band:", "      low: 40", "      high: 60"),
        polarity="band",
        group="audit-group",
    ),
    "few": indicator(
        "few", "minimum_for_percent: 20", "minimum_for_rag: 30", *aim("50"), group="audit-group"
    ),
    "hidden": indicator("hidden", group="audit-group"),
    "awaited": indicator("awaited", *(HEADLINE, WELL), supplier="police", owner="police-lead"),
    "wanted": indicator("wanted", WELL, outcomes_class="better-off"),
}

STORIES = """\
queries:
  - on: 2025-05-12
    text: Is the fall in visits right?
stories:
  - id: why-visits
    indicator: visits
    author: head-of-care
    written_on: 2025-05-15
    story: |
      Visits fell because *two posts* stood empty:

      - one from **October**,
      - one from January.
    so_what: |
      Children were seen late.
    now_what: |
      Both posts are filled in June.
    decision_asked: |
      Pay for two posts until March.
asked:
  - indicator: reviews
    role: head-of-care
    on: 2025-05-12
"""

OTHERS: Mapping[str, str] = {
    "framework/import-mappings.yaml": """
        - id: plans-file
          title: The file
          format: csv
          source: stats-2025
          period: financial-year
          columns:
            - measure: plans/year
              numerator: [n]
              denominator: [d]
    """,
    "framework/return-schedules.yaml": """
        - id: care-owes
          agency: social-care
          every: quarter
          due_days_after: 30
          since: 2021-22-Q1
          measures: [visits/quarter]
        - id: police-owes
          agency: police
          every: quarter
          due_days_after: 30
          since: 2024-25-Q4
          measures: [awaited/quarter]
    """,
    "framework/neighbour-sets/near.yaml": """
        id: near
        area: hill-town
        model: "2025"
        since: 2025-01-01
        neighbours: [brook, ford, weir]
    """,
    "data/benchmarks.yaml": """
        - id: of-england
          name: England
          sort: england
          area: england
        - id: of-region
          name: The Dales
          sort: region
          area: the-dales
        - id: of-near
          name: Neighbours (mean)
          sort: neighbours
          neighbour_set: near
          average: mean
        - id: of-near-median
          name: Neighbours (median)
          sort: neighbours
          neighbour_set: near
          average: median
    """,
    "data/published/plans-2024.yaml": """
        id: plans-2024
        title: Plans
        source: stats-2025
        release: "2024"
        released_on: 2024-10-31
        file: plans.csv
        sha256: "00"
        mapping: plans-file
        imported_on: 2025-01-01
        rows: 7
    """,
    "data/published/plans-2024.csv": """
        measure,period,area,breakdown,numerator,denominator,value,status
        plans/year,2021-22,hill-town,,20,100,,final
        plans/year,2022-23,hill-town,,25,100,,final
        plans/year,2023-24,hill-town,,30,100,,final
        plans/year,2023-24,england,,600,1000,,final
        plans/year,2023-24,the-dales,,35,100,,final
        plans/year,2023-24,brook,,10,100,,final
        plans/year,2023-24,ford,,40,100,,final
    """,
    "framework/annotations/new-form.yaml": f"""
        id: new-form
        measure: visits/quarter
        period: {quarters(3)[0]}
        label: New form
    """,
    "framework/series-breaks/reviews-cut.yaml": f"""
        id: reviews-cut
        measure: reviews/quarter
        period: {quarters(16)[2]}
        reason: |
          Reviews held by video now count.
    """,
    "framework/development-agenda/waits.yaml": """
        id: waits
        name: Waiting times
        why: |
          Nobody knows who waits.
        outcomes_class: how-well
        owner: head-of-care
        questions: [question-how-well]
    """,
    "framework/editions.yaml": """
        - id: old-guidance
          title: Old guidance 2015
          series: Guidance
          force: statutory-guidance
          in_force_from: 2015-03-26
          in_force_until: 2019-09-28
          source: a page
        - id: new-guidance
          title: New guidance 2018
          series: Guidance
          force: statutory-guidance
          in_force_from: 2019-09-29
          source: a page
    """,
    "framework/functions/assess.yaml": """
        id: assess
        title: Assess the board
        text: |
          It must assess itself.
        edition: old-guidance
        force: statutory-guidance
        until: 2019-09-28
    """,
    "data/meetings.yaml": """
        - id: working-board-2025-02-12
          group: working-board
          on: 2025-02-12
          held: true
          decisions:
            - id: look-again
              text: |
                Look again at neglect.
              minute: "7"
              outcome: |
                It was looked at.
              outcome_on: 2025-05-01
            - id: open
              text: |
                Ask about fathers.
        - id: working-board-2025-05-28
          group: working-board
          on: 2025-05-28
          quarter: 2024-25-Q4
    """,
    "data/group-reports.yaml": """
        - id: neglect-group-q4
          group: neglect-group
          quarter: 2024-25-Q4
          due: 2025-04-30
          received: 2025-05-02
          illustrative: true
          activity: |
            It met twice.
          heard:
            - id: children
              priority: priority-neglect
              from_whom: children-and-parents
              text: |
                We waited for somebody to come.
            - id: staff
              priority: priority-neglect
              from_whom: practitioners
              text: |
                There is no time to write.
            - id: audit
              priority: priority-neglect
              from_whom: audits-and-reviews
              text: |
                Plans were late.
          differences:
            - id: less
              text: |
                Twelve children left their plans.
              priorities: [priority-neglect]
          themes: [theme-neglect]
          shortfalls:
            - id: posts
              text: |
                Two posts stand empty.
              about: [visits]
              asks: |
                Fill them.
          help_wanted: |
            A trainer.
        - id: audit-group-q4
          group: audit-group
          quarter: 2024-25-Q4
          due: 2025-04-30
          received: 2025-05-02
          themes: [theme-neglect]
    """,
    "data/actions.yaml": """
        - id: act-late
          title: Write the visits down
          text: |
            Every visit is written down.
          source: stats-2025
          source_sort: data
          owner: head-of-care
          group: neglect-group
          agreed_on: 2025-01-10
          due: 2025-03-31
          due_changes:
            - on: 2025-03-20
              from_due: 2025-03-31
              to_due: 2025-04-30
              reason: nobody had time
              agreed_by: neglect-group
          steps:
            - state: in-progress
              on: 2025-02-01
          progress:
            - on: 2025-05-01
              by: head-of-care
              text: Half of them are.
        - id: act-soon
          title: Train the team
          text: |
            Everybody is trained.
          source: stats-2025
          source_sort: data
          owner: police-lead
          group: audit-group
          agreed_on: 2025-01-10
          due: 2025-06-30
        - id: act-done
          title: Count again
          text: |
            The count is made again.
          source: stats-2025
          source_sort: data
          owner: head-of-care
          group: neglect-group
          agreed_on: 2025-01-10
          due: 2025-04-30
          steps:
            - state: reported-complete
              on: 2025-04-20
    """,
}

VALUES = {
    "visits": FALLING,
    "reviews": STEADY,
    "plans": ("31/100",),
    "contacts": ("1250", "1300", "0", "1400"),
    "thresholds": STEADY,
    "few": ("3/12",),
    "hidden": ("40/100", "suppressed"),
}

FILES: Mapping[str, str] = {
    **{f"framework/indicators/{id_}.yaml": text for id_, text in INDICATORS.items()},
    **OTHERS,
    **returned(VALUES, STORIES),
    "data/returns/made-up.yaml": returned({"safer": STEADY}, illustrative=True)[
        "data/returns/social-care-2024-25-q4.yaml"
    ]
    .replace("id: social-care-2024-25-q4", "id: made-up")
    .replace("agency: social-care", "agency: police"),
}


def view(workspace: Write, files: Mapping[str, str] = FILES, **options: str) -> Scorecard:
    """The scorecard of the board."""
    return scorecard(ask(workspace, files, **options))  # type: ignore[arg-type]


def page(workspace: Write, form: str, files: Mapping[str, str] = FILES, **options: str) -> str:
    """The scorecard of the board as `html` or `md`."""
    return render(view(workspace, files, **options), STAMP, form)
