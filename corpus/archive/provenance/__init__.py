"""Where articles came from, by which names they are known, and how what came in is undone."""
