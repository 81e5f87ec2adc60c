"""Judged questions → measures."""
