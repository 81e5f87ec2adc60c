"""The lines that close an article and are not its own words: who first published it, rights."""

import re
from collections.abc import Sequence

from corpus.lines.boilerplate import is_furniture, is_network
from corpus.lines.byline import is_known_agency, is_outlet_like
from corpus.lines.dated import read_stamp

LONGEST = 250  # characters; what is longer is prose
MOST_LINES = 20  # that close an article

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
KIND = re.compile(r" (?:blog|newsletter|web ?site|web ?page|site)\b")
POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")
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
LENT = re.compile(
    rf"[*_(\[–—\s]*(?i:this (?:story|article|text|piece|interview|report) (?:is |was )?)?[Rr]e-?"
    r"(?:published|printed|produced|posted) (?:here )?"
    r"(?P<lent>from|courtesy of|(?:with|by) (?:the )?(?:kind )?permission (?:of|from))"
    rf" (?P<holder>{NAME.pattern})(?:{PARTNER.pattern})?(?:,.*|{EDITED.pattern}|{END.pattern})"
)
SOURCE = re.compile(r"sources?:\s*", re.I)
TEXT_END = re.compile(r"[.!?…][\"'”’»)\]*]*$")
COMPANY = re.compile(r",? (?:Inc|Ltd|LLC)\b\.?$")

_CAPITAL = r"[A-Z\d][^\s,.;]*(?:\.[a-z]{2,7})?"
_HOLDER = rf"{_CAPITAL}(?:(?: |/| / |, )(?:(?:and|of|the|&) )?{_CAPITAL}){{0,7}}"
RIGHTS = re.compile(
    r"(?:(?:©|\(c\)(?=\s*\d{4})|copyright(?=\s*(?:©|\(c\)|\d{4}|by\b|:)))[\s:]*"
    r"(?:©|\(c\))?\s*(?:by\s+)?"
    rf"(?:\d{{4}}(?:\s?[-–]\s?\d{{4}})?)?[\s,]*(?-i:(?P<holder>{_HOLDER}))?"
    r"(?:[.,|\s–-]*(?:all rights reserved|no part of|reproduction|unauthori[sz]ed"
    r"|(?P<lent>(?:re-?(?:published|printed|produced)|used) (?:with|by) (?:the )?permission)).*)?"
    r"|©\s*\d{4}\b.*|©.{1,60}\bpartner\b.*|all rights reserved)\W*",
    re.I | re.S,
)
TAGS = re.compile(r"(?:tags|keywords|topics|filed under)\s*:.*[^.…?!”]", re.I)


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
    name = POSSESSIVE.sub("", named[0].rstrip("*_)]"))
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


def lender(line: str) -> str | None:
    """The outlet or agency from which it is taken over: `Reprinted with permission of BNS.`"""
    lent = (LENT.fullmatch(line) or RIGHTS.fullmatch(line)) if len(line) <= LONGEST else None
    name = COMPANY.sub("", lent["holder"] or "") if lent and lent["lent"] else ""
    return name if is_outlet_like(name) else None


def signature(line: str) -> str | None:
    """The known agency that a line consists of: `Source: BNS`, `(BNS)`, `/BNS/`, `RFE/RL`."""
    names = re.split(r", | and | / ", SOURCE.sub("", line[:LONGEST]).strip(" ()[]/.*–—-"))
    return names[0] if all(map(is_known_agency, names)) else None


def without_closing(
    paragraphs: Sequence[str], *, is_page: bool = False
) -> tuple[list[str], str | None]:
    """The paragraphs without closing lines, of which one is always left; who published it.

    Where they come from a page, its buttons and signatures close it, too.
    """
    kept, found = list(paragraphs), None
    while len(kept) > 1:
        line = kept[-1]
        name = attribution(line) or (_signed(kept) if is_page else None)
        is_dated = _is_date(line) and (attribution(kept[-2]) or is_rights(kept[-2]))
        is_button = _is_label(line) or (is_page and is_network(line) and _is_below_text(kept))
        if not (name or is_rights(line) or is_button or is_dated):
            break
        found = name or found
        kept.pop()
    return kept, found


def _signed(lines: Sequence[str]) -> str | None:
    """Who lent it or signed it, by the last line."""
    is_apart = SOURCE.match(lines[-1]) or _is_below_text(lines)
    return lender(lines[-1]) or (signature(lines[-1]) if is_apart else None)


def _is_below_text(lines: Sequence[str]) -> bool:
    """Whether a sentence stands above the last lines of its kind, so that they are no list."""
    for line in reversed(lines[-MOST_LINES:-1]):
        names = attribution(line) or lender(line) or signature(line)
        if not (names or is_network(line) or _is_label(line)):
            return TEXT_END.search(line) is not None
    return False


def _is_date(line: str) -> bool:
    stamp = read_stamp(line)
    return stamp is not None and not stamp.names


def _is_label(line: str) -> bool:
    return is_furniture(line) or (len(line) <= LONGEST and TAGS.fullmatch(line) is not None)
