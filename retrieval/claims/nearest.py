"""Which passages are near a claim, and in what order they are shown.

Near is what holds nearly as much of the claim's information as the best passage does; farther is
what holds half as much. Of those, the article whose address the claim gives comes first, then
verdicts of those who checked it, then what has its very words or is, whole, a part of it, then what
is near, then what is farther; each of these among themselves newest first.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum

from corpus.article import paragraph_number, place_of
from retrieval.article_store import ArticleStore, Passage, at_address
from retrieval.candidates import Candidates, candidates, search_of
from retrieval.claims.bearing import Telling, held_in, is_verdict, telling
from retrieval.claims.differences import differences
from retrieval.claims.elsewhere import not_as_said, of_those_that_tell_most
from retrieval.claims.english import VERDICT
from retrieval.engines.engine import Found, View
from retrieval.phrases import Allowance, Where
from retrieval.question.answers.answer_types import AnswerType, Family
from retrieval.question.kinds.english import ENGLISH
from retrieval.question.kinds.statements import without_hearsay
from retrieval.question.question import Question
from retrieval.question.words import ADDRESS
from retrieval.ranking.card import Card
from retrieval.ranking.features import Features
from retrieval.ranking.quoting import extract
from retrieval.ranking.stages import READ, Ranked, in_order, one_an_article
from retrieval.strength.relevance import has_an_answer
from retrieval.text.analyser import analyser
from retrieval.text.languages.table import code_of
from retrieval.text.phrase import has_phrase

NEAR, FARTHER = 0.85, 0.45  # of the share of the claim's information that the best passage has
COMPARED = 12  # of the near passages, the best, are compared with the claim
JUDGEMENT = AnswerType("judgement", Family.FIGURE, question=VERDICT, answer=VERDICT, share=0.01)
LEAST_PART = 60  # characters of a paragraph that is known again in a pasted text
EXACT_FOUND = 10  # passages with the very words that are looked at
EXACT_WORDS = range(3, 300)  # terms of a text that is looked for word for word


class Standing(IntEnum):
    """How a passage stands to a claim, what is shown first first."""

    LINKED = 0
    VERDICT = 1
    VERBATIM = 2
    NEAR = 3
    FARTHER = 4


@dataclass(frozen=True, slots=True)
class Nearest:
    """`ranked`: passages, one an article, those to be shown first; `standings` by number, and
    `texts`, each with its headline, of all that are near.
    """

    ranked: Sequence[Ranked]
    standings: Mapping[int, Standing]
    texts: Mapping[int, str]

    def shown(self, cards: Iterable[Card], best: Candidates) -> list[Card]:
        """Cards in the order in which they are shown, each with how it differs from the claim."""
        newest = sorted(cards, key=_freshness, reverse=True)
        held = [self._held_against(card, best) for card in newest]
        kept = of_those_that_tell_most(
            [(card.quote.differences, _share(card, best)) for card in held]
        )
        held = [
            replace(card, quote=replace(card.quote, differences=differing))
            for card, differing in zip(held, kept, strict=True)
        ]
        return sorted(held, key=lambda card: self.standings[card.number])

    def _held_against(self, card: Card, best: Candidates) -> Card:
        """A card with its differences; of a verdict the words that judge are quoted."""
        quote, text = card.quote, best.question.text
        language, title = quote.article.language, quote.article.title
        evidence = best.evidences.of(code_of(language))
        if self.standings[card.number] is Standing.VERDICT:
            printed, weights = quote.paragraph.text, evidence.weights
            part = extract(printed, weights, language=language, answer_type=JUDGEMENT)
            quote = replace(quote, start=part.start, end=part.end, highlights=part.highlights)
        here = _with_headline(title, quote.paragraph.text)
        found = differences(text, quote.text, language, context=here, headline=title)
        differing = not_as_said(found, here, self.texts.values(), evidence)
        return replace(card, quote=replace(quote, differences=differing))


def _freshness(card: Card) -> tuple[bool, date]:
    """The later day is fresher, and a date that something speaks against is not fresh at all."""
    return not card.quote.is_doubtful, card.quote.article.day


def _share(card: Card, best: Candidates) -> float:
    """Of what is claimed, in a card's paragraph and headline."""
    article = card.quote.article
    evidence = best.evidences.of(code_of(article.language))
    return evidence.share_of(
        held_in(_with_headline(article.title, card.quote.paragraph.text), evidence)
    )


