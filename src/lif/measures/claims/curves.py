"""Turning the curve: a claim that needs a forecast, and that the figure beats it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lif.measures.claims.facts import Facts
from lif.measures.claims.reading import Reading
from lif.measures.claims.verdicts import Verdict

_FIND = re.compile(r"\b(?:turn(?:ed|ing|s)? the curve|beat(?:en|s|ing)? (?:the|its|our) forecast)\b")
_NO = re.compile(r"(?:\b(?:not|never|yet to|nowhere|without)\b|n't)(?:\s[\w-]+){0,3}\s$")


def judge_curves(reading: Reading, facts: Facts) -> Iterator[Verdict]:
    """A curve that is said to be turned, or not, against what the forecast says."""
    for match in _FIND.finditer(reading.low):
        if reading.plans(match.start()):
            continue
        said = reading.sentence.text[match.start() : match.end()]
        denied = bool(_NO.search(reading.low[: match.start()]))
        if facts.turned is None:
            if not denied:
                yield Verdict("untested", *match.span(), said, "no forecast is recorded to test it")
        elif facts.turned is denied:
            how = "beats" if facts.turned else "does not beat"
            yield Verdict("direction", *match.span(), said, f"{facts.told(facts.latest)} {how} its forecast")
