"""Whether the bot does its work, as those who watch over its parts say."""

STARTING = "starting"


class Health:
    """One value that every part may write and anybody read; never words, chats or people.

    A bot is not well before it has `started`.
    """

    def __init__(self) -> None:
        self._troubles: dict[str, str] = {STARTING: "Telegram has not answered yet"}

    def started(self) -> None:
        self.over(STARTING)

    def met(self, part: str, trouble: str) -> None:
        """A part of the bot does not do its work: `met("sending", "nothing sent for 60 s")`."""
        self._troubles[part] = trouble

    def over(self, part: str) -> None:
        self._troubles.pop(part, None)

    @property
    def troubles(self) -> dict[str, str]:
        """What is wrong, by part; empty while all is well."""
        return dict(self._troubles)
