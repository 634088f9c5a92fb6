"""National statistics in: files of Explore education statistics and of LAIT become published series.

Reading order: `cells` and `years` read one text each, `places` knows areas by their codes in time, `tables` streams
a CSV with its places, `parquet` streams LAIT's database, `columns` finds what a mapping asks for in a header,
`figures` makes figures out of cells, `ees` and `lait` read a whole file, `series` lays the result out as a record
and its CSV, `importing` does one command's work.
"""
