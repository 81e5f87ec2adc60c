"""What a chat decides for itself: its settings, its watches, what is kept of it."""
