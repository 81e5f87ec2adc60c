"""Times as people name them in questions → days."""
