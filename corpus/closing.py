"""The lines that close an article and are not its own words: who first published it, rights."""

import re

from corpus.bylines import is_known_agency, is_outlet_like
from corpus.stamps import read_stamp

LONGEST = 250  # characters; what is longer is prose

OPENING = re.compile(
    r"[*_(\[–—\s]*(?=[A-Z])(?i:(?:(?P<subject>this|the) (?:opinion |news )?(?:story|article|text"
    r"|piece|interview|item|report|analysis|commentary|column|essay|op-ed)(?: was| has been| is)? "
    r"|(?=originally|first))(?P<first>originally |first )*(?:appeared|published|appears|produced)"
    r"(?P<then> originally| first)? (?P<place>on|by|in|at) "
    r"(?P<shared>(?:partnership|co-?operation) with )?)"
)
_WORD = (
    r"(?:[A-Z\d][^\s,.;]*(?:\.[a-z]{2,7})*|[\w-]+(?:\.[a-z]{2,7})+|[a-z]+[A-Z]\w*"
    r"|[a-z]{2,4}(?= [A-Z]\w*[A-Z]))"
)
NAME = re.compile(rf"(?:the )?{_WORD}(?: (?:(?:of|the|for|and|&|–) )?{_WORD}){{0,6}}")
KIND = re.compile(r" (?:blog|newsletter|website)\b")
# Days and holidays: `published on Monday` names nobody.
DAY = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May|June|July"
    r"|August|(?:Septem|Octo|Novem|Decem)ber|Easter|Christmas|\d+)\b|.*\b(?:Day|Eve)$"
)
PARTNER = re.compile(
    r",? (?:(?:an?|the|our|its|as an?) )?(?:[\w-]+ )?partners?(?: (?:of|in|to)\b[^.]*)?"
    r"|,? (?:and )?(?:(?:is|was|has been) )?re(?:published|printed|produced|posted)\b[^.]*"
    r"|,? (?:under|with) [^.]*\b(?:licen[cs]e|permission)\b[^.]*"
    r"|,? (?:as part of|in) [^.]*\b(?:partnership|co-?operation|collaboration)\b[^.]*"
)
EDITED = re.compile(
    r"\. (?:(?:It|The|This)\b[^.]*\b(?:edited|translated|shortened|adapted|republished|reprinted)"
    r"|(?:Read|See) the (?:original|full)|Its content|Sign up|Subscribe)\b.*"
)
DESCRIPTION = re.compile(r", an? [a-z].*")  # a paper that …
END = re.compile(r"[.*_)\]\s]*")

_CAPITAL = r"[A-Z\d][^\s,.;]*(?:\.[a-z]{2,7})?"
_HOLDER = rf"{_CAPITAL}(?:(?: |/| / |, )(?:(?:and|of|the|&) )?{_CAPITAL}){{0,7}}"
RIGHTS = re.compile(
    r"(?:(?:©|\(c\)(?=\s*\d{4})|copyright(?=\s*(?:©|\(c\)|\d{4}|by\b|:)))[\s:]*"
    r"(?:©|\(c\))?\s*(?:by\s+)?"
    rf"(?:\d{{4}}(?:\s?[-–]\s?\d{{4}})?)?[\s,]*(?-i:{_HOLDER})?"
    r"(?:[.,|\s–-]*(?:all rights reserved|no part of|reproduction|unauthori[sz]ed).*)?"
    r"|©\s*\d{4}\b.*|©.{1,60}\bpartner\b.*|all rights reserved)\W*",
    re.I | re.S,
)
TAGS = re.compile(r"(?:tags|keywords|topics|filed under)\s*:.*[^.…?!”]", re.I)
BUTTON = re.compile(
    r"share(?: (?:this|on|via)\b.{0,30})?|tweet|print|e-mail|copy link|advertisement"
    r"|follow us on [\w, ]{2,40}|(?:\d+ )?(?:comments?|shares?)(?: \(\d+\))?"
    r"|(?:reading time:? )?\d+(?: min(?:ute)?s?\.?| ?min(?:ute)?s?\.? read)",
    re.I,
)


def attribution(line: str) -> str | None:
    """Who first published it, where the whole line says so: `This story first appeared on BNS.`

    The name is one of an outlet, and nothing of another sentence follows: `This interview was
    published in Germany when …` and `This article appeared in Minsk.` are the article's own.
    """
    opening = OPENING.match(line) if len(line) <= LONGEST else None
    named = NAME.match(line, opening.end()) if opening else None
    if not opening or not named:
        return None
    kind = KIND.match(line, named.end())
    rest = line[(kind or named).end() :]
    partner = PARTNER.match(rest)
    rest = rest[partner.end() :] if partner else rest
    is_plain = opening["first"] or opening["then"] or opening["shared"]
    is_whole = any(form.fullmatch(rest) for form in (END, EDITED)) or (
        is_plain and DESCRIPTION.fullmatch(rest)
    )
    name = named[0].rstrip("*_)]")
    if not is_whole or DAY.match(name) or not _is_believed(opening, name, bool(partner)):
        return None
    return name


def _is_believed(opening: re.Match[str], name: str, has_partner: bool) -> bool:
    """A town or a person can stand where an outlet does; then more must speak for the outlet."""
    if is_known_agency(name) or is_outlet_like(name) or opening["shared"]:
        return True
    is_first = bool(opening["first"] or opening["then"])
    if opening["place"].lower() in {"in", "at"}:
        return has_partner and is_first
    said_of_this = (opening["subject"] or "this").lower() == "this"
    return has_partner or (is_first and said_of_this)


def is_rights(line: str) -> bool:
    """Whether a line says whose the rights are and nothing else."""
    return len(line) <= LONGEST and RIGHTS.fullmatch(line) is not None


def is_furniture(line: str) -> bool:
    """Whether a line is a button or a label of the page: `Share`, `3 min read`."""
    return len(line) <= LONGEST and BUTTON.fullmatch(line) is not None


def without_closing(paragraphs: list[str]) -> tuple[list[str], str | None]:
    """The paragraphs without closing lines, of which one is always left; who published it."""
    kept, found = list(paragraphs), None
    while len(kept) > 1:
        name = attribution(kept[-1])
        is_dated = _is_date(kept[-1]) and (attribution(kept[-2]) or is_rights(kept[-2]))
        if not (name or is_rights(kept[-1]) or _is_label(kept[-1]) or is_dated):
            break
        found = name or found
        kept.pop()
    return kept, found


def _is_date(line: str) -> bool:
    stamp = read_stamp(line)
    return stamp is not None and not stamp.names


def _is_label(line: str) -> bool:
    return is_furniture(line) or (len(line) <= LONGEST and TAGS.fullmatch(line) is not None)
