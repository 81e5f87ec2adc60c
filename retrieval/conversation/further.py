"""Whether a few words behind an answer ask for more of it: "more please", "other sources?"."""

import re

from retrieval.conversation.language import LANGUAGES
from retrieval.text.letters import one_apostrophe

MANNERS = re.compile(
    r"\b(?:please|pls|thanks|ok|okay|and|prašau|o|пожалуйста|а|proszę|a|i)\b|[^\w\s]+",
    re.IGNORECASE,
)
LONGEST = 60  # characters


def asks_for_more(text: str) -> bool:
    """Of all languages that replies are read in."""
    if len(text) > LONGEST:
        return False
    words = " ".join(MANNERS.sub(" ", one_apostrophe(text)).split())
    return bool(words) and any(turns.more.fullmatch(words) for turns in LANGUAGES)


def asks_for_other_outlets(text: str) -> bool:
    """Also beside other words: "anything newer from other sources?"."""
    return any(turns.elsewhere.search(one_apostrophe(text)) for turns in LANGUAGES)
