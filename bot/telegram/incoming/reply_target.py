"""Where the reply to a message goes."""

from telegram import Message

from bot.telegram.outgoing import Ephemeral, ReplyTarget


def reply_target(message: Message) -> ReplyTarget:
    """A reply to this message, in its topic; for the eyes of its sender where it is for the bot's.

    Outside topics Telegram numbers threads too, but refuses a reply that names one.
    """
    thread_id = message.message_thread_id if message.is_topic_message else None
    number, sender = ephemeral_id_of(message), message.from_user
    if number is not None and sender is not None:
        return ReplyTarget(message.chat.id, thread_id, None, Ephemeral(sender.id, number))
    return ReplyTarget(message.chat.id, thread_id, message.message_id or None)


def ephemeral_id_of(message: Message) -> int | None:
    """The number of a message that only its sender and the bot see; its other number is 0.

    This version of PTB does not know the field.
    """
    number = message.api_kwargs.get("ephemeral_message_id")
    return number if isinstance(number, int) else None
