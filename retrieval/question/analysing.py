"""The words of a question → the terms of a language, as its passages are analysed."""

from collections.abc import Mapping, Sequence

from retrieval.question import titles
from retrieval.question.question import Analysis
from retrieval.question.words import Words
from retrieval.text.analyser import analyser
from retrieval.text.languages.table import BY_CODE
from retrieval.text.word_frequency import share_of_passages

MAX_TERMS = 48  # a longer text is searched for by its rarest different terms


def small_words(text: str, languages: Sequence[str]) -> frozenset[str]:
    """Words that are stop words in one of the languages; none where there are no others.

    `What was said` asks for nothing that German passages have for their `was`.
    """
    found = [analyser(language).words(text) for language in languages]
    small = frozenset(
        word for words, terms in found for word, term in zip(words, terms, strict=True) if not term
    )
    return small if any(word not in small for words, _ in found for word in words) else frozenset()


def _telling(terms: tuple[str, ...], written: Mapping[str, str], language: str) -> tuple[str, ...]:
    """The terms whose words are the rarest in the language, at most `MAX_TERMS`, in their order."""
    if len(terms) <= MAX_TERMS:
        return terms
    share = {term: share_of_passages(written.get(term, term), language) for term in terms}
    rarest = set(sorted(terms, key=share.__getitem__)[:MAX_TERMS])
    return tuple(term for term in terms if term in rarest)


def analysed(words: Words, language: str, small: frozenset[str] = frozenset()) -> Analysis:
    """One language's reading, in which `small` words are not searched for."""
    analyse = analyser(language)
    terms = analyse.terms
    addressed = terms(" ".join(BY_CODE[analyse.language].forms_of_address))

    def searched(*texts: str) -> list[str]:
        pairs = [pair for text in texts for pair in zip(*analyse.words(text), strict=True)]
        return [term for word, term in pairs if term and word not in small]

    written = [(span.term, words.all[span.start : span.end]) for span in analyse.spans(words.all)]
    wanted = tuple(dict.fromkeys(searched(words.searched, *words.phrases, *words.titles)))
    needed = frozenset(searched(words.timeless, *words.phrases, *words.titles))
    return Analysis(
        language=language,
        terms=_telling(wanted, dict(written), language),
        essential=needed.difference(addressed) or needed,
        time=frozenset(terms(words.time)),
        phrases=tuple(tuple(terms(phrase)) for phrase in words.phrases),
        excluded=tuple(term for word in words.excluded for term in terms(word)),
        title=frozenset(terms(" ".join(words.titles))),
        written=dict(written),
        spellings=frozenset(analyse.spelling(word) for _, word in written),
        names=titles.names_in(words.all, analyse),
    )
