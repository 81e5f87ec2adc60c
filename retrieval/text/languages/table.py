"""All languages that have a stemmer of their own, by whatever name an article gives.

A language's words lie in a file of data beside this one. There a table is words in a text; of
forms, `base form form, base form`, all in folded lower case.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from retrieval.text.languages import english, french, italian, lithuanian


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


LANGUAGES = (
    Language(
        "english",
        ("en", "eng"),
        stop_words=frozenset(english.STOP_WORDS.split()),
        irregular=forms(english.IRREGULAR),
        peoples=forms(english.DEMONYMS),
        spellings=forms(english.SPELLINGS),
    ),
    Language("lithuanian", ("lt", "lit"), stop_words=frozenset(lithuanian.STOP_WORDS.split())),
    Language("danish", ("da", "dan")),
    Language("german", ("de", "deu", "ger")),
    Language("spanish", ("es", "spa")),
    Language("estonian", ("et", "est")),
    Language("finnish", ("fi", "fin")),
    Language("french", ("fr", "fra", "fre"), elided=frozenset(french.ELIDED.split())),
    Language("italian", ("it", "ita"), elided=frozenset(italian.ELIDED.split())),
    Language("dutch", ("nl", "nld", "dut")),
    Language("norwegian", ("no", "nor", "nb", "nob", "nn", "nno")),
    Language("portuguese", ("pt", "por")),
    Language("russian", ("ru", "rus")),
    Language("swedish", ("sv", "swe")),
)
DEFAULT = "en"  # whose rules do least harm to a language that has none here
BY_CODE = {language.codes[0]: language for language in LANGUAGES}
BY_NAME = {
    name: language.codes[0]
    for language in LANGUAGES
    for name in (*language.codes, language.stemmer)
}


@cache
def code_of(name: str) -> str:
    """`lt` of `lt-LT`, `lit` and `Lithuanian`; `en` for a language without a stemmer here."""
    plain = name.strip().lower().replace("_", "-")
    return BY_NAME.get(plain) or BY_NAME.get(plain.partition("-")[0], DEFAULT)
