"""A claim held against what was printed: the nearest passages, and where they differ from it."""
