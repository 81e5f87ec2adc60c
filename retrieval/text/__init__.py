"""Text → terms with their places: how archive and question are analysed."""
