"""Learning and what stands round it, as a test writes it: each piece is a file, with further fields."""

from __future__ import annotations

from textwrap import dedent, indent

REVIEWS = {
    "data/reviews/review-b.yaml": """
        id: review-b
        title: Review B
        sort: learning-review
        group: review-group
        milestones:
          - step: started
            on: 2024-06-03
          - step: completed
            on: 2024-11-20
        involvement:
          practitioners: 12
          families: |
            The parent sent a letter.
        agencies: [social-care, police]
        publication: not-applicable
        themes: [neglect]
        findings:
          - id: missed
            text: |
              Missed appointments were closed as refusals.
            themes: [neglect]
          - id: school
            text: |
              The school's record was the best.
            themes: [neglect]
            good_practice: true
        recommendations:
          - id: was-not-brought
            text: |
              Write that a child was not brought.
            finding: missed
            response: accepted
            responded_on: 2024-12-11
            themes: [neglect]
    """,
    "data/reviews/review-c.yaml": """
        id: review-c
        title: Review C
        sort: rapid-review
        group: review-group
        milestones:
          - step: rapid-review
            on: 2024-10-09
        parallel:
          - process: criminal
            status: open
            withholds_publication: true
        publication: not-applicable
        shared_meanwhile: |
          Ask about every man.
        themes: [neglect]
        findings:
          - id: fathers
            text: |
              SECRET of review C.
            themes: [neglect]
    """,
}
"""One review that may be told as a briefing, and one that a criminal process keeps back."""


def learning(
    id_: str, on: str, *more: str, folder: str = "learning", source: str = "review-b/missed"
) -> dict[str, str]:
    """A piece of learning (or, in its folder, of good practice) with these further fields."""
    fields = "\n".join(dedent(each).strip("\n") for each in more)
    head = f"""
        id: {id_}
        title: Lesson {id_}
        on: {on}
        text: |
          We learned {id_}.
        sources: [{source}]
        group: quality-group
    """
    text = dedent(head).strip("\n") + ("\n" + fields if fields else "") + "\n"
    return {f"data/{folder}/{id_}.yaml": text}


def course(id_: str, *learned: str, more: str = "") -> dict[str, str]:
    """A course that carries these pieces of learning."""
    text = f"id: {id_}\ntitle: Course {id_}\nsort: multi-agency\ngroup: quality-group\n"
    carries = f"learning: [{', '.join(learned)}]\n" if learned else ""
    return {f"data/courses/{id_}.yaml": text + carries + dedent(more)}


def session(course_: str, on: str, places: str = "", capacity: int = 20, more: str = "") -> dict[str, str]:
    """One date of a course; `places` are the lines under `places:`."""
    id_ = f"session-{course_}-{on}"
    text = f"id: {id_}\ncourse: {course_}\non: {on}\ncapacity: {capacity}\n" + dedent(more)
    if places:
        text += "places:\n" + indent(dedent(places).strip("\n"), "  ") + "\n"
    return {f"data/training-sessions/{id_}.yaml": text}
