"""Months, weekdays and hours as English papers print them."""

import re

from corpus.languages.calendar import Calendar

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT_MONTHS = tuple(name[:3].lower() for name in MONTHS)
SHORT_WEEKDAYS = tuple(name[:3].lower() for name in WEEKDAYS)

ORDINAL = "st|nd|rd|th"
HALF_DAY = r"(?P<half>[ap])\.?m\b\.?"
CALENDAR = Calendar(
    months=[
        "sept?(?:ember)?" if name == "September" else f"{name[:3]}(?:{name[3:]})?"
        for name in MONTHS
    ],
    weekdays=r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?",
    before_day="the|on",
    of="of",
    behind_day=ORDINAL,
    at="at",
    behind_hour=r"h(?:ou)?rs?\.?",
    published=r"published|posted",
    updated=r"updated|modified",
)

# Times that tell no day for sure: `2 hours ago`, `today at 17:30`.
AGO = re.compile(
    r"(?:(?:about|over|almost) )?(?:an?|\d+) ?(?:h|(?:sec|min|hr|second|minute|hour|day)s?) ago"
    r"|(?:today|yesterday),? (?:at )?\d\d?[:.]\d\d",
    re.I,
)
# What may stand beside an hour or a doubtful day, where both are all of a line.
BESIDE_CLOCK = (
    rf"\d{{1,4}}(?:{ORDINAL})?|[ap]\.?m\.?|at|val\.?|hrs?|h|uhr|[-–+]|(?-i:[A-Z]{{2,4}})"
    rf"|(?:{'|'.join((*SHORT_WEEKDAYS, *SHORT_MONTHS))})[a-z]*\.?"
)
# Days and holidays as names: `published on Monday` names no outlet.
DAY_NAME = re.compile(
    rf"(?:{'|'.join((*WEEKDAYS, *MONTHS))}|Easter|Christmas|\d+)\b|.*\b(?:Day|Eve)$"
)
