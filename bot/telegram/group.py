"""A message in a group that mentions the bot or replies to it."""

from telegram import Message

from bot.telegram import texts
from bot.telegram.desk import Desk
from bot.telegram.incoming import asked_in, place_of, written


async def answer(message: Message, desk: Desk) -> None:
    """Its words are the question; a bare mention asks about the message it replies to."""
    asked = asked_in(message)
    if asked is not None:
        await desk.answer(asked)
    else:
        await hint(message, desk)


async def hint(message: Message, desk: Desk) -> None:
    """One line on how to ask: to "thanks" as well."""
    line = texts.HINT if written(message) else texts.WRITTEN_ONLY
    await desk.say(place_of(message), line)
