"""Latvian words."""
