"""Commands that collect articles from the web."""
