"""Passages found → passages in order, quoted, and how sure that is."""
