"""Numbers as written → one term, whatever parts their thousands: `$1.2bn` is `1200000000`."""

import re
from collections.abc import Mapping
from decimal import Decimal

CURRENCY = "$€£¥"
PARTS = " \u00a0\u2009\u202f'"  # that may stand between thousands; a comma too
THOUSANDS = re.compile(rf"\d{{1,3}}(?:[,{PARTS}]\d{{3}})+(?:\.\d+)?")
POINTED = re.compile(r"[1-9]\d{0,2}(?:(?:\.\d{3})*\.000|(?:\.\d{3}){2,})")  # as in `100.000`
NUMBER = re.compile(rf"[{CURRENCY}]?(\d[\d.,{PARTS}]*?)[ \u00a0-]?([^\W\d_][^\W_]*)?")


def number_term(written: str, multipliers: Mapping[str, int]) -> str:
    """The term of what begins with a digit or a currency's sign, in lower case.

    `multipliers`: the zeros that a word stands for. What is no number stays: `1990s`, `5g`.
    """
    match = NUMBER.fullmatch(written)
    if not match:
        return written.strip(CURRENCY)
    figures, word = match.group(1), match.group(2) or ""
    if THOUSANDS.fullmatch(figures):
        figures = re.sub(rf"[,{PARTS}]", "", figures)
    elif POINTED.fullmatch(figures):
        figures = figures.replace(".", "")
    if not word:
        return figures
    if word in multipliers and "." not in figures:
        figures = figures.replace(",", ".")  # `1,5 million`
    if word not in multipliers or figures.count(".") > 1 or "," in figures:
        return figures + word
    return f"{Decimal(figures).scaleb(multipliers[word]).normalize():f}"
