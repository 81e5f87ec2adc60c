"""The Telegram bot: one file for each kind of update, one ordered list of handlers."""
