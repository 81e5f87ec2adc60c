"""The words of a question that an article must have to be counted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import log

from retrieval.engines.engine import Search, View, Wording
from retrieval.question.question import Analysis, Question
from retrieval.text.word_frequency import share_of_passages

FEW = 5  # articles with all words, of which no timeline can be made if fewer words have more
KEPT = 0.6  # of what the words tell has to stay when some are left out


@dataclass(frozen=True, slots=True)
class Worded:
    """`days`: how many articles each has; `wordings`: one a language."""

    words: tuple[str, ...]
    left_out: tuple[str, ...]
    wordings: tuple[Wording, ...]
    days: dict[date, int]

    @property
    def articles(self) -> int:
        return sum(self.days.values())


def counted(question: Question, search: Search, view: View) -> Worded:
    """Articles with all words of the question, or without those that tell least.

    Words are left out one by one while fewer than `FEW` articles have the others.
    """
    corrections = {one.written: one.instead for one in question.corrections}
    best = Worded((), (), (), {})
    for words, left_out in _fewer_and_fewer(question, view):
        wordings = tuple(_wordings(question, words))
        if not wordings:
            continue
        shown = tuple(corrections.get(word, word) for word in words)
        tried = Worded(shown, left_out, wordings, dict(view.days(search, wordings)))
        if tried.articles >= FEW or not best.articles:
            best = tried
        if best.articles >= FEW:
            break
    return best


def _fewer_and_fewer(
    question: Question, view: View
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The question's words and those left out, beginning with none."""
    told = _told(question, view)
    words, left_out, whole = list(told), [], sum(told.values())
    yield tuple(words), ()
    for word in sorted(told, key=lambda word: told[word]):
        words.remove(word)
        left_out.append(word)
        if not words or sum(told[one] for one in words) < KEPT * whole:
            return
        yield tuple(words), tuple(left_out)


def _told(question: Question, view: View) -> dict[str, float]:
    """What each word tells, in its order: the rarer in archive and language, the more (idf).

    Nothing, if no passage has it: of words that are no common ones the question was rid before.
    """
    found = view.search(Search(terms=question.terms), 1)
    told: dict[str, float] = {}
    for analysis in question.analyses:
        for term in _needed(analysis):
            word = _word_of(term, analysis, question)
            seen = found.frequencies.get(term, 0)
            share = max(seen / max(found.passages, 1), share_of_passages(word, analysis.language))
            idf = log(1 / share) if seen else 0.0
            told[word] = min(told.get(word) or idf, idf) if idf else told.get(word, 0.0)
    return told


def _needed(analysis: Analysis) -> list[str]:
    return [term for term in analysis.terms if term in analysis.essential] or [*analysis.terms]


def _word_of(term: str, analysis: Analysis, question: Question) -> str:
    """The question's word for a term, also where that was corrected."""
    word = analysis.written.get(term, term)
    return next((one.written for one in question.corrections if one.instead == word), word)


def _wordings(question: Question, words: Sequence[str]) -> Iterator[Wording]:
    """One for each language, the same ones once; none where no word is left."""
    seen = set()
    for analysis in question.analyses:
        lead = tuple(
            term for term in _needed(analysis) if _word_of(term, analysis, question) in words
        )
        wording = Wording(lead, tuple(sorted(analysis.title)))
        if (lead or wording.title) and wording not in seen:
            seen.add(wording)
            yield wording
