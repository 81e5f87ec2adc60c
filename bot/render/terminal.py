"""`Answer` → a terminal, by rich; plain lines where the output is piped."""

from collections import defaultdict
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from bot.render.english.answers import (
    CHATTER,
    NOTHING,
    correction_line,
    difference_line,
    note_line,
    suggested,
)
from bot.render.english.copies import copies_line
from bot.render.english.dates import counted
from bot.render.english.silence import searched_lines
from bot.render.words import corrections_of, from_where, headline, link, parts_of
from corpus.article import Article
from corpus.versions.corrections import corrections
from retrieval.answer import Answer, Excerpt, Quote, Strength
from retrieval.question.kinds import Kind

if TYPE_CHECKING:
    from rich.table import Table

NO_WORDS = "Ask with a name or a word to look for; there is none in that."
NEAREST = "No clear answer in this archive; the nearest passages:"
MATCH = "bold yellow"
INDENT = 3


def print_answer(console: Console, answer: Answer, *, first: int = 1) -> None:
    """Print the quotes from rank `first` on, and a line that counts."""
    for note in answer.notes if first == 1 else ():
        print_line(console, Text(note_line(note), "italic"))
    for suggestion in answer.suggestions if first == 1 else ():
        print_line(
            console, Text(f"Did you mean: {suggested(answer.question, suggestion)}", "italic")
        )
    if answer.strength is Strength.NONE:
        print_line(console, Text(_nothing(answer)))
        for line in searched_lines(answer.searched) if answer.searched else ():
            print_line(console, Text(line, "dim"))
        return
    is_claim = answer.question.kind is Kind.CLAIM  # whose note says the same
    if answer.strength is Strength.WEAK and first == 1 and not is_claim:
        print_line(console, Text(NEAREST, style="italic"))
    console.print()
    for quote in answer.quotes[first - 1 :]:
        _print_card(console, quote)
        console.print()
    shown = len(answer.quotes)
    articles = counted(answer.total, "article")
    summary = f"{shown} of {articles} · {answer.took_ms:.1f} ms · {answer.engine}"
    print_line(console, Text(summary, style="dim"))


def _nothing(answer: Answer) -> str:
    if answer.question.kind is Kind.CHATTER:
        return CHATTER()
    is_asked_for = answer.question.terms or answer.question.phrases
    return NOTHING() if is_asked_for else NO_WORDS


def _print_card(console: Console, quote: Quote) -> None:
    print_line(console, Text(f"{quote.rank}. ", "dim").append(headline(quote.article), "bold"))
    print_line(
        console,
        Text(from_where(quote.article, is_doubtful=quote.is_doubtful), "cyan"),
        indent=INDENT,
    )
    for part in parts_of(quote):
        print_line(console, quoted(part), indent=INDENT)
    for difference in quote.differences:
        print_line(console, Text(difference_line(difference), "bold"), indent=INDENT)
    for note in corrections_of(quote):
        print_line(console, Text(correction_line(note), "bold"), indent=INDENT)
    if copies := copies_line(quote):
        print_line(console, Text(copies, "dim"), indent=INDENT)
    address = link(quote)
    if address is not None:
        shown = Text(quote.article.url or "", f"dim link {address}")
        print_line(console, shown, indent=INDENT)
    if quote.shares:
        console.print(Padding(_explanation(quote), (0, 0, 0, INDENT), expand=False))


def quoted(quote: Quote | Excerpt) -> Text:
    text = Text(quote.text)
    for start, end in quote.highlights:
        text.stylize(MATCH, start, end)
    return Text.assemble("“", text, "”")


def _explanation(quote: Quote) -> "Table":
    """The score by feature, and below what each term gave each field (BM25), a row a term."""
    from rich.table import Table  # noqa: PLC0415 (start-up time)

    fields = list(dict.fromkeys(share.field for share in quote.shares))
    by_term: dict[str, dict[str, float]] = defaultdict(dict)
    for share in quote.shares:
        by_term[share.term][share.field] = share.score
    parts = ", ".join(f"{share.term} {share.score:+.2f}" for share in quote.features)
    title = f"score {quote.score:.2f}: {parts}"
    table = Table(title=title, title_justify="left", box=None, style="dim")
    table.add_column("term")
    for field in fields:
        table.add_column(field, justify="right")
    for term, scores in by_term.items():
        cells = (f"{scores[field]:.2f}" if field in scores else "·" for field in fields)
        table.add_row(term, *cells)
    return table


def print_article(console: Console, article: Article) -> None:
    lines = [Text(headline(article), style="bold"), Text(from_where(article), style="cyan")]
    if article.authors:
        lines.append(Text(", ".join(article.authors)))
    if article.url:
        lines.append(Text(article.url, style="dim"))
    for note in corrections(article):
        lines.append(Text(correction_line(note.text), style="bold"))
    for line in lines:
        print_line(console, line)
    for paragraph in article.paragraphs:
        console.print()
        print_line(console, Text(paragraph))


def print_line(console: Console, text: Text, *, indent: int = 0) -> None:
    """A paragraph, broken to the terminal's width; one line where the output is piped."""
    if console.is_terminal:
        console.print(Padding(text, (0, 0, 0, indent), expand=False))
    else:
        console.print(Text(" " * indent).append_text(text), soft_wrap=True)
