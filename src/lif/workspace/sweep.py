"""Looks through texts of any origin for personal data: files, contents of commits, messages, names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lif.checks.allowances import Allowed
from lif.checks.path_patterns import matches
from lif.source import as_text
from lif.workspace.office_files import words_inside
from lif.workspace.personal_data import Found, Seen, in_prose, in_text

LARGEST = 20_000_000
"""Most bytes of a file that is looked through."""
_PROSE = (".md", ".txt", ".yaml", ".yml", ".j2", ".html", ".htm", ".rst", ".eml")


@dataclass(frozen=True, slots=True)
class Text:
    """Something to look through: its path from the workspace, what it is, its commit, and its content.

    The content is None where it was too large to be kept. What has a path of its own is looked at by its
    path too.
    """

    path: str
    content: bytes | str | None
    part: str = "text"
    commit: str = ""


@dataclass
class Sweep:
    """What was found, and what was not looked at: skipped by the settings, or no text."""

    skip: Sequence[str]
    own: Sequence[str]
    """The parts that records are read from; they are never skipped."""
    allowed: Allowed
    found: list[Found] = field(default_factory=list)
    texts: int = 0
    skipped: set[str] = field(default_factory=set)
    not_read: dict[str, str] = field(default_factory=dict)
    """Paths of what could not be looked through, and why."""
    _paths: set[str] = field(default_factory=set)

    def through(self, texts: Iterable[Text]) -> None:
        """Looks through all of them."""
        for text in texts:
            if text.part == "text" and self._is_skipped(text.path):
                self.skipped.add(text.path)
                continue
            for found in (*self._in_name(text), *self._in_content(text)):
                if not found.seen[0] or not self.allowed.allows(found.spot):
                    self.found.append(found)

    def reasons(self) -> Counter[str]:
        """How many files were not read, by ending and reason."""
        return Counter(self.not_read.values())

    def _is_skipped(self, path: str) -> bool:
        if any(path == part or path.startswith(f"{part}/") for part in self.own):
            return False
        return any(matches(pattern, path) for pattern in self.skip)

    def _in_name(self, text: Text) -> Iterator[Found]:
        if text.part == "text" and text.path not in self._paths:
            self._paths.add(text.path)
            for kind, _, _, *rest in in_text(text.path):
                seen: Seen = (kind, 1, 1, *rest)  # type: ignore[assignment]
                yield Found(seen, text.path, "file name", text.commit)

    def _in_content(self, text: Text) -> Iterator[Found]:
        self.texts += text.content != ""
        for part, words in self._words(text):
            look = in_prose if text.path.endswith(_PROSE) or text.part != "text" else in_text
            yield from (Found(seen, text.path, part, text.commit) for seen in look(words))

    def _words(self, text: Text) -> Iterator[tuple[str, str]]:
        """The texts that a content is made of, by the part of it that they stand in."""
        if isinstance(text.content, str):
            yield text.part, text.content
            return
        if text.content is None or len(text.content) > LARGEST:
            self._left(text, "too large")
            return
        try:
            inside = words_inside(text.content)
        except ValueError as fault:
            self._left(text, str(fault))
            return
        if inside is not None:
            yield from inside
        elif (words := as_text(text.content)) is not None:
            yield text.part, words
        else:
            self._left(text, "no text")

    def _left(self, text: Text, why: str) -> None:
        self.texts -= 1
        self.not_read[text.path] = why
