"""Until when a search may go on; asked between its parts, none of which takes long."""

from datetime import date
from time import monotonic
from typing import Self

from msgspec import Struct

from retrieval.errors import SearchTooLongError

MOST = 0.7  # of the time


class Deadline(Struct, frozen=True):
    """A `moment` on the clock of `monotonic`, and one at which it is `near`: `MOST` is over.

    None never comes.
    """

    moment: float | None = None
    near: float | None = None

    @classmethod
    def after(cls, seconds: float | None) -> Self:
        if seconds is None:
            return cls()
        now = monotonic()
        return cls(now + seconds, now + MOST * seconds)

    @property
    def is_near(self) -> bool:
        """Whether most of the time is over that there was when it was set."""
        return self.near is not None and monotonic() >= self.near

    def check(self, reached: date | None = None) -> None:
        """Raises SearchTooLongError where it has come."""
        if self.moment is not None and monotonic() >= self.moment:
            raise SearchTooLongError(reached)
