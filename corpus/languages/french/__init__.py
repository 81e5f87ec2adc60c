"""French words."""
