"""Looking ahead in a stream of bytes that is read once."""

import re
from collections.abc import Callable

AT_ONCE = 1 << 16  # bytes
LONGEST = 64  # bytes


class Window:
    """The bytes of a stream from `position` on. `read` gives some, and none at the end."""

    def __init__(self, read: Callable[[int], bytes], ahead: bytes = b"") -> None:
        self._read = read
        self._buffer = bytearray(ahead)
        self.position = 0

    def peek(self, size: int) -> bytes:
        """The next bytes; fewer only where the stream ends."""
        while len(self._buffer) < size and (data := self._read(AT_ONCE)):
            self._buffer += data
        return bytes(memoryview(self._buffer)[:size])

    def skip(self, size: int) -> None:
        """Go on behind bytes that were looked at."""
        del self._buffer[:size]
        self.position += size

    def pass_over(self, start: int, pattern: re.Pattern[bytes], first: bytes) -> None:
        """Go on where the pattern comes next, `start` bytes ahead or later; else at the end.

        `start` bytes were looked at. What matches begins with `first`, and is shorter than LONGEST.
        """
        while True:
            while (start := self._buffer.find(first, start)) >= 0:
                if pattern.match(self._buffer, start):
                    self.skip(start)
                    return
                start += 1
            self.skip(max(0, len(self._buffer) - LONGEST))
            start = 1  # what is before the match may be looked at by the pattern
            if not (data := self._read(AT_ONCE)):
                self.skip(len(self._buffer))
                return
            self._buffer += data
