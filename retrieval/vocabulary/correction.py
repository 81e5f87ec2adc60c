"""Words of a question that the archive does not know, corrected or offered."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from corpus.names import fold
from retrieval.article_store import ArticleStore
from retrieval.engines.engine import Found, View
from retrieval.notes import Correction, Suggestion
from retrieval.question.question import Analysis, Question
from retrieval.text.analyser import Analyser, analyser
from retrieval.text.word_frequency import share_of_passages, words_from
from retrieval.vocabulary.spelling import Nearest, is_correctable, nearest


@dataclass(frozen=True, slots=True)
class _Near:
    """An unknown word, and what is near its term in one language."""

    written: str
    term: str
    analysis: Analysis
    nearest: Nearest


def corrected(
    question: Question, found: Found, view: View, store: ArticleStore
) -> tuple[Question, tuple[Suggestion, ...]]:
    """Unknown words replaced by the nearest known one, where one is clear; else suggestions.

    A common word of a language is spelt right, whether or not the archive has it.
    """
    unknown = list(_unknown(question, found))
    if not unknown:
        return question, ()
    initials = {
        term[0]
        for analysis in question.analyses
        for term in analysis.terms
        if analysis.written.get(term) in unknown
    }
    vocabulary = view.vocabulary(initials)
    suggestions: list[Suggestion] = []
    for written in unknown:
        near = _near(written, question, vocabulary)
        known = list(_in_words(near, view, store)) if near else []
        if near and known and near.nearest.is_clear:
            question = _with(question, near, *known[0])
        else:
            suggestions += [Suggestion(written, word) for _, word in known]
    return question, tuple(suggestions)


def _unknown(question: Question, found: Found) -> Iterator[str]:
    """The words long enough whose terms no passage has in any language, in their order."""
    words: dict[str, bool] = {}
    for analysis in question.analyses:
        for term in filter(is_correctable, analysis.terms):
            written = analysis.written.get(term, term)
            words[written] = words.get(written, False) or bool(found.frequencies.get(term))
    for written, is_known in words.items():
        if not is_known and not _is_common(written, question):
            yield written


def _near(written: str, question: Question, vocabulary: Mapping[str, int]) -> _Near | None:
    """What is near an unknown word, in the first language that has something near."""
    for analysis in question.analyses:
        language = analysis.language
        for term in analysis.terms:
            if analysis.written.get(term) == written:
                known = words_from(fold(written)[0], language)
                words = _with_terms(known, analyser(language))
                found = nearest(term, vocabulary, written=written, words=words)
                if found.terms:
                    return _Near(written, term, analysis, found)
    return None


def _is_common(word: str, question: Question) -> bool:
    """Whether a language of the archive has it, as a stop word perhaps."""
    return any(
        share_of_passages(word, analysis.language) or not analyser(analysis.language).terms(word)
        for analysis in question.analyses
    )


def _with(question: Question, near: _Near, term: str, word: str) -> Question:
    """The question with a known term in the unknown one's place."""
    return replace(
        question,
        analyses=tuple(
            one.corrected(near.term, term) if one.language == near.analysis.language else one
            for one in question.analyses
        ),
        notes=(*question.notes, Correction(near.written, word)),
    )


def _with_terms(words: Iterable[str], analyse: Analyser) -> dict[str, str]:
    return {word: terms[0] for word in words if (terms := analyse.terms(word))}


def _in_words(near: _Near, view: View, store: ArticleStore) -> Iterator[tuple[str, str]]:
    """Each near term with a word for it, as the language or the archive writes it."""
    pairs = list(zip(near.nearest.terms, near.nearest.words, strict=True))
    unnamed = [term for term, word in pairs if not word]
    printed = _as_printed(unnamed, view, store) if unnamed else {}
    for term, word in pairs:
        named = word.capitalize() if near.written[:1].isupper() else word
        if shown := named or printed.get(term):
            yield term, shown


def _as_printed(terms: Iterable[str], view: View, store: ArticleStore) -> Mapping[str, str]:
    """For each term a word of the archive that has it."""
    examples = view.examples(terms)
    passages = store.passages(examples.values())
    return {
        term: _word_of(term, passage.text, analyser(passage.language))
        for term, number in examples.items()
        if (passage := passages.get(number)) is not None
    }


def _word_of(term: str, text: str, analyse: Analyser) -> str:
    """The first word of a text that has this term; "" where there is none."""
    spans = (span for span in analyse.spans(text) if span.term == term)
    word = next((text[span.start : span.end] for span in spans), "")
    return re.sub("['’]s$", "", word)
