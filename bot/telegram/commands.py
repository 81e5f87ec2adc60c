"""`/start`, `/help`, `/about` and `/ask`, in any chat."""

from telegram import Message
from telegram.constants import ChatType

from bot.telegram import texts
from bot.telegram.desk import Desk
from bot.telegram.incoming import asked_in, place_of


async def explain(message: Message, desk: Desk) -> None:
    """How to ask, where the message is."""
    await desk.say(place_of(message), _help_in(message))


async def unknown(message: Message, desk: Desk) -> None:
    await desk.say(place_of(message), texts.UNKNOWN_COMMAND + _help_in(message))


async def about(message: Message, desk: Desk) -> None:
    await desk.tell_about(place_of(message))


async def ask(message: Message, desk: Desk) -> None:
    """`/ask words`, or `/ask` in reply to a message; alone it asks what to look for."""
    asked = asked_in(message)
    if asked is None:
        await desk.say(place_of(message), texts.HINT)
    else:
        await desk.answer(asked)


def _help_in(message: Message) -> str:
    return texts.HELP if message.chat.type == ChatType.PRIVATE else texts.GROUP_HELP
