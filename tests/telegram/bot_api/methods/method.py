"""One method of the Bot API, as far as this server knows it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.telegram.bot_api.refusals import bad_request
from tests.telegram.bot_api.request_body import Params, Upload
from tests.telegram.bot_api.world import World


class UnknownError(Exception):
    """The bot used what this server does not know; it may be wrong, or the server incomplete."""


@dataclass(frozen=True, slots=True)
class Method:
    """`needed` and `known` are names of parameters, with spaces between them."""

    call: Callable[[World, Params], Any]
    needed: str = ""
    known: str = ""

    def __call__(self, world: World, params: Params) -> Any:
        """Raises UnknownError, and RefusedError."""
        needed = set(self.needed.split())
        attached = {name for name, value in params.items() if isinstance(value, Upload)}
        unknown = params.keys() - needed - set(self.known.split()) - attached
        if unknown:
            raise UnknownError(f"a parameter that it has not: {', '.join(sorted(unknown))}")
        for name in sorted(needed - params.keys()):
            if name in ("text", "chat_id"):
                raise bad_request(f"{'message text' if name == 'text' else name} is empty")
            raise UnknownError(f"the parameter {name} is missing")
        return self.call(world, params)
