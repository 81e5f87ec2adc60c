"""Ukrainian words."""
