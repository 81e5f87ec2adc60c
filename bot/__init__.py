"""The doors: the command line and the Telegram bot."""
