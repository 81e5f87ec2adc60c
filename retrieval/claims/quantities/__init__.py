"""Figures, ages and days as they are written, and where two of a kind differ."""
