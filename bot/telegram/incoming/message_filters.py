"""Which messages are meant for this bot: the filters that the list of handlers is made of."""

import re

from telegram import Message
from telegram.ext import filters

from bot.telegram.incoming.message_text import (
    command_of,
    is_own,
    mentions_of_bot,
    own_words,
    replied_to,
    written,
)
from bot.telegram.incoming.words import english, lithuanian, polish, russian

FOR_HELP_WORDS = [one.FOR_HELP for one in (english, lithuanian, polish, russian)]


class Command(filters.MessageFilter):
    """Begins with one of these commands, or with any if none is named.

    A command to another bot (`/ask@other_bot`) is none.
    """

    def __init__(self, *names: str) -> None:
        super().__init__(name=f"Command{names}")
        self._names = names

    def filter(self, message: Message) -> bool:
        command = command_of(message)
        if command is None or _is_for_another_bot(message):
            return False
        return not self._names or command.name in self._names


class _FromPerson(filters.MessageFilter):
    """Not from a bot, this one included, nor passed on from a channel by Telegram itself.

    A hidden administrator, or somebody who writes as a channel, carries the name of one of
    Telegram's own bots and has a `sender_chat`.
    """

    def filter(self, message: Message) -> bool:
        sender = message.from_user
        is_bot = sender is not None and sender.is_bot and message.sender_chat is None
        via_this_bot = message.via_bot is not None and message.via_bot.id == message.get_bot().id
        return not (is_bot or via_this_bot or message.is_automatic_forward)


class _WithContent(filters.MessageFilter):
    """Holds what a person wrote or sent; Telegram's own notices, known or new, hold neither."""

    def filter(self, message: Message) -> bool:
        return bool(written(message)) or message.effective_attachment is not None


class _ForHelp(filters.MessageFilter):
    """Asks about this bot, not the archive: "what can you do?"."""

    def filter(self, message: Message) -> bool:
        words = " ".join(re.findall(r"\w+", own_words(message).lower()))
        return any(pattern.fullmatch(words) for pattern in FOR_HELP_WORDS)


class _ToThisBot(filters.MessageFilter):
    """In a group: names this bot in a command or a mention, or replies to it."""

    def filter(self, message: Message) -> bool:
        if _is_for_another_bot(message):
            return False
        return is_named(message) or _replies_to_this_bot(message)


def is_named(message: Message) -> bool:
    """Whether the message names a bot in a command, or this one in a mention."""
    command = command_of(message)
    is_in_command = command is not None and command.recipient is not None
    return is_in_command or bool(mentions_of_bot(message))


def _is_for_another_bot(message: Message) -> bool:
    command = command_of(message)
    if command is None or command.recipient is None:
        return False
    return command.recipient != message.get_bot().username.lower()


def _replies_to_this_bot(message: Message) -> bool:
    replied = replied_to(message)
    return replied is not None and is_own(replied)


WITH_CONTENT = _WithContent()
FOR_HELP = _ForHelp()
FROM_PERSON = _FromPerson()
TO_THIS_BOT = _ToThisBot()
