"""The form in which a language's data is given."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Language:
    """`stemmer` names a Snowball algorithm, which is also the language's English name.

    `codes` are those of ISO 639-1 and 639-2, the two-letter one first. All words are in folded
    lower case. `elided` are words that lose their vowel before an apostrophe and are no part of
    what stands behind it: `l'`, `qu'`. `irregular` leads from an inflected form, which no suffix
    rule reaches, to the base form; `peoples` from an adjective to its country; `spellings` from
    one spelling of a name to another.
    """

    stemmer: str
    codes: tuple[str, ...]
    stop_words: frozenset[str] = frozenset()
    elided: frozenset[str] = frozenset()
    irregular: Mapping[str, str] = field(default_factory=dict)
    peoples: Mapping[str, str] = field(default_factory=dict)
    spellings: Mapping[str, str] = field(default_factory=dict)


def forms(table: str) -> dict[str, str]:
    """`base form form, base form` → form: base."""
    rows = [row.split() for row in table.split(",")]
    return {form: row[0] for row in rows for form in row[1:]}
