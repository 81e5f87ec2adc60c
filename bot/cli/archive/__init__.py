"""Commands about the archive as a whole and its index."""
