"""What is told to machines that watch over the bot: its health and its measures."""
