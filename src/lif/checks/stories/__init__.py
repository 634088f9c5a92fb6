"""What stories say in words and figures, held against the statistics."""
