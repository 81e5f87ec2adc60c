"""What a command says, and lines that fit a message."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.render.telegram.markup import MAX_ENTITIES, MAX_UNITS, Markup, plain

MAX_CAPTION = 1024  # UTF-16 code units beneath a picture


@dataclass(frozen=True, slots=True)
class Report:
    """`photo` is a PNG. `fades`: in a group it goes again after some minutes."""

    html: str
    photo: bytes = b""
    fades: bool = False


def joined(parts: Iterable[Markup], *, apart: str = "\n", most: int = MAX_UNITS) -> Markup:
    """Whole parts, as many as a message holds."""
    whole = plain("")
    for place, part in enumerate(parts):
        longer = whole + plain(apart if place else "") + part
        if longer.units > most or longer.entities > MAX_ENTITIES:
            break
        whole = longer
    return whole
