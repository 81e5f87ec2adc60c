"""All words for people, in English; another language is one more package of the same files."""
