"""What a text says of a series in words and figures, and whether the series says the same."""
