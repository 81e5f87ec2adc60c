"""Answers to several questions of one message → one answer."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, zip_longest

from retrieval.answer import Answer, Quote, Strength
from retrieval.notes import PartUnanswered
from retrieval.question.question import Question


def joined(answers: Sequence[Answer], whole: Question, limit: int) -> Answer:
    """At most `limit` quotes: the best of each question, then the second of each, and so on.

    Of one article there may be several, each another paragraph. As strong as the weakest, as far
    as any is answered; which is not, is said.
    """
    quotes = list(_in_turn(answers))[:limit]
    answered = [answer for answer in answers if answer.quotes]
    notes = chain.from_iterable(answer.notes for answer in answers)
    missing = (PartUnanswered(one.question.text) for one in answers if not one.quotes)
    return replace(
        answers[0],
        question=whole,
        strength=_strength(answers),
        quotes=tuple(replace(quote, rank=rank) for rank, quote in enumerate(quotes, 1)),
        total=max(answer.total for answer in answers),
        suggestions=tuple(dict.fromkeys(one for answer in answers for one in answer.suggestions)),
        confidence=min((answer.confidence for answer in answered), default=0.0),
        notes=tuple(dict.fromkeys((*notes, *(missing if answered else ())))),
    )


def _in_turn(answers: Sequence[Answer]) -> Iterator[Quote]:
    seen: set[tuple[str, int]] = set()
    for quote in chain.from_iterable(zip_longest(*(answer.quotes for answer in answers))):
        if quote is None or (place := (quote.article.id, quote.paragraph.position)) in seen:
            continue
        seen.add(place)
        yield quote


def _strength(answers: Sequence[Answer]) -> Strength:
    strengths = {answer.strength for answer in answers}
    return strengths.pop() if len(strengths) == 1 else Strength.WEAK
