"""Commands that put articles in, show them and take them out."""