def _with_headline(title: str, text: str) -> str:
    return f"{title}\n{text}"


def nearest(best: Candidates, view: View, store: ArticleStore) -> Nearest:
    """The passages near a claim: `best` are those found for it as for a question."""
    question = best.question
    verbatim, linked = _verbatim(question, view, store), _linked(question, best, store)
    known = {one.number: one for one in (*linked, *verbatim, *best.ranked)}
    texts = store.passages(known)
    highest = max((one.features.coverage for one in best.ranked), default=0.0)
    standings = {one.number: Standing.LINKED for one in linked if one.number in texts}
    whole = _said(question)
    said = whole if _runs(question) else ""
    for number, passage in texts.items():
        features = known[number].features
        if number in standings:
            continue
        if not features.is_fragment and is_verdict(passage, best, highest):
            standings[number] = Standing.VERDICT
        elif (said and _has_words(passage, said)) or _is_part(passage, whole):
            standings[number] = Standing.VERBATIM
        elif features.coverage >= FARTHER * highest:
            is_near = features.coverage >= NEAR * highest
            standings[number] = Standing.NEAR if is_near else Standing.FARTHER
    is_told = min(standings.values(), default=Standing.FARTHER) < Standing.NEAR
    if not (is_told or has_an_answer(best.ranked)):
        return Nearest((), {}, {})
    near = in_order([known[number] for number in standings])
    told = {one.number: telling(texts[one.number], best) for one in near[:COMPARED]}
    near.sort(key=lambda one: (standings[one.number], -told.get(one.number, Telling.SUBJECT)))
    near_texts = {
        number: _with_headline(texts[number].title, texts[number].text) for number in standings
    }
    return Nearest(one_an_article(near), standings, near_texts)


def _said(question: Question) -> str:
    return without_hearsay(ADDRESS.sub(" ", question.text), ENGLISH)


def _has_words(passage: Passage, said: str) -> bool:
    """Whether text or headline have the very words."""
    return has_phrase(passage.text, said) or has_phrase(passage.title, said)


def _is_part(passage: Passage, whole: str) -> bool:
    """Whether a whole paragraph stands in a pasted text."""
    is_within = LEAST_PART <= len(passage.text) <= len(whole)
    return is_within and has_phrase(whole, passage.text)


def _runs(question: Question) -> tuple[tuple[str, ...], ...]:
    """The claim's terms in each language; none where it is no more than a name, or a whole text."""
    said = _said(question)
    languages = [one.language for one in question.analyses]
    runs = tuple(dict.fromkeys(tuple(analyser(language).terms(said)) for language in languages))
    return runs if all(len(run) in EXACT_WORDS for run in runs) else ()


def _verbatim(question: Question, view: View, store: ArticleStore) -> Sequence[Ranked]:
    """Passages in which the claim may stand word for word."""
    runs = _runs(question)
    if not runs:
        return ()
    found: Found = view.search(replace(search_of(question), phrases=(runs,)), EXACT_FOUND)
    if not found.hits:
        return ()
    return candidates(question, found, Where(view, store, READ, Allowance())).ranked


def _linked(question: Question, best: Candidates, store: ArticleStore) -> list[Ranked]:
    """Of each article whose address stands in the text the best passage, or else its first."""
    linked = []
    for link in question.links:
        seq = at_address(store, link)
        if seq is not None:
            passages = (one for one in best.ranked if place_of(one.number)[0] == seq)
            linked.append(next(passages, Ranked(paragraph_number(seq, 0), Features(), 0.0)))
    return linked
