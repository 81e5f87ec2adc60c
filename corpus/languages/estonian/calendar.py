"""Months, weekdays and hours as Estonian papers print them."""

from corpus.languages.calendar import Calendar

CALENDAR = Calendar(
    months=(
        r"jaan(?:uar)?",
        r"veebr(?:uar)?",
        r"märts?",
        r"apr(?:ill)?",
        r"mai",
        r"juuni",
        r"juuli",
        r"aug(?:ust)?",
        r"sept(?:ember)?",
        r"okt(?:oober)?",
        r"nov(?:ember)?",
        r"dets(?:ember)?",
    ),
    weekdays=r"(?:esmas|teisi|kolma|nelja)päev|reede|laupäev|pühapäev",
    behind_year=r"a\.?",
    at=r"kell|kl\.?",
    published=r"avaldatud",
    updated=r"uuendatud|muudetud|täiendatud",
)
