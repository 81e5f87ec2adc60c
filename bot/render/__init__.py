"""`Answer` → Telegram HTML, terminal, JSON."""
