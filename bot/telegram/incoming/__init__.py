"""An incoming message → what the bot needs of it: what is written, whom it is for, what it asks."""
