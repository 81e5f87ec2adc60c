"""All languages that have a stemmer of their own, by whatever name an article gives."""

from functools import cache

from retrieval.text.languages.english import ENGLISH
from retrieval.text.languages.language import Language
from retrieval.text.languages.lithuanian import LITHUANIAN

ELIDED_ROMANCE = frozenset("c d j l m n qu s t jusqu lorsqu puisqu quoiqu presqu".split())
ELIDED_ITALIAN = frozenset(
    "all alla d dall dell gl l nell quell quest sull un c m n s t v anch cos com".split()
)

LANGUAGES = (
    ENGLISH,
    LITHUANIAN,
    Language("danish", ("da", "dan")),
    Language("german", ("de", "deu", "ger")),
    Language("spanish", ("es", "spa")),
    Language("estonian", ("et", "est")),
    Language("finnish", ("fi", "fin")),
    Language("french", ("fr", "fra", "fre"), elided=ELIDED_ROMANCE),
    Language("italian", ("it", "ita"), elided=ELIDED_ITALIAN),
    Language("dutch", ("nl", "nld", "dut")),
    Language("norwegian", ("no", "nor", "nb", "nob", "nn", "nno")),
    Language("portuguese", ("pt", "por")),
    Language("russian", ("ru", "rus")),
    Language("swedish", ("sv", "swe")),
)
DEFAULT = ENGLISH.codes[0]  # whose rules do least harm to a language that has none here
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
