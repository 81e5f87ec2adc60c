"""Letters that tell a language, for a text of which nothing else does."""

from collections import Counter
from collections.abc import Mapping

# Of each the letters that the others here do not have, or hardly; the surest first.
OWN: Mapping[str, str] = {
    "uk": "їєґ",
    "be": "ў",
    "ru": "ыэъё",
    "lt": "ėįų",
    "lv": "ģķļņā",
    "pl": "łżźń",
    "et": "õ",
}
LEAST = 5  # of them, in a text
SHARE = 400  # letters at most to one of them
SAMPLE = 20_000  # characters


def language_by_letters(text: str) -> str | None:
    """By ISO 639-1; None where no language is that sure, as for English."""
    counts = Counter(text[:SAMPLE].lower())
    size = sum(count for letter, count in counts.items() if letter.isalpha())
    for language, letters in OWN.items():
        found = sum(counts[letter] for letter in letters)
        if found >= LEAST and found * SHARE >= size:
            return language
    return None
