"""A byline as papers print it → people and agency."""

import re
import unicodedata
from dataclasses import dataclass

AGENCIES = frozenset(
    """
    afp ansa ap axios bbc belga belta bloomberg bns cnn cta ctk delfi dpa dw efe elta err euronews
    interfax interfax-ukraine kyodo lsm ntb pap politico reuters rfe/rl ria ritzau sta stt tanjug
    tass tt ukrinform unian xinhua
    """.split()
) | {"agence france-presse", "associated press", "the associated press", "deutsche welle"}
ORGANISATION = re.compile(
    r"[/.&@\d]|\b(?:agency|agencies|broadcaster|desk|editorial|herald|journal|magazine|media|news"
    r"|office|online|post|press|radio|review|service|staff|team|television|times|tribune|tv|wire)\b",
    re.I,
)
YEAR = re.compile(r"\d{4}")
ABBREVIATED = re.compile(r"\b(?:\w|dr|mr|mrs|ms|prof|st|jr|sr)\.", re.I)  # J., Dr.
SEPARATOR = re.compile(r"\s*(?:[,;|·]|\band\b|\s[&/]\s)\s*")
BY = re.compile(r"(?:by|text by|author)[: ]\s*", re.I)
PARTICLES = frozenset("al bin da das de del den der di dos du ibn la le ten ter van von y".split())
LONGEST = 120  # characters
MOST_WORDS = 5  # of one person's name


@dataclass(frozen=True, slots=True)
class Byline:
    """`is_certain`: a `By …`, or a known agency; else the words merely look like names."""

    authors: tuple[str, ...]
    agency: str | None
    is_certain: bool


def parse_byline(text: str, source: str, *, is_dated: bool = False) -> Byline | None:
    """`Jonas Jonaitis, BNS` → an author and an agency; None where these are no names.

    An agency by the name of the outlet `source` is none. Where `is_dated`, a date stood behind:
    it is a byline then, and what is no name in it (a town, a calling) is passed over.
    """
    text = " ".join(text.split())
    bare = BY.sub("", text, count=1) if BY.match(text) else text
    parts = [part for part in SEPARATOR.split(_mixed_case(bare, text)) if part]
    if not parts or len(text) > LONGEST:
        return None
    names = [part for part in parts if same_name(part, source) or _is_name(part)]
    if not names or (len(names) < len(parts) and not is_dated):
        return None
    others = [part for part in names if not same_name(part, source)]
    agencies = [part for part in others if not _is_person(part)]
    return Byline(
        authors=tuple(part for part in others if _is_person(part)),
        agency=agencies[0] if agencies else None,
        is_certain=bare != text or len(others) < len(names) or any(map(_is_agency, agencies)),
    )


def same_name(one: str, other: str) -> bool:
    """Whether two names differ in case and diacritics at most."""
    return _key(one) == _key(other)


def _mixed_case(bare: str, text: str) -> str:
    """`BY JONAS JONAITIS` shouts; any other byline is left as it is."""
    is_loud = bare != text and text.isupper() and len(bare.split()) > 1
    return bare.title().replace(" And ", " and ") if is_loud else bare


def _is_name(part: str) -> bool:
    return _is_person(part) or _is_agency(part)


def _is_person(part: str) -> bool:
    """Two or more words with capitals, small letters after them, nothing of an organisation."""
    words = [word for word in part.split() if word not in PARTICLES]
    return (
        2 <= len(words) <= MOST_WORDS
        and not _is_known(part)
        and not ORGANISATION.search(ABBREVIATED.sub("", part))
        and all(word[0].isupper() for word in words)
        and any(any(letter.islower() for letter in word) for word in words)
    )


def _is_agency(part: str) -> bool:
    words = part.split()
    if _is_known(part):
        return True
    if len(words) > MOST_WORDS or part[-1] in "!?:" or YEAR.search(part):
        return False
    if len(words) == 1:
        return part.isupper() or (("/" in part or "." in part.strip(".")) and part[0].isalpha())
    return bool(ORGANISATION.search(part)) and all(
        word[0].isupper() or not word[0].isalpha() for word in words if word not in {"of", "the"}
    )


def _is_known(part: str) -> bool:
    return part.casefold() in AGENCIES


def _key(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark))
