"""Outlets and agencies that a text names."""

import re
from functools import lru_cache


@lru_cache(1000)
def named(source: str, text: str) -> tuple[str, ...]:
    """The name of an outlet or an agency, or the capitals in it, where a text has them.

    As written, since `The Week` is no `week`; capitals alone in any case: `bns`, and `lrt` of
    `LRT English`.
    """
    capitals = [word for word in source.split() if word.isupper() and len(word) > 1]
    return tuple(
        name
        for name in dict.fromkeys([source, *capitals])
        if name
        and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE * name.isupper())
    )
