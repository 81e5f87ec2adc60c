"""`Said` → a terminal."""

from rich.console import Console
from rich.text import Text

from bot.render.english.answers import damaged_line
from bot.render.english.said import difference_line, then_in_line, verdict_line
from bot.render.terminal import INDENT, print_line, quoted
from bot.render.words import from_where, headline, link_to, others_of
from corpus.article import HEADLINE
from retrieval.verbatim.checking import Said
from retrieval.verbatim.printings import Match


def print_said(console: Console, said: Said) -> None:
    """The verdict; of a verbatim quote its first printing, else all that is near."""
    if said.damaged:
        print_line(console, Text(damaged_line(said.damaged), "italic"))
    print_line(console, Text(verdict_line(said)))
    is_printed = said.is_printed
    for match in said.matches[:1] if is_printed else said.matches:
        console.print()
        _print_match(console, match)
    for line in then_in_line(others_of(said.matches)) if is_printed else ():
        print_line(console, Text(line, "dim"), indent=INDENT)


def _print_match(console: Console, match: Match) -> None:
    print_line(console, Text(headline(match.article), "bold"))
    print_line(
        console,
        Text(from_where(match.article, is_doubtful=match.is_doubtful), "cyan"),
        indent=INDENT,
    )
    for excerpt in match.excerpts:
        if excerpt.paragraph.position != HEADLINE:  # it stands above
            print_line(console, quoted(excerpt), indent=INDENT)
    for difference in match.differences:
        print_line(console, Text(difference_line(difference), "italic"), indent=INDENT)
    address = link_to(match.article, match.excerpts[0].text)
    if address is not None:
        shown = Text(match.article.url or "", f"dim link {address}")
        print_line(console, shown, indent=INDENT)
