"""Messages that somebody sends by way of the bot, and a guest bot's own."""

import time

from tests.telegram.bot_api.access import without_reply
from tests.telegram.bot_api.formatted import Formatted, formatted
from tests.telegram.bot_api.world import BOT, Event, Json, Query, Sent, World


def words_of(result: Json) -> Formatted:
    """What a result says when it is sent. Raises RefusedError."""
    content = result["input_message_content"]
    return formatted({**content, "text": content["message_text"]}, "text")


def post_result(world: World, query: Query, result: Json) -> str:
    """Put it into the chat of the query. Returns the id that edits name it by.

    A guest's message is the bot's own, in reply to who called it; a chosen one is its chooser's.
    """
    assert query.chat is not None
    chat, words, inline_id = query.chat, words_of(result), f"inline-{world.number()}"
    message = {
        "message_id": chat.next_id(),
        "date": world.date,
        "chat": chat.shown,
        "from": query.asker,
        **words.fields("text"),
    }
    if query.message is None:
        message["via_bot"] = BOT
    else:
        reply = without_reply(query.message)
        message |= {"from": BOT, "guest_bot_caller_user": query.asker, "reply_to_message": reply}
    if "reply_markup" in result:
        message["reply_markup"] = result["reply_markup"]
    chat.store(message)
    chat.events.append(Event("says", message["from"], message))
    world.inline_messages[inline_id] = message
    if query.message is not None:
        sent = Sent(query.answer or {}, words.parsed, time.perf_counter(), message)
        world.sent.append(sent)
        world.arrived.put(sent)
    return inline_id
