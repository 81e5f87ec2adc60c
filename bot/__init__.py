"""The command line and the Telegram bot."""
