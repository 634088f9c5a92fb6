"""Everything as tables: made from the classes of the records, so that a new kind needs no new code here."""
