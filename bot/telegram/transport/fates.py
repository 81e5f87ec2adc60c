"""What became of something that was sent."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Arrived:
    """`message_id` of what was sent, in `chat_id`; None where the receipt could not be read, and
    for what is no message. A group that moved has another number than was asked for.
    """

    chat_id: int
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Later:
    """It did certainly not arrive: to be tried again after so many seconds.

    `is_said`: Telegram asked for that, so it can be reached.
    """

    seconds: float
    is_said: bool = False


@dataclass(frozen=True, slots=True)
class Unsure:
    """It may have arrived. `why` is for the log."""

    why: str


@dataclass(frozen=True, slots=True)
class Refused:
    """It cannot arrive. `why` is for the log; `is_gone`: nothing else can in this chat."""

    why: str
    is_gone: bool = False


Fate = Arrived | Later | Unsure | Refused
