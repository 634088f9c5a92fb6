"""A hundred thousand damaged records: each is read or refused, none raises, and the whole takes seconds."""

from __future__ import annotations

import random
import sys
import time
from collections import Counter

import pytest
from tests.source.cases import BADINPUT

from lif.source import Document, parse
from lif.source.events import Events, StreamEndEvent, YAMLError, fast_events, slow_events

SEEDS = (
    """id: act-2026-visits
title: "Visits – and children’s views"
status: in-progress
due: 2026-03-31
groups: [quality, {name: 'it''s', at: 1.10}]
""",
    """id: aud-2025-neglect  # a comment
sample:
  size: 12
  cases: |
    one: two
      three

history:
  - on: 2025-01-05
    note: >-
      folded
      text
  - on: 2025-02-05
    note: R&D, 5% - done!
""",
    '- id: a\n  n: ["x", \'y\', {z: ~}]\n- id: b\n  "q": "\\u00e9 \\"\\n"\n',
)
PIECES = tuple(
    piece.encode("utf-8", "surrogateescape")
    for piece in (
        *("\t", "\r", "\n", " ", "  ", ":", ": ", "- ", "-", "?", "? ", "[", "]", "{", "}", ",", "#", " #"),
        *("&", "&a ", "*", "*a ", "!", "!!int ", "!x", "|", ">", "|2", ">-", "'", '"', "%", "%YAML 1.1\n"),
        *("@", "`", "~", "<<: ", "---\n", "...\n", "\\", '"\\x00"', '"\\u202e"', '"\\x00": ', "\0", "\x1b"),
        *("\x85", "\x7f", "\xa0", "\u2028", "\u200b", "\u202e", "\ufeff", "\udcff", "\udcc3", "\U000e0020"),
        *("true: ", "1: ", "Title: ", "id: ", "<<<<<<< HEAD\n", "=======\n", "[" * 20, "{a: " * 20),
        *("- " * 20, "Ã©", "0x1F", "1e400", "2026-02-30", ".nan", "\uff1a", "\uffff"),
    )
)
SMALL = [path.read_bytes() for path in sorted(BADINPUT.glob("*.yaml")) if path.stat().st_size < 400]


def mutated(source: random.Random, seeds: list[bytes]) -> bytes:
    """One of the seeds with one to four pieces cut, doubled, swapped or put in."""
    raw = bytearray(source.choice(seeds))
    for _ in range(source.randint(1, 4)):
        at = source.randrange(len(raw) + 1)
        to = min(len(raw), at + source.randint(0, 6))
        match source.randrange(5):
            case 0:
                raw[at:at] = source.choice(PIECES)
            case 1:
                del raw[at:to]
            case 2:
                raw[at:at] = raw[at:to]
            case 3:
                raw[at:to] = source.choice(PIECES)
            case _:
                raw[at:at] = source.randbytes(1)
    return bytes(raw)


def complains(raw: bytes) -> bool:
    """Whether the parser itself gives the text up."""
    events: Events = fast_events(raw)
    try:
        while type(events()) is not StreamEndEvent:
            pass
    except YAMLError:
        return True
    return False


def test_a_hundred_thousand_mutations(capsys: pytest.CaptureFixture[str]) -> None:
    source = random.Random(20261122)
    seeds = [seed.encode() for seed in SEEDS] * 8 + SMALL
    codes: Counter[str] = Counter()
    slowest = 0.0
    began = time.process_time()
    for _ in range(100_000):
        raw = mutated(source, seeds)
        start = time.process_time()
        result = parse(raw, "x.yaml")
        slowest = max(slowest, time.process_time() - start)
        if isinstance(result, Document):
            codes["read"] += 1
            continue
        assert result
        codes[result[0].code] += 1
        for told in result:
            assert told.message.isprintable()
            assert told.location.line <= raw.count(b"\n") + 1
        if result[0].code == "R331":
            assert complains(raw), raw
    took = time.process_time() - began
    line = f"100,000 mutations in {took:.1f} s, slowest {slowest * 1000:.0f} ms, {codes['read']:,} read"
    with capsys.disabled():
        sys.stdout.write(f"\n{line}\n")
    assert codes["read"] > 10_000
    assert len(codes) > 35
    assert slowest < 1


def test_both_parsers_agree_on_what_they_read() -> None:
    source = random.Random(7)
    seeds = [seed.encode() for seed in SEEDS]
    both = 0
    for _ in range(3_000):
        raw = mutated(source, seeds)
        fast, slow = parse(raw, "x.yaml"), parse(raw, "x.yaml", slow_events)
        if isinstance(fast, Document) and isinstance(slow, Document):
            both += 1
            assert fast.data == slow.data, raw
    assert both > 300
