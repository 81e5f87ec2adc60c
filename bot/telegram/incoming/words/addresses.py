"""Web addresses of a message that its words do not show as such."""

import re

from telegram import Message, MessageEntity

WEB = re.compile(r"https?://", re.I)
PAGE = re.compile(r"[^/]+/.*\w")  # a mere `cnn.com` is the name of an outlet or a firm
MOST = 5  # of one message


def with_addresses(text: str, message: Message) -> str:
    """The text, where a page's address has its scheme, and those behind words stand at the end.

    `text` is written in the message.
    """
    units = (message.text or message.caption or "").encode("utf-16-le", "surrogatepass")
    hidden: list[str] = []
    for entity in (message.entities or message.caption_entities)[: 10 * MOST]:
        shown = units[2 * entity.offset : 2 * (entity.offset + entity.length)].decode(
            "utf-16-le", "replace"
        )
        if shown not in text:
            continue
        if entity.type == MessageEntity.URL and PAGE.match(shown) and not WEB.match(shown):
            text = text.replace(shown, f"https://{shown}", 1)
        elif entity.type == MessageEntity.TEXT_LINK and entity.url and WEB.match(entity.url):
            hidden.append(entity.url)
    return " ".join([text, *dict.fromkeys(hidden[:MOST])])
