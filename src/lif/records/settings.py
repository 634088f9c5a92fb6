"""What lif.yaml says: whose workspace it is, what it builds on, and the defaults of its figures."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from lif.records.fields import Date, Flag, Identifier, Line
from lif.records.record import Part
from lif.records.vocabulary import Vocabulary


def _run_length(value: Any) -> int:
    if str(value).strip() not in ("6", "7"):
        raise PydanticCustomError("not_a_count", "{advice}", {"advice": "write 6 or 7"})
    return int(value)


RunLength = Annotated[
    Literal[6, 7], BeforeValidator(_run_length), WithJsonSchema({"type": "integer", "enum": [6, 7]})
]
TwoInThree = Annotated[Literal["classic", "2023"], WithJsonSchema({"enum": ["classic", "2023", 2023]})]
"""An editor takes the bare number too: it is read as text."""


class FigureSettings(Part):
    """The options of the charts, printed on every page that uses them."""

    screening: Flag = Field(
        default=True,
        description="Whether moving ranges beyond 3.267 times their mean are left out of limits.",
    )
    run_length: RunLength = Field(
        default=7, description="How many points in a row make a trend or a shift on a control chart."
    )
    two_in_three: TwoInThree = Field(
        default="classic",
        description="Whether points beyond a limit count among two of three near it (2023) or not (classic).",
    )


class Folders(Part):
    """Where the parts of the workspace stand, when not in the usual places."""

    framework: Line = Field(default="framework", description="What is asked.")
    data: Line = Field(default="data", description="What is known.")
    templates: Line = Field(default="templates", description="The board's own templates.")


class PrivacySettings(Part):
    """Where `lif privacy scan` need not look."""

    skip: tuple[Line, ...] = Field(
        default=(),
        description="Paths from this folder, with * and **, of made-up examples; records are never skipped.",
    )


class Settings(Part):
    """The settings of a workspace; it names the board's record by id and repeats nothing of it."""

    board: Identifier | None = Field(
        default=None, description="The id of the board's record; left out in a framework that others extend."
    )
    extends: tuple[Line, ...] = Field(
        default=("england",),
        description="Frameworks it builds on: an installed name, or a path from this folder.",
    )
    as_at: Date | None = Field(default=None, description="The day that `--as-at workspace` and make use.")
    audience: Literal["board", "public"] = Field(
        default="board", description="For whom papers are made by default."
    )
    figures: FigureSettings = Field(default_factory=FigureSettings, description="The options of the charts.")
    folders: Folders = Field(default_factory=Folders, description="Where the parts stand.")
    vocabulary: Vocabulary = Field(
        default_factory=Vocabulary,
        description="What the board calls things, in place of the words of what it extends; papers say so.",
    )
    privacy: PrivacySettings = Field(
        default_factory=PrivacySettings, description="Where personal data is not looked for."
    )
