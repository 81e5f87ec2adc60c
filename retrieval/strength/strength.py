"""What an answer is called: strong where the first quote answers, weak where it is but near."""

from collections.abc import Sequence

from retrieval.answer import Strength
from retrieval.question.answers.answer_types import SPEECH, AnswerType, answers_in
from retrieval.question.kinds.chatter import PERHAPS_TALK
from retrieval.question.kinds.kind import Kind
from retrieval.question.question import Question
from retrieval.ranking.card import Card
from retrieval.strength.timeliness import is_timely
from retrieval.text.analyser import analyser
from retrieval.text.languages.table import code_of

TOLD = 0.75  # tens of nats: two common words, or one that hardly a passage has
STRONG = 0.45  # of confidence: seven in ten of those quotes answer


def strength(cards: Sequence[Card], question: Question, *, is_exact: bool) -> Strength:
    """`strong` only where the first quote has the phrases, is of the time that is stated, and has a
    number for "how many", and for "what did he say" what he says.

    A claim is never `strong`, nor is what asks for yes or no: of either a retelling has all words.
    Nor is what may be no question to an archive, or asks in few common words.
    `is_exact`: the quotes have the question's phrases as written.
    """
    if not cards:
        return Strength.NONE
    if question.kind is Kind.CLAIM or question.is_yes_or_no:  # no words tell whether it is so
        return Strength.WEAK
    if question.talk >= PERHAPS_TALK:
        return Strength.WEAK
    kind = question.answer_type
    is_typed = kind is None or not kind.is_in_text or _has(cards[0], kind, question)
    is_told = is_typed and not _lacks_something_named(cards[0], question)
    is_strong = cards[0].confidence >= STRONG and is_told and is_exact
    is_strong = is_strong and is_timely(cards, question) and _is_told_enough(cards[0], question)
    return Strength.STRONG if is_strong else Strength.WEAK


def _is_told_enough(card: Card, question: Question) -> bool:
    """Whether what a quote has of the question tells something: of "who won the game" and "how many
    died" most texts on a game, or on the dead, have all.
    """
    needs_no_word = question.phrases or question.articles or question.asks_for_news
    return bool(needs_no_word) or card.features.held >= TOLD


def _has(card: Card, kind: AnswerType, question: Question) -> bool:
    """Whether a quote has that kind of answer; what an outlet or agency says is all of its text."""
    article = card.quote.article
    language = code_of(article.language)
    terms = analyser(language).terms
    known = frozenset(terms(question.text))
    if kind is SPEECH:
        named = (frozenset(terms(name or "")) for name in (article.source, article.agency))
        if any(name and name <= known for name in named):
            return True
    return any(answers_in(kind, card.quote.text, known, language=language))


def _lacks_something_named(card: Card, question: Question) -> bool:
    """Whether a figure or a name of words that ask for nothing, as a headline, stands neither in
    the quote nor in its headline, nor names its outlet.

    Of what asks for a name or a reason it is but a circumstance.

    Of words with capitals those are names that stand behind the first one, if most have none.
    """
    if question.answer_type is not None:
        return False
    article = card.quote.article
    analysis = question.analysis(code_of(article.language))
    analyse = analyser(analysis.language)
    words, terms = analyse.words(question.text)
    capitals = [word[0].isupper() for word in words]
    are_names = 2 * sum(capitals) < len(words)
    named = {
        term
        for place, (word, term) in enumerate(zip(words, terms, strict=True))
        if word[0].isdigit() or (are_names and place and capitals[place] and term)
    }
    told = (card.quote.text, article.title, article.source, article.agency or "")
    printed = {term for text in told for term in analyse.terms(text)}
    return not named - analysis.time <= printed | {str(article.day.year)}
