"""Cards: what is shown of the best articles, a quote each, every story once."""
