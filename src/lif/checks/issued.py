"""Papers as they were issued: whether each can be found again, and is the only issue that counts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.checks.known import unread
from lif.records.issued import IssuedPaper
from lif.records.record import stands
from lif.register import Register

_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")


@check("A971")
def no_whole_commit(register: Register, as_at: date) -> Iterator[Finding]:
    """An issued paper does not hold the whole name of the commit that it was made from.

    Why:
        A part of the name may fit another commit one day; then nobody can make the paper again.
    Fails:
        commit: 4f2a91c
    Mend:
        Enter all 40 digits and letters, as git log --format=%H prints them.
    Source:
        decision 26: a paper is issued from a commit.
    """
    for paper in register.all(IssuedPaper):
        if not _COMMIT.fullmatch(paper.commit):
            message = "this is not the whole name of a commit"
            yield Finding(paper.id, ("commit",), message, "enter its 40 digits and letters a to f")


@check("A972")
def no_fingerprint(register: Register, as_at: date) -> Iterator[Finding]:
    """The fingerprint of an issued file has not the 64 digits and letters that it must have.

    Why:
        By it anybody can see whether a file is the one that was issued.
    Fails:
        sha256: e3b0c442
    Mend:
        Enter what sha256sum, or Get-FileHash on Windows, prints for the file, in small letters.
    Source:
        decision 26: a paper is issued from a commit.
    """
    for paper in register.all(IssuedPaper):
        for index, file in enumerate(paper.files):
            if not _FINGERPRINT.fullmatch(file.sha256):
                message = f"this is not the fingerprint of '{file.file}'"
                hint = "enter 64 digits and letters a to f, as sha256sum prints them"
                yield Finding(paper.id, ("files", index, "sha256"), message, hint)


@check("A973")
def issued_before_its_day(register: Register, as_at: date) -> Iterator[Finding]:
    """A paper was issued before the day from which it looks at things.

    Why:
        It would tell what nobody could know yet.
    Fails:
        issued: 2025-02-03, as_at: 2025-02-28
    Mend:
        Correct the day that is wrong.
    Source:
        decision 7: a paper tells what was known on its day.
    """
    for paper in register.all(IssuedPaper):
        if paper.issued < paper.as_at:
            message = (
                f"issued on {paper.issued.isoformat()}, and it looks at things on {paper.as_at.isoformat()}"
            )
            yield Finding(paper.id, ("issued",), message, "correct the day that is wrong")


@check("A974")
def issued_twice(register: Register, as_at: date) -> Iterator[Finding]:
    """Two issues of one paper both count, and neither says that it replaces the other.

    Why:
        Two members of the board would hold different papers under one name, and both would be right.
    Fails:
        Two issues of the scorecard of 2024-25-Q3 without `replaces`.
    Mend:
        Name the earlier in `replaces` of the later; or retire the one that was withdrawn.
    Source:
        decision 26: a paper is issued from a commit.
    """
    if unread(register, IssuedPaper):
        return
    every = register.all(IssuedPaper)
    replaced = {paper.replaces for paper in every}
    current: dict[object, list[IssuedPaper]] = defaultdict(list)
    for paper in every:
        if paper.id not in replaced and stands(paper, as_at):
            current[paper.which].append(paper)
    for same in current.values():
        first, *later = sorted(same, key=lambda paper: (paper.issued, paper.id))
        for paper in later:
            message = f"'{first.id}' is an issue of the same paper, and neither replaces the other"
            yield Finding(paper.id, ("id",), message, f"add 'replaces: {first.id}', or retire one of the two")


@check("A975")
def replaces_another_paper(register: Register, as_at: date) -> Iterator[Finding]:
    """An issue says that it replaces one of another paper, one that came later, or itself.

    Why:
        What it replaces counts no more, and would be missed where it is looked for.
    Fails:
        The scorecard of 2024-25-Q3 with replaces: issued-2025-section-11
    Mend:
        Name the issue of the same paper that came before.
    Source:
        decision 26: a paper is issued from a commit.
    """
    for paper in register.all(IssuedPaper):
        before = register.find(IssuedPaper, paper.replaces)
        if before is None:
            continue
        wrong = (
            "itself"
            if before is paper
            else "another paper"
            if before.which != paper.which
            else "one that was issued later"
            if before.issued > paper.issued
            else ""
        )
        if wrong:
            hint = "name the issue of the same paper that came before"
            yield Finding(paper.id, ("replaces",), f"'{before.id}' is {wrong}", hint)


ISSUED = (
    no_whole_commit,
    no_fingerprint,
    issued_before_its_day,
    issued_twice,
    replaces_another_paper,
)
