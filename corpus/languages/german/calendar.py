"""Months, weekdays and hours as German papers print them."""

from corpus.languages.calendar import Calendar

CALENDAR = Calendar(
    months=(
        r"jan(?:uar)?|jänner",
        r"feb(?:ruar)?|feber",
        r"mär(?:z)?|mrz",
        r"apr(?:il)?",
        r"mai",
        r"jun(?:i)?",
        r"jul(?:i)?",
        r"aug(?:ust)?",
        r"sept?(?:ember)?",
        r"okt(?:ober)?",
        r"nov(?:ember)?",
        r"dez(?:ember)?",
    ),
    weekdays=r"(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|mo|di|mi|do|fr|sa|so",
    before_day=r"den",
    at=r"um",
    behind_hour=r"uhr",
    published=r"veröffentlicht(?: am)?|erstellt(?: am)?",
    updated=r"(?:zuletzt )?aktualisiert(?: am)?|geändert(?: am)?",
)
