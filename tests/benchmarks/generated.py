"""An archive of any size, made from the articles of one that is there, and kept between runs."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from random import Random

from corpus.archive.archive import Archive
from corpus.article import Article

SEED = 20210127
PARTS = 3  # articles that each generated one is made of
BATCH = 500  # articles
NAMES = 2  # words of one generated article that nobody else has, as a vocabulary grows
BEGINNINGS = "b br d dr f g gr h j k kl l m n p pr r s sk st t tr v z".split()
MIDDLES = "a e i o u ai au ei ie".split()
ENDS = "n r s l m k d v".split()
SYLLABLES = [f"{first}{middle}" for first in BEGINNINGS for middle in MIDDLES]


def generated(articles: Sequence[Article], first: int = 0) -> Iterator[Article]:
    """Articles without end, the same in every run, from the one of number `first` on.

    A paragraph has the first third of one's words, the second of another's, the last of a third
    one's, of three articles taken at random: so no two are copies, and words stay as frequent as
    they are. Day, outlet and language are the first one's; two invented names stand in the first
    paragraph.
    """
    number = first
    while True:
        random = Random(SEED + number)
        chosen = random.choices(articles, k=PARTS)
        titles = [part.title for part in chosen]
        texts = zip(
            chosen[0].paragraphs, *(cycle(part.paragraphs) for part in chosen[1:]), strict=False
        )
        paragraphs = [text for row in texts if (text := _mixed(row))]
        names = [name(number * NAMES + more) for more in range(NAMES)]
        yield replace(
            chosen[0],
            id=f"generated-{number}",
            url=f"https://news.example.org/generated/{number}",
            title=_mixed(titles) or names[0],
            paragraphs=(" ".join([*paragraphs[:1], *names]), *paragraphs[1:]),
        )
        number += 1


def name(number: int) -> str:
    """A word of its own for every number; neighbours begin otherwise."""
    syllables = []
    for _ in range(3):
        number, rest = divmod(number, len(SYLLABLES))
        syllables.append(SYLLABLES[rest])
    return "".join(syllables).capitalize() + ENDS[number % len(ENDS)]


def fill(folder: Path, articles: Sequence[Article], size: int) -> Archive:
    """An archive of `size` paragraphs, or some more; one that was begun is gone on with."""
    archive = Archive(folder, create=True)
    held = archive.paragraph_count()
    made = generated(articles, sum(archive.sources().values()))
    with archive.writing():
        while held < size:
            batch = list(islice(made, BATCH))
            archive.add(batch)
            held += sum(len(article.paragraphs) for article in batch)
    return archive


def articles_of(folder: Path) -> list[Article]:
    """All articles of an archive, in the order of their last change."""
    with Archive(folder) as archive:
        found = (change.article for change in archive.changes_since(0))
        return [article for article in found if article is not None]


def _mixed(texts: Sequence[str]) -> str:
    """The first third of the words of the first text, the second of the second, and so on."""
    words = []
    for place, text in enumerate(texts):
        own = text.split()
        words += own[len(own) * place // PARTS : len(own) * (place + 1) // PARTS]
    return " ".join(words)
