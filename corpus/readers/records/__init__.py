"""Formats of records: one article a line or a row, its fields by name."""
