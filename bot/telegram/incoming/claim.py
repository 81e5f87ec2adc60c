"""What the reply to a message hangs on: on somebody's words that it is about, not on "/ask"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from telegram import Message, MessageEntity

from bot.telegram.incoming.message_text import written
from bot.telegram.incoming.question import Asked
from bot.telegram.incoming.reply_target import reply_target
from bot.telegram.outgoing import ReplyTarget

MAX_WORDS = 1024  # UTF-16 code units that Telegram lets a reply hang on
# Words that are formatted so hang only with the same formatting: the reply hangs on others.
FORMATTED = {
    MessageEntity.BOLD,
    MessageEntity.ITALIC,
    MessageEntity.UNDERLINE,
    MessageEntity.STRIKETHROUGH,
    MessageEntity.SPOILER,
    MessageEntity.CUSTOM_EMOJI,
}


def hung_on(message: Message, asked: Asked) -> tuple[ReplyTarget, str]:
    """Where the reply goes, and the words there that it hangs on, which may be none.

    Source: Bot API, "ReplyParameters".
    """
    target, claim = reply_target(message), message.reply_to_message
    picked = message.quote
    is_ephemeral = target.ephemeral is not None
    if not asked.is_said or claim is None or is_ephemeral or _is_a_follow_up(message, claim):
        return target, ""
    text = picked.text if picked is not None else written(claim)
    entities = (picked or claim).entities or claim.caption_entities
    words = max(_plain_pieces(text, entities or ()), key=len, default="")
    return replace(target, message_id=claim.message_id), words


def _is_a_follow_up(message: Message, claim: Message) -> bool:
    """Behind an answer of the bot's, of which nothing is picked out."""
    is_own = claim.from_user is not None and claim.from_user.id == message.get_bot().id
    return is_own and not (message.quote is not None and message.quote.is_manual)


def _plain_pieces(text: str, entities: Sequence[MessageEntity]) -> Iterator[str]:
    """What stands between formatted words, as far as Telegram takes it; offsets are UTF-16."""
    units, done = text.encode("utf-16-le", "surrogatepass"), 0
    formatted = sorted(
        (one.offset, one.offset + one.length) for one in entities if one.type in FORMATTED
    )
    for start, end in [*formatted, (len(units) // 2, 0)]:
        piece = units[2 * done : 2 * start].decode("utf-16-le", "ignore").strip()
        if piece:
            yield _taken(piece)
        done = max(done, end)


def _taken(piece: str) -> str:
    """Whole words of its beginning, where it is too long."""
    start = piece.encode("utf-16-le")[: 2 * MAX_WORDS].decode("utf-16-le", "ignore")
    if start == piece:
        return piece
    return (start.rsplit(maxsplit=1) or [start])[0].rstrip()
