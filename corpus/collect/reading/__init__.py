"""Answers of the web → what is stored of them; run in worker processes."""
