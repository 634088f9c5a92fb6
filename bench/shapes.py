"""The records of the corpus, shaped as a business unit writes them: all different, always the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from random import Random

AGENCIES = (
    "council",
    "police",
    "icb",
    "hospital",
    "community-health",
    "probation",
    "youth-justice",
    "schools",
)
GROUPS = ("leadership-board", "operational-board", "neglect", "exploitation", "early-help", "performance")
THEMES = ("supervision", "thresholds", "voice", "recording", "transitions", "information-sharing", "fathers")
PRIORITIES = ("neglect-earlier", "safe-from-exploitation", "whole-family-help")
CRITERIA = ("wishes-heard", "risk-named", "plan-clear", "family-involved", "help-timely", "record-complete")
GRADES = ("outstanding", "good", "requires-improvement", "inadequate")
SORTS = ("policy", "training", "audit", "system", "commissioning", "communication", "practice")

SUBJECTS = (
    *("Duty teams", "School nurses", "Practitioners in early help", "Custody officers", "Health visitors"),
    *("Designated leads", "Team managers", "The front door", "Midwives", "The out-of-hours team"),
)
VERBS = (
    *("agree", "record", "test", "share", "review", "write down", "ask for", "explain", "follow up", "check"),
    *("rehearse", "bring to supervision", "compare with the earlier plan"),
)
OBJECTS = (
    *(
        "what the child has said",
        "the reason for each decision",
        "who will do what by when",
        "the family’s own plan",
    ),
    *(
        "missed appointments – however few",
        "the chronology",
        "changes of address",
        "the father’s part in care",
    ),
    *(
        "what would make the worry smaller",
        "concerns about the home",
        "the plan for weekends",
        "bruises: who saw them",
    ),
)
ENDS = (
    *("before the visit ends", "within two working days", "and say so to the family", "at every conference"),
    *("so that nothing waits for a meeting", "in the child’s own words", "with the manager’s view beside it"),
    *("“as if read by the child at 18”", "even where another agency holds the lead", "when a worker changes"),
)


def sentence(random: Random) -> str:
    """One sentence of the kind that stands in an action plan."""
    words = (random.choice(SUBJECTS), random.choice(VERBS), random.choice(OBJECTS), random.choice(ENDS))
    return " ".join(words) + "."


def block(random: Random, field: str, sentences: int, indent: int = 0) -> list[str]:
    """A field with several sentences in a block, one a line."""
    pad = " " * indent
    return [f"{pad}{field}: |", *(f"{pad}  {sentence(random)}" for _ in range(sentences))]


def some(random: Random, words: Sequence[str], least: int, most: int) -> str:
    """A flow list of a few of the words, in their own order."""
    chosen = set(random.sample(range(len(words)), random.randint(least, most)))
    return "[" + ", ".join(word for place, word in enumerate(words) if place in chosen) + "]"


def day(random: Random, first: date, days: int) -> date:
    """A day within so many days of the first."""
    return first + timedelta(days=random.randrange(days))


def action(random: Random, name: str, source: str, sort: str) -> list[str]:
    """An open action, not yet due, with notes, a reminder and at times a later date."""
    agreed = day(random, date(2024, 4, 1), 270)
    due = date(2025, 4, 10) + timedelta(days=random.randint(0, 300))
    lines = [f"id: {name}", f"title: '{random.choice(OBJECTS).capitalize()}: {random.choice(ENDS)}'"]
    lines += block(random, "text", random.randint(2, 4))
    lines += [f"source: {source}", f"source_sort: {sort}", f"sort: {random.choice(SORTS)}"]
    lines += block(random, "intended_outcome", 2)
    lines += [f"owner: {random.choice(AGENCIES)}-lead", f"contributing: {some(random, AGENCIES, 1, 4)}"]
    lines += [f"group: {random.choice(GROUPS)}", f"priorities: {some(random, PRIORITIES, 1, 2)}"]
    lines += [f"themes: {some(random, THEMES, 1, 3)}", f"agreed_on: {agreed}"]
    lines += [*deadline(random, agreed, due), "steps:", "  - state: not-started", f"    on: {agreed}"]
    if random.random() < 0.7:
        lines += ["  - state: in-progress", f"    on: {agreed + timedelta(days=20)}"]
    lines += ["progress:"]
    for note in range(random.randint(2, 5)):
        said = agreed + timedelta(days=25 + 14 * note)
        lines += [f"  - on: {said}", f"    by: {random.choice(AGENCIES)}-lead", *block(random, "text", 2, 4)]
    lines += ["chases:", f"  - {{on: {agreed + timedelta(days=30)}, to: {random.choice(AGENCIES)}-lead}}"]
    return [
        *lines,
        *block(random, "success_measure", 2),
        f"success_indicator: ind-{random.randrange(60):02d}",
    ]


def deadline(random: Random, agreed: date, due: date) -> list[str]:
    """The due date; for three in ten an earlier one, and why and by whom it was put off."""
    if random.random() > 0.3:
        return [f"due: {due}"]
    first = agreed + timedelta(days=90)
    lines = [
        f"due: {first}",
        "due_changes:",
        f"  - on: {first - timedelta(days=5)}",
        f"    from_due: {first}",
    ]
    return [
        *lines,
        f"    to_due: {due}",
        f"    reason: {random.choice(ENDS)}",
        f"    agreed_by: {random.choice(GROUPS)}",
    ]


def counted(random: Random, cases: int, indent: str) -> list[str]:
    """The cases by grade, for every grade of the scale."""
    cuts = sorted(random.randint(0, cases) for _ in GRADES[1:])
    counts = [end - start for start, end in pairwise([0, *cuts, cases])]
    return [f"{indent}- {{grade: {grade}, cases: {n}}}" for grade, n in zip(GRADES, counts, strict=True)]


def items(random: Random, field: str, stem: str, count: int, answered: date | None = None) -> list[str]:
    """A list of items with ids, texts and themes; recommendations, one a finding, with the board's answer."""
    lines = [f"{field}:"]
    for number in range(1, count + 1):
        lines += [f"  - id: {stem}-{number}", *block(random, "text", 2, 4)]
        lines += [f"    themes: {some(random, THEMES, 1, 2)}"]
        if answered:
            lines += [
                f"    finding: finding-{number}",
                "    response: accepted",
                f"    responded_on: {answered}",
            ]
    return lines


