"""Which message stands last in a private chat, as far as this process knows."""

from bot.telegram.outgoing import ReplyTarget

MOST = 10_000  # chats


class NewestMessages:
    """A reply right below what it answers needs no bubble that says what that is."""

    def __init__(self) -> None:
        self._newest: dict[int, int] = {}

    def note(self, chat_id: int, message_id: int) -> None:
        """A message came there, or was sent there. Groups are not noted: others write there."""
        if chat_id < 0:
            return
        if len(self._newest) >= MOST:
            self._newest.pop(next(iter(self._newest)))
        self._newest[chat_id] = max(message_id, self._newest.pop(chat_id, 0))

    def is_right_above(self, target: ReplyTarget) -> bool:
        return self._newest.get(target.chat_id) == target.message_id
