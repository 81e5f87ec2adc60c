"""What stands above the quotes: how the question was understood, and how far they answer it."""

from collections.abc import Sequence

from bot.render.english import telegram as texts
from bot.render.english.answers import OR, note_line, suggested
from bot.render.telegram.markup import HERE, Markup, around, plain, short
from retrieval.answer import Answer, Quote, Strength
from retrieval.notes import Nearest, Suggestion
from retrieval.question.kinds import Kind
from retrieval.question.question import Question
from retrieval.verbatim.chronology import Order

MAX_NOTE = 700  # characters; only what was made to be long has longer ones
MAX_NOTES = 1500  # UTF-16 code units of all of them: a note that would be cut short is left out
MAX_WORD = 40  # characters
MAX_SUGGESTIONS = 3
MAX_SUGGESTION = (
    60  # characters of a whole question; of a longer one only the changed word is shown
)


def lead(answer: Answer, order: Order) -> Markup:
    """Paragraphs, each with an empty line behind it. `order` is the one that was asked for."""
    above = said_first(answer)
    if answer.question.kind is Kind.CLAIM:
        return above + plain(f"{_claim_line(answer, order)}\n\n")
    if answer.strength is Strength.WEAK:
        return above + plain(f"{texts.NEAREST()}\n\n")
    return above


def said_first(answer: Answer) -> Markup:
    """Notes, and suggestions in one line."""
    said = plain("")
    for note in answer.notes:
        # Of a claim, its own line says the same.
        line = plain("" if isinstance(note, Nearest) else f"{short(note_line(note), MAX_NOTE)}\n\n")
        if said.units + line.units <= MAX_NOTES:
            said += line
    suggestions = answer.suggestions[:MAX_SUGGESTIONS]
    meant = plain("")
    for place, suggestion in enumerate(suggestions):
        meant += plain(f" {OR()} " if place else "") + _suggested(answer.question, suggestion)
    if not suggestions:
        return said
    return said + around(texts.DID_YOU_MEAN(questions=HERE), meant) + plain("\n\n")


def _suggested(question: Question, suggestion: Suggestion) -> Markup:
    """The whole question, which a tap copies; of a long one `dolor → door`."""
    whole = suggested(question, suggestion)
    if len(whole) <= MAX_SUGGESTION:
        return plain(whole).within("code")
    written, instead = short(suggestion.written, MAX_SUGGESTION), suggestion.instead
    return plain(f"{written} → ") + plain(short(instead, MAX_SUGGESTION)).within("code")


def _claim_line(answer: Answer, order: Order) -> str:
    analysis = answer.question.analyses[0]
    words = [short(analysis.written.get(term, term), MAX_WORD) for term in analysis.terms]
    return texts.claim_line(words, _sorted(answer.quotes, order))


def _sorted(quotes: Sequence[Quote], order: Order) -> texts.Sorted:
    """As the quotes follow one another; what judges a claim may stand before what is newer."""
    if order is Order.OLDEST:
        return texts.Sorted.OLDEST
    days = [quote.article.day for quote in quotes if not quote.is_doubtful]  # those come last
    is_newest_first = days == sorted(days, reverse=True)
    return texts.Sorted.NEWEST if is_newest_first else texts.Sorted.BEARING
