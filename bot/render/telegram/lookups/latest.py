"""The newest articles, a date, an outlet and a headline each."""

from collections.abc import Sequence

from bot.render.english import lookups as texts
from bot.render.telegram.card import heading, where
from bot.render.telegram.lookups.report import Report, joined
from bot.render.telegram.markup import plain, short
from corpus.article import Article

MOST = 10  # articles
MAX_NAMED = 20  # outlets
MAX_NAME = 80  # characters


def latest_report(articles: Sequence[Article], outlets: Sequence[str]) -> Report:
    """As many as a message holds; nothing to show only where there is nothing yet."""
    if not articles:
        return Report(plain(texts.NOTHING_YET()).html, fades=True)
    names = [short(name, MAX_NAME) for name in outlets[:MAX_NAMED]]
    shown = [plain(texts.latest_line(names))]
    shown += [where(one) + plain("\n") + heading(one) for one in articles]
    return Report(joined(shown, apart="\n\n").html)


def unknown_outlet(asked: str, known: Sequence[str]) -> Report:
    names = [short(name, MAX_NAME) for name in known[:MAX_NAMED]]
    line = texts.unknown_outlet_line(short(asked, MAX_NAME), names)
    return Report(plain(line).html, fades=True)
