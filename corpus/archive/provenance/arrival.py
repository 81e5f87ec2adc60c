"""An article on its way in, with where it came from."""

from dataclasses import dataclass

from corpus.article import Article


@dataclass(frozen=True, slots=True)
class Arrival:
    """`origin` is the file or address that the article came from; `is_whole`: with nothing else.

    `names` are others by which the paper knows it: further addresses of its page, its number
    there with the outlet's name. `faults` are what speaks against its dates.
    """

    article: Article
    origin: str | None = None
    is_whole: bool = False
    names: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
