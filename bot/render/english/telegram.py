"""The words the bot says of itself in Telegram, as HTML."""

import html
from collections.abc import Sequence
from enum import Enum

from bot.render.english.collecting import collection_lines
from bot.render.english.dates import and_more, when
from bot.render.languages.speaking import Counted, Wording, number, say
from bot.render.languages.time_words import time_said
from bot.render.telegram.markup import plain
from corpus.archive.archive import Holdings
from corpus.collect.state.standing import Collection
from retrieval.conversation.changes import Change, What

MAX_SOURCES = 12  # named in /about, the largest first
MOST_WORDS = 6  # of a claim, named as searched for

COMMANDS = (
    ("ask", Wording("Ask the archive; or reply with it to what somebody said")),
    ("said", Wording("Was this printed, word for word?")),
    ("first", Wording("Where was it printed first?")),
    ("timeline", Wording("How much was printed about it, as a picture")),
    ("latest", Wording("The newest articles; or of one outlet")),
    ("sources", Wording("The outlets of this archive")),
    ("about", Wording("What this archive holds")),
    ("watch", Wording("Tell me when there is something new on this")),
    ("watches", Wording("What is watched for here")),
    ("settings", Wording("Language, time zone, quotes, buttons, quiet")),
    ("privacy", Wording("What I keep, and for how long")),
    ("help", Wording("How to ask")),
)

PURPOSE = Wording(
    "Ask me anything the news may have reported. I answer in the paper's own words: "
    "quotes, each with its date and source."
)
HERE = Wording("• Here: just write your question.")
IN_A_GROUP = Wording(
    "• In a group: <code>/ask your question</code>, or mention me. "
    "Reply <code>/ask</code> to a message to check what it says."
)
IN_THIS_GROUP = Wording(
    "• <code>/ask your question</code>, or mention me, or reply to me.\n"
    "• Reply <code>/ask</code> to a message to check what it says."
)
IN_A_QUESTION = Wording(
    "• Times in words count: <i>last March</i>, <i>in 2021</i>, <i>yesterday</i>.\n"
    "• <code>since:2021-03</code> and <code>until:2021</code> keep to those days, "
    "<code>source:name</code> to an outlet, <code>title:word</code> to headlines with that word.\n"
    "• <code>&quot;exact words&quot;</code> are looked for as they stand; "
    "<code>-word</code> leaves out what has that word, <code>-source:name</code> an outlet.\n"
    "• <code>/said words</code>: were they printed so? <code>/first words</code>: where first? "
    "Both also in reply to a message.\n"
    "• <code>/timeline question</code>: how much was printed about it, as a picture. "
    "/latest and <code>/latest outlet</code>: the newest articles.\n"
    "• /about and /sources say what this archive holds."
)
OF_THIS_CHAT = Wording(
    "• <code>/watch question</code>: I tell you when there is something new on it; "
    "/watches shows what is watched for.\n"
    "• /settings: language, quotes and more. /privacy says what I keep, /forget deletes it. "
    "/leave: I leave the group."
)
HEARS_ALL = Wording(
    "I hear all that is written in groups, and answer what names me or replies to me."
)
HEARS_SOME = Wording("In groups Telegram shows me commands and replies to me, not every mention.")
UNKNOWN_COMMAND = Wording("I don't know that command.")
HINT = Wording(
    "What would you like to know? Write <code>/ask</code> and your question, "
    "or reply <code>/ask</code> to a message."
)
NOTHING_INLINE = Wording("Nothing in this archive; ask me in private")
GUEST_TITLE = Wording("From the archive")
WRITTEN_ONLY = Wording("I can only answer written questions.")
APOLOGY = Wording(
    "Sorry, something went wrong while I looked for that. Please try again in a while."
)
TOO_LONG = Wording("That takes me too long. Fewer words may do it.")
AWAY = Wording("The archive does not answer at the moment. Please try again in a while.")
TOO_MANY = Wording(
    "You ask faster than I can answer; please wait, and then ask the rest once more."
)
MAY_BE_LOST = Wording("I cannot tell whether my answer to this reached you.")
SEND_AGAIN = Wording("Send the answer again")
GONE = Wording("That answer is no longer here; please ask again.")
MORE, BACK, CONTEXT = Wording("More"), Wording("‹ Back"), Wording("Context")
CITE, SHARE = Wording("Cite"), Wording("Share")
NEWEST, OLDEST, BEST = Wording("Newest"), Wording("Oldest"), Wording("Best first")
NO_MORE = Wording("There is no more of that in this archive.")
PASSAGE_GONE = Wording("What was quoted there is no longer in this archive.")
NOW_OTHERWISE = Wording("Changed, seen on {day}: this no longer stands in the article.")
NOW_GONE = Wording(
    "Changed, seen on {day}: this no longer stands in the article, nor anything in its place."
)
READS_NOW = Wording("It says now:")
TAKEN_DOWN = Wording("{day}: an article that was quoted here is no longer in this archive.")
TOO_LONG_TO_SHOW = Wording("(too long for this message)")
ONLY_ASKER = Wording("Only who asked can turn this answer over.")

