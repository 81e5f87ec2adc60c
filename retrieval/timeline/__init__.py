"""How much of what was printed is about something, period by period."""
