"""Texts found by reading the archive: all that may hold some words, or the newest that do."""
