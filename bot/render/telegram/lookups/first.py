"""The earliest printing: of very words, or of what they tell."""

from bot.render.english import lookups as texts
from bot.render.telegram.lookups.report import Report
from bot.render.telegram.lookups.said import printing
from bot.render.telegram.markup import plain
from retrieval.answer import Answer, Excerpt, Strength
from retrieval.verbatim.checking import Said
from retrieval.verbatim.printings import Match


def first_report(said: Said) -> Report:
    """Of words that stand in the archive; that they do not, where they do not."""
    if said.first is None or not said.is_printed:
        return Report(plain(texts.NOT_PRINTED()).html, fades=True)
    above = plain(texts.first_line(len(said.matches), said.read_to))
    return Report(printing(above, said.first).html)


def earliest_report(answer: Answer) -> Report:
    """Of words that stand nowhere as they are."""
    if not answer.quotes or answer.strength is Strength.NONE:
        return Report(plain(texts.NOT_PRINTED()).html, fades=True)
    quote = answer.quotes[0]
    excerpt = Excerpt(quote.paragraph, quote.start, quote.end, quote.highlights)
    is_strong = answer.strength is Strength.STRONG
    above = plain(texts.EARLIEST() if is_strong else texts.EARLIEST_NEAR())
    match = Match(quote.article, (excerpt,), is_doubtful=quote.is_doubtful)
    return Report(printing(above, match).html)
