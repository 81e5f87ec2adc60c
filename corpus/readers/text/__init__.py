"""The text export: one article a file, as it is copied from a news site."""
