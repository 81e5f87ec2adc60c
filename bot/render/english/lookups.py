"""What the bot says with /latest, /first, /sources, and where a command has no words."""

from collections.abc import Sequence
from datetime import date

from bot.render.english.dates import ARTICLES, articles_of_outlets, span, when
from bot.render.languages.speaking import Counted, Wording, number, say
from corpus.archive.scans.outlets import Outlet

TIMELINE_HINT = Wording(
    "Write <code>/timeline</code> and a question or some words; "
    "I draw how much was printed about it."
)
SAID_HINT = Wording(
    "Write <code>/said</code> and the words, or reply with it to a quotation; "
    "I say whether they were printed so."
)
FIRST_HINT = Wording(
    "Write <code>/first</code> and some words, or reply with it to a message; "
    "I look for where they were printed first."
)
NOTHING_YET = Wording("There is no article here yet.")
NOT_PRINTED = Wording("Not printed in this archive, neither so nor in other words.")
EARLIEST = Wording("Not printed in these words. The earliest article that answers:")
EARLIEST_NEAR = Wording("Not printed in these words. The earliest that comes near:")
PRINTED_IN = Counted(
    "Printed, word for word, in {count} article. The first:",
    "Printed, word for word, in {count} articles. The first:",
)
PRINTED_UP_TO = Counted(
    "Printed, word for word, in {count} article up to {day}. The first:",
    "Printed, word for word, in {count} articles up to {day}. The first:",
)
ON_DAYS = Counted("{articles} on {count} day, {days}", "{articles} on {count} days, {days}")


def latest_line(outlets: Sequence[str]) -> str:
    if not outlets:
        return say("The newest articles:")
    return say("The newest of {outlets}:", outlets=", ".join(outlets))


def unknown_outlet_line(asked: str, known: Sequence[str]) -> str:
    line = say("No outlet here is called “{asked}”.", asked=asked)
    if not known:
        return line
    there = say("There are: {outlets}.", outlets=", ".join(known))
    return f"{line} {there}"


def first_line(articles: int, read_to: date | None = None) -> str:
    """Above the first printing of very words; `read_to`: up to that day they were counted."""
    if read_to is not None:
        return PRINTED_UP_TO(articles, day=when(read_to))
    if articles == 1:
        return say("Printed, word for word, in one article:")
    return PRINTED_IN(articles)


def outlets_line(outlets: Sequence[Outlet], named: int) -> str:
    articles = articles_of_outlets(sum(one.articles for one in outlets), len(outlets))
    if named == len(outlets):
        return f"{articles}."
    return say("{articles}; the {count} largest.", articles=articles, count=number(named))


def outlet_line(outlet: Outlet) -> str:
    """`• Baltic Post: 4 articles on 3 days, Wed 1 May 2019 to Wed 27 Jan 2021`."""
    told = ARTICLES(outlet.articles)
    if outlet.first is not None and outlet.last is not None:
        days = when(outlet.first)
        if outlet.first != outlet.last:
            days = span(outlet.first, outlet.last)
        told = ON_DAYS(outlet.days, articles=told, days=days)
    return f"• {outlet.name}: {told}"
