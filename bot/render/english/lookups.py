"""What the bot says with /latest, /first, /sources, and where a command has no words."""

from collections.abc import Sequence
from datetime import date

from bot.render.english.dates import counted, when
from corpus.archive.scans.outlets import Outlet

TIMELINE_HINT = (
    "Write <code>/timeline</code> and a question or some words; "
    "I draw how much was printed about it."
)
SAID_HINT = (
    "Write <code>/said</code> and the words, or reply with it to a quotation; "
    "I say whether they were printed so."
)
FIRST_HINT = (
    "Write <code>/first</code> and some words, or reply with it to a message; "
    "I look for where they were printed first."
)
NOTHING_YET = "There is no article here yet."
NOT_PRINTED = "Not printed in this archive, neither so nor in other words."
EARLIEST = "Not printed in these words. The earliest article that answers:"
EARLIEST_NEAR = "Not printed in these words. The earliest that comes near:"


def latest_line(outlets: Sequence[str]) -> str:
    return f"The newest of {', '.join(outlets)}:" if outlets else "The newest articles:"


def unknown_outlet_line(asked: str, known: Sequence[str]) -> str:
    there = f" There are: {', '.join(known)}." if known else ""
    return f"No outlet here is called “{asked}”.{there}"


def first_line(articles: int, read_to: date | None = None) -> str:
    """Above the first printing of very words; `read_to`: up to that day they were counted."""
    if read_to is not None:
        counted_to = f"{counted(articles, 'article')} up to {when(read_to)}"
        return f"Printed, word for word, in {counted_to}. The first:"
    if articles == 1:
        return "Printed, word for word, in one article:"
    return f"Printed, word for word, in {counted(articles, 'article')}. The first:"


def outlets_line(outlets: Sequence[Outlet], named: int) -> str:
    articles = counted(sum(one.articles for one in outlets), "article")
    largest = f"; the {named} largest" if named < len(outlets) else ""
    return f"{articles} of {counted(len(outlets), 'outlet')}{largest}."


def outlet_line(outlet: Outlet) -> str:
    """`• Baltic Post: 4 articles on 3 days, Wed 1 May 2019 to Wed 27 Jan 2021`."""
    line = f"• {outlet.name}: {counted(outlet.articles, 'article')}"
    if outlet.first is None or outlet.last is None:
        return line
    line += f" on {counted(outlet.days, 'day')}, {when(outlet.first)}"
    return line if outlet.first == outlet.last else f"{line} to {when(outlet.last)}"
