"""Months, weekdays and hours as Latvian papers print them."""

from corpus.languages.calendar import Calendar

CALENDAR = Calendar(
    months=(
        r"janv(?:ār(?:is|ī))?",
        r"febr(?:uār(?:is|ī))?",
        r"mart[sā]",
        r"apr(?:īl(?:is|ī))?",
        r"maij[sā]",
        r"jūn(?:ij[sā])?",
        r"jūl(?:ij[sā])?",
        r"aug(?:ust[sā])?",
        r"sept(?:embr(?:is|ī))?",
        r"okt(?:obr(?:is|ī))?",
        r"nov(?:embr(?:is|ī))?",
        r"dec(?:embr(?:is|ī))?",
    ),
    weekdays=r"(?:pirm|otr|treš|ceturt|piekt|sest|svēt)dien[aā]?",
    behind_year=r"\.? ?gada",
    at=r"plkst\.",
    published=r"publicēts|publicēta",
    updated=r"atjaunots|atjaunināts|labots",
)
