"""A safeguarding board's Learning and Improvement Framework: records in, board papers out."""

__version__ = "0.1.0"
