"""Questions answered as plain data, ready to be laid out: one module for each paper."""
