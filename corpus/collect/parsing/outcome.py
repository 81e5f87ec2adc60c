"""What may come of a call to a worker process."""

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    TIME = "time"
    MEMORY = "memory"
    CRASH = "crash"  # the process died
    ERROR = "error"  # the function raised


@dataclass(frozen=True, slots=True)
class NotParsed:
    """Why there is no result; `detail` is the function's error, in a line."""

    fault: Fault
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """Of one call: `seconds` of the processor, and three times as many by the clock.

    `memory` is all that a process may have, in bytes.
    """

    seconds: int = 10
    memory: int = 2 << 30
