"""What the server answers instead of doing what was asked."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Fault:
    """One answer that a test wants. `drop` closes the connection unanswered.

    `done` does what was asked all the same. `result` is answered as if all were well, where it is
    not None; `body` is sent as it is, under `status`. `after` is how many seconds the answer takes;
    `hangs` never answers, until the server goes down.
    """

    status: int = 500
    description: str = "Internal Server Error"
    parameters: dict[str, int] = field(default_factory=dict)
    drop: bool = False
    done: bool = False
    result: Any = None
    after: float = 0.0
    body: bytes | None = None
    hangs: bool = False


class RefusedError(Exception):
    """The answer to a request that cannot be served."""

    def __init__(self, status: int, description: str, parameters: dict[str, int]) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters


def bad_request(words: str, **parameters: int) -> RefusedError:
    return RefusedError(400, f"Bad Request: {words}", parameters)


def forbidden(words: str) -> RefusedError:
    return RefusedError(403, f"Forbidden: {words}", {})


def too_many_requests(seconds: int) -> RefusedError:
    words = f"Too Many Requests: retry after {seconds}"
    return RefusedError(429, words, {"retry_after": seconds})
