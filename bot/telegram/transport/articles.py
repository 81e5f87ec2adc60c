"""What a bot offers inline, or answers as a guest with: a message under a title."""

from telegram import InlineQueryResultArticle, InputTextMessageContent, LinkPreviewOptions
from telegram.constants import ParseMode

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


def article(
    key: str, title: str, html: str, description: str | None = None
) -> InlineQueryResultArticle:
    """`key` tells it from others offered with it; title and description are shown in the list."""
    words = InputTextMessageContent(
        html, parse_mode=ParseMode.HTML, link_preview_options=NO_PREVIEW
    )
    return InlineQueryResultArticle(key, title, words, description=description)
