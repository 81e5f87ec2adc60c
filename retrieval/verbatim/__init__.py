"""Was this printed, word for word? A quote held against the texts of an archive."""
