"""The Telegram bot: `transport/` to and from Telegram, `handlers/` what it reacts to."""
