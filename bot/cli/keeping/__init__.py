"""Commands that keep an archive: copies of it, checks of it, and its articles given back."""
