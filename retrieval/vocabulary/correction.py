"""Words of a question that the archive does not know, corrected or offered."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from corpus.names import fold
from retrieval.article_store import ArticleStore
from retrieval.engines.engine import Found, Search, View
from retrieval.notes import Correction, Suggestion, UnknownWords
from retrieval.question.question import Analysis, Question
from retrieval.text.analyser import Analyser, analyser
from retrieval.text.letters import latin
from retrieval.text.word_frequency import share_of_passages, words_of
from retrieval.vocabulary.cases import nominative, nominatives
from retrieval.vocabulary.compounds import as_printed
from retrieval.vocabulary.neighbours import Near, in_company
from retrieval.vocabulary.other_letters import in_their_letters
from retrieval.vocabulary.spelling import (
    Nearest,
    is_correctable,
    nearest,
    other_beginnings,
    within_reach,
)

MOST_CORRECTED = 4  # words of one question that others are looked up for
RARE = 2  # passages with a word that may be a slip of the paper's own
ASKED_IN = ("lt", "pl")  # of the languages that the bot speaks, those in Latin letters
OFTEN = 100  # times as many have the word that was meant


def corrected(
    question: Question,
    found: Found,
    view: View,
    store: ArticleStore,
    *,
    most: int = MOST_CORRECTED,
) -> tuple[Question, tuple[Suggestion, ...]]:
    """Unknown words replaced by the nearest known one, where one is clear; else suggestions.

    What is neither is left out with a note, so that the others find what there is. A common word of
    a language is spelt right, whether or not the archive has it. Of a list of unknown words only
    the first `most` are looked up. Beside a word that the paper misprinted once, the one
    that was meant is searched for too, and offered. A word that hardly a passage has, unless with
    a capital, is read with that: `swede` as `Swede`, which is of Sweden.
    """
    typed = question.terms
    question = as_printed(_with_capitals(question, found, view), found, view)
    question = in_their_letters(question, found, view)
    read = set(question.terms).difference(typed)
    unknown = list(_unknown(question, found, view, read))
    rare = [*islice(_rare(question, found), most)]
    question, slips = _with_slips_mended(question, found, view, store, rare=rare)
    if not unknown:
        return question, slips
    tried = {written: _Tried(written, question) for written in unknown[:most]}
    prefixes = {prefix for one in tried.values() for prefix in one.prefixes()}
    vocabulary = view.vocabulary(prefixes, {term for one in tried.values() for term in one.terms()})
    suggestions = list(slips)
    left: list[str] = []
    for written in unknown:
        near = tried[written].near(vocabulary) if written in tried else None
        near = near and in_company(near, view)
        known = list(_in_words(near, view, store)) if near else []
        if near and known and near.nearest.is_clear:
            question = _with(question, near, *known[0])
        else:
            suggestions += [Suggestion(written, word) for _, word in known]
            left.append(written)
    return _without(question, left), tuple(suggestions)


def _with_capitals(question: Question, found: Found, view: View) -> Question:
    """The question with words in small letters read as the names that the archive has instead."""
    analyses = tuple(_capitals(one, found, view) for one in question.analyses)
    return replace(question, analyses=analyses)


def _capitals(analysis: Analysis, found: Found, view: View) -> Analysis:
    analyse = analyser(analysis.language)
    rare = [term for term in analysis.terms if found.frequencies.get(term, 0) <= RARE]
    named = {
        term: analyse.terms(word.capitalize())
        for term in rare
        if (word := analysis.written.get(term, "")).islower()
    }
    read_as = {term: names[0] for term, names in named.items() if names and names != [term]}
    known = view.vocabulary(set(read_as.values()), read_as.values()) if read_as else {}
    for term, name in read_as.items():
        if known.get(name, 0) > OFTEN * found.frequencies.get(term, 0):
            analysis = analysis.corrected(term, name, analysis.written[term].capitalize())
    return analysis


def _with_slips_mended(
    question: Question, found: Found, view: View, store: ArticleStore, *, rare: Sequence[str]
) -> tuple[Question, tuple[Suggestion, ...]]:
    """The question with what was meant beside each rare word that is near a frequent one."""
    suggestions: list[Suggestion] = []
    if found.passages < OFTEN * RARE:
        return question, ()
    for written in rare:
        tried = _Tried(written, question)
        known = view.vocabulary(set(tried.prefixes()), tried.terms())
        often = {term: count for term, count in known.items() if count >= OFTEN * RARE}
        near = tried.near(often)
        near = near and in_company(near, view)
        if near is None or not near.nearest.is_clear:
            continue
        for term, word in list(_in_words(near, view, store))[:1]:
            suggestions.append(Suggestion(written, word))
            language = near.analysis.language
            analyses = tuple(
                one.or_else(near.term, term, word) if one.language == language else one
                for one in question.analyses
            )
            question = replace(question, analyses=analyses)
    return question, tuple(suggestions)


def _rare(question: Question, found: Found) -> Iterator[str]:
    """The words that hardly a passage has, and no language."""
    for analysis in question.analyses:
        for term in analysis.terms:
            written = analysis.written.get(term, term)
            if (
                1 <= found.frequencies.get(term, 0) <= RARE
                and is_correctable(fold(_bare(written)))
                and not _is_common(written, question)
            ):
                yield written


def _unknown(question: Question, found: Found, view: View, read: Collection[str]) -> Iterator[str]:
    """The words long enough whose terms no passage or headline has, in their order.

    `read` are terms that the archive has for others.
    """
    words: dict[str, set[str]] = {}
    for analysis in question.analyses:
        for term in analysis.terms:
            words.setdefault(analysis.written.get(term, term), set()).add(term)
    for written, terms in words.items():
        if is_correctable(fold(_bare(written))) and not (
            any(map(found.frequencies.get, terms))
            or not terms.isdisjoint(read)
            or _is_common(written, question)
            or view.leads(Search(tuple(terms)), 1)
        ):
            yield written


class _Tried:
    """An unknown word, with its term and the words near it in each language of the question."""

    def __init__(self, written: str, question: Question) -> None:
        self._written = written
        self._is_other_script = latin(written) != written
        self._is_foreign = self._is_other_script or _is_foreign(written)
        self._readings: list[tuple[Analysis, str, dict[str, str]]] = []
        for analysis in question.analyses:
            analyse = analyser(analysis.language)
            known = words_of(analysis.language)
            words = within_reach(fold(_bare(written)), known, is_foreign=self._is_foreign)
            self._readings += [
                (analysis, term, _with_terms(words, analyse))
                for term in analysis.terms
                if analysis.written.get(term) == written
            ]

    def terms(self) -> set[str]:
        return {term for _, term, _ in self._readings}

    def prefixes(self) -> Iterator[str]:
        """How the terms begin that may be meant."""
        for analysis, term, words in self._readings:
            yield from nominatives(self._written, analyser(analysis.language))
            yield term[0]
            yield from other_beginnings(term)
            yield from words.values()

    def near(self, vocabulary: Mapping[str, int]) -> Near | None:
        """What is near, in the first language that has something near.

        In other letters only a name may be meant, and that is never clear.
        """
        if self._is_other_script and not self._written[:1].isupper():
            return None
        for analysis, term, words in self._readings:
            if known := nominative(self._written, analyser(analysis.language), vocabulary):
                found = Nearest((known,), ("",), is_clear=True)
                return Near(self._written, term, analysis, found)
            found = nearest(
                term,
                vocabulary,
                written=_bare(self._written),
                words=words,
                is_foreign=self._is_foreign,
            )
            if found.terms:
                return Near(self._written, term, analysis, found, self._is_other_script)
        return None


def _bare(written: str) -> str:
    return re.sub("['’]s$", "", written)


def _is_foreign(word: str) -> bool:
    """Whether another language that people ask in has it: it is spelt as it should be."""
    return any(share_of_passages(word, language) for language in ASKED_IN)


def _is_common(word: str, question: Question) -> bool:
    """Whether a language of the archive has it, as a stop word perhaps."""
    return any(
        share_of_passages(word, analysis.language) or not analyser(analysis.language).terms(word)
        for analysis in question.analyses
    )


def _with(question: Question, near: Near, term: str, word: str) -> Question:
    """The question with a known term in the unknown one's place."""
    return replace(
        question,
        analyses=tuple(
            one.corrected(near.term, term, word) if one.language == near.analysis.language else one
            for one in question.analyses
        ),
        notes=(*question.notes, Correction(near.written, word)),
    )


def _without(question: Question, words: Sequence[str]) -> Question:
    """The question without words that the archive does not have, unless it has no others."""
    analyses = tuple(
        one.without({term for term, written in one.written.items() if written in words})
        for one in question.analyses
    )
    if not words or not any(one.terms for one in analyses):
        return question
    notes = (*question.notes, UnknownWords(tuple(words)))
    return replace(question, analyses=analyses, notes=notes)


def _with_terms(words: Iterable[str], analyse: Analyser) -> dict[str, str]:
    return {word: terms[0] for word in words if (terms := analyse.terms(word))}


def _in_words(near: Near, view: View, store: ArticleStore) -> Iterator[tuple[str, str]]:
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
    return _bare(word)
