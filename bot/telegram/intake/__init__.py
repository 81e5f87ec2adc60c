"""From Telegram to the handlers: fetched, stored, confirmed, handed out person by person."""
