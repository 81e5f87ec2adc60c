"""A quote as it may be cited elsewhere: its words, headline, outlet, date and address."""

from bot.render.english.dates import quoted, when
from bot.render.telegram.markup import MAX_UNITS, Markup, plain, without_lone_surrogates
from bot.render.words import headline
from corpus.article import Article
from retrieval.answer import Excerpt


def citation(article: Article, part: Excerpt) -> str:
    """`“The bridge opened.” Bridge opens, Nemunas Herald, Wed 27 Jan 2021, https://…`."""
    return f"{quoted(without_lone_surrogates(part.text))} {_source(article)}"


def citation_message(article: Article, part: Excerpt) -> str:
    """The same, to be copied with a tap; a text that no message can hold is left out."""
    for words in (citation(article, part), _source(article), article.id):
        shown: Markup = plain(words).within("code")
        if shown.units <= MAX_UNITS:
            break
    return shown.html


def _source(article: Article) -> str:
    told = (headline(article), article.source, when(article.published), article.url)
    return without_lone_surrogates(", ".join(part for part in told if part))
