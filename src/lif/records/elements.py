"""What good looks like: elements, statements, board actions, learning routes, methods and the questions."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from lif.records.fields import Count, Flag, Line, Text, ToAgency, ToAny, ToGroup, ToIndicator, ToTheme
from lif.records.milestones import ReviewSort
from lif.records.promised import Promised
from lif.records.record import Item, Record

Audience = Literal[
    "children",
    "parents-and-carers",
    "families",
    "professionals",
    "managers",
    "volunteers",
    "agencies",
    "board",
    "public",
]


class Statement(Item):
    """One statement of what good looks like, for one or more audiences."""

    publishable: ClassVar[tuple[str, ...]] = ("text", "audiences", "shown_by")

    text: Text = Field(description="The statement in plain words.")
    audiences: tuple[Audience, ...] = Field(
        min_length=1, description="Whose experience it describes; practitioners are professionals."
    )
    incomplete: Text | None = Field(
        default=None,
        description="Said when the source breaks off: what is there, and that nothing was added.",
    )
    shown_by: tuple[ToIndicator, ...] = Field(default=(), description="Indicators that bear on it.")


class BoardAction(Item):
    """One way in which the board makes a difference."""

    publishable: ClassVar[tuple[str, ...]] = ("text", "groups", "watches")

    text: Text = Field(description="What the board does, in plain words.")
    groups: tuple[ToGroup, ...] = Field(default=(), description="The groups that do it.")
    watches: tuple[ToAny, ...] = Field(default=(), description="Indicators or standards that it names.")
    incomplete: Text | None = Field(default=None, description="Said when the source gives only part of it.")


class LearningRoute(Item):
    """A route by which learning travels: from what, to whom, and how long silence may last."""

    publishable: ClassVar[tuple[str, ...]] = (
        *("text", "passes", "from_groups", "to_groups", "to_agencies", "reaches"),
    )

    text: Text = Field(description="What passes along it, in plain words.")
    passes: Line = Field(
        description="What passes: audit themes, gaps in training, messages from practitioners."
    )
    from_groups: tuple[ToGroup, ...] = Field(default=(), description="The groups it starts from.")
    to_groups: tuple[ToGroup, ...] = Field(default=(), description="The groups it reaches.")
    to_agencies: tuple[ToAgency, ...] = Field(default=(), description="The agencies it reaches.")
    reaches: Line | None = Field(default=None, description="Where it ends when that is not a group.")
    silent_after_days: Count | None = Field(
        default=None, description="After how many days with nothing passed silence is a finding."
    )


class ReviewRoute(Item):
    """A kind of review that a group commissions, with its threshold."""

    publishable: ClassVar[tuple[str, ...]] = (
        "text",
        "group",
        "review_kind",
        "sorts",
        "threshold",
        "required",
    )

    text: Text = Field(description="What is reviewed and when, in plain words.")
    group: ToGroup | None = Field(default=None, description="The group that commissions it.")
    review_kind: Line = Field(description="The kind of review.")
    sorts: tuple[ReviewSort, ...] = Field(
        default=(), description="The sorts of review that are held along it; reviews of them then show it."
    )
    silent_after_days: Count | None = Field(
        default=None, description="After how many days without such a review silence is a finding."
    )
    threshold: Text | None = Field(default=None, description="What must be so for the review to be held.")
    required: Flag = Field(default=False, description="True when law or guidance requires it.")


class AuditActivity(Item):
    """An audit, or a check on audits, that the framework says will happen."""

    publishable: ClassVar[tuple[str, ...]] = ("text", "every_years", "themes", "group")

    text: Text = Field(description="What is audited or checked, in plain words.")
    every_years: Count | None = Field(default=None, description="How often, in years, where it is stated.")
    themes: tuple[ToTheme, ...] = Field(default=(), description="The themes it covers.")
    group: ToGroup | None = Field(default=None, description="The group that answers for it.")


class ActivityRow(Item):
    """A row of activity, the development it needs, and the outcome expected.

    Where a row requires or expects several things, or says who should notice them, these stand as items of
    their own in the same element, and the row names them.
    """

    publishable: ClassVar[tuple[str, ...]] = (
        *("activity", "development", "requires", "expected", "expects", "groups"),
    )

    activity: Text = Field(description="The activity.")
    development: Text | None = Field(default=None, description="The developmental work it requires.")
    requires: tuple[Line, ...] = Field(
        default=(),
        description="The work it requires, as ids of what the board does (`board_actions`) in the element.",
    )
    expected: Text | None = Field(default=None, description="The outcome or impact expected.")
    expects: tuple[Line, ...] = Field(
        default=(),
        description="The outcomes expected, as the ids of what good looks like (`good`) in the same element.",
    )
    groups: tuple[ToGroup, ...] = Field(default=(), description="Who does it.")


class Context(Item):
    """Something the element says about itself that is neither a statement nor an action."""

    publishable: ClassVar[tuple[str, ...]] = ("text", "groups", "refers_to")

    text: Text = Field(description="What it says, in plain words.")
    groups: tuple[ToGroup, ...] = Field(default=(), description="The groups it names.")
    refers_to: tuple[ToAny, ...] = Field(
        default=(), description="Records it speaks of: strategies, questions, functions."
    )


class Element(Record):
    """A key element of the framework: what good looks like, what the board does, how learning travels."""

    kind: ClassVar[str] = "element"
    plural: ClassVar[str] = "elements"
    folder: ClassVar[str] = "framework/elements"
    publishable: ClassVar[tuple[str, ...]] = (
        *("letter", "name", "scope", "context", "good", "board_actions", "learning_routes"),
        *("review_routes", "audit_activity", "activities", "promises"),
    )

    letter: Line | None = Field(default=None, description="Its letter or number in the framework.")
    name: Line = Field(description="The element's name.")
    aliases: tuple[Line, ...] = Field(default=(), description="Other names in the documents.")
    scope: Text | None = Field(default=None, description="What it covers, in plain words.")
    context: tuple[Context, ...] = Field(default=(), description="What it says about itself.")
    good: tuple[Statement, ...] = Field(default=(), description="What good looks like, by audience.")
    board_actions: tuple[BoardAction, ...] = Field(
        default=(), description="How the board makes a difference."
    )
    learning_routes: tuple[LearningRoute, ...] = Field(default=(), description="How learning is put to use.")
    review_routes: tuple[ReviewRoute, ...] = Field(
        default=(), description="Which reviews are held, and when."
    )
    audit_activity: tuple[AuditActivity, ...] = Field(default=(), description="Which audits are held.")
    activities: tuple[ActivityRow, ...] = Field(
        default=(), description="Rows of activity, developmental work and expected outcome."
    )
    promises: tuple[Promised, ...] = Field(
        default=(), description="Promises with a number of days, each looked after."
    )
    gaps: tuple[Context, ...] = Field(
        default=(), description="Parts that the source leaves out, named and not filled."
    )

    def required_by(self, row: ActivityRow) -> tuple[str, ...]:
        """The developmental work that a row requires: its own words, then what it names."""
        texts = {one.id: one.text for one in self.board_actions}
        named = tuple(texts[id_] for id_ in row.requires if id_ in texts)
        return ((row.development,) if row.development else ()) + named

    def expected_of(self, row: ActivityRow) -> tuple[str, ...]:
        """The outcomes that a row expects: its own words, then what it names."""
        texts = {one.id: one.text for one in self.good}
        named = tuple(texts[id_] for id_ in row.expects if id_ in texts)
        return ((row.expected,) if row.expected else ()) + named


class LearningMethod(Record):
    """A way of learning that the framework names."""

    kind: ClassVar[str] = "method"
    plural: ClassVar[str] = "methods"
    folder: ClassVar[str] = "framework/methods"
    publishable: ClassVar[tuple[str, ...]] = ("name", "text")

    name: Line = Field(description="The method's name.")
    text: Text = Field(description="What it is, in plain words.")


class Question(Record):
    """A question that the core data set must answer."""

    kind: ClassVar[str] = "question"
    plural: ClassVar[str] = "questions"
    folder: ClassVar[str] = "framework/questions"
    publishable: ClassVar[tuple[str, ...]] = ("number", "text", "answered_by")

    number: Line = Field(description="Its number in the list.")
    text: Line = Field(description="The question.")
    answered_by: Literal["population", "how-much", "how-well", "actions", "development-agenda"] = Field(
        description="What answers it: a class of indicator, the actions, or the data-development agenda."
    )
