"""The texts that chase what is owed: plain for a message, and in Markdown, from one template."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lif.records.words import Words
from lif.reports.characters import one_line
from lif.reports.environments import Environments
from lif.reports.markdown import escape
from lif.views.chasing.actions import ActionsText
from lif.views.chasing.returns import ReturnsText


@dataclass(frozen=True, slots=True)
class Written:
    """One text as it is sent: to whom in words, what it is called, plain, and in Markdown."""

    to: str
    subject: str
    plain: str
    markdown: str


def written(
    text: ReturnsText | ActionsText, body: str, answer_by: date, words: Words, environments: Environments
) -> Written:
    """The text told in the words of its board; raises TemplateFault for a faulty template of the board's."""
    template = f"chase-{'returns' if isinstance(text, ReturnsText) else 'actions'}.md.j2"
    told = {"text": text, "body": body, "answer_by": answer_by, "words": words}
    subject = one_line(words.plain(text.subject))
    to = one_line(words.plain(_to(text)))
    head = f"# {escape(subject)}\n\n**To:** {escape(to)}\n\n"
    return Written(
        to,
        subject,
        environments.render_plain(template, **told),
        head + environments.render(template, **told),
    )


def _to(text: ReturnsText | ActionsText) -> str:
    """The role with its agency, or the agency alone where the post has ended."""
    who = text.to
    return who.agency_name if who.ended else f"{who.name}, {who.agency_name}"
