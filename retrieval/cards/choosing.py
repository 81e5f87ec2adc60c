"""From ranked passages to cards: which articles are shown, and in whose words."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.article import Article, Paragraph, place_of
from retrieval.answer import Quote
from retrieval.article_store import ArticleStore
from retrieval.candidates import Candidates
from retrieval.cards.further import extract_for
from retrieval.cards.stories import merge_copies
from retrieval.engines.engine import View
from retrieval.question.kinds.kind import Kind
from retrieval.question.question import Question
from retrieval.ranking.card import Card
from retrieval.ranking.evidence import Evidence
from retrieval.ranking.stages import Ranked, one_an_article
from retrieval.strength.confidence import Confidence
from retrieval.strength.relevance import has_an_answer, of_the_time, without_strays
from retrieval.strength.talk import is_talk
from retrieval.text.languages.table import code_of


class Chosen(NamedTuple):
    """Cards, and the versions of which there was no article to make one of."""

    cards: Sequence[Card]
    unread: Sequence[int] = ()


def chosen(
    question: Question, best: Candidates, view: View, store: ArticleStore, limit: int
) -> Chosen:
    """The cards of an answer, in the order in which they are shown; none where nothing may answer.

    Best first; those of a claim by how they bear on it, newest first.
    """
    if is_talk(best):
        return Chosen(())
    if question.kind is Kind.CLAIM:
        from retrieval.claims.nearest import nearest  # noqa: PLC0415 (only claims need its patterns)

        near = nearest(best, view, store)
        cards, unread = _stories(near.ranked, best, store, limit)
        return Chosen(near.shown(cards, best), unread)
    ranked = one_an_article(without_strays(best.ranked))
    shown = {place_of(one.number)[0] for one in ranked[:limit]}
    read = [one for one in best.ranked if place_of(one.number)[0] in shown]
    if not (best.is_exact or has_an_answer(read, best.evidences.main.of_type)):
        return Chosen(())
    return _stories(of_the_time(ranked, question), best, store, limit)


def _stories(ranked: Sequence[Ranked], best: Candidates, store: ArticleStore, limit: int) -> Chosen:
    """The cards of the first stories; what was removed since, or is damaged, is unread."""
    found = {place_of(one.number)[0]: one.number for one in ranked}
    unread: list[int] = []
    cards = _cards(ranked, best, store, unread)
    stories = merge_copies(cards, limit, copies=store.copies, found=found)
    doubtful = store.doubtful([card.seq for card in stories])
    return Chosen([card.marked(is_doubtful=card.seq in doubtful) for card in stories], unread)


def _cards(
    ranked: Sequence[Ranked], best: Candidates, store: ArticleStore, unread: list[int]
) -> Iterator[Card]:
    """A quote of each article, which is read when it is asked for; others become `unread`."""
    confidence = Confidence(best.evidences, best.ranked)
    is_all_there = best.is_exact and bool(best.question.is_all_phrases or best.question.articles)
    for one in ranked:
        seq, position = place_of(one.number)
        article = store.versions([seq]).get(seq)
        if article is None:
            unread.append(seq)
            continue
        language = code_of(article.language)
        quote = _quote(article, position, one, best.evidences.of(language))
        sure = 1.0 if is_all_there else confidence.of(one, language)
        yield Card(quote, one.number, one.features, sure)


def _quote(article: Article, position: int, ranked: Ranked, evidence: Evidence) -> Quote:
    part = extract_for(evidence, article, position, part=ranked.part)
    return Quote(
        rank=0,
        score=ranked.score,
        article=article,
        paragraph=Paragraph(article.id, position, article.paragraphs[position]),
        start=part.start,
        end=part.end,
        highlights=part.highlights,
    )