OTHER_WORDS = Wording("Other words may: try a name, a place or a year.")
NO_WORDS = Wording("Please give me a name or a word to look for; there is none in that.")
NEAREST = Wording("No clear answer; the nearest:")
CUT = Wording("… The passage goes on; it is too long for a message.")
UPDATED = Wording("updated {time}")
DID_YOU_MEAN = Wording("Did you mean {questions}?")
NEW_SINCE = Counted(
    "Asked before today; {count} article not shown then",
    "Asked before today; {count} articles not shown then",
)
HOLDS = Counted("This archive holds {count} article.", "This archive holds {count} articles.")


class Sorted(Enum):
    """How the quotes of a claim follow one another: with the words searched for, and without."""

    NEWEST = (
        Wording("Not judged: searched for {words}; newest first. The same words are no agreement."),
        Wording("Not judged: newest first. The same words are no agreement."),
    )
    OLDEST = (
        Wording("Not judged: searched for {words}; oldest first. The same words are no agreement."),
        Wording("Not judged: oldest first. The same words are no agreement."),
    )
    BEARING = (
        Wording(
            "Not judged: searched for {words}; what judges it, has its very words or is nearest "
            "first, then the newest. The same words are no agreement."
        ),
        Wording(
            "Not judged: what judges it, has its very words or is nearest first, then the newest. "
            "The same words are no agreement."
        ),
    )


def claim_line(words: Sequence[str], order: Sorted) -> str:
    """What was searched for, how the passages are sorted, and what they do not prove."""
    with_words, without_words = order.value
    if not words:
        return str(without_words())
    named = and_more(", ".join(words[:MOST_WORDS]), len(words) - MOST_WORDS)
    return str(with_words(words=named))


def menu() -> list[tuple[str, str]]:
    """The commands, each with what it is for."""
    return [(name, words()) for name, words in COMMANDS]


def private_help() -> str:
    return f"{PURPOSE()}\n\n{HERE()}\n{IN_A_GROUP()}\n{IN_A_QUESTION()}\n{OF_THIS_CHAT()}"


def group_help(username: str, *, hears_all: bool) -> str:
    """With the form that reaches the bot whatever else does not."""
    told = f"{PURPOSE()}\n\n{IN_THIS_GROUP()}\n{IN_A_QUESTION()}\n{OF_THIS_CHAT()}"
    return told if hears_all else f"{told}\n• {_always(username)}"


def welcome(username: str, *, hears_all: bool) -> str:
    """When the bot is added to a group."""
    ask = "/ask" if hears_all else f"/ask@{html.escape(username)}"
    return say(
        "Hello! I look things up in a news archive and quote it word for word. "
        "Write {ask} and your question, or reply {ask} to a message to check what it says.",
        ask=ask,
    )


def _always(username: str) -> str:
    return say(
        "What always reaches me: <code>/ask@{username} your question</code>.",
        username=html.escape(username),
    )


def heard(*, hears_all: bool) -> str:
    return HEARS_ALL() if hears_all else HEARS_SOME()


def answered_before(address: str) -> str:
    """HTML; `address` is that of the answer, or empty."""
    if not address:
        return say("Answered above; nothing new since.")
    return say(
        '<a href="{address}">Answered above</a>; nothing new since.', address=html.escape(address)
    )


def new_since(articles: int) -> str:
    return NEW_SINCE(articles)


ORDERS = {
    "newest": Wording("newest first"),
    "oldest": Wording("oldest first"),
    "best": Wording("best first"),
}
MOST_ABOUT = 80  # characters of what an earlier question was about


def changed_line(about: str, changes: Sequence[Change]) -> str:
    """How a question came from an earlier one: `Navalny · in 2021`."""
    shown = about if len(about) <= MOST_ABOUT else about[:MOST_ABOUT].rstrip() + "…"
    parts = [shown]
    for change in changes:
        match change.what:
            case What.ORDER:
                parts.append(ORDERS[change.words]())
            case What.EXCLUDED:
                parts.append(say("without {words}", words=change.words))
            case What.TIME:
                parts.append(time_said(change.words))
            case What.OUTLET | What.QUESTION:
                parts.append(change.words)
    return " · ".join(parts)


def about(holdings: Holdings, collection: Collection | None = None) -> str:
    """What the archive holds, counted; when it was last collected, and from where it was not."""
    lines = [HOLDS(holdings.articles)]
    if holdings.first and holdings.last:
        lines.append(
            say(
                "The first: {first}\nThe last: {last}",
                first=when(holdings.first),
                last=when(holdings.last),
            )
        )
    if holdings.sources:
        ranked = sorted(holdings.sources.items(), key=lambda source: -source[1])
        named = [f"• {name[:100]}: {number(count)}" for name, count in ranked[:MAX_SOURCES]]
        rest = len(ranked) - MAX_SOURCES
        more = [say("and {count} more", count=number(rest))] if rest > 0 else []
        lines.append("\n".join(named + more))
    if collection and (told := collection_lines(collection)):
        lines.append("\n".join(told))
    lines.append(say("Everything I quote stands in it, word for word; I write nothing of my own."))
    return plain("\n\n".join(lines)).html
