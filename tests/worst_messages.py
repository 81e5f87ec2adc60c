"""Messages as long as Telegram takes them, each of a kind that costs a search much."""

from collections.abc import Callable, Sequence
from random import Random

LONGEST = 4096  # characters
SMALL = ("and", "of", "the", "to", "by", "for", "be", "or", "not", "we", "will", "it")


def filled(part: Callable[[], str], longest: int = LONGEST) -> str:
    """Parts one after the other, as many as there is room for."""
    text = part()
    while len(text) < longest:
        text = f"{text} {part()}"
    return text[:longest]


def messages(words: Sequence[str], *, seed: int) -> dict[str, str]:
    """By kind; `words` are those of a language."""
    random = Random(seed)  # noqa: S311 (nothing here is secret)

    def word() -> str:
        return random.choice(words)

    def misspelt() -> str:
        written = word()
        place = random.randrange(1, len(written)) if len(written) > 1 else 1
        return written[:place] + random.choice("abcdefgh") + written[place:]

    def small() -> str:
        return " ".join(random.sample(SMALL, 3))

    def number() -> int:
        return random.randrange(1, 29)

    return {
        "words": filled(word),
        "misspelt words": filled(misspelt),
        "misspelt names": filled(lambda: misspelt().capitalize()),
        "three misspelt questions": "? ".join(filled(misspelt, 125) for _ in range(3)) + "?",
        "no words": filled(lambda: "".join(random.choices("bcdfgaeiou", k=9))),
        "capitals": filled(lambda: word().upper()),
        "letters": filled(lambda: random.choice("abcdefghijklmnop")),
        "one outlet": "bridge " + filled(lambda: "source:post", LONGEST - 7),
        "outlets": filled(lambda: f"source:{word()}.com"),
        "days": filled(lambda: f"since:2021-03-{number():02}"),
        "headlines": filled(lambda: f"title:{word()}"),
        "exclusions": "bridge " + filled(lambda: f"-{word()}", LONGEST - 7),
        "foreign operators": filled(lambda: f"{random.choice(('AND', 'OR', 'NOT'))} {word()}*"),
        "phrases": filled(lambda: f'"{word()} {word()}"'),
        "phrases of one word": filled(lambda: f'"{word()}"'),
        "phrases of small words": filled(lambda: f'"{small()}"'),
        "phrases with small words": filled(lambda: f'"the {word()} of"'),
        "one phrase": f'"{filled(word, LONGEST - 2)}"',
        "one phrase of small words": f'"{filled(small, LONGEST - 2)}"',
        "a short phrase of small words": '"and of the to"',
        "dates": filled(lambda: f"{number()} March {1990 + number()}"),
        "spans": filled(lambda: f"between May {1990 + number()} and"),
        "dates in numbers": filled(lambda: f"{number()}/{number()}/2021"),
        "figures": filled(lambda: f"${number()},000,000 million"),
        "questions": filled(lambda: f"who is {word()}?"),
        "names asked for": filled(lambda: "which of the very"),
        "sums asked for": filled(lambda: "how much x x x x"),
        "marks": "?" * LONGEST,
        "quotation marks": '"“' * (LONGEST // 2),
        "open marks": filled(lambda: f"“{word()}"),
        "single marks": filled(lambda: f"'{word()}"),
        "addresses": filled(lambda: f"https://news.example.org/{word()}/{number()}"),
        "one address": "https://news.example.org/" + "a/" * 2030,
        "one word": "a" * LONGEST,
        "one number": "1," * (LONGEST // 2),
        "an acronym": "a." * (LONGEST // 2),
        "hyphens": "co-" * (LONGEST // 3),
        "apostrophes": "a'" * (LONGEST // 2),
        "combining marks": "a" + "\u0301" * (LONGEST - 1),
        "joiners": "a\u200b" * (LONGEST // 2),
        "another script": filled(lambda: "почему мост открыли сегодня"),
        "another language": filled(lambda: f"kodėl {misspelt()} šiandien atidarė tiltą"),
        "no spaces": "桥今天开放" * (LONGEST // 5),
        "pictures": "😀👍" * (LONGEST // 2),
        "white space": "bridge" + " " * (LONGEST - 11) + "ferry",
        "a claim": filled(lambda: f"The {word()} said that {word()} was {number()} {word()}."),
        "a claim without end": "The mayor said " + filled(word, LONGEST - 15),
    }
