"""Papers as they were issued: for which meeting, from which commit, with the fingerprint of each file."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from lif.records.fields import AddressText, Date, Line, Link, PeriodText, ToAny, ToMeeting, ToRole
from lif.records.record import Part, Record


class IssuedFile(Part):
    """One file of a paper, in one form."""

    file: Line = Field(description="The file's name; its ending is its form.")
    sha256: Line = Field(
        description="The fingerprint of the file as it was issued, in 64 digits and letters."
    )


class IssuedPaper(Record):
    """A paper as it was issued to a board or group, so that it can be made again and what changed be told."""

    kind: ClassVar[str] = "issued-paper"
    plural: ClassVar[str] = "issued-papers"
    folder: ClassVar[str] = "data/issued-papers"
    brief: ClassVar[tuple[str, ...]] = ("paper", "period", "issued", "as_at", "meeting")
    known_from: ClassVar[str] = "issued"

    title: Line = Field(description="The paper's title.")
    body: Line = Field(description="The body whose paper it is, as it was called on the day.")
    paper: Line = Field(description="Which paper: scorecard, or its name in lif report --list.")
    file_name: Line = Field(description="The name of its files, without their ending.")
    period: PeriodText | None = Field(default=None, description="The quarter or year it covers.")
    about: tuple[ToAny, ...] = Field(
        default=(), description="The records it is about: a group, a priority, a review."
    )
    issued: Date = Field(description="The day it was issued.")
    as_at: Date = Field(description="The day from which it looks at things.")
    commit: Line = Field(description="The whole name of the commit of the records it was made from.")
    version: Line = Field(description="The version of lif that made it.")
    command: Line | None = Field(
        default=None, description="The command that made it; at its commit it makes the same files again."
    )
    files: tuple[IssuedFile, ...] = Field(min_length=1, description="Its files, one in each form.")
    by: ToRole | None = Field(default=None, description="The role that issued it.")
    meeting: ToMeeting | None = Field(default=None, description="The meeting it was issued for.")
    replaces: Annotated[str, AddressText, Link(("issued-paper",))] | None = Field(
        default=None, description="The earlier issue of the same paper that this one replaces."
    )

    @property
    def which(self) -> tuple[str, str, frozenset[str]]:
        """What makes it this paper and no other: which it is, the name of its files, and what it is about."""
        return self.paper, self.file_name, frozenset(self.about)
