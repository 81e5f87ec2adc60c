"""Lithuanian words."""
