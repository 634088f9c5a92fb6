"""The rules by which charts are made: what a workspace may choose, in one value that every page is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lif.records.settings import FigureSettings

RunLength = Literal[6, 7]
TwoInThree = Literal["classic", "2023"]


@dataclass(frozen=True, slots=True)
class Rules:
    """The options of control charts; as they stand here, those of the health service's reference package.

    `screening` leaves out, once, moving ranges of 3.267 times their mean or more. `run_length` is how many
    points make a trend or a shift. `two_in_three` is `classic` (a point beyond a limit does not count among
    the two) or `2023` (it does: NHS England's Making Data Count since November 2023, as told in issue 194 of
    nhs-r-community/NHSRplotthedots).
    """

    screening: bool = True
    run_length: RunLength = 7
    two_in_three: TwoInThree = "classic"


RULES = Rules()


def rules_of(settings: FigureSettings) -> Rules:
    """The rules that a workspace's settings name."""
    return Rules(settings.screening, settings.run_length, settings.two_in_three)
