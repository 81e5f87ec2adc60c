"""Where the reply to a message goes."""

from telegram import Message

from bot.telegram.outgoing import ReplyTarget


def reply_target(message: Message) -> ReplyTarget:
    """A reply to this message, in its topic."""
    # Outside topics Telegram numbers threads too, but refuses a reply that names one.
    thread_id = message.message_thread_id if message.is_topic_message else None
    return ReplyTarget(message.chat.id, thread_id, message.message_id)
