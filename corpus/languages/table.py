"""The languages whose dates are read."""

from corpus.languages.english.calendar import CALENDAR as ENGLISH
from corpus.languages.estonian.calendar import CALENDAR as ESTONIAN
from corpus.languages.french.calendar import CALENDAR as FRENCH
from corpus.languages.german.calendar import CALENDAR as GERMAN
from corpus.languages.latvian.calendar import CALENDAR as LATVIAN
from corpus.languages.lithuanian.calendar import CALENDAR as LITHUANIAN
from corpus.languages.polish.calendar import CALENDAR as POLISH
from corpus.languages.russian.calendar import CALENDAR as RUSSIAN
from corpus.languages.spanish.calendar import CALENDAR as SPANISH
from corpus.languages.ukrainian.calendar import CALENDAR as UKRAINIAN

CALENDARS = (
    ENGLISH, LITHUANIAN, LATVIAN, ESTONIAN, POLISH, GERMAN, FRENCH, SPANISH, RUSSIAN, UKRAINIAN,
)  # fmt: skip
