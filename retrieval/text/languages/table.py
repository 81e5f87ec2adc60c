"""All languages that have a stemmer of their own, by whatever name an article gives.

A language's words lie in a file of data beside this one. There a table is words in a text; of
forms, `base form form, base form`, all in folded lower case.
"""

from collections.abc import Mapping
from functools import cache

from msgspec import Struct, field

from retrieval.text.languages import (
    english,
    english_numbers,
    english_spelling,
    french,
    italian,
    lithuanian,
    names,
)


class Language(Struct, frozen=True):
    """`stemmer` names a Snowball algorithm, which is also the language's English name.

    `codes` are those of ISO 639-1 and 639-2, the two-letter one first. All words are in folded
    lower case. A question does not need its `forms_of_address` (Mr). `elided` are words that lose
    their vowel before an apostrophe and are no part of what stands behind it: `l'`, `qu'`.
    `irregular` leads from an inflected form, which no suffix rule reaches, to the base form;
    `peoples` from an adjective to its country, but in small letters not for `capital_peoples`,
    which are words too; `spellings` from one spelling of a name to another, `variants` from one
    beginning of a word to another. `surnames` look inflected and are not. `apart` leads from a
    compound to its parts; the words of `joined` (`e-mail`) are one with a hyphen, those of `parted`
    (`e mail`) also with a space.

    `numbers` and `ordinals`: a word's figures; `multipliers`: the zeros of a word, those of one
    letter behind a currency's sign only; `units` may stand right behind figures, where `percents`
    are `%`. `name_words`: stop words that are names too, as they are written then, and whether they
    are verbs that a question begins with; `minor_words` are small in a headline that has capitals.
    `acronyms` stay names where all is in capitals.
    """

    stemmer: str
    codes: tuple[str, ...]
    stop_words: frozenset[str] = frozenset()
    forms_of_address: frozenset[str] = frozenset()
    elided: frozenset[str] = frozenset()
    irregular: Mapping[str, str] = field(default_factory=dict)
    peoples: Mapping[str, str] = field(default_factory=dict)
    capital_peoples: frozenset[str] = frozenset()
    spellings: Mapping[str, str] = field(default_factory=dict)
    transliterated: Mapping[str, str] = field(default_factory=dict)
    cases: tuple[tuple[str, str], ...] = ()
    name_endings: Mapping[str, str] = field(default_factory=dict)
    name_forms: frozenset[str] = frozenset()
    is_latin: bool = True
    never_ize: frozenset[str] = frozenset()
    percent: str = "%"
    variants: Mapping[str, str] = field(default_factory=dict)
    surnames: frozenset[str] = frozenset()
    apart: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    joined: frozenset[str] = frozenset()
    parted: frozenset[str] = frozenset()
    numbers: Mapping[str, str] = field(default_factory=dict)
    ordinals: Mapping[str, str] = field(default_factory=dict)
    multipliers: Mapping[str, int] = field(default_factory=dict)
    units: frozenset[str] = frozenset()
    percents: frozenset[str] = frozenset()
    name_words: Mapping[str, bool] = field(default_factory=dict)
    minor_words: frozenset[str] = frozenset()
    acronyms: frozenset[str] = frozenset()


def forms(table: str) -> dict[str, str]:
    """`base form form, base form` → form: base."""
    rows = [row.split() for row in table.split(",")]
    return {form: row[0] for row in rows for form in row[1:]}


def inflected(table: str, endings: str) -> dict[str, str]:
    """`base stem stem, base` → stem + ending: base, for every ending."""
    return {
        stem + ending: base for stem, base in forms(table).items() for ending in endings.split()
    }


CASES = tuple(
    (ending, "" if base == "-" else base)
    for base, *endings in (row.split() for row in names.CASES.split(","))
    for ending in endings
)
_NAMES = forms(names.SPELLINGS) | inflected(lithuanian.NAMES, lithuanian.ENDINGS)
LANGUAGES = (
    Language(
        "english",
        ("en", "eng"),
        stop_words=frozenset(english.STOP_WORDS.split()),
        forms_of_address=frozenset(english.FORMS_OF_ADDRESS.split()),
        irregular=forms(english.IRREGULAR),
        peoples=forms(names.DEMONYMS),
        capital_peoples=frozenset(names.CAPITAL_DEMONYMS.split()),
        spellings=_NAMES,
        transliterated=forms(names.TRANSLITERATED),
        cases=CASES,
        name_endings=forms(names.ENDINGS),
        name_forms=frozenset(english.NAME_FORMS.split()),
        never_ize=frozenset(english_spelling.NEVER_IZE.split()),
        percent="percent",
        variants=forms(english_spelling.VARIANTS),
        surnames=frozenset(names.SURNAMES.split()),
        apart={
            a + b: (a, b) for a, _, b in (w.partition("-") for w in english_spelling.APART.split())
        },
        joined=frozenset(english_spelling.JOINED.split()),
        parted=frozenset(pair.strip() for pair in english_spelling.PARTED.split(",")),
        numbers=forms(english_numbers.NUMBERS),
        ordinals=forms(english_numbers.ORDINALS),
        multipliers={word: int(zeros) for word, zeros in forms(english_numbers.ZEROS).items()},
        units=frozenset(english_numbers.UNITS.split()),
        percents=frozenset(english_numbers.PERCENT.split()),
        name_words=dict.fromkeys(english.NAMES.split(), False)
        | dict.fromkeys(english.VERBS_AND_NAMES.split(), True),
        minor_words=frozenset(english.SMALL_IN_HEADLINES.split()),
        acronyms=frozenset(english.ACRONYMS.split()),
    ),
    Language(
        "lithuanian",
        ("lt", "lit"),
        stop_words=frozenset(lithuanian.STOP_WORDS.split()),
        spellings=_NAMES,
        transliterated=forms(names.TRANSLITERATED),
        cases=CASES,
        name_endings=forms(names.ENDINGS),
    ),
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
    Language("russian", ("ru", "rus"), is_latin=False),
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
