"""A few worker processes, each with a limit on its time and memory."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from types import TracebackType
from typing import ParamSpec, Self, TypeVar

T = TypeVar("T")
P = ParamSpec("P")


class Fault(StrEnum):
    TIME = "time"
    MEMORY = "memory"
    CRASH = "crash"
    ERROR = "error"  # the function raised


@dataclass(frozen=True, slots=True)
class NotParsed:
    """Why a worker gave no result; `detail` is the error of the function, in a line."""

    fault: Fault
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """Of one call: seconds of the processor, and as many twice over by the clock; bytes."""

    seconds: float = 10.0
    memory: int = 2 << 30


class ParsingPool:
    """Calls functions in worker processes; to be used by any number of threads.

    A worker starts when it is needed first, and anew after one died.
    """

    def __init__(self, workers: int = 2, limits: Limits | None = None) -> None:
        raise NotImplementedError

    def call(
        self, function: Callable[P, T], /, *arguments: P.args, **named: P.kwargs
    ) -> T | NotParsed:
        """What a function of a module gives for arguments that can be pickled."""
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
