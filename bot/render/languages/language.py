"""A language as the bot speaks it: its sentences, the names of its days, how it writes numbers."""

from collections.abc import Callable, Mapping
from gettext import NullTranslations

from msgspec import Struct

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Language(Struct, frozen=True):
    """Days begin with Monday, months with January. A month has another form in many languages
    where it is `dated`, with a day, than `alone`; `brief` ones are for where there is little room.
    """

    code: str
    translations: NullTranslations
    number: Callable[[int], str]
    decimal_mark: str
    weekdays: tuple[str, ...]
    dated: tuple[str, ...]
    alone: tuple[str, ...]
    brief_dated: tuple[str, ...]
    brief_alone: tuple[str, ...]


ENGLISH = Language("en", NullTranslations(), "{:,}".format, ".", WEEKDAYS, *4 * (MONTHS,))


def names_in_order(names: Mapping[int, str], first: int) -> tuple[str, ...]:
    """Babel numbers days from 0, months from 1."""
    return tuple(names[place] for place in range(first, first + len(names)))
