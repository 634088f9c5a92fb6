"""Personal data in a text: where it is and what kind it is, never what it says."""

from __future__ import annotations

from lif.privacy.kinds import Hit, PersonalData, fingerprint, masked
from lif.privacy.normalising import Normal, normalise
from lif.privacy.scanning import mask, scan, unreadable

__all__ = [
    "Hit",
    "Normal",
    "PersonalData",
    "fingerprint",
    "mask",
    "masked",
    "normalise",
    "scan",
    "unreadable",
]
