"""The one list of what the bot reacts to, in order: the first that matches takes the update."""

from functools import partial

from telegram.ext import filters

from bot.telegram.handlers import (
    again,
    buttons,
)
from bot.telegram.handlers.chat import membership, privacy, settings, watching
from bot.telegram.handlers.elsewhere import guest
from bot.telegram.handlers.elsewhere import inline as inline_query
from bot.telegram.handlers.lookups.first import first
from bot.telegram.handlers.lookups.latest import latest
from bot.telegram.handlers.lookups.said import said
from bot.telegram.handlers.lookups.sources import sources
from bot.telegram.handlers.lookups.timeline import timeline
from bot.telegram.handlers.questions import commands, edited, group, private
from bot.telegram.handlers.questions.asking import Outlets
from bot.telegram.handlers.reaction import (
    Reaction,
    ReactToMessage,
    on_edited,
    on_guest_message,
    on_inline_query,
    on_membership,
    on_message,
    on_press,
)
from bot.telegram.incoming.message_filters import (
    FOR_HELP,
    FROM_PERSON,
    TO_THIS_BOT,
    WITH_CONTENT,
    Command,
)
from bot.telegram.inline.inline_mode import InlineMode
from bot.telegram.responder import Responder
from bot.telegram.transport.delivering import AGAIN

SENT = FROM_PERSON & WITH_CONTENT
PRIVATE = SENT & filters.ChatType.PRIVATE
GROUP = SENT & (filters.ChatType.GROUPS | filters.ChatType.CHANNEL)  # whoever reads there
ANYWHERE = PRIVATE | GROUP

BUTTONS = {
    "more": buttons.more,
    "quotes": buttons.quotes,
    "newest": buttons.newest,
    "oldest": buttons.oldest,
    "context": buttons.context,
    "cite": buttons.cite,
    "watch": watching.watch_card,
    "unwatch": watching.unwatch,
}

COMMANDS = {
    "start": commands.start,
    "help": commands.help_,
    "about": commands.about,
    "watch": watching.watch,
    "watches": watching.watches_here,
    "privacy": privacy.privacy,
    "forget": privacy.forget,
    "leave": privacy.leave,
    "said": said,
    "first": first,
    "timeline": timeline,
    "latest": latest,
    "sources": sources,
}


def reactions(
    responder: Responder, outlets: Outlets = tuple, inline: InlineMode | None = None
) -> list[Reaction]:
    """What no line matches is not for this bot. Another kind of update is one more line.

    Of a message whether it has a command is seen first: most have none.
    """

    def message(which: filters.BaseFilter, react: ReactToMessage) -> Reaction:
        return on_message(which, react, responder)

    return [
        message(Command("ask") & ANYWHERE, partial(commands.ask, outlets=outlets)),
        on_message(Command("settings") & ANYWHERE, settings.settings, responder, is_heard=True),
        *(message(Command(name) & ANYWHERE, react) for name, react in COMMANDS.items()),
        message(Command() & PRIVATE, commands.unknown),
        message((PRIVATE | (GROUP & TO_THIS_BOT)) & FOR_HELP, commands.help_),
        message(PRIVATE, partial(private.answer, outlets=outlets)),
        message(Command() & GROUP & TO_THIS_BOT, commands.unknown),
        message(GROUP & TO_THIS_BOT, partial(group.answer, outlets=outlets)),
        on_edited(
            PRIVATE | (GROUP & (TO_THIS_BOT | Command("ask"))),
            partial(edited.answer_again, outlets=outlets),
            responder,
        ),
        on_membership(membership.changed),
        on_message(filters.StatusUpdate.MIGRATE, membership.moved, responder, is_heard=True),
        on_press(AGAIN, again.send_again, responder),
        *(on_press(name, react, responder) for name, react in BUTTONS.items()),
        on_guest_message(partial(guest.answer, outlets=outlets), responder),
        *([on_inline_query(inline_query.offer, inline)] if inline else []),
    ]
