"""Months, weekdays and hours as French papers print them."""

from corpus.languages.calendar import Calendar

CALENDAR = Calendar(
    months=(
        r"janv(?:ier)?",
        r"févr(?:ier)?|fév",
        r"mars",
        r"avr(?:il)?",
        r"mai",
        r"juin",
        r"juil(?:let)?",
        r"ao[ûu]t",
        r"sept(?:embre)?",
        r"oct(?:obre)?",
        r"nov(?:embre)?",
        r"déc(?:embre)?",
    ),
    weekdays=r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
    before_day=r"le",
    behind_day=r"er",
    at=r"à",
    behind_hour=r"h(?:eures)?",
    published=r"publié(?: le)?",
    updated=r"mise? à jour(?: le)?|modifié(?: le)?",
)
