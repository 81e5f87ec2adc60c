"""A text → its sentences, by sentencex, which keeps every character."""

from itertools import accumulate

import sentencex


def sentences(text: str, language: str) -> list[tuple[int, int]]:
    """(start, end) of each sentence, white space behind it included; together the whole text."""
    try:
        parts = list(sentencex.segment(language, text))
    except UnicodeEncodeError:  # half of a character pair
        parts = []
    if "".join(parts) != text:  # what cannot be cut apart to the character is one sentence
        return [(0, len(text))]
    ends = list(accumulate(map(len, parts)))
    return list(zip([0, *ends], ends, strict=False))
