"""A byline as papers print it → people and agency."""

import re
from dataclasses import dataclass

from corpus.languages.english.bylines import (
    ABBREVIATED,
    AGENCIES,
    BY,
    COMMON,
    DESK,
    EDITION,
    FOR,
    NO_NAME,
    ORGANISATION,
    PAPER,
    PARTICLES,
    PLACE,
    SEPARATOR,
    SMALL_WORDS,
)
from corpus.names import label, same_name

INSIDE = re.compile(r"\w[/.:]\w")  # Re:Baltica
YEAR = re.compile(r"\d{4}")
IN_BRACKETS = re.compile(r"\s*\(([^()]+)\)(?=$|,| and )")  # Jonas Jonaitis (BNS)
DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,7}")
ACRONYMS = re.compile(r"[A-Z]{2,5}/[A-Z]{2,5}")  # RFE/RL
LONGEST = 120  # characters
MOST_WORDS = 5  # of one person's name


@dataclass(frozen=True, slots=True)
class Byline:
    """`is_certain`: a `By …`, the outlet or a known agency; else words that look like names."""

    authors: tuple[str, ...]
    agency: str | None
    is_certain: bool


def parse_byline(text: str, source: str, *, is_dated: bool = False) -> Byline | None:
    """`Jonas Jonaitis, BNS` → an author and an agency; None where the text holds other words.

    The outlet `source` and its channels (`LRT TV` of `LRT English`) do not count as agencies; of
    several agencies a known one is taken, else the first. `is_dated`: a date stood behind it, so
    that it is a byline for sure; other words in it (a town, a calling) are passed over then.
    """
    text = " ".join(text.split())
    bare = BY.sub("", text, count=1) if BY.match(text) else text
    parts = _parts(bare, is_led=is_dated or bare != text)
    if not parts or len(text) > LONGEST:
        return None
    names = [part for part in parts if same_name(part, source) or _is_name(part)]
    if not names or (len(names) < len(parts) and not is_dated):
        return None
    agencies = [part for part in names if same_name(part, source) or not _is_person(part)]
    foreign = [part for part in agencies if not _is_house(part, source)]
    return Byline(
        authors=tuple(part for part in names if part not in agencies),
        agency=next(filter(is_known_agency, foreign), foreign[0] if foreign else None),
        is_certain=bare != text or any(_is_certain(part, source) for part in agencies),
    )


def is_outlet_like(name: str) -> bool:
    """Whether a name by itself looks like that of a paper, a station or an agency."""
    if is_known_agency(name) or DOMAIN.fullmatch(name) or ACRONYMS.fullmatch(name):
        return True
    return bool(PAPER.search(name))


def _parts(bare: str, *, is_led: bool) -> list[str]:
    """The names in a byline.

    `is_led`: a word before it or a date behind it shows that it is one; then towns are left out,
    and people may be written in capitals.
    """
    bare = IN_BRACKETS.sub(r", \1", bare)
    if not is_led:
        return [_without_desk(part) for part in SEPARATOR.split(bare) if part]
    parts = (PLACE.sub("", part) for part in SEPARATOR.split(FOR.sub(", ", bare)))
    return [_mixed_case(_without_desk(part)) for part in parts if part]


def _without_desk(part: str) -> str:
    agency = DESK.sub("", part)
    return agency if is_known_agency(agency) else part


def _mixed_case(part: str) -> str:
    """`JONAS JONAITIS` as other papers write him; only people's names are changed."""
    mixed = part.title().replace(" Of ", " of ")
    return mixed if part.isupper() and not is_known_agency(part) and _is_person(mixed) else part


def _is_certain(agency: str, source: str) -> bool:
    is_named = same_name(agency, source) or is_known_agency(agency)
    return is_named or bool(DOMAIN.fullmatch(agency) or ACRONYMS.fullmatch(agency))


def other_than(source: str, name: str | None) -> str | None:
    """The name, unless it is one of the outlet's own house."""
    return name if name and not _is_house(name, source) else None


def _is_house(name: str, source: str) -> bool:
    """Whether a name is the outlet's own or a channel's: LRT.lt and LRT TV of LRT English.

    A channel shares the first word with the outlet, unless many outlets have that word.
    """
    name = DESK.sub("", name)
    first, ours = (re.split(r"[\s./]", label(each), maxsplit=1)[0] for each in (name, source))
    is_branch = name.split(maxsplit=1)[0].isupper() or " " not in name or bool(EDITION.search(name))
    return same_name(name, source) or (first == ours and is_branch and first not in COMMON)


def _is_name(part: str) -> bool:
    return _is_person(part) or _is_agency(part)


def _is_person(part: str) -> bool:
    """Two or more words with capitals, small letters after them, nothing of an organisation."""
    words = [word for word in part.split() if word not in PARTICLES]
    return (
        2 <= len(words) <= MOST_WORDS
        and ":" not in part
        and not is_known_agency(part)
        and not NO_NAME.match(part)
        and not ORGANISATION.search(ABBREVIATED.sub("", part))
        and all(word[0].isupper() for word in words)
        and any(any(letter.islower() for letter in word) for word in words)
    )


def _is_agency(part: str) -> bool:
    words = part.split()
    if is_known_agency(part):
        return True
    if len(words) > MOST_WORDS or NO_NAME.match(part.removeprefix("The ")) or YEAR.search(part):
        return False
    if len(words) == 1:
        return part.isupper() or (bool(INSIDE.search(part)) and part[0].isalpha())
    return bool(ORGANISATION.search(part)) and all(
        word[0].isupper() or not word[0].isalpha() for word in words if word not in SMALL_WORDS
    )


def is_known_agency(name: str) -> bool:
    """Whether it is on the list of agencies, with or without an edition: Delfi EN."""
    return EDITION.sub("", name).casefold() in AGENCIES
