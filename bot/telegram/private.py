"""A message in a private chat: all of it is a question."""

from telegram import Message

from bot.telegram import texts
from bot.telegram.desk import Desk
from bot.telegram.incoming import asked_in, place_of, written


async def answer(message: Message, desk: Desk) -> None:
    """A caption is a question too; a sticker or a voice message gets one line."""
    asked = asked_in(message) if written(message) else None
    if asked is not None:
        await desk.answer(asked)
    else:
        hint = texts.HINT if written(message) else texts.WRITTEN_ONLY
        await desk.say(place_of(message), hint)
