"""A paragraph's words as one number, the same however papers set them."""

import hashlib
import re
from collections.abc import Iterable
from functools import cache

from corpus.names import fold

LEAST_WORDS = 5  # what has fewer may stand anywhere
SIGNS = "’‘“”„«»–—…\xa0"  # by far the most frequent characters beyond ASCII
OTHERS = re.compile(rf"[^\x00-\x7f{SIGNS}]")
NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalnum())
SMALL = bytes(range(256)).lower()


def fingerprint(text: str, *, words: int = LEAST_WORDS) -> int | None:
    """64 bits, signed as SQLite's integers are; None where there are fewer words.

    Case, diacritics, white space and signs make no difference, letters and digits do.
    """
    if not isinstance(text, str) or not _begins(words).match(text):
        return None  # what was altered on disk may be no text
    if text.isascii():  # half of all: they need no search
        letters = text.encode()
    elif OTHERS.search(text):  # `fold` takes ten times as long as the rest of this
        text = fold(text)
        for sign in SIGNS:
            text = text.replace(sign, "")
        letters = text.encode("utf-8", "surrogatepass")
    else:
        letters = text.encode("ascii", "ignore")
    letters = letters.translate(SMALL, NO_LETTERS)
    if not letters:
        return None
    digest = hashlib.blake2b(letters, digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


@cache
def _begins(words: int) -> re.Pattern[str]:
    """What a text of so many words or more begins with."""
    return re.compile(rf"\s*+(?:\S++\s++){{{words - 1}}}\S")


def fingerprints(paragraphs: Iterable[str], *, words: int = LEAST_WORDS) -> frozenset[int]:
    """Those of all paragraphs that have so many words."""
    found = (fingerprint(text, words=words) for text in paragraphs)
    return frozenset(one for one in found if one is not None)
