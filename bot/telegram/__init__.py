"""The Telegram bot.

`transport/` is to and from Telegram, `incoming/` what a message says, `handlers/` what is done.
"""
