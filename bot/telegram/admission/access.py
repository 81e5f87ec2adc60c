"""Who is answered: everybody, or those that the bot's keeper allows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Access:
    """Chats and people go by Telegram's number; a private chat has that of its person.

    Whoever is blocked is not answered, an admin neither; nor is anybody in a blocked chat. Once
    somebody is allowed, or the bot is `private`, nobody else is answered but admins.
    """

    allow: frozenset[int] = frozenset()
    block: frozenset[int] = frozenset()
    admins: frozenset[int] = frozenset()
    private: bool = False

    def is_answered(self, chat: int | None, person: int | None) -> bool:
        """None where an update names no chat, as inline queries do, or nobody, as channels do."""
        asking = {chat, person} - {None}
        if asking & self.block:
            return False
        is_open = not (self.private or self.allow)
        return is_open or bool(asking & self.allow) or person in self.admins


EVERYBODY = Access()
