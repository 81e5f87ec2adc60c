"""Numbers in English words, and what stands about numbers: data for comparing answers."""

SMALL = dict(
    zip(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen".split(),
        range(20),
        strict=True,
    )
)
TENS = dict(
    zip(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(),
        range(20, 100, 10),
        strict=True,
    )
)
HUNDREDS = {"dozen": 12, "hundred": 100}  # times what stands before within a thousand
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SUFFIXES = {"k": "thousand", "m": "million", "mn": "million", "bn": "billion", "b": "billion",
            "tn": "trillion"}  # fmt: skip
ARTICLES = {"a", "an"}  # one, before a hundred or a scale
AND = "and"
MONEY = set("dollar dollars usd us pound pounds gbp euro euros eur".split())
SYMBOLS = {"per cent": " percent", "%": " percent"}
