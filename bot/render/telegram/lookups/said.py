"""`Said` → one message: the verdict, the printing, the words that differ."""

from bot.render.english.answers import damaged_line
from bot.render.english.said import (
    difference_line,
    more_differences_line,
    then_in_line,
    verdict_line,
)
from bot.render.telegram.card import alone, heading, highlighted, where
from bot.render.telegram.lookups.report import Report, joined
from bot.render.telegram.markup import Markup, plain, short, without_lone_surrogates
from bot.render.words import others_of
from corpus.article import HEADLINE
from retrieval.text.languages.table import code_of
from retrieval.verbatim.around import in_its_sentences
from retrieval.verbatim.checking import Said
from retrieval.verbatim.printings import Match

MOST_NEAR = 3  # articles that print something near
MOST_DIFFERENCES = 8  # of one of them
MAX_LINE = 300  # characters


def said_report(said: Said) -> Report:
    """Of a verbatim quote its first printing and where else; else the nearest."""
    above = plain(short(damaged_line(said.damaged), MAX_LINE) + "\n\n" if said.damaged else "")
    above += plain(verdict_line(said))
    if not said.matches:
        return Report(above.html, fades=True)
    if said.is_printed:
        below = [plain(short(line, MAX_LINE)) for line in then_in_line(others_of(said.matches))]
    else:
        below = [_printed(match) for match in said.matches[1:MOST_NEAR]]
    first = printing(above, said.matches[0])
    return Report(joined([first, *below], apart="\n\n").html)


def printing(above: Markup, match: Match) -> Markup:
    """One printing under a line; of what is too long for a message, its beginning."""
    whole = above + plain("\n\n") + _printed(match)
    if whole.fits:
        return whole
    text = without_lone_surrogates(match.excerpts[0].text)
    above += plain("\n\n")
    return alone(above, match.article, text, is_doubtful=match.is_doubtful)[0]


def _printed(match: Match) -> Markup:
    shown = where(match.article, is_doubtful=match.is_doubtful)
    for excerpt in match.excerpts:
        if excerpt.paragraph.position != HEADLINE:  # it stands below
            wide = in_its_sentences(excerpt, code_of(match.article.language))
            shown += plain("\n") + highlighted(wide).within("blockquote")
    shown += plain("\n") + heading(match.article, match.excerpts[0].text)
    lines = [difference_line(one) for one in match.differences[:MOST_DIFFERENCES]]
    if (more := len(match.differences) - MOST_DIFFERENCES) > 0:
        lines.append(more_differences_line(more))
    for line in lines:
        shown += plain(f"\n{short(line, MAX_LINE)}")
    return shown
