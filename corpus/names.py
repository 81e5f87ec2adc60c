"""Names of outlets, agencies and people as they are compared: without case and diacritics."""

import unicodedata

NOT_DECOMPOSED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "’": "'"}
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060", "")
)


class _Marks(dict[int, int | None]):
    """Which characters `str.translate` keeps: all but combining marks, found out once each."""

    def __missing__(self, code: int) -> int | None:
        kept = self[code] = None if unicodedata.combining(chr(code)) else code
        return kept


_MARKS = _Marks()


def fold(text: str) -> str:
    """Lower case without diacritics; `ł ø đ æ` and their like become plain letters too."""
    lower = text.casefold()
    if not lower.isascii():
        lower = lower.translate(NOT_DECOMPOSED)
        lower = unicodedata.normalize("NFKD", lower).casefold().translate(_MARKS)
    return lower


def label(name: str) -> str:
    """The name of an outlet or agency as filters compare it: folded, single spaces."""
    return " ".join(fold(name).split())


def same_name(one: str, other: str) -> bool:
    """Whether two names have the same label: `Łódź Post` is `Lodz Post`."""
    return label(one) == label(other)
