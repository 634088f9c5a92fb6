"""Publish invented boards by the thousand and let an exact solver work the hidden counts back.

    python -m scripts.attack_publications 2000 1

prints, for so many boards from a first seed on, how much is shown and what was worked back, as a table in
Markdown (docs/decisions/0028 has one). `--without RULE` leaves one rule out, to see that it is needed.
"""

from __future__ import annotations

import argparse
import contextlib
import random
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from tests.measures.protecting.boards import BoardOf, some_board, some_series
from tests.measures.protecting.oracle import known_from, leaks
from tests.measures.protecting.weakened import RULES, without

from lif.measures.protecting import Protected

Publications = Sequence[tuple[date, BoardOf, Protected]]
ON = date(2026, 1, 1)


def one_publication(seed: int) -> Publications:
    """A board that publishes once."""
    board = some_board(random.Random(seed))
    return [(ON, board, board.published(ON))]


def series(seed: int) -> Publications:
    """A board that publishes four or eight quarters in a row, with revisions and changes of policy."""
    return some_series(seed, policies=True)


def plain_series(seed: int) -> Publications:
    """The same without breakdowns."""
    return some_series(seed, policies=True, plain=True)


def attacked(publish: Callable[[int], Publications], how_many: int, first: int) -> Counter[str]:
    """What is shown, and what the solver finds."""
    found: Counter[str] = Counter()
    for seed in range(first, first + how_many):
        publications = publish(seed)
        known = known_from(publications)
        for _, _, outcome in publications:
            found["refused"] += bool(outcome.refusals)
            for cell in outcome.shown:
                sort = "part" if cell.breakdown else "whole"
                found[sort] += 1
                found[f"shown {sort}"] += not cell.hidden
                found["hidden"] += cell.hidden
        worked = leaks(known, seed, False)
        found["worked back"] += len(worked)
        found["exactly"] += sum(leak.low == leak.high for leak in worked)
        found["told"] += len(leaks(known, seed, True))
        found["boards"] += bool(worked)
    return found


def main() -> None:
    """Prints the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("boards", type=int)
    asked.add_argument("seed", type=int)
    asked.add_argument("--without", choices=sorted(RULES))
    given = asked.parse_args()
    rows = [
        ("one publication", one_publication, given.boards),
        ("a series, no breakdowns", plain_series, given.boards // 5),
        ("a series, with breakdowns", series, given.boards // 10),
    ]
    print("| boards | wholes shown | parts shown | hidden | worked back | exactly | told which are small |")
    print("|---|---|---|---|---|---|---|")
    with contextlib.nullcontext() if given.without is None else without(given.without):
        for name, publish, how_many in rows:
            found = attacked(publish, how_many, given.seed)
            wholes = f"{100 * found['shown whole'] / max(found['whole'], 1):.0f}% of {found['whole']:,}"
            parts = f"{100 * found['shown part'] / max(found['part'], 1):.0f}% of {found['part']:,}"
            counts = f"{found['hidden']:,} | {found['worked back']} | {found['exactly']} | {found['told']}"
            print(f"| {how_many} of {name} | {wholes} | {parts} | {counts} |")


if __name__ == "__main__":
    main()
