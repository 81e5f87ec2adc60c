"""Numbers in English words, and what stands about numbers: data for comparing answers."""

from retrieval.text.languages.table import BY_CODE

_WORDS = {word: int(figures) for word, figures in BY_CODE["en"].numbers.items()} | {"zero": 0}
SMALL = {word: number for word, number in _WORDS.items() if number < 20}
TENS = {word: number for word, number in _WORDS.items() if number >= 20}
HUNDREDS = {"dozen": 12, "hundred": 100}  # times what stands before within a thousand
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SUFFIXES = {"k": "thousand", "m": "million", "mn": "million", "bn": "billion", "b": "billion",
            "tn": "trillion"}  # fmt: skip
ARTICLES = {"a", "an"}  # one, before a hundred or a scale
AND = "and"
MONEY = set("dollar dollars usd us pound pounds gbp euro euros eur".split())
SYMBOLS = {"per cent": " percent", "%": " percent"}
