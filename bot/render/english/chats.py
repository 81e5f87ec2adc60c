"""The words of a chat's own commands in Telegram, as HTML: settings, watches, privacy."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from bot.chat_settings import ChatSettings, in_zone
from bot.render.english.dates import when
from bot.render.languages.speaking import Counted, Wording, number, say, spoken
from bot.render.languages.table import CODES, OWN_NAMES
from bot.render.telegram.markup import plain, short

MAX_QUESTION = 200  # characters


def watch_lead(question: str) -> str:
    about = plain(short(question, MAX_QUESTION)).within("b").html
    return say("New on {question}", question=about) + "\n\n"


WATCHED = Wording(
    "I will tell here, at most once a day, when this archive has something new on {question}."
)
WATCHES_FULL = Counted(
    "This chat has {count} watch, which is as many as I keep. /watches shows it.",
    "This chat has {count} watches, which is as many as I keep. /watches shows them.",
)
WATCH_WHAT = Wording(
    "What shall I watch for? <code>/watch your question</code>, or reply to an answer."
)
NO_WATCHES = Wording("Nothing is watched for here. <code>/watch your question</code> begins.")
WATCHES = Wording("Watched for here:")
UNWATCH = Wording("Stop {number}")
UNWATCHED = Wording("I no longer watch for that.")
TELL_ME = Wording("Tell me when you have it")

ONLY_ADMINS = Wording("Only this group's administrators can do that.")
HOW_TO_SET = Wording(
    "<code>/settings language lt</code>: the language I speak ({languages}); "
    "<code>auto</code> is Telegram's\n"
    "<code>/settings zone Europe/Vilnius</code>: days and hours are counted there\n"
    "<code>/settings quotes 3</code>: 1 to 5 in an answer\n"
    "<code>/settings press anybody</code> or <code>asker</code>: who may use the buttons\n"
    "<code>/settings help stays</code> or <code>goes</code>: after some minutes, in a group\n"
    "<code>/settings quiet 8h</code>: I say nothing for so long (m, h or d); "
    "<code>quiet 0</code> ends that\n"
    "<code>/settings off</code> and <code>on</code>"
)
NOT_A_SETTING = Wording("I do not understand that setting.")

NOT_A_GROUP = Wording("There is no group here to leave.")
CANNOT_LEAVE = Wording("I cannot leave by myself; please remove me.")
NOTHING_KEPT = Wording("I held nothing of that.")
LEAVING = Wording("Good bye. Everything that I held of this group is deleted.")


def how_to_set() -> str:
    return HOW_TO_SET(languages=", ".join(CODES))


def settings(there: ChatSettings, *, is_group: bool) -> str:
    """What is set, and how it is changed."""
    zone = plain(there.zone).html if there.zone else say("as my keeper set it")
    language = OWN_NAMES[spoken().code]
    if not there.language:
        language = say("{language}, as Telegram tells", language=language)
    lines = [
        say("Language: <b>{language}</b>", language=language),
        say("Time zone: <b>{zone}</b>", zone=zone),
        say("Quotes in an answer: <b>{count}</b>", count=number(there.quotes)),
    ]
    if is_group:
        who = say("anybody") if there.anybody else say("who asked")
        what = say("stays") if there.keeps else say("goes after some minutes")
        lines += [
            say("Buttons: <b>{who}</b>", who=who),
            say("Help and the like: <b>{what}</b>", what=what),
        ]
    if there.off:
        lines.append(say("I am <b>off</b> here."))
    elif there.is_silent:
        until = in_zone(datetime.fromtimestamp(there.quiet_until, UTC), there.zone)
        lines.append(say("I am <b>quiet</b> until {moment}.", moment=when(until)))
    return "\n".join(lines) + "\n\n" + how_to_set()


def forgotten(counts: Mapping[str, int]) -> str:
    told = [f"{NAMES[table]()}: {number(count)}" for table, count in counts.items() if count]
    return say("Forgotten: {counted}.", counted=", ".join(told)) if told else NOTHING_KEPT()


NAMES = {
    "outbox": Wording("answers that were to be sent"),
    "quoted": Wording("quoted articles"),
    "message_card": Wording("answers in messages"),
    "card": Wording("questions"),
    "told": Wording("articles told of"),
    "watch": Wording("watches"),
    "chat": Wording("settings"),
}

# What each table of the bot's own file holds and for how long; its columns stand in brackets.
TABLES: Sequence[tuple[str, Wording, Wording]] = (
    (
        "update_seen",
        Wording("numbers of messages that came, so that none is answered twice (id, at)"),
        Wording("7 days"),
    ),
    (
        "inbox",
        Wording("messages to me that are not answered yet, whole (id, body, at, begun)"),
        Wording("until answered, at most 2 days"),
    ),
    (
        "outbox",
        Wording(
            "answers that are not known to have arrived, and help that is to go from a group"
            " (number, chat, body, at, due, fate)"
        ),
        Wording("until they arrive, at most 2 days"),
    ),
    (
        "card",
        Wording(
            "a question, who asked it and which passages were quoted (key, chat, asker, body, at)"
        ),
        Wording("400 days"),
    ),
    (
        "message_card",
        Wording("which message of mine shows which answer (chat, message, card, at)"),
        Wording("400 days"),
    ),
    (
        "quoted",
        Wording("which articles a message of mine quotes (chat, message, article, at)"),
        Wording("400 days"),
    ),
    (
        "looked",
        Wording("how far the archive was read; nothing of anybody (what, seq, at)"),
        Wording("for good"),
    ),
    (
        "chat",
        Wording("a chat's settings, and the language that Telegram tells of it (id, settings, at)"),
        Wording("until /forget"),
    ),
    (
        "watch",
        Wording("what is watched for (number, chat, thread, asker, body, at, told)"),
        Wording("until stopped"),
    ),
    (
        "told",
        Wording("which articles a watch has told of (watch, article, at)"),
        Wording("as long as the watch"),
    ),
)


def privacy() -> str:
    lines = [f"• {plain(what()).html}: <i>{plain(age()).html}</i>" for _, what, age in TABLES]
    begin = say("What I keep, in one file on the computer that I run on, and for how long:")
    end = say(
        "I read in a group only what is addressed to me. My log has numbers of chats and"
        " messages, no words. <code>/forget</code> deletes what you asked;"
        " <code>/forget chat</code> all of this chat."
    )
    return "\n".join([begin, *lines]) + "\n\n" + end
