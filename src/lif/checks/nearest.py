"""Finds the id that was probably meant among very many, without comparing with each of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from lif.records.problems import nearest

_COMMON = 400
"""A piece that more ids hold than this tells nothing apart, and would only cost time."""
_COMPARED = 24


class NearestId:
    """Ids by their pieces of three letters: the few that share most with a word are then compared letter by
    letter."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._holding: dict[str, list[str]] = defaultdict(list)
        self._known: dict[str, str] = {}
        for id_ in ids:
            for piece in _pieces(id_):
                self._holding[piece].append(id_)

    def __call__(self, word: str) -> str:
        """The id most like `word`, or nothing when none is close."""
        if word not in self._known:
            shared: Counter[str] = Counter()
            for piece in _pieces(word):
                holding = self._holding.get(piece, ())
                if len(holding) <= _COMMON:
                    shared.update(holding)
            likely = [id_ for id_, _ in shared.most_common(_COMPARED)]
            self._known[word] = nearest(word, likely)
        return self._known[word]


def _pieces(word: str) -> set[str]:
    padded = f"  {word} "
    return {padded[i : i + 3] for i in range(len(padded) - 2)}
