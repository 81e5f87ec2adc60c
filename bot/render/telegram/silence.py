"""What is said where nothing in the archive answers."""

from bot.render.english import telegram as texts
from bot.render.english.answers import NOTHING
from bot.render.english.silence import short_searched_lines
from bot.render.telegram.lead import said_first
from bot.render.telegram.markup import Markup, plain, short
from retrieval.answer import Answer

MAX_LINE = 300  # characters


def silence(answer: Answer, *, in_group: bool) -> Markup:
    """That nothing answers, and what was searched."""
    if not (answer.question.terms or answer.question.phrases):
        return said_first(answer) + plain(texts.NO_WORDS())
    lines = [NOTHING() if in_group else f"{NOTHING()} {texts.OTHER_WORDS()}"]
    lines += short_searched_lines(answer.searched) if answer.searched else []
    return said_first(answer) + plain("\n".join(short(line, MAX_LINE) for line in lines))
