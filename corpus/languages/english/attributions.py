"""How English papers say who first published an article, and whose the rights are."""

import re

OPENING = re.compile(
    r"[*_(\[–—\s]*(?=[A-Z])(?i:(?:(?P<subject>this|the) (?:opinion |news )?(?:story|article|text"
    r"|piece|interview|item|report|analysis|commentary|column|essay|op-ed)(?: was| has been| is)? "
    r"|(?=originally|first))(?P<first>originally |first )*(?:appeared|published|appears|produced)"
    r"(?P<then> originally| first)? (?P<place>on|by|in|at) "
    r"(?P<shared>(?:partnership|co-?operation) with )?)"
)
PLACES = frozenset({"in", "at"})  # behind which a town can stand: `published in Minsk`
DEFINITE = "this"  # of the subjects: `This story …`, not `The story …`
_WORD = (
    r"(?:[A-Z\d][^\s,.;]*(?:\.[a-z]{2,7})*|[\w-]+(?:\.[a-z]{2,7})+|[a-z]+[A-Z]\w*"
    r"|[a-z]{2,4}(?= [A-Z]\w*[A-Z]))"
)
NAME = re.compile(rf"(?:the )?{_WORD}(?: (?:(?:of|the|for|and|&|–) )?{_WORD}){{0,6}}")
KIND = re.compile(r" (?:blog|newsletter|web ?site|web ?page|site)\b")
POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")
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
SEVERAL = re.compile(r", | and | / ")  # between names: `Sources: BNS, Reuters`
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
