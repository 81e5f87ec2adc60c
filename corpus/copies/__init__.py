"""Which articles are one story, and which paragraphs are no story's: told by what they share."""
