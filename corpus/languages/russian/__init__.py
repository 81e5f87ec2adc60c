"""Russian words."""
