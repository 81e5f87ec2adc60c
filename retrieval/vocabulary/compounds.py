"""Words typed apart that the archive joins, and joined that it parts: "land slide", `#StopOil`.

No list could have them all, brands and hashtags least. The archive tells: it prints the one, and
hardly ever the other.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from retrieval.engines.engine import Found, Search, View
from retrieval.notes import Correction
from retrieval.question.question import Analysis, Question
from retrieval.text.analyser import Analyser, Span, analyser
from retrieval.text.word_frequency import share_of_passages

LEAST = 3  # passages that have words as they are printed
TIMES = 10  # as many as have them as they are typed
SHORTEST, LONGEST = 6, 26  # letters of the whole
FEW = 20  # passages with a word that may be meant for two, or that the language does not know
PARTS = 5  # of one word at most, where the language has all of them
MOST = 2  # words of a question that are looked up parted, and twice as many joined
TRIED = 3  # ways of parting a word
KEY_WORDS = 6  # of a question, in which a whole that the language does not know is looked for
COMMON = 1e-4  # the share of passages with a word that is meant as it is
ONE_LETTER = "ai"  # that are words
CAPITALS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


def as_printed(question: Question, found: Found, view: View) -> Question:
    """The question with such words as the archive prints them, each with a note."""
    notes: list[Correction] = []
    analyses = []
    for analysis in question.analyses:
        joined = _joined(analysis, question.text, view, notes)
        analyses.append(_parted(joined, found, view, notes))
    if not notes:
        return question
    notes = [note for note in dict.fromkeys(notes) if note not in question.notes]
    return replace(question, analyses=tuple(analyses), notes=(*question.notes, *notes))


def _joined(analysis: Analysis, text: str, view: View, notes: list[Correction]) -> Analysis:
    analyse = analyser(analysis.language)
    pairs = {
        (first, second): (text[first.start : first.end] + text[second.start : second.end])
        for first, second in pairwise(analyse.spans(text))
        if _are_apart(first, second, text, analysis)
    }
    terms = {pair: _term(word, analyse) for pair, word in pairs.items() if len(word) >= SHORTEST}
    is_short = text.count(" ") < KEY_WORDS
    wanted = {
        term
        for pair, term in terms.items()
        if term and (is_short or share_of_passages(pairs[pair], analyse.language))
    }
    known = view.vocabulary(wanted, wanted) if wanted else {}
    printed = [pair for pair, term in terms.items() if known.get(term, 0) >= LEAST]
    for first, second in printed[: 2 * MOST]:
        term = terms[first, second]
        count, word = known[term], pairs[first, second]
        least = LEAST if share_of_passages(word, analysis.language) else FEW
        if count >= max(least, TIMES * _standing((first.term, second.term), view)):
            notes.append(Correction(text[first.start : second.end], word))
            analysis = analysis.corrected(first.term, term, word)
            analysis = analysis.without({second.term})
    return analysis


def _are_apart(first: Span, second: Span, text: str, analysis: Analysis) -> bool:
    """Whether nothing but a space is between two words that are searched for, no names.

    Where the second has lost an ending, what begins like the whole may be another word:
    `home owned` is not `homeowner`.
    """
    word = text[second.start : second.end]
    return (
        text[first.end : second.start] == " "
        and text[first.start : first.end].isalpha()
        and word.isalpha()
        and len(word) > 1
        and len(word) - len(second.term) <= 1
        and {first.term, second.term} <= set(analysis.terms)
        and text[max(first.start, 1) : second.end].islower()
    )


def _parted(analysis: Analysis, found: Found, view: View, notes: list[Correction]) -> Analysis:
    analyse = analyser(analysis.language)
    rare = [
        term
        for term in analysis.terms
        if found.frequencies.get(term, FEW + 1) <= FEW
        and _may_be_parted(analysis.written.get(term, term), analysis.language)
    ]
    for term in rare[:MOST]:
        written, count = analysis.written.get(term, term), found.frequencies[term]
        for parts in _ways(written, analyse, view):
            terms = [(one, part) for part in parts if (one := _term(part, analyse))]
            often = max(LEAST, TIMES * count)
            if len(terms) > 1 and _standing([one for one, _ in terms], view) >= often:
                notes.append(Correction(written, " ".join(parts)))
                analysis = _with_parts(analysis, term, terms)
                analysis = analysis if count else analysis.without({term})
                break
    return analysis


def _may_be_parted(written: str, language: str) -> bool:
    """A name with one capital is what it is, and so is a word that the language often has."""
    is_name = written[0].isupper() and written[1:].islower()
    is_long = written.isalpha() and SHORTEST <= len(written) <= LONGEST
    return is_long and not is_name and share_of_passages(written, language) < COMMON


def _ways(written: str, analyse: Analyser, view: View) -> Iterator[Sequence[str]]:
    """How a word may be parted: at its capitals, in two, in words of the language."""
    capitals = CAPITALS.findall(written)
    if 1 < len(capitals) <= PARTS and "".join(capitals) == written:
        yield capitals
    lower = written.lower()
    halves = [(lower[:place], lower[place:]) for place in range(2, len(lower) - 1)]
    terms = {half: _term(half, analyse) for pair in halves for half in pair}
    asked = tuple({term for term in terms.values() if term})
    known = view.search(Search(asked), 1).frequencies if asked else {}
    often = [pair for pair in halves if all(known.get(terms[half], 0) >= LEAST for half in pair)]
    yield from sorted(often, key=lambda pair: -min(known[terms[half]] for half in pair))[:TRIED]
    yield from islice(_in_words(lower, analyse.language, PARTS), TRIED)


def _in_words(letters: str, language: str, parts: int) -> Iterator[tuple[str, ...]]:
    """All ways in which letters are words of a language, long words first."""
    if not letters:
        yield ()
    for end in range(len(letters) if parts else 0, 0, -1):
        if _is_word(letters[:end], language):
            yield from (
                (letters[:end], *rest) for rest in _in_words(letters[end:], language, parts - 1)
            )


def _is_word(letters: str, language: str) -> bool:
    is_long = len(letters) > 1 or letters in ONE_LETTER
    return is_long and share_of_passages(letters, language) > 0


def _with_parts(analysis: Analysis, term: str, parts: Sequence[tuple[str, str]]) -> Analysis:
    """The same, with several terms, each with its word, in one's place; it is searched for too."""
    instead = tuple(part for part, _ in parts)
    place = analysis.terms.index(term)
    terms = (*analysis.terms[:place], *instead, *analysis.terms[place:])
    return replace(
        analysis,
        terms=tuple(dict.fromkeys(terms)),
        essential=analysis.essential - {term} | set(instead),
        written=dict(parts) | dict(analysis.written),
    )


def _standing(terms: Sequence[str], view: View) -> int:
    """In how many passages, as far as it matters, terms stand side by side."""
    search = Search(tuple(dict.fromkeys(terms)), phrases=((tuple(terms),),))
    return len(view.search(search, TIMES * FEW).hits)


def _term(word: str, analyse: Analyser) -> str:
    """The one term of a word; "" where it has none or several."""
    terms = analyse.terms(word)
    return terms[0] if len(terms) == 1 else ""
