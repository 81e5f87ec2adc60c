"""Where a reply goes."""

from dataclasses import dataclass

from telegram import Message


@dataclass(frozen=True, slots=True)
class ReplyTarget:
    """`thread_id` is the topic, in a chat that has topics.

    `message_id` is the message replied to; None for a message on its own.
    """

    chat_id: int
    thread_id: int | None
    message_id: int | None

    @property
    def is_private(self) -> bool:
        """Telegram numbers people upwards and groups downwards."""
        return self.chat_id > 0


def reply_target(message: Message) -> ReplyTarget:
    """A reply to this message, in its topic."""
    # Outside topics Telegram numbers threads too, but refuses a reply that names one.
    thread_id = message.message_thread_id if message.is_topic_message else None
    return ReplyTarget(message.chat.id, thread_id, message.message_id)
