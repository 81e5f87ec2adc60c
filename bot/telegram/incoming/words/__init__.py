"""What the words of a message tell beside a question: addresses, thanks, what asks of the bot."""
