"""Lines that say who first published an article, who lent it, and whose the rights are."""

import re

from corpus.languages.english.attributions import (
    COMPANY,
    DEFINITE,
    DESCRIPTION,
    EDITED,
    END,
    KIND,
    LENT,
    NAME,
    OPENING,
    PARTNER,
    PLACES,
    POSSESSIVE,
    RIGHTS,
    SEVERAL,
    SOURCE,
)
from corpus.languages.english.calendar import DAY_NAME
from corpus.lines.byline import is_known_agency, is_outlet_like

LONGEST = 250  # characters; what is longer is prose


def begins_as_attribution(line: str) -> bool:
    """Whether a line begins as attributions do, wherever it may end."""
    return OPENING.match(line) is not None


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
    if not is_whole or DAY_NAME.match(name) or not _is_believed(opening, name, bool(partner)):
        return None
    return name


def _is_believed(opening: re.Match[str], name: str, has_partner: bool) -> bool:
    """A town or a person can stand where an outlet does; then more must speak for the outlet."""
    if is_known_agency(name) or is_outlet_like(name) or opening["shared"]:
        return True
    is_first = bool(opening["first"] or opening["then"])
    if opening["place"].lower() in PLACES:
        return has_partner and is_first
    said_of_this = (opening["subject"] or DEFINITE).lower() == DEFINITE
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
    names = SEVERAL.split(SOURCE.sub("", line[:LONGEST]).strip(" ()[]/.*–—-"))
    return names[0] if all(map(is_known_agency, names)) else None


def names_source(line: str) -> bool:
    """Whether a line begins with `Source:`."""
    return SOURCE.match(line) is not None
