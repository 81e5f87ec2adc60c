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
    """Of one call: `seconds` of the processor, and as many by the clock as `patience` says, which
    are for what waits: a busy machine takes long for few of the processor.

    `memory` is all that a process may have, in bytes.
    """

    seconds: int = 10
    memory: int = 2 << 30
    patience: float = 120.0