def audit(random: Random, name: str) -> list[str]:
    """An audit, graded and reported, with findings and two recommendations that were accepted."""
    began, cases = day(random, date(2023, 4, 1), 270), random.randint(12, 40)
    quarter = f"2023-24-Q{(began.month - 4) % 12 // 3 + 1}"
    reported = began + timedelta(days=80)
    lines = [
        f"id: {name}",
        f"title: {random.choice(OBJECTS).capitalize().replace(':', ',')}",
        "sort: multi-agency",
    ]
    lines += [f"group: {random.choice(GROUPS)}", f"planned: {quarter}", *block(random, "why", 2)]
    lines += block(random, "question", 1) + block(random, "method", 2)
    lines += ["tool: case-audit-tool", f"themes: {some(random, THEMES, 1, 3)}"]
    lines += [f"priorities: {some(random, PRIORITIES, 1, 2)}", f"sample_size: {cases}"]
    lines += [f"agencies: {some(random, AGENCIES, 3, 7)}", f"practitioners_involved: {random.randint(4, 40)}"]
    lines += [f"families_involved: {random.randint(0, 9)}", f"started: {began}"]
    lines += [f"fieldwork_ended: {began + timedelta(days=40)}", f"moderated_on: {began + timedelta(days=60)}"]
    lines += [f"reported: {reported}", "results:"]
    for criterion in CRITERIA:
        lines += [
            f"  - criterion: case-audit-tool/{criterion}",
            "    moderated:",
            *counted(random, cases, "      "),
        ]
    lines += ["overall:", *counted(random, cases, "  ")]
    lines += items(random, "strengths", "strength", 1) + items(random, "findings", "finding", 2)
    return lines + items(random, "recommendations", "rec", 2, reported + timedelta(days=14))


def learning(random: Random, name: str, theme: str, sources: Sequence[str]) -> list[str]:
    """What was learned on a theme, told in a briefing that reached three agencies, and tested."""
    lines = [f"id: {name}", f"title: {titled(theme)}", "on: 2024-06-03", *block(random, "text", 2)]
    lines += [f"sources: {some(random, tuple(sources), 1, 3)}", f"group: {random.choice(GROUPS)}"]
    lines += [f"themes: [{theme}]", "products:", "  - id: briefing", "    sort: briefing"]
    lines += [f"    title: {titled(theme)}", "    on: 2024-07-01", "    reach:"]
    for agency in random.sample(AGENCIES, 3):
        people = random.randint(5, 60)
        lines += [f"      - {{agency: {agency}, on: 2024-07-15, people: {people}, used: In teams.}}"]
    lines += ["test:", "  method: conversation", "  due: 2024-12-31", "  checked_on: 2024-12-02"]
    return [*lines, "  result: landed", "  text: All could say what to do."]


