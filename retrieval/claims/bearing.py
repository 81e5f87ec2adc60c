"""What a passage says of a claim: a verdict on it, its figures, its event, or only its subject."""

from enum import IntEnum

from retrieval.article_store import Passage
from retrieval.candidates import Candidates
from retrieval.claims.differences import differences
from retrieval.claims.english import DENIAL, FACT_CHECK, VERDICT
from retrieval.claims.quantities.days import YEAR
from retrieval.claims.tokens import like, tokens, verb_of
from retrieval.question.kinds.english import ENGLISH
from retrieval.question.kinds.statements import without_hearsay
from retrieval.ranking.evidence import Evidence
from retrieval.text.analyser import analyser
from retrieval.text.sentences import sentences

JUDGED = 0.75  # of the best passage's share of the claim, what a sentence of a verdict must have
HALF = 0.5  # and of the whole claim's information


class Telling(IntEnum):
    """How much a passage tells of what is claimed."""

    SUBJECT = 0
    EVENT = 1  # the claim's verb, beside half of what it is about
    FIGURES = 2  # its own figures, years aside, or something else in the place of what was said


def telling(passage: Passage, best: Candidates) -> Telling:
    question, evidence = best.question, best.evidences.of(passage.language)
    half = HALF * evidence.share_of(evidence.terms)
    others = set(evidence.analysis.terms) - evidence.analysis.essential
    figures = {term for term in others if term[0].isdigit() and not YEAR.fullmatch(term)}
    is_half = evidence.share_of(held_in(passage.text, evidence)) >= half
    if figures and is_half and figures <= set(analyser(passage.language).terms(passage.text)):
        return Telling.FIGURES
    context = f"{passage.title}\n{passage.text}"
    if differences(question.text, passage.text, passage.language, context=context):
        return Telling.FIGURES
    verb = verb_of(tokens(without_hearsay(question.text, ENGLISH), passage.language))
    held = (
        held_in(passage.text[start:end], evidence)
        for start, end in sentences(passage.text, passage.language)
    )
    is_event = any(verb in set(map(like, one)) and evidence.share_of(one) >= half for one in held)
    return Telling.EVENT if is_event else Telling.SUBJECT


def held_in(text: str, evidence: Evidence) -> frozenset[str]:
    return evidence.terms.intersection(analyser(evidence.analysis.language).terms(text))


def is_verdict(passage: Passage, best: Candidates, highest: float) -> bool:
    """Whether a sentence about what is claimed says how far that is so."""
    evidence = best.evidences.of(passage.language)
    is_checked = FACT_CHECK.search(passage.title) is not None
    return any(
        _judges(passage.text[start:end], is_checked)
        and _is_about(passage.text[start:end], evidence, max(HALF, JUDGED * highest))
        for start, end in sentences(passage.text, passage.language)
    )


def _judges(sentence: str, is_checked: bool) -> bool:
    return bool(VERDICT.search(sentence) or (is_checked and DENIAL.search(sentence)))


def _is_about(sentence: str, evidence: Evidence, share: float) -> bool:
    """Whether it has that share of the claim, and more of it than names."""
    words, terms = analyser(evidence.analysis.language).words(sentence)
    held = evidence.terms.intersection(terms)
    is_more = any(
        term in held and word[0].islower() for word, term in zip(words, terms, strict=True)
    )
    return is_more and evidence.share_of(held) >= share
