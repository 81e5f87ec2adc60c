"""What people ask outside the chats that the bot is in: inline, and of it as a guest."""
