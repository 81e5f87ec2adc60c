"""What a reply means beside what it replies to: about a claim, or behind an answer. Pure."""
