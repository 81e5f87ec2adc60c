"""Inline mode: quotes to choose from while somebody types behind this bot's name, in any chat."""
