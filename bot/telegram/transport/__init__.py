"""To and from Telegram: fetching updates, sending replies, waiting through trouble."""
