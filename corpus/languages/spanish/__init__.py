"""Spanish words."""
