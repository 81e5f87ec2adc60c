"""The words of a chat's own commands in Telegram, as HTML: settings, watches, privacy."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from bot.chat_settings import ChatSettings, in_zone
from bot.render.english.dates import when
from bot.render.telegram.markup import plain, short

MAX_QUESTION = 200  # characters


def watch_lead(question: str) -> str:
    return "New on " + plain(short(question, MAX_QUESTION)).within("b").html + "\n\n"


WATCHED = "I will tell here, at most once a day, when this archive has something new on {question}."
WATCHES_FULL = "This chat has {count} watches, which is as many as I keep. /watches shows them."
WATCH_WHAT = "What shall I watch for? <code>/watch your question</code>, or reply to an answer."
NO_WATCHES = "Nothing is watched for here. <code>/watch your question</code> begins."
WATCHES = "Watched for here:"
UNWATCH = "Stop {number}"
UNWATCHED = "I no longer watch for that."
TELL_ME = "Tell me when you have it"

ONLY_ADMINS = "Only this group's administrators can do that."
SETTINGS_HELP = (
    "<code>/settings zone Europe/Vilnius</code>: days and hours are counted there\n"
    "<code>/settings quotes 3</code>: 1 to 5 in an answer\n"
    "<code>/settings press anybody</code> or <code>asker</code>: who may use the buttons\n"
    "<code>/settings help stays</code> or <code>goes</code>: after some minutes, in a group\n"
    "<code>/settings quiet 8h</code>: I say nothing for so long (m, h or d); "
    "<code>quiet 0</code> ends that\n"
    "<code>/settings off</code> and <code>on</code>"
)
NOT_A_SETTING = "I do not understand that setting."

NOT_A_GROUP = "There is no group here to leave."
CANNOT_LEAVE = "I cannot leave by myself; please remove me."
FORGOTTEN = "Forgotten: {counted}."
NOTHING_KEPT = "I held nothing of that."
LEAVING = "Good bye. Everything that I held of this group is deleted."


def settings(there: ChatSettings, *, is_group: bool) -> str:
    """What is set, and how it is changed."""
    lines = [
        f"Time zone: <b>{plain(there.zone or 'as my keeper set it').html}</b>",
        f"Quotes in an answer: <b>{there.quotes}</b>",
    ]
    if is_group:
        lines += [
            f"Buttons: <b>{'anybody' if there.anybody else 'who asked'}</b>",
            f"Help and the like: <b>{'stays' if there.keeps else 'goes after some minutes'}</b>",
        ]
    if there.off:
        lines.append("I am <b>off</b> here.")
    elif there.is_silent:
        until = in_zone(datetime.fromtimestamp(there.quiet_until, UTC), there.zone)
        lines.append(f"I am <b>quiet</b> until {when(until)}.")
    return "\n".join(lines) + "\n\n" + SETTINGS_HELP


def forgotten(counts: Mapping[str, int]) -> str:
    told = [f"{NAMES[table]}: {count}" for table, count in counts.items() if count]
    return FORGOTTEN.format(counted=", ".join(told)) if told else NOTHING_KEPT


NAMES = {
    "outbox": "answers that were to be sent",
    "quoted": "quoted articles",
    "message_card": "answers in messages",
    "card": "questions",
    "told": "articles told of",
    "watch": "watches",
    "chat": "settings",
}

# What each table of the bot's own file holds and for how long; its columns stand in brackets.
TABLES: Sequence[tuple[str, str, str]] = (
    (
        "update_seen",
        "numbers of messages that came, so that none is answered twice (id, at)",
        "7 days",
    ),
    (
        "inbox",
        "messages to me that are not answered yet, whole (id, body, at, begun)",
        "until answered, at most 2 days",
    ),
    (
        "outbox",
        "answers that are not known to have arrived (number, chat, body, at, due, fate)",
        "until they arrive, at most 2 days",
    ),
    (
        "card",
        "a question, who asked it and which passages were quoted (key, chat, asker, body, at)",
        "400 days",
    ),
    (
        "message_card",
        "which message of mine shows which answer (chat, message, card, at)",
        "400 days",
    ),
    ("quoted", "which articles a message of mine quotes (chat, message, article, at)", "400 days"),
    ("looked", "how far the archive was read; nothing of anybody (what, seq, at)", "for good"),
    ("chat", "a chat's settings (id, settings, at)", "until /forget"),
    ("watch", "what is watched for (number, chat, thread, asker, body, at, told)", "until stopped"),
    ("told", "which articles a watch has told of (watch, article, at)", "as long as the watch"),
)


def privacy() -> str:
    lines = [f"• {plain(what).html}: <i>{plain(age).html}</i>" for _, what, age in TABLES]
    return (
        "What I keep, in one file on the computer that I run on, and for how long:\n"
        + "\n".join(lines)
        + "\n\nI read in a group only what is addressed to me. My log has numbers of chats and"
        " messages, no words. <code>/forget</code> deletes what you asked;"
        " <code>/forget chat</code> all of this chat."
    )
