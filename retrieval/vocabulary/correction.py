"""Words of a question that the archive does not know, corrected or offered."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.archive.archive import Archive
from corpus.names import fold
from retrieval.engines.engine import Engine, Search
from retrieval.question.question import Question
from retrieval.text.analyser import analyser
from retrieval.text.word_frequency import share_of_passages, words_from
from retrieval.vocabulary.spelling import nearest


def respelt(
    question: Question, archive: Archive, engine: Engine
) -> tuple[Question, tuple[str, ...]]:
    """Unknown words replaced by the nearest known one, where one is clear; else suggestions.

    A suggestion is the question with another word in it. A common word of the language is
    spelt right, whether or not the archive has it.
    """
    offered: list[tuple[str, str]] = []
    text, language = question.text, question.language
    for term in _unknown(question.terms, engine):
        written = _written(question.text, term, language)
        if share_of_passages(written, language):
            continue
        words = _with_terms(words_from(fold(written)[0], language), language)
        vocabulary = engine.vocabulary(term[0])
        found = nearest(term, vocabulary, written=written, words=words)
        near = [
            _in_case_of(written, word) or _as_printed(known, archive, engine, language)
            for known, word in zip(found.terms, found.words, strict=True)
        ]
        if found.is_clear:
            note = f"No “{written}” in this archive; searched for “{near[0]}”."
            text = text.replace(written, near[0])
            question = replace(
                question,
                terms=tuple(found.terms[0] if t == term else t for t in question.terms),
                essential=question.essential - {term} | {found.terms[0]},
                mistakes=(*question.mistakes, note),
            )
        else:
            offered += [(written, word) for word in near]
    return question, tuple(text.replace(written, word) for written, word in offered)


def _unknown(terms: Sequence[str], engine: Engine) -> list[str]:
    frequencies = engine.frequencies(terms)
    return [term for term in terms if not frequencies[term]]


def _in_case_of(written: str, word: str) -> str:
    return word.capitalize() if written[:1].isupper() else word


def _with_terms(words: Iterable[str], language: str) -> dict[str, str]:
    terms = analyser(language).terms
    return {word: found[0] for word in words if (found := terms(word))}


def _as_printed(term: str, archive: Archive, engine: Engine, language: str) -> str:
    """A word of the archive that has this term."""
    found = engine.search(Search((term,)), 1).hits
    texts = archive.paragraphs(hit.number for hit in found)
    words = (_written(text, term, language) for text in texts.values())
    return re.sub("['’]s$", "", next(words, term))


def _written(text: str, term: str, language: str) -> str:
    """The word of a text that has this term; the term itself where there is none."""
    spans = analyser(language).spans(text)
    return next((text[span.start : span.end] for span in spans if span.term == term), term)
