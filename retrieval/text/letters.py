"""Letters of other scripts in Latin ones, and the marks that are written for an apostrophe.

The letters as news agencies write them in English, not a scholar's transliteration: what is aimed
at is the spelling of the name in the paper.
"""

import re
import unicodedata

APOSTROPHES = "'’‘´`′\u02bb\u02bc\uff07"
# Between letters: combining marks, and what only says where a line may break (soft hyphen) or not.
INSIDE = r"\u0300-\u036f\u00ad\u200b-\u200d\u2060"
_ONE_APOSTROPHE = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))

_ROMANIZED = "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch y e yu ya yo i i ye g u"
_CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщыэюяёіїєґў",
        _ROMANIZED.split(),
        strict=True,
    )
) | {"ь": "", "ъ": ""}
_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split(),
        strict=True,
    )
)
# Two letters that are one sound, and where they are: `Μπάιντεν`, `Ζούκερμπεργκ`, but `Ολυμπία`.
_GREEK_PAIRS = tuple(
    (re.compile(pair), letters)
    for pair, letters in (
        (r"\bμπ|(?<=[βγδζκλρσν])μπ", "b"),
        ("μπ", "mp"),
        (r"\bντ|(?<=[βγδζκλρσ])ντ", "d"),
        ("ντ", "nt"),
        ("γκ|γγ(?=[κχ])", "g"),
        ("γγ", "ng"),
        (r"\bτζ", "j"),
        ("χ(?=[αεηιουω])", "h"),
        (r"\bου(?=[αεηι])", "w"),
        (r"ου\b", "ou"),
        ("ου", "u"),
        ("αυ", "av"),
        ("ευ", "ev"),
    )
)
_OF_UKRAINE = {"г": "h", "и": "y", "й": "y"}
_OF_UKRAINE_AND_BELARUS = frozenset("іїєґў")


def one_apostrophe(text: str) -> str:
    """All marks that are typed for an apostrophe made one; the length stays."""
    return text.translate(_ONE_APOSTROPHE)


def in_small_letters(text: str) -> str:
    """The same length: a letter that would become two stays as it is."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(letter if len(letter.lower()) > 1 else letter.lower() for letter in text)


def latin(word: str) -> str:
    """A Cyrillic or Greek word in Latin letters, lower case; any other word as it is."""
    lower = unicodedata.normalize("NFC", word).lower()
    if not any("\u0370" <= letter <= "\u04ff" for letter in lower):
        return word
    if any("\u0400" <= letter <= "\u04ff" for letter in lower):
        table = _CYRILLIC
        if not _OF_UKRAINE_AND_BELARUS.isdisjoint(lower):
            table = _CYRILLIC | _OF_UKRAINE
        return "".join(table.get(letter, letter) for letter in lower)
    bare = "".join(
        mark for mark in unicodedata.normalize("NFD", lower) if not unicodedata.combining(mark)
    )
    for pair, letters in _GREEK_PAIRS:
        bare = pair.sub(letters, bare)
    return "".join(_GREEK.get(letter, letter) for letter in bare)
