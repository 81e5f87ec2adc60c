"""Several questions in one message: "Who built it? How much did he pay?", or one a line."""

import re

from retrieval.question.operators import read_operators
from retrieval.question.phrases import WORD

MOST_PARTS = 3  # more are a text with questions in it
LONGEST = 400  # characters; so is a longer one
SHORTEST = 3  # words; what is shorter belongs to its neighbour, as "Really?" does
BORDER = re.compile(r"(?<=\?)\s+|\s*\n\s*")
ASKING = re.compile(
    r"(?i:who|whom|whose|what|when|where|why|how|which|did|does|do|is|are|was|were|has|have|had"
    r"|can|could|will|would|should)\b"
)
# Words that stand for what an earlier question named.
REFERRING = re.compile(
    r"\b(?i:he|him|his|she|her|hers|it|its|they|them|their|theirs|this|that|these|those|there"
    r"|then|so|else|both|one)\b"
)
CONTINUING = re.compile(r"(?i:and|or|but|so|also|plus)\b")
NAMELESS = re.compile(
    r"(?i:how (?:many|much|long|often|far)(?: (?:people|men|women|children|others|more|money))?"
    r"(?: (?:is|are|was|were|has|have|had|been|did|died|got))*"
    r"(?: \w+(?:ed|en|wn|st|ft|it|ad|rt))?)\W*$"
)


def parts_of(text: str) -> tuple[str, ...]:
    """The questions of a message in their order; the whole of it where there is only one.

    What is no question belongs to the one behind it. A message with operators is one question.
    """
    if len(text) > LONGEST or not BORDER.search(text.strip()):
        return (text,)
    if read_operators(text).text != " ".join(text.split()) or read_operators(text).phrases:
        return (text,)
    parts: list[str] = []
    before = ""
    for segment in filter(None, BORDER.split(text.strip())):
        whole = f"{before} {segment}".strip()
        if _asks(segment):
            parts.append(whole)
            before = ""
        else:
            before = whole
    if before and parts:
        parts[-1] = f"{parts[-1]} {before}"
    return tuple(parts) if 1 < len(parts) <= MOST_PARTS else (text,)


def _asks(segment: str) -> bool:
    is_asked = segment.endswith("?") or ASKING.match(segment) is not None
    return is_asked and len(WORD.findall(segment)) >= SHORTEST


def refers_back(part: str) -> bool:
    """Whether a question is about what the one before it names.

    It says so, or goes on from it ("And who won in 2022?"), or names nothing ("How many died?").
    """
    return any(pattern.match(part) for pattern in (CONTINUING, NAMELESS)) or bool(
        REFERRING.search(part)
    )
