"""Which languages there are, and each as it is first wanted."""

from functools import cache, partial
from gettext import GNUTranslations
from importlib.resources import files
from io import BytesIO

from bot.render.languages.language import ENGLISH, Language, names_in_order

# What people write for each, besides its code.
NAMES = {
    "en": "english anglų angliškai английский по-английски angielski po-angielsku",
    "lt": "lithuanian lietuvių lietuviškai литовский по-литовски litewski po-litewsku",
    "pl": "polish lenkų lenkiškai польский по-польски polski po-polsku",
    "ru": "russian rusų rusiškai русский по-русски rosyjski po-rosyjsku",
}
CODES = tuple(NAMES)
OWN_NAMES = {"en": "English", "lt": "lietuvių", "pl": "polski", "ru": "русский"}


def code_of(tag: str | None) -> str:
    """`lt` of `lt-LT` as Telegram tells it; empty for English and what the bot does not speak."""
    code = (tag or "").lower().replace("_", "-").partition("-")[0]
    return code if code in NAMES and code != ENGLISH.code else ""


def code_named(words: str) -> str:
    """`lt` of `LT`, `Lithuanian`, `lietuviškai`, `po litewsku`; empty for what is none."""
    named = "-".join(words.lower().split())
    return next((code for code in CODES if named in (code, *NAMES[code].split())), "")


@cache
def language(code: str) -> Language:
    """One of the codes; English where it is none of them."""
    if code not in NAMES or code == ENGLISH.code:
        return ENGLISH
    from babel import Locale  # noqa: PLC0415 (start-up time of what speaks English)
    from babel.messages.mofile import write_mo  # noqa: PLC0415 (likewise)
    from babel.messages.pofile import read_po  # noqa: PLC0415 (likewise)
    from babel.numbers import format_decimal  # noqa: PLC0415 (likewise)

    compiled, locale = BytesIO(), Locale(code)
    with files(__package__).joinpath(f"{code}.po").open("rb") as file:
        write_mo(compiled, read_po(file, locale))
    compiled.seek(0)
    months = locale.months
    return Language(
        code,
        GNUTranslations(compiled),
        partial(format_decimal, locale=locale),
        locale.number_symbols["latn"]["decimal"],
        weekdays=names_in_order(locale.days["format"]["abbreviated"], 0),
        dated=names_in_order(months["format"]["wide"], 1),
        alone=names_in_order(months["stand-alone"]["wide"], 1),
        brief_dated=names_in_order(months["format"]["abbreviated"], 1),
        brief_alone=names_in_order(months["stand-alone"]["abbreviated"], 1),
    )
