"""How many questions a minute one person may ask, and one chat; kept in memory only."""

from collections import deque
from collections.abc import Callable, Hashable, Mapping
from enum import Enum
from time import monotonic

MINUTE = 60.0  # seconds
# In a group, where Telegram takes 20 messages a minute: more answers would come long afterwards,
# and everybody else's behind those of one who floods.
IN_GROUP = {"person": 10, "chat": 20}
MANY = 10_000  # persons and chats, above which those that ask no more are forgotten


class Verdict(Enum):
    ANSWER = "answer"
    SAY = "say that it is too many"
    IGNORE = "say nothing"  # it was said already


class Limits:
    def __init__(
        self, person: int = 0, chat: int = 0, clock: Callable[[], float] = monotonic
    ) -> None:
        """0 is any number. `clock` in seconds."""
        self._most = {"person": person, "chat": chat}
        self._clock = clock
        self._asked: dict[Hashable, deque[float]] = {}
        self._told: set[Hashable] = set()
        self._many = MANY

    def judge(self, chat: int, person: int | None) -> Verdict:
        """Of a question just asked. What is refused does not count as asked."""
        now = self._clock()
        asking = [(kind, one) for kind, one in (("person", person), ("chat", chat)) if one]
        queues = {one: self._recent(one, now) for one in asking if self._most[one[0]]}
        most = self._most_in(chat)
        full = [one for one, queue in queues.items() if len(queue) >= most[one[0]]]
        if full:
            is_told = self._told.issuperset(full)
            self._told.update(full)
            return Verdict.IGNORE if is_told else Verdict.SAY
        self._told.difference_update(queues)
        for queue in queues.values():
            queue.append(now)
        return Verdict.ANSWER

    def _most_in(self, chat: int) -> Mapping[str, int]:
        """Telegram numbers groups downwards."""
        if chat > 0:
            return self._most
        return {kind: min(most, IN_GROUP[kind]) for kind, most in self._most.items()}

    def _recent(self, one: Hashable, now: float) -> deque[float]:
        """When one has asked in the last minute."""
        if len(self._asked) > self._many:  # only once they have doubled, as all are gone through
            self._asked = {
                each: queue
                for each, queue in self._asked.items()
                if queue and queue[-1] > now - MINUTE
            }
            self._told.intersection_update(self._asked)
            self._many = max(MANY, 2 * len(self._asked))
        queue = self._asked.setdefault(one, deque())
        while queue and queue[0] <= now - MINUTE:
            queue.popleft()
        return queue
