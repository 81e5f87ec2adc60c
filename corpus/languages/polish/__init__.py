"""Polish words."""
