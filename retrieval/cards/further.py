"""Further extracts of an article that answers, where few articles do."""

from collections.abc import Iterator

from corpus.article import Article, Paragraph, place_of
from retrieval.answer import Excerpt
from retrieval.candidates import Candidates
from retrieval.ranking.card import Card
from retrieval.ranking.evidence import Evidence
from retrieval.ranking.quoting import Extract, Part, Sought, highlighted, parts
from retrieval.strength.relevance import WEAK, relevance
from retrieval.text.analyser import analyser
from retrieval.text.languages.table import code_of
from retrieval.text.reading import read

MOST = 2


def further(card: Card, best: Candidates) -> tuple[Excerpt, ...]:
    """At most `MOST` extracts of other passages of a card's article that may answer too.

    One after the other, each time the passage that is most probably an answer and adds most: its
    confidence times its terms that nothing shown before has.

    Source: Carbonell and Goldstein, The Use of MMR, Diversity-Based Reranking (1998), for the
    thought that what is shown next should be relevant and new.
    """
    article = card.quote.article
    terms = analyser(article.language).terms
    seen = set(terms(card.quote.paragraph.text))
    left = {
        position: (probability, set(terms(article.paragraphs[position])))
        for position, probability in _others(card, best)
    }
    shown: list[Excerpt] = []
    evidence = best.evidences.of(code_of(article.language))
    while left and len(shown) < MOST:
        position = max(left, key=lambda place: left[place][0] * len(left[place][1] - seen))
        _, added = left.pop(position)
        if added <= seen:
            break
        seen |= added
        part = extract_for(evidence, article, position)
        paragraph = Paragraph(article.id, position, article.paragraphs[position])
        shown.append(Excerpt(paragraph, part.start, part.end, part.highlights))
    return tuple(shown)


def extract_for(
    evidence: Evidence, article: Article, position: int, *, part: Part | None = None
) -> Extract:
    """The part of one paragraph that the question asks for; `part` where it was chosen before."""
    text, question = article.paragraphs[position], evidence.question
    sought = Sought(evidence.weights, article.language, question.answer_type, question.phrases)
    return highlighted(text, part or parts(text, read(text, article.language), sought)[0], sought)


def _others(card: Card, best: Candidates) -> Iterator[tuple[int, float]]:
    """Positions in the card's article, best first, and how probably each is an answer."""
    seq, shown = place_of(card.number)
    for one in best.ranked:
        number, position = place_of(one.number)
        probability = relevance(one.features)
        if number == seq and position != shown and probability >= WEAK:
            yield position, probability
