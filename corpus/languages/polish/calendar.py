"""Months, weekdays and hours as Polish papers print them."""

from corpus.languages.calendar import Calendar

CALENDAR = Calendar(
    months=(
        r"sty(?:cznia|czeń)?",
        r"lut(?:ego|y)?",
        r"mar(?:ca|zec)?",
        r"kwi(?:etnia|ecień)?",
        r"maja?",
        r"cze(?:rwca|rwiec)?",
        # Behind `1.` they are Croatian: June, and October.
        r"(?<!\.\x20)lip(?:ca|iec)?",
        r"sie(?:rpnia|rpień)?",
        r"wrz(?:eśnia|esień)?",
        r"paź(?:dziernika?)?",
        r"(?<!\.\x20)lis(?:topada?)?",
        r"gru(?:dnia|dzień)?",
    ),
    weekdays=(
        r"pon(?:iedziałek)?|wt(?:orek)?|śr(?:oda)?|czw(?:artek)?|piątek|pt|sob(?:ota)?"
        r"|niedz(?:iela)?"
    ),
    behind_year=r"r(?:oku|\.)",
    at=r"(?:o\x20)?godz(?:inie|\.)|o",
    published=r"opublikowano|data publikacji",
    updated=r"(?:ostatnia )?aktualizacja|zaktualizowano",
)
