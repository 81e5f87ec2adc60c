"""The question that a message asks: in its own words, or in those it replies to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from telegram import Message

from bot.telegram.incoming.message_text import is_own, own_words, replied_to, written
from bot.telegram.incoming.words.addresses import with_addresses
from retrieval.conversation.remark import Remark, Whose, read_remark
from retrieval.question.operators import without_operators

SPACE = re.compile(r"\s+")  # an outlet is found without them too, and quotation marks may go
LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Asked:
    """What to look for; `is_said`: it is somebody else's statement that is to be checked.

    `order` is best, newest or oldest; `as_of` the moment from which its times are counted, where
    that is not the message's. `line` tells the reader how it came from an earlier question,
    `behind` is that one where words of both are looked for.
    """

    text: str
    is_said: bool = False
    order: str = "best"
    as_of: datetime | None = None
    line: str = ""
    behind: str = ""


def question_in(message: Message, outlets: Sequence[str] = ()) -> Asked | None:
    """The message's own words, or the words it replies to; None without any, or where its own are
    about a picture or a voice.

    A reply to somebody asks about that one's words, to which its own add a name or a time, unless
    it is a question of its own; an outlet that it names is the only one that is searched, of
    `outlets`, which the archive knows; "not CNN" leaves it out. In somebody else's words nothing is
    an operator.
    """
    own = with_addresses(own_words(message), message)
    replied = _replied_words(message)
    is_said = message.forward_origin is not None
    operators: Sequence[str] = ()
    if replied:
        remark = read_remark(own, message.date, outlets)
        is_said = remark.whose is not Whose.OWN
        own = own if not is_said else " ".join((replied, *remark.added))
        operators = _operators(remark)
    elif (
        is_without_words(message) and read_remark(own, message.date, outlets).whose is Whose.THEIRS
    ):
        return None
    text = without_operators(own) if is_said else own
    text = " ".join((text, *operators)) if text else ""
    return Asked(LONE_SURROGATE.sub("\ufffd", text), is_said) if text else None


def _operators(remark: Remark) -> list[str]:
    return [
        *(f"source:{SPACE.sub('', name)}" for name in remark.sources),
        *(f"-source:{SPACE.sub('', name)}" for name in remark.without),
    ]


def is_without_words(message: Message) -> bool:
    """Whether there is nothing to read in it, or in somebody's message that it replies to."""
    replied = replied_to(message)
    if not written(message) or replied is None or message.quote is not None:
        return not written(message)
    return not is_own(replied) and not written(replied)


def quotation_in(message: Message) -> Asked | None:
    """The words behind a command, else those that it replies to, as they were written."""
    own = own_words(message).strip()
    words = own or _replied_words(message).strip()
    return Asked(LONE_SURROGATE.sub("\ufffd", words), is_said=not own) if words else None


def _replied_words(message: Message) -> str:
    """What the message replies to: the part picked out, else all of it.

    Of this bot's own messages only what a person picked out.
    """
    replied, quote = replied_to(message), message.quote
    if replied is not None and is_own(replied):
        return quote.text if quote is not None and quote.is_manual else ""
    if quote is not None:
        return quote.text if replied is None else with_addresses(quote.text, replied)
    return with_addresses(written(replied), replied) if replied is not None else ""
