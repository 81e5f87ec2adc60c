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
)
ORGANISATION = re.compile(
    r"[/.&@\d]|\b(?:agency|agencies|broadcaster|desk|editorial|herald|journal|magazine|media|news"
    r"|office|online|post|press|radio|review|service|staff|team|television|times|tribune|tv|wire)\b",
    re.I,
)
SEPARATOR = re.compile(r"\s*(?:[,;|·]|\band\b|\s&\s)\s*")
BY = re.compile(r"(?:by|text by|author)[: ]\s*", re.I)
PARTICLES = frozenset(["van", "von", "de", "der", "den", "da", "di", "du", "la", "le", "bin", "al"])
LONGEST = 120  # characters
MOST_WORDS = 5  # of one person's name


@dataclass(frozen=True, slots=True)
class Byline:
    """`is_certain`: a `By …`, or a known agency; else the words merely look like names."""

    authors: tuple[str, ...]
    agency: str | None
    is_certain: bool


def parse_byline(text: str, source: str) -> Byline | None:
    """`Jonas Jonaitis, BNS` → an author and an agency; None where these are no names.

    An agency by the name of the outlet `source` is none.
    """
    text = " ".join(text.split())
    bare = BY.sub("", text, count=1) if BY.match(text) else text
    parts = [part for part in SEPARATOR.split(bare) if part]
    if not parts or len(text) > LONGEST or not all(map(_is_name, parts)):
        return None
    agencies = [part for part in parts if not _is_person(part)]
    others = [agency for agency in agencies if _key(agency) != _key(source)]
    return Byline(
        authors=tuple(part for part in parts if _is_person(part)),
        agency=others[0] if others else None,
        is_certain=bare != text or any(_is_agency(part) for part in agencies),
    )


def _is_name(part: str) -> bool:
    return _is_person(part) or _is_agency(part)


def _is_person(part: str) -> bool:
    """Two or more words with capitals, small letters after them, nothing of an organisation."""
    words = [word for word in part.split() if word not in PARTICLES]
    return (
        2 <= len(words) <= MOST_WORDS
        and not _is_known(part)
        and not ORGANISATION.search(re.sub(r"\b\w\.", "", part))
        and all(word[0].isupper() for word in words)
        and any(any(letter.islower() for letter in word) for word in words)
    )


def _is_agency(part: str) -> bool:
    words = part.split()
    if _is_known(part):
        return True
    if len(words) > MOST_WORDS or part[-1] in "!?:":
        return False
    if len(words) == 1:
        return part.isupper() or (("/" in part or "." in part.strip(".")) and part[0].isalpha())
    return bool(ORGANISATION.search(part)) and all(
        word[0].isupper() or not word[0].isalpha() for word in words if word not in {"of", "the"}
    )


def _is_known(part: str) -> bool:
    return part.casefold() in AGENCIES


def _key(name: str) -> str:
    """Without case and diacritics."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark))
