"""Workbooks that an agency fills in: made with a stamp, and read back whoever saved them.

`layout` says what a workbook holds, `making` writes it, `opening` reads what came back, `stamp` tells which
workbook it is and whether a locked cell was changed.
"""

from __future__ import annotations
