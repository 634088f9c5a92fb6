"""What an agency is asked about its actions: each that is open, where it came from, what is wanted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lif.measures.standing import has_ended
from lif.records.actions import Action
from lif.records.governance import Role
from lif.register import Register
from lif.views.actions import OPEN, ActionLine, action_lines
from lif.views.answering import answering, full_name
from lif.views.called import called_at
from lif.views.helped import helped_on
from lif.views.slippage import Move, moves_of
from lif.views.telling.sources import sources

WANTED = (*OPEN, "awaiting-assurance", "assured")


@dataclass(frozen=True, slots=True)
class AskedAction:
    """One action: how it stands, what it answers, how often its date moved, and what is asked now."""

    line: ActionLine
    text: str
    source_name: str
    source_words: str
    moves: tuple[Move, ...]
    asked: str
    role: str
    role_name: str


@dataclass(frozen=True, slots=True)
class AskedAgency:
    """All that one agency is asked, and the roles that may answer, by their names."""

    agency: str
    agency_name: str
    actions: tuple[AskedAction, ...]
    roles: tuple[tuple[str, str], ...]

    @property
    def illustrative(self) -> bool:
        """Whether any of it is made up."""
        return any(one.line.illustrative for one in self.actions)


def actions_asked(register: Register, as_at: date, agency: str | None = None) -> tuple[AskedAgency, ...]:
    """What each agency, or the one named, is asked on a day; nothing for one that owes no answer."""
    found: dict[str, list[AskedAction]] = {}
    for line in action_lines(register, as_at):
        to = answering(register, line.owner, as_at)
        owner = to.agency if to else line.agency
        asked = _asked(register, line, as_at)
        if asked and owner and agency in (None, owner):
            action = register.record(Action, line.id)
            source = _source_words(register, action.source)
            named = sources(register, [action.source], as_at)
            whence = named[0].name if named else called_at(register, action.source)
            moves = moves_of(register, action, date.min, as_at)
            role, name = (to.role, to.name) if to else (line.owner, line.owner_name)
            found.setdefault(owner, []).append(
                AskedAction(line, action.text, whence, source, moves, asked, role, name)
            )
    return tuple(
        AskedAgency(each, full_name(register, each), tuple(found[each]), roles_of(register, each, as_at))
        for each in sorted(found, key=lambda one: full_name(register, one).lower())
    )


def roles_of(register: Register, agency: str, as_at: date) -> tuple[tuple[str, str], ...]:
    """The posts of an agency that are held on a day, as (id, name), by name."""
    found = [
        (one.id, one.name) for one in register.all(Role) if one.agency == agency and not has_ended(one, as_at)
    ]
    return tuple(sorted(found, key=lambda one: one[1].lower()))


def _asked(register: Register, line: ActionLine, as_at: date) -> str:
    """What is asked of its owner now; empty where the next step is somebody else's."""
    if line.standing in OPEN:
        late = f"It was due {line.days_overdue} days ago. " if line.standing == "overdue" else ""
        return f"{late}How far is it? If it is done, what shows that?"
    if line.standing == "awaiting-assurance" and not line.evidence:
        return "It is reported complete: what shows that it was done?"
    if helped_on(register.record(Action, line.id), as_at) == "overdue":
        return "It is time to look whether it helped: what has changed for children?"
    return ""


def _source_words(register: Register, address: str) -> str:
    """The words of the recommendation, or of the decision, that the action answers."""
    found = register.get(address) if "/" in address else None
    return str(getattr(found, "text", None) or "")
