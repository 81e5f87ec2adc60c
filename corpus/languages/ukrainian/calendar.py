"""Months, weekdays and hours as Ukrainian papers print them."""

from corpus.languages.calendar import Calendar

CALENDAR = Calendar(
    months=(
        r"січ(?:ня|ень)?",
        r"лют(?:ого|ий)?",
        r"бер(?:езня|езень)?",
        r"квіт(?:ня|ень)?",
        r"трав(?:ня|ень)?",
        r"черв(?:ня|ень)?",
        r"лип(?:ня|ень)?",
        r"серп(?:ня|ень)?",
        r"вер(?:есня|есень)?",
        r"жовт(?:ня|ень)?",
        r"лист(?:опада|опад)?",
        r"груд(?:ня|ень)?",
    ),
    weekdays=r"понеділок|вівторок|середа|четвер|п['’ʼ]ятниця|субота|неділя",
    behind_year=r"р(?:оку|\.)",
    at=r"о",
    published=r"опубліковано",
    updated=r"оновлено|змінено",
)
