"""Thanks and praise for the bot: a reaction is the answer to them."""

import re
from datetime import datetime

from retrieval.question import understand
from retrieval.question.kinds.small_talk import folded

LONGEST = 120  # characters; a longer text is no mere thanks
WORD = re.compile(r"[^\W\d_]+")
EMOJI = re.compile("[👍❤♥🔥👏🙏😍🥰💪🎉💯👌🤝]")
GRATEFUL = frozenset(
    map(
        folded,
        """
        thanks thank thx ty tnx cheers good great best nice love awesome cool brilliant amazing
        perfect excellent wonderful lovely well bravo genius wow
        ačiū dėkui dėkoju šaunuolis šaunuolė šaunu puiku geras puikiai nuostabu
        спасибо благодарю молодец хороший круто отлично класс супер умница
        dzięki dziękuję brawo dobry świetnie świetny super
        """.split(),
    )
)


def is_chatter(text: str, asked_at: datetime) -> bool:
    """Whether by its words there is nothing in it to look up."""
    return len(text) <= LONGEST and understand.is_chatter(text, asked_at)


def is_grateful(text: str) -> bool:
    """Of chatter: whether it is kind."""
    words = map(folded, WORD.findall(text))
    return EMOJI.search(text) is not None or not GRATEFUL.isdisjoint(words)
