"""Telegram's HTML → the same words without markup."""

import html
import re

TAG = re.compile(r"<[^>]*>")


def plain_text(marked: str) -> str:
    """What is read when the tags are left out; in what the bot writes, `<` in a text is escaped."""
    return html.unescape(TAG.sub("", marked))
