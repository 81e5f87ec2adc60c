"""What the bot says, as Telegram's HTML: an answer is `message.py`, one quote of it `card.py`."""
