"""Words and patterns by which articles are read, one folder a language."""
