"""A cluster as all that somebody has who asks: the articles themselves come from there, too."""
