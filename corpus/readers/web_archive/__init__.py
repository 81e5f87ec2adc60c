"""Archives of the web (WARC) → the pages in them, whatever is broken around these."""
