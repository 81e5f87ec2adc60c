"""How much Telegram takes from a bot before it asks to wait.

Source: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
"""

import math
from collections import defaultdict, deque

from tests.telegram.bot_api.refusals import too_many_requests

Window = tuple[int, float]  # messages in seconds

IN_ALL: Window = (30, 1.0)
IN_A_CHAT: Window = (3, 3.0)  # one a second; a few at once pass
IN_A_GROUP: Window = (20, 60.0)


class Flood:
    """What was taken lately. `refused` counts what was not; it was asked to come later."""

    def __init__(self) -> None:
        self.refused = 0
        self._taken: dict[object, deque[float]] = defaultdict(deque)

    def take(self, chat_id: int, moment: float) -> None:
        """Raises RefusedError where one of the windows is full."""
        windows = {"all": IN_ALL, ("chat", chat_id): IN_A_CHAT}
        if chat_id < 0:
            windows["group", chat_id] = IN_A_GROUP
        wait = max(self._wait(key, window, moment) for key, window in windows.items())
        if wait > 0:
            self.refused += 1
            raise too_many_requests(math.ceil(wait))
        for key in windows:
            self._taken[key].append(moment)

    def _wait(self, key: object, window: Window, moment: float) -> float:
        count, seconds = window
        taken = self._taken[key]
        while taken and taken[0] <= moment - seconds:
            taken.popleft()
        return taken[0] + seconds - moment if len(taken) >= count else 0.0
