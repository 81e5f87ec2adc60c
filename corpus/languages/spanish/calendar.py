"""Months, weekdays and hours as Spanish papers print them."""

from corpus.languages.calendar import Calendar

CALENDAR = Calendar(
    months=(
        r"ene(?:ro)?",
        r"feb(?:rero)?",
        r"mar(?:zo)?",
        r"abr(?:il)?",
        r"may(?:o)?",
        r"jun(?:io)?",
        r"jul(?:io)?",
        r"ago(?:sto)?",
        r"sep(?:t|tiembre)?|setiembre",
        r"oct(?:ubre)?",
        r"nov(?:iembre)?",
        r"dic(?:iembre)?",
    ),
    weekdays=r"lunes|martes|miércoles|jueves|viernes|sábado|domingo",
    before_day=r"el",
    of=r"del?",
    behind_day=r"[ºo°]",
    at=r"a\x20las?",
    behind_hour=r"h(?:oras?|rs?)?\.?",
    published=r"publicado(?: el)?",
    updated=r"actualizado(?: el)?",
)
