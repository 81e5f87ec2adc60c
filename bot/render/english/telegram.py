"""The words the bot says of itself in Telegram, as HTML."""

import html
from collections.abc import Sequence
from enum import Enum

from bot.render.english.collecting import collection_lines
from bot.render.english.dates import counted, when
from bot.render.telegram.markup import plain
from corpus.archive.archive import Holdings
from corpus.collect.state.standing import Collection
from retrieval.conversation.changes import Change, What

MAX_SOURCES = 12  # named in /about, the largest first
MOST_WORDS = 6  # of a claim, named as searched for

COMMANDS = (
    ("ask", "Ask the archive; or reply with it to what somebody said"),
    ("said", "Was this printed, word for word?"),
    ("first", "Where was it printed first?"),
    ("timeline", "How much was printed about it, as a picture"),
    ("latest", "The newest articles; or of one outlet"),
    ("sources", "The outlets of this archive"),
    ("about", "What this archive holds"),
    ("watch", "Tell me when there is something new on this"),
    ("watches", "What is watched for here"),
    ("settings", "Time zone, quotes, buttons, quiet"),
    ("privacy", "What I keep, and for how long"),
    ("help", "How to ask"),
)

PURPOSE = (
    "Ask me anything the news may have reported. I answer in the paper's own words: "
    "quotes, each with its date and source.\n"
    "\n"
)
IN_A_QUESTION = (
    "• Times in words count: <i>last March</i>, <i>in 2021</i>, <i>yesterday</i>.\n"
    "• <code>since:2021-03</code> and <code>until:2021</code> keep to those days, "
    "<code>source:name</code> to an outlet, <code>title:word</code> to headlines with that word.\n"
    "• <code>&quot;exact words&quot;</code> are looked for as they stand; "
    "<code>-word</code> leaves out what has that word.\n"
    "• <code>/said words</code>: were they printed so? <code>/first words</code>: where first? "
    "Both also in reply to a message.\n"
    "• <code>/timeline question</code>: how much was printed about it, as a picture. "
    "/latest and <code>/latest outlet</code>: the newest articles.\n"
    "• /about and /sources say what this archive holds."
)
HELP = (
    f"{PURPOSE}"
    "• Here: just write your question.\n"
    "• In a group: <code>/ask your question</code>, or mention me. "
    "Reply <code>/ask</code> to a message to check what it says.\n"
    f"{IN_A_QUESTION}"
)
GROUP_HELP = (
    f"{PURPOSE}"
    "• <code>/ask your question</code>, or mention me, or reply to me.\n"
    "• Reply <code>/ask</code> to a message to check what it says.\n"
    f"{IN_A_QUESTION}"
)
HEARD = (
    "I hear all that is written in groups, and answer what names me or replies to me.",
    "In groups Telegram shows me commands and replies to me, not every mention.",
)
UNKNOWN_COMMAND = "I don't know that command.\n\n"
HINT = (
    "What would you like to know? Write <code>/ask</code> and your question, "
    "or reply <code>/ask</code> to a message."
)
NOTHING_INLINE = "Nothing in this archive; ask me in private"
GUEST_TITLE = "From the archive"
WRITTEN_ONLY = "I can only answer written questions."
APOLOGY = "Sorry, something went wrong while I looked for that. Please try again in a while."
TOO_LONG = "That takes me too long. Fewer words may do it."
AWAY = "The archive does not answer at the moment. Please try again in a while."
TOO_MANY = "You ask faster than I can answer; please wait, and then ask the rest once more."
MAY_BE_LOST = "I cannot tell whether my answer to this reached you."
SEND_AGAIN = "Send the answer again"
GONE = "That answer is no longer here; please ask again."
MORE, BACK, CONTEXT, CITE, SHARE = "More", "‹ Back", "Context", "Cite", "Share"
NEWEST, OLDEST, BEST = "Newest", "Oldest", "Best first"
NO_MORE = "There is no more of that in this archive."
PASSAGE_GONE = "What was quoted there is no longer in this archive."
NOW_OTHERWISE = "Changed, seen on {day}: this no longer stands in the article."
NOW_GONE = (
    "Changed, seen on {day}: this no longer stands in the article, nor anything in its place."
)
READS_NOW = "It says now:"
TAKEN_DOWN = "{day}: an article that was quoted here is no longer in this archive."
TOO_LONG_TO_SHOW = "(too long for this message)"
ONLY_ASKER = "Only who asked can turn this answer over."

