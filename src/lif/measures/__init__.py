"""The arithmetic of figures: values, status, variation, intervals and benchmarks; no files, no layout."""
