"""A note over an answer: what it quoted reads otherwise now, or is gone."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from bot.render.english import telegram as texts
from bot.render.english.dates import when
from bot.render.telegram.card import heading, where
from bot.render.telegram.markup import MAX_UNITS, Markup, plain
from bot.render.telegram.plain_text import plain_text
from corpus.article import Article

MAX_QUOTED = 1200  # UTF-16 units of each text; a longer one is not shown


class Changed(NamedTuple):
    """What was quoted, and what stands there now: None where that is nothing."""

    article: Article
    before: str
    after: str | None


def correction_html(altered: Sequence[Changed], at: datetime, rest: str, *, is_gone: bool) -> str:
    """`rest` is the answer without what changed."""
    day = when(at.date())
    note = plain("")
    for one in altered:
        note += _changed(day, one)
    if is_gone:
        note += plain(texts.TAKEN_DOWN(day=day)).within("i") + plain("\n\n")
    left = plain(plain_text(rest)).units
    whole = note.html + rest if note.units + left <= MAX_UNITS else note.html
    return whole.strip()


def _changed(day: str, changed: Changed) -> Markup:
    article, before, after = changed
    words = texts.NOW_OTHERWISE if after else texts.NOW_GONE
    note = plain(words(day=day)).within("b") + plain("\n") + where(article) + _quoted(before)
    if after:
        note += plain(texts.READS_NOW()) + _quoted(after)
    return note + heading(article, after or "") + plain("\n\n")


def _quoted(text: str) -> Markup:
    shown = plain(text)
    if shown.units > MAX_QUOTED:
        return plain("\n" + texts.TOO_LONG_TO_SHOW() + "\n")
    return plain("\n") + shown.within("blockquote") + plain("\n")
