"""How far the archive answers: from none over weak to strong, and how probable that is."""
