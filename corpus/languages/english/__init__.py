"""English words and patterns: the calendar, bylines, attributions, and what a page adds."""