OTHER_WORDS = "Other words may: try a name, a place or a year."
NO_WORDS = "Please give me a name or a word to look for; there is none in that."
NEAREST = "No clear answer; the nearest:"
CUT = "… The passage goes on; it is too long for a message."


class Sorted(Enum):
    """How the quotes of a claim follow one another."""

    NEWEST = "newest first"
    OLDEST = "oldest first"
    BEARING = "what judges it or has its very words first, then the newest"


def claim_line(words: Sequence[str], order: Sorted) -> str:
    """What was searched for, how the passages are sorted, and what they do not prove."""
    named = ", ".join(words[:MOST_WORDS])
    more = f" and {len(words) - MOST_WORDS} more" if len(words) > MOST_WORDS else ""
    searched = f"searched for {named}{more}; " if named else ""
    return f"Not judged: {searched}{order.value}. The same words are no agreement."


def group_help(username: str, *, hears_all: bool) -> str:
    """With the form that reaches the bot whatever else does not."""
    return GROUP_HELP if hears_all else f"{GROUP_HELP}\n• {_always(username)}"


def welcome(username: str, *, hears_all: bool) -> str:
    """When the bot is added to a group."""
    ask = "/ask" if hears_all else f"/ask@{html.escape(username)}"
    return (
        "Hello! I look things up in a news archive and quote it word for word. "
        f"Write {ask} and your question, or reply {ask} to a message to check what it says."
    )


def _always(username: str) -> str:
    return f"What always reaches me: <code>/ask@{html.escape(username)} your question</code>."


def heard(*, hears_all: bool) -> str:
    return HEARD[0 if hears_all else 1]


def answered_before(address: str) -> str:
    """HTML; `address` is that of the answer, or empty."""
    where = f'<a href="{html.escape(address)}">Answered above</a>' if address else "Answered above"
    return f"{where}; nothing new since."


def new_since(articles: int) -> str:
    return f"Asked before today; {counted(articles, 'article')} not shown then"


ORDERS = {"newest": "newest first", "oldest": "oldest first", "best": "best first"}
MOST_ABOUT = 80  # characters of what an earlier question was about


def changed_line(about: str, changes: Sequence[Change]) -> str:
    """How a question came from an earlier one: `Navalny · in 2021`."""
    shown = about if len(about) <= MOST_ABOUT else about[:MOST_ABOUT].rstrip() + "…"
    parts = [shown]
    for change in changes:
        match change.what:
            case What.ORDER:
                parts.append(ORDERS[change.words])
            case What.EXCLUDED:
                parts.append(f"without {change.words}")
            case What.TIME | What.OUTLET:
                parts.append(change.words)
    return " · ".join(parts)


def about(holdings: Holdings, collection: Collection | None = None) -> str:
    """What the archive holds, counted; when it was last collected, and from where it was not."""
    counted = "1 article" if holdings.articles == 1 else f"{holdings.articles:,} articles"
    lines = [f"This archive holds {counted}."]
    if holdings.first and holdings.last:
        lines.append(f"The first: {when(holdings.first)}\nThe last: {when(holdings.last)}")
    if holdings.sources:
        ranked = sorted(holdings.sources.items(), key=lambda source: -source[1])
        named = [f"• {name[:100]}: {count:,}" for name, count in ranked[:MAX_SOURCES]]
        rest = len(ranked) - MAX_SOURCES
        lines.append("\n".join(named + ([f"and {rest} more"] if rest > 0 else [])))
    if collection and (told := collection_lines(collection)):
        lines.append("\n".join(told))
    lines.append("Everything I quote stands in it, word for word; I write nothing of my own.")
    return plain("\n\n".join(lines)).html
