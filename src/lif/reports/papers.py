"""What every paper has: its frame, and the stamp that says which records and which day it was made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lif.calendars import long_date
from lif.records.words import PLAIN, Words
from lif.views.changes.since import SinceIssue
from lif.views.marking import MARKING


@dataclass(frozen=True, slots=True)
class Stamp:
    """Where a paper comes from: version, commit (or nothing), and whether changes were uncommitted.

    `issued` is the day of its issue, nothing for what was not issued; `since` is what has changed since it
    was issued before; `errors` are those that stood in the records. `words` are those in which it is told.
    """

    version: str
    commit: str | None
    dirty: bool | None
    issued: date | None = None
    since: SinceIssue | None = None
    errors: int = 0
    words: Words = PLAIN


@dataclass(frozen=True, slots=True)
class Frame:
    """What the frame of every paper is told (see base.html.j2), and in which words the paper is told."""

    title: str
    board: str
    marking: str
    draft: bool
    illustrative: bool
    stamp: tuple[tuple[str, str], ...]
    front: tuple[tuple[str, str], ...] = ()
    since: SinceIssue | None = None
    errors: int = 0
    words: Words = PLAIN


def frame(
    title: str,
    board: str,
    as_at: date,
    stamp: Stamp,
    *,
    marking: str = MARKING,
    draft: bool = False,
    illustrative: bool = False,
    front: tuple[tuple[str, str], ...] = (),
) -> Frame:
    """The frame of one paper; `board` is the name of the body on its day, `front` its front sheet."""
    commit = stamp.commit[:12] if stamp.commit else "not known"
    if stamp.dirty:
        commit += ", with uncommitted changes"
    origin = ("Records at commit", commit)
    if stamp.issued:
        origin = ("Issued", f"on {long_date(stamp.issued)} from commit {commit}")
    return Frame(
        title,
        board,
        marking,
        draft,
        illustrative,
        (
            ("Data as at", long_date(as_at)),
            origin,
            ("Made by lif", stamp.version),
        ),
        front,
        stamp.since,
        stamp.errors,
        stamp.words,
    )
