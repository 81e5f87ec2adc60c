"""Words in quotation marks: a phrase to be found as written, or the marks of a pasted text.

Marks of any language's shape count alike, but for a pair inside another. Single ones are
apostrophes as well, so they open before a word and close behind one; straight ones hold two words
or more (`rock 'n' roll`), and no decade.
"""

import re

from retrieval.text.lazy_pattern import LazyPattern

DOUBLE = '"“”„‟❝❞«»‹›″〝〞〟「」『』＂'
_SINGLE = "'‘’‚‛`´′"
MARKS = frozenset(DOUBLE + _SINGLE)
MARK = rf"(?:[{DOUBLE}]|''|``)"
_APOSTROPHE = r"(?<=\w)['’′´`](?=\w)"
_IN_SINGLE = rf"(?:[^{_SINGLE}{DOUBLE}]|{_APOSTROPHE})"
_OPENED = r"(?<!\w)['‘‚‛`](?=\w)"
_CLOSED = r"(?<=\S)['’‘´′`](?!\w)"
# A pair of marks inside another: `"He called it “a farce” and left"`.
_PLAIN = rf"[^{DOUBLE}]"
_PAIR = rf"“{_PLAIN}+”|«{_PLAIN}+»"
_NESTED = (
    rf'(?<=")(?:{_PLAIN}|{_PAIR})+(?=")|(?<=“)(?:{_PLAIN}|{_PAIR}|"{_PLAIN}+")+(?=”)'
    rf'|(?<=«)(?:{_PLAIN}|{_PAIR}|"{_PLAIN}+")+(?=»)'
)
_CLOSING = r'(?<=[\w.,!?…])"(?!\S)'  # a straight one whose other half is missing
# What stands in the marks is in the first group or in the second.
PHRASE = (
    rf"(?!{_CLOSING}){MARK}(?P<phrase>{_NESTED}|(?:(?!{MARK}).)+){MARK}"
    rf"|(?<!\w)(?:[‘‚‛](?=\w)|['`](?=\w)(?!\d\ds?\b)(?={_IN_SINGLE}*?\s))"
    rf"(?P<single>{_IN_SINGLE}+?){_CLOSED}"
)
IN_MARKS = LazyPattern(PHRASE, re.DOTALL)
ANY_MARK = re.compile(rf"{MARK}|{_OPENED}|{_CLOSED}")
WORD = re.compile(r"\w[\w'’.-]*")
PROSE_WORDS = 24  # so many outside of quotation marks are a text that somebody pasted


def inside(match: re.Match[str]) -> str:
    """What a match of `PHRASE` has in its marks, "" for a match of something else."""
    return match["phrase"] or match["single"] or ""


def is_prose(text: str) -> bool:
    """Whether the marks are a pasted text's own, as in `“It is over,” she said on Monday.`"""
    quoted = [] if MARKS.isdisjoint(text) else [inside(match) for match in IN_MARKS.finditer(text)]
    if not quoted:
        return False
    outside = len(WORD.findall(IN_MARKS.sub(" ", text)))
    return outside > PROSE_WORDS or (
        outside > 1 and any(part.rstrip().endswith(",") for part in quoted)
    )


def without_marks(text: str) -> str:
    """The same words, none of them a phrase; apostrophes inside words stay."""
    return ANY_MARK.sub(" ", text)
