"""Says the bot's own words in the language in force: English, unless a door has set another.

The English sentence is the key to its translations. Babel finds in the code what is to be
translated by the names below: `say`, `say_counted`, `Wording`, `Counted`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from msgspec import Struct

from bot.render.languages.language import ENGLISH, Language
from bot.render.languages.table import language


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Inside, in tasks begun there and in calls that are given its context, this is spoken."""
    token = _IN_FORCE.set(language(code))
    try:
        yield
    finally:
        _IN_FORCE.reset(token)


def spoken() -> Language:
    return _IN_FORCE.get()


def say(sentence: str, **parts: object) -> str:
    """A sentence of the code's; `parts` stand where it has their names in braces."""
    return spoken().translations.gettext(sentence).format(**parts)


def say_counted(one: str, several: str, count: int, **parts: object) -> str:
    """A sentence about so many of something, which it has as `{count}`."""
    sentence = spoken().translations.ngettext(one, several, count)
    return sentence.format(count=number(count), **parts)


def number(count: int) -> str:
    """`26,760`, as the language writes it."""
    return spoken().number(count)


class Wording(Struct, frozen=True):
    """A sentence that stands apart from where it is said: called, it is said."""

    english: str

    def __call__(self, **parts: object) -> str:
        return say(self.english, **parts)


class Counted(Struct, frozen=True):
    """The same of so many of something."""

    one: str
    several: str

    def __call__(self, count: int, **parts: object) -> str:
        return say_counted(self.one, self.several, count, **parts)


_IN_FORCE: ContextVar[Language] = ContextVar("language", default=ENGLISH)
