"""Agencies, and the words of bylines in English papers."""

import re

AGENCIES = frozenset(
    """
    15min afp ansa ap axios bbc belga belsat belta bloomberg bns cnn cta ctk delfi dpa dw efe elta
    err euractiv euronews interfax interfax-ukraine kyodo lrt lsm mediazona meduza ntb pap politico
    re:baltica reuters rfe/rl ria ritzau sta stt tanjug tass tt ukrinform unian voa xinhua
    тасс риа интерфакс униан уніан унн укринформ укрінформ белта
    """.split()
) | {
    "agence france-presse", "associated press", "the associated press", "bne intellinews",
    "deutsche welle", "foreign policy", "kyiv independent", "the atlantic", "the baltic times",
    "the barents observer", "the conversation", "the economist", "the guardian", "the independent",
    "the kyiv independent", "the moscow times", "the new york times", "the telegraph",
    "the washington post", "voice of america",
}  # fmt: skip
EDITION = re.compile(r" (?:EN|ET|LT|LV|PL|RU|UA|English|Plus)$")  # Delfi EN
ORGANISATION = re.compile(
    r"[/.&@\d]|\b(?:agency|agencies|broadcaster|correspondents?|desk|editorial|editors?|herald"
    r"|journal|magazine|media|news|newsroom|office|online|post|press|radio|reporters?|review"
    r"|service|staff|team|television|times|tribune|tv|wire|writers?)\b",
    re.I,
)
PAPER = re.compile(
    r"\b(?:agency|bulletin|chronicle|courier|daily|gazette|guardian|herald|journal|magazine|media"
    r"|news|observer|post|press|radio|review|telegraph|television|times|tribune|tv|weekly)\b",
    re.I,
)
# Those who write for an outlet without a name: LRT English Newsroom, BNS correspondent.
DESK = re.compile(
    r" (?:(?:news|foreign|business|culture|investigations?|editorial|staff) )?(?:newsroom|desk"
    r"|staff|team|editors?|board|writers?|correspondents?|reporters?)$",
    re.I,
)
# Words that many an outlet begins with, so that two that share them are not one house.
COMMON = frozenset("associated baltic baltics daily deutsche national news radio the".split())

BY = re.compile(
    r"(?:(?:(?:written|reported|text) )?by[: ]|(?:text|words|authors?):"
    r"|(?:текст|автор[ыі]?|autor(?:ius|ė|iai|zy|ka|i)?|tekst(?:as)?)\s*:"
    r"|(?:parengė|parašė)[: ])\s*",
    re.I,
)
FOR = re.compile(r" for (?=[A-Z])")  # by Jonas Jonaitis for LRT English
SEPARATOR = re.compile(r"\s*(?:[,;|·]|\band\b|\bAND\b|\s[&/]\s)\s*")
SMALL_WORDS = frozenset({"of", "the"})  # of an organisation's name
PLACE = re.compile(r"(?:^| )(?:in|from|at) [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*$")
ABBREVIATED = re.compile(r"\b(?:\w|dr|mr|mrs|ms|prof|st|jr|sr)\.", re.I)  # J., Dr.
# Small words inside of people's names, whatever their language.
PARTICLES = frozenset("al bin da das de del den der di dos du ibn la le ten ter van von y".split())
# Words that begin a headline or a subhead, and no name: Key Points, The European Union.
NO_NAME = re.compile(
    r"(?:the|an?|who|what|why|how|when|where|which|is|are|was|will|can|do|does|should|key|main|our"
    r"|new|no|not|about|in|on|at|from|for|more|most|read|breaking|live)\b|.*[?!:…]$",
    re.I,
)
