"""Names of countries, also in languages that inflect them, and what they are in English."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from babel import Locale

# What the first case adds to a stem, and the others: Polsk-a, Pols-ce, Niemc-y, Niemc-zech.
FIRST = {"lt": r"(?:as|is|us|[aėiou])$", "pl": r"(?:ka|[aeyś])$", "ru": r"[аяйь]$"}
OTHERS = {
    "lt": "o os oje ą ai ui u e ė ės ėje ę ei yje į io iu uje ų iui ams ose uose",
    "pl": "a ą ę i ie ii o u y em iem owi ach zech om ami mi ce cy ką ki kę ko si sią",
    "ru": "а я е и ы у ю ой ей ёй ом ем ии ию ией ах ях ам ям ами ями",
}
LONGEST_ENDING = 4
SHORTEST_STEM = 5  # letters; one fewer of a word that has a capital
IRREGULAR = {"lt": {"jav": "US"}, "pl": {"usa": "US", "włoszech": "Italy"}, "ru": {"сша": "US"}}
AS_PRINTED = {"TR": "Turkey", "CZ": "Czechia", "GB": "Britain"}  # where papers name it otherwise


@lru_cache(1000)
def country(word: str, language: str) -> str | None:
    """In English, of a word in whatever case; None of other words."""
    names, stems = _names(language)
    lower = word.lower()
    if lower in names or language not in OTHERS:
        return names.get(lower)
    least = SHORTEST_STEM - word[0].isupper()
    for size in range(len(word) - 1, max(least, len(word) - LONGEST_ENDING) - 1, -1):
        if lower[:size] in stems and lower[size:] in OTHERS[language].split():
            return stems[lower[:size]]
    return None


@cache
def _names(language: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Of one word, in small letters; and their stems."""
    english = Locale("en").territories
    names = {
        name.lower(): AS_PRINTED.get(code, re.sub(r" \(.*", "", english[code]))
        for code, name in Locale(language).territories.items()
        if code.isalpha() and name.isalpha()
    }
    ending = FIRST.get(language, "$")
    stems = {re.sub(ending, "", name): country for name, country in names.items()}
    return names | IRREGULAR.get(language, {}), stems
