"""Until when a search may go on; asked between its parts, none of which takes long."""

from datetime import date
from time import monotonic
from typing import Self

from msgspec import Struct

from retrieval.errors import SearchTooLongError


class Deadline(Struct, frozen=True):
    """A `moment` on the clock of `monotonic`; None never comes."""

    moment: float | None = None

    @classmethod
    def after(cls, seconds: float | None) -> Self:
        return cls(None if seconds is None else monotonic() + seconds)

    def check(self, reached: date | None = None) -> None:
        """Raises SearchTooLongError where it has come."""
        if self.moment is not None and monotonic() >= self.moment:
            raise SearchTooLongError(reached)
