"""Operators of other search programs, which are none here: `AND`, `OR`, `NOT`, `*`, `+word`, `~`.

Capitals are one between words only, in a text that is not in capitals as a whole. `NOT` may be said
with a raised voice ("found NOT guilty of it"): it is one where the text has no small words.
"""

import re

from retrieval.question.phrases import MARK, PHRASE
from retrieval.text.languages.table import BY_CODE
from retrieval.text.lazy_pattern import LazyPattern

SMALL_WORDS = BY_CODE["en"].stop_words
BETWEEN = r"AND|OR|NOT|NEAR(?:/\d+)?|&&|\|\|"
# Words in stars, or a phrase, in which nothing is one, and how loosely a phrase is to be taken; or
# an operator.
OPERATOR = LazyPattern(
    r"(?<!\S)(?P<stressed>\*(?=\S)(?=[^*]*\s)[^*]+(?<=\S)\*)(?!\S)"
    rf"|(?:{PHRASE})(?P<loose>(?:~\d*|\^\d+)(?!\S))?"
    rf"|(?:(?<=[^\s,])\s+(?P<between>{BETWEEN})|\A\s*(?P<first>NOT))(?=\s+\S)"
    rf"|(?<!\S)(?P<before>[+~](?=[^\W\d_])(?:(?!{MARK})\S)+)"
    r"|(?<![\w*])(?P<behind>\w+(?:\*|~\d?|\^\d+))(?!\S)"
    r"|(?<=[^\W\d_])\s+(?P<alone>\*)(?=\s+[^\W\d_])",
    re.DOTALL,
)
SIGN = re.compile(r"[*+~^&|]|\b(?:AND|OR|NOT|NEAR)\b")  # no operator is without one
SIGNS = re.compile(r"^[+~]|(?:\*|~\d?|\^\d+)$")


def has_other_operators(text: str) -> bool:
    """Whether a text may have one."""
    return SIGN.search(text) is not None


def without_other_operators(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without such operators, whose words stay, and each of them once, as written."""
    if not has_other_operators(text):
        return text, ()
    found: dict[str, None] = {}
    is_shouted = not any(char.islower() for char in text)
    has_small_words = not SMALL_WORDS.isdisjoint(re.findall(r"\b[^\W\d_]+\b", text))

    def left(match: re.Match[str]) -> str:
        word = match["between"] or match["first"]
        if word and (is_shouted or (has_small_words and word.startswith("N"))):
            return match.group() if is_shouted else match.group().lower()
        if loose := match["loose"]:
            found[loose] = None
            return match.group().removesuffix(loose)
        operator = word or match["before"] or match["behind"] or match["alone"]
        if operator is None:
            return match.group()
        found[operator] = None
        return SIGNS.sub("", operator) if match["before"] or match["behind"] else " "

    return OPERATOR.sub(left, text), tuple(found)


def as_words(text: str) -> str:
    """The same words, none of them such an operator, for what somebody else wrote."""

    def plain(match: re.Match[str]) -> str:
        if match["stressed"]:
            return match.group()
        word = match["before"] or match["behind"]
        return SIGNS.sub("", word) if word else match.group().lower()

    return OPERATOR.sub(plain, text)
