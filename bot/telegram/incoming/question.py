"""The question that a message asks: in its own words, or in those it replies to."""

import re
from dataclasses import dataclass

from telegram import Message

from bot.telegram.incoming.english import CHECKING
from bot.telegram.incoming.message_text import own_words, written
from retrieval.question.operators import without_operators
from retrieval.text.analyser import analyser

LONE_SURROGATE = re.compile("[\ud800-\udfff]")

terms = analyser("en").terms
CHECKING_TERMS = frozenset(terms(CHECKING))


@dataclass(frozen=True, slots=True)
class Asked:
    """What to look for; `is_said`: it is somebody else's statement that is to be checked."""

    text: str
    is_said: bool = False


def question_in(message: Message) -> Asked | None:
    """The message's own words, else the words it replies to; None without any.

    Own words that only ask about those, as "is this true?" does, count as none. In somebody
    else's words nothing is an operator.
    """
    own, replied = own_words(message), _replied_words(message)
    is_own = bool(set(terms(own)) - CHECKING_TERMS) or not replied
    text = own if is_own else replied
    is_said = not is_own or message.forward_origin is not None
    if is_said:
        text = without_operators(text)
    return Asked(LONE_SURROGATE.sub("\ufffd", text), is_said) if text else None


def _replied_words(message: Message) -> str:
    """What the message replies to: the part picked out, else all of it.

    Of this bot's own messages only what a person picked out.
    """
    replied, quote = message.reply_to_message, message.quote
    if replied is not None and replied.from_user and replied.from_user.id == message.get_bot().id:
        return quote.text if quote is not None and quote.is_manual else ""
    if quote is not None:
        return quote.text
    return written(replied) if replied is not None else ""
