"""Looks through texts of any origin for personal data: files, contents of commits, messages, names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lif.checks.allowances import Allowed
from lif.checks.path_patterns import matches
from lif.source import as_text
from lif.workspace.office_files import words_inside
from lif.workspace.personal_data import Found
from lif.workspace.seen import Seen, in_name, in_prose, in_records, in_text

LARGEST = 20_000_000
"""Most bytes of a file that is looked through."""
_NAMES = ("branch name", "tag name")
_PROSE = (".md", ".txt", ".j2", ".html", ".htm", ".rst", ".eml")


@dataclass(frozen=True, slots=True)
class Text:
    """Something to look through: its path from the workspace, what it is, its commit, and its content.

    The content is None where it was too large to be kept. What has a path of its own is looked at by its
    path too. `again` are the other places of the same content: its paths and their commits.
    """

    path: str
    content: bytes | str | None
    part: str = "text"
    commit: str = ""
    again: tuple[tuple[str, str], ...] = ()


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
            places = [(text.path, text.commit), *text.again]
            if text.part == "text":
                kept = [(path, commit) for path, commit in places if not self._is_skipped(path)]
                self.skipped.update({path for path, _ in places} - {path for path, _ in kept})
                places = kept
            for found in self._everywhere(text, places):
                if not self.allowed.allows(found.spot):
                    self.found.append(found)

    def reasons(self) -> Counter[str]:
        """How many files were not read, by ending and reason."""
        return Counter(self.not_read.values())

    def _is_skipped(self, path: str) -> bool:
        if any(path == part or path.startswith(f"{part}/") for part in self.own):
            return False
        return any(matches(pattern, path) for pattern in self.skip)

    def _everywhere(self, text: Text, places: list[tuple[str, str]]) -> Iterator[Found]:
        """What stands in a text, for each of its places, and what stands in the names of these."""
        if text.part == "text":
            for path, commit in places:
                yield from (Found(seen, path, "file name", commit) for seen in self._in_name(path))
        found = list(self._in_content(text)) if places else []
        for path, commit in places:
            yield from (Found(seen, path, part, commit) for part, seen in found)

    def _in_name(self, path: str) -> Iterator[Seen]:
        """What stands in a path that was not looked at before; it belongs to the whole file."""
        if path not in self._paths:
            self._paths.add(path)
            yield from in_name(path)

    def _in_content(self, text: Text) -> Iterator[tuple[str, Seen]]:
        self.texts += 1
        for part, words in self._words(text):
            yield from ((part, seen) for seen in _look_for(text)(words))

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


def _look_for(text: Text) -> Callable[[str], tuple[Seen, ...]]:
    """How a text is read, by what it is."""
    if text.part in _NAMES:
        return in_name
    path = text.path.lower()
    if text.part == "text" and path.endswith((".yaml", ".yml")):
        return in_records
    return in_prose if text.part != "text" or path.endswith(_PROSE) else in_text
