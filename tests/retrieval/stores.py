"""Articles that lie in no archive: the second kind of store, for tests of the seam."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from corpus.archive.elsewhere.facts import Facts
from corpus.archive.scans.all_texts import Text
from corpus.archive.scans.by_day import Read
from corpus.archive.scans.side_by_side import Printed, Selection
from corpus.article import Article, paragraph_number, place_of
from retrieval.article_store import Passage
from retrieval.text.phrase import has_phrase


class Shelf:
    """Articles by version, in memory; counts how often it is asked."""

    def __init__(self, *articles: Article, languages: tuple[str, ...] = ("en",)) -> None:
        self._articles = dict(enumerate(articles, 1))
        self._languages = languages
        self.asked: list[str] = []

    def passages(self, numbers: Iterable[int]) -> dict[int, Passage]:
        self.asked.append("passages")
        found = {}
        for number in numbers:
            seq, position = place_of(number)
            article = self._articles.get(seq)
            if article is not None and position < len(article.paragraphs):
                text = article.paragraphs[position]
                found[number] = Passage(
                    text, article.title, article.source, article.agency, article.language
                )
        return found

    def versions(self, seqs: Iterable[int]) -> dict[int, Article]:
        self.asked.append("versions")
        return {seq: self._articles[seq] for seq in seqs if seq in self._articles}

    def damaged(self, seqs: Iterable[int]) -> tuple[str, ...]:
        return ()

    def doubtful(self, seqs: Iterable[int]) -> tuple[int, ...]:
        return ()

    def copies(self, seq: int, article: Article) -> dict[int, Article]:
        return {}

    def boilerplate(self, texts: Mapping[int, str]) -> set[int]:
        return set()

    def printed(self, phrase: str, selection: Selection) -> Iterator[Printed]:
        self.asked.append("printed")
        for seq, article in reversed(self._articles.items()):
            for position, text in enumerate(article.paragraphs):
                if has_phrase(text, phrase):
                    yield Printed(paragraph_number(seq, position), text, article.day)

    def titles(self, seqs: Iterable[int]) -> dict[int, str]:
        return {seq: article.title for seq, article in self.versions(seqs).items()}

    def by_day(
        self, run: Sequence[str], selection: Selection, *, is_newest: bool
    ) -> Iterator[Read]:
        for seq in self.in_order_of_day(self._articles, is_newest=is_newest):
            article = self._articles[seq]
            texts = [Text(seq, n, text) for n, text in enumerate(article.paragraphs)]
            yield Read([seq], [Text(seq, None, article.title), *texts], article.day)

    def in_order_of_day(self, seqs: Collection[int], *, is_newest: bool) -> list[int]:
        return sorted(seqs, key=lambda seq: self._articles[seq].day, reverse=is_newest)

    def having(self, run: Sequence[str]) -> Iterator[Sequence[Text]]:
        return (read.texts for read in self.by_day(run, Selection(), is_newest=False))

    def headlines(self, run: Sequence[str]) -> list[Text]:
        return [Text(seq, None, article.title) for seq, article in self._articles.items()]

    def seq_of(self, name: str) -> int | None:
        articles = self._articles.items()
        return next((seq for seq, one in articles if name in {one.id, one.url}), None)

    def newest(self, count: int, *, until: date, sources: Sequence[str] = ()) -> list[Article]:
        return []

    def counts(self) -> Facts:
        return Facts(articles=len(self._articles))

    def collected(self) -> None:
        return None

    def state(self) -> int:
        return len(self._articles)

    def outlets(self) -> tuple[str, ...]:
        self.asked.append("outlets")
        return tuple(dict.fromkeys(article.source for article in self._articles.values()))

    def languages(self) -> tuple[str, ...]:
        return self._languages

    def lose(self, seq: int) -> None:
        """Remove an article, as between a search and the reading of what it found."""
        del self._articles[seq]
