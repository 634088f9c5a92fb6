"""National statistics in: files of Explore education statistics and of LAIT become published series.

Reading order: `cells` and `years` read one text each; `places` knows areas by their codes in time; `tables`
streams a CSV, `parquet` LAIT's database; `columns` finds what a mapping asks for in a header; `ees` and
`lait` read a whole file into `readings`; `figures` and `populations` make figures of them; `making` lays
them out as a `series`; `choosing` finds the mappings of a file; `importing` does one command's work;
`saving` writes it.
"""
