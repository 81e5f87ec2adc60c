"""What a card showed, found again in the archive as it stands now, or known to be gone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from itertools import groupby

from bot.render.words import parts_of
from bot.telegram.state.cards import Shown
from corpus.article import HEADLINE, Article, Paragraph
from retrieval.answer import Answer, Excerpt, Quote, Strength

Articles = Mapping[str, Article]


def shown_of(quotes: Iterable[Quote]) -> tuple[Shown, ...]:
    """Each extract by its place, and a digest of it: what is quoted is not kept a second time."""
    return tuple(
        Shown(quote.article.id, part.paragraph.position, part.start, part.end, _digest(part.text))
        for quote in quotes
        for part in parts_of(quote)
    )


def shown_as_whole(article: Article, text: str) -> Shown | None:
    """A paragraph, or the headline; None where it has none of that text."""
    texts = {HEADLINE: article.title, **dict(enumerate(article.paragraphs))}
    place = next((place for place, one in texts.items() if one == text), None)
    return None if place is None else Shown(article.id, place, 0, len(text), _digest(text))


def found_again(shown: Shown, article: Article | None) -> Excerpt | None:
    """The same words, wherever in the article they stand now; None where they are gone."""
    if article is None:
        return None
    at_its_place = excerpt_of(article, shown)
    if at_its_place is not None:
        return at_its_place
    length = shown.end - shown.start
    for position in range(len(article.paragraphs)):
        text = article.paragraphs[position]
        for start in range(len(text) - length + 1):
            if _digest(text[start : start + length]) == shown.digest:
                return _excerpt(article, position, start, start + length)
    return None


def excerpt_of(article: Article, shown: Shown) -> Excerpt | None:
    """What was quoted, in a version of the article that has it at its very place."""
    there = _excerpt(article, shown.position, shown.start, shown.end)
    return there if there is not None and _digest(there.text) == shown.digest else None


def as_shown(shown: Sequence[Shown], fresh: Answer, articles: Articles) -> Answer:
    """What a card showed, as far as it is still there, with what a fresh answer tells of it."""
    told = {quote.article.id: quote for quote in fresh.quotes}
    quotes: list[Quote] = []
    for name, parts in groupby(shown, lambda one: one.article):
        article = articles.get(name)
        excerpts = [one for one in (found_again(part, article) for part in parts) if one]
        if article is not None and excerpts:
            rank = len(quotes) + 1
            quotes.append(_quote(article, excerpts, told.get(article.id), rank))
    strength = fresh.strength if fresh.quotes else Strength.WEAK
    return replace(fresh, quotes=tuple(quotes), strength=strength, searched=None)


def _quote(article: Article, excerpts: Sequence[Excerpt], told: Quote | None, rank: int) -> Quote:
    """With bold words, copies and differences where the fresh answer quotes the same."""
    places = {_place(part): part.highlights for part in parts_of(told)} if told else {}
    first, *more = (replace(one, highlights=places.get(_place(one), ())) for one in excerpts)
    is_told = told is not None and _place(told) == _place(first)
    return Quote(
        rank=rank,
        score=0.0,
        article=article,
        paragraph=first.paragraph,
        start=first.start,
        end=first.end,
        highlights=first.highlights,
        copies=told.copies if told else (),
        differences=told.differences if told and is_told else (),
        more=tuple(more),
    )


def _place(part: Quote | Excerpt) -> tuple[int, int, int]:
    return part.paragraph.position, part.start, part.end


def _excerpt(article: Article, position: int, start: int, end: int) -> Excerpt | None:
    if position == HEADLINE:
        return Excerpt(Paragraph(article.id, position, article.title), start, end)
    if position >= len(article.paragraphs):
        return None
    return Excerpt(Paragraph(article.id, position, article.paragraphs[position]), start, end)


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
