"""Months, weekdays and hours as Lithuanian papers print them."""

from corpus.languages.calendar import Calendar

CALENDAR = Calendar(
    months=(
        r"saus(?:io|is)?",
        r"vas(?:ario|aris)?",
        r"kov(?:o|as)?",
        r"bal(?:andžio|andis)?",
        r"geg(?:užės|užė)?",
        r"birž(?:elio|elis)?",
        r"liep(?:os|a)?",
        r"rugp(?:jūčio|jūtis|j)?",
        r"rugs(?:ėjo|ėjis|ėj)?",
        r"spal(?:io|is)?",
        r"lapkr(?:ičio|itis)?",
        r"gruod(?:žio|is)?",
    ),
    weekdays=r"(?:pirm|antr|treči|ketvirt|penkt|šešt)adien(?:is|į)|sekmadien(?:is|į)",
    behind_day=r"d\.",
    behind_year=r"m(?:etų|\.)",
    at=r"val\.",
    behind_hour=r"val\.?",
    published=r"publikuota|paskelbta|įkelta|sukurta",
    updated=r"atnaujinta|redaguota|papildyta|pakeista",
)