def review(random: Random, name: str) -> list[str]:
    """A learning review below the threshold, ended, with findings and three recommendations."""
    aware = day(random, date(2023, 4, 1), 200)
    lines = [f"id: {name}", f"title: 'Learning review {name[-5:].upper()}'", "sort: learning-review"]
    lines += [f"group: {random.choice(GROUPS)}", *block(random, "scale_reason", 2), "milestones:"]
    for step, days in (("considered", 10), ("started", 30), ("report-to-board", 120), ("closed", 150)):
        lines += [f"  - step: {step}", f"    on: {aware + timedelta(days=days)}"]
    lines += [f"agencies: {some(random, AGENCIES, 3, 6)}", "involvement:"]
    lines += [f"  practitioners: {random.randint(4, 20)}", *block(random, "families", 2, 2)]
    lines += ["publication: not-applicable", f"themes: {some(random, THEMES, 1, 3)}"]
    return [
        *lines,
        *items(random, "findings", "finding", 3),
        *items(random, "recommendations", "rec", 3, aware + timedelta(days=140)),
    ]


def agency_return(random: Random, name: str, agency: str, quarter: str, due: date, first: int) -> list[str]:
    """One agency's return for a quarter: fifteen figures and the story of one of them."""
    lines = [f"id: {name}", f"agency: {agency}", f"period: {quarter}", f"due: {due}"]
    lines += [
        f"received: {due - timedelta(days=random.randint(0, 9))}",
        f"supplied_by: {agency}-lead",
        "values:",
    ]
    for number in range(15):
        counted_over = random.randint(200, 400)
        lines += [f"  - id: v-{number:02d}", f"    measure: ind-{(first + number) % 60:02d}/quarterly"]
        lines += [
            f"    numerator: {random.randint(counted_over * 6 // 10, counted_over * 9 // 10)}",
            f"    denominator: {counted_over}",
        ]
        lines += [f"    status: {'provisional' if random.random() < 0.2 else 'final'}"]
    lines += [
        "stories:",
        "  - id: story-1",
        f"    indicator: ind-{first % 60:02d}",
        f"    author: {agency}-lead",
    ]
    lines += [f"    written_on: {due - timedelta(days=10)}", *block(random, "story", 3, 4)]
    return [*lines, *block(random, "so_what", 2, 4), *block(random, "now_what", 2, 4)]


def indicator(random: Random, name: str, agencies: Sequence[str]) -> list[str]:
    """An indicator with one quarterly series and a target."""
    lines = [f"id: {name}", f"name: {random.choice(OBJECTS).capitalize().replace(':', ',')} ({name[-2:]})"]
    lines += ["domain: Help and protection", *block(random, "definition", 3), "numerator: Plans in time"]
    lines += ["denominator: All plans", "unit: percent", "counts: plans", "polarity: high"]
    lines += [
        f"outcomes_class: {random.choice(('how-well', 'better-off'))}",
        "customers: Children with a plan",
        "measures:",
    ]
    lines += ["  - {id: quarterly, period_kind: quarter, series: returns, roll_up: weighted}"]
    lines += ["targets:", "  - id: now", "    value: 80", "    basis: target-now", "    tolerance: 5"]
    lines += ["    since: 2012-04-01", "source_return: Quarterly return", f"supplier: {AGENCIES[0]}"]
    lines += [
        f"owner: {AGENCIES[0]}-lead",
        f"agencies: [{', '.join(agencies)}]",
        f"group: {random.choice(GROUPS)}",
    ]
    lines += [f"priorities: {some(random, PRIORITIES, 1, 2)}", f"themes: {some(random, THEMES, 1, 2)}"]
    return [*lines, "questions: [how-well]"]


def titled(text: str) -> str:
    """An id as a name: `community-health` as `Community health`."""
    return text.replace("-", " ").capitalize()


def agency(name: str) -> list[str]:
    """An agency."""
    return [f"id: {name}", f"name: {titled(name)}", f"sector: {'education' if 'school' in name else 'other'}"]


def role(name: str) -> list[str]:
    """The role in an agency that answers for its part."""
    return [f"id: {name}-lead", f"name: {titled(name)} safeguarding lead", f"agency: {name}"]
