"""Runs commands side by side in shuffled order, so that a busy moment of the machine hits all alike."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median


@dataclass(frozen=True)
class Command:
    """A whole process to be timed: what it is called in the table, its words, and how it may end."""

    name: str
    words: tuple[str, ...]
    folder: Path
    good: tuple[int, ...] = (0,)


@dataclass
class Timing:
    """What a command took, round by round: seconds by the clock, and peak memory of its largest process."""

    command: Command
    seconds: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)

    @property
    def middle(self) -> float:
        """The median of the seconds."""
        return median(self.seconds)

    @property
    def peak(self) -> float:
        """The median of the peaks of memory, in MB of a million bytes."""
        return median(self.megabytes)

    def over(self, other: Timing) -> float:
        """How many times as long as the other: the median of the ratios of each round."""
        return median(a / b for a, b in zip(self.seconds, other.seconds, strict=True))


class EndedOddlyError(RuntimeError):
    """A command that was to be timed did not do its work: a time for it would say nothing."""


def interleave(commands: Sequence[Command], rounds: int, seed: int = 1) -> dict[str, Timing]:
    """Time the commands in so many rounds after one that is not counted; by name."""
    random = Random(seed)
    timings = {command.name: Timing(command) for command in commands}
    for number in range(rounds + 1):
        for command in random.sample(list(commands), len(commands)):
            seconds, megabytes = once(command)
            if number or rounds == 0:
                timings[command.name].seconds.append(seconds)
                timings[command.name].megabytes.append(megabytes)
    return timings


def once(command: Command) -> tuple[float, float]:
    """Run a command to its end and give seconds and MB; raises EndedOddlyError when it failed."""
    run = [sys.executable, "-I", "-S", str(ONCE), *command.words]
    told = subprocess.run(
        run, cwd=command.folder, env=ENVIRONMENT, capture_output=True, text=True, check=True
    )
    seconds, peak, code = told.stdout.split()
    if int(code) not in command.good:
        raise EndedOddlyError(f"{command.name} ended with {code}: {' '.join(command.words)}")
    return float(seconds), int(peak) / 1e6


ONCE = Path(__file__).with_name("once.py")
# Byte code is used, as it is after `make setup`: without it every run would compile every import again.
ENVIRONMENT = {
    name: value
    for name, value in os.environ.items()
    if name not in ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTHONHOME", "NO_COLOR")
} | {"LC_ALL": "C.UTF-8"}
