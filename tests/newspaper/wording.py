"""Invented English news sentences, as many as wanted from one seed; no two articles share one."""

from random import Random

PLACES = (
    "Šilagiris Rudna Vilkabalė Žemupė Ąžuolija Kregždynas Naujoji-Ūla Peršlaukis Dubysėlė "
    "Gėluva Mėtupis Įlanka Świerczyn Řehořov Põltsamäe Güldenau"
).split()
FIRST = "Rūta Jonas Austėja Łukasz Žilvinas Marta Eglė Søren Zoë Mindaugas Inês Ugnė".split()
LAST = (
    "Kalnienė Beržūnas Ežeraitė Nowak-Šimkus Rudnickas Žąsytė Vilkauskaitė O'Dowd Ąžuolas "
    "Müller-Grigas Kregždė Sødergaard"
).split()
NOUNS = (
    "ferry bridge harbour library orchard reservoir tramway bakery observatory mill "
    "lighthouse greenhouse archive quarry theatre hospital railway market canal"
).split()
VERB_PHRASES = (
    "reopened to the public", "closed for repairs", "lost its roof in a storm", "won an award",
    "doubled its staff", "ran out of money", "passed its inspection", "changed hands",
    "was flooded by the river", "went to court over its lease",
)  # fmt: skip
TAILS = (
    "after {n} months of work", "despite {n} objections", "at a cost of {n} thalers",
    "in front of {n} onlookers", "for the first time in {n} years", "with {n} volunteers helping",
    "while {n} residents signed a petition", "although {n} permits were still missing",
)  # fmt: skip
REASONS = (
    "because the council had voted for it in spring", "as the engineers had warned all along",
    "since nobody else had offered to pay", "which surprised the insurers",
    "and the owners said that more would follow", "although the report is not finished yet",
    "as “nobody could have known”, the deputy mayor said", "which the ministry did not confirm",
)  # fmt: skip
SECTIONS = ("Politics", "Culture", "Business", "Sport")
AGENCIES = ("BNS", "AFP", "RFE/RL", "Reuters")


class Wording:
    """Draws sentences; `number` of an article stands in each, so that none comes twice."""

    def __init__(self, random: Random, number: int) -> None:
        self._random = random
        self._number = number
        self._sentences = 0

    def person(self) -> str:
        return f"{self._random.choice(FIRST)} {self._random.choice(LAST)}"

    def title(self) -> str:
        place, noun = self._random.choice(PLACES), self._random.choice(NOUNS)
        return f"{place} {noun} {self._number} {self._random.choice(VERB_PHRASES)}"

    def paragraph(self, sentences: int) -> str:
        return " ".join(self._sentence() for _ in range(sentences))

    def _sentence(self) -> str:
        self._sentences += 1
        choice, number = self._random.choice, self._random.randrange(2, 9000)
        tail = choice(TAILS).format(n=f"{number:,}")
        mark = f"{self._number}-{self._sentences}"
        return (
            f"The {choice(NOUNS)} in {choice(PLACES)}, file {mark}, {choice(VERB_PHRASES)} {tail}, "
            f"{self.person()} said, {choice(REASONS)}."
        )
