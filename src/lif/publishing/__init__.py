"""What the public may read: records rebuilt from their publishable fields, beside protected figures."""

from lif.publishing.register import PublicRegister, publishable
from lif.publishing.sets import Prepared, PublicSet, Stamped, is_hidden, public_set
from lif.publishing.words import PublicWords

__all__ = [
    "Prepared",
    "PublicRegister",
    "PublicSet",
    "PublicWords",
    "Stamped",
    "is_hidden",
    "public_set",
    "publishable",
]
