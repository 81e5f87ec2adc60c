"""Estonian words."""
