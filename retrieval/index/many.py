"""Many changes → entries, in other processes, as analysis is most of the work of an index."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from corpus.archive.archive import Change
from corpus.article import Article
from corpus.readers.crew import processors
from corpus.workers.pool import Limits, NotParsed, ParsingPool
from retrieval.index.source import Analysed, Terms, analysed, entry_of, terms_of

TOGETHER = 2_000  # paragraphs that are analysed in one call
AHEAD = 3  # calls that wait for each process
LIMITS = Limits(seconds=100, memory=4 << 30)

Waiting = deque[tuple[list[Change], Future[list[str] | NotParsed]]]


def analysed_side_by_side(changes: Iterable[Change]) -> Iterator[Analysed]:
    """What `analysed` gives, by as many processes as there are processors beside this one's."""
    workers = max(1, processors() - 1)
    waiting: Waiting = deque()
    with ParsingPool(workers, LIMITS) as pool, ThreadPoolExecutor(workers) as threads:
        try:
            for batch in _batches(changes):
                articles = [change.article for change in batch if change.article]
                waiting.append((batch, threads.submit(pool.call, packed, articles)))
                if len(waiting) > workers * AHEAD:
                    yield from _unpacked(*waiting.popleft())
            while waiting:
                yield from _unpacked(*waiting.popleft())
        finally:
            threads.shutdown(cancel_futures=True)


def packed(articles: Sequence[Article]) -> list[str]:
    """The terms of each article in one text: a line for the headline, and for each paragraph."""
    return ["\n".join(map(" ".join, _all(terms_of(article)))) for article in articles]


def _all(terms: Terms) -> list[Sequence[str]]:
    return [terms.title, *terms.paragraphs]


def _batches(changes: Iterable[Change]) -> Iterator[list[Change]]:
    batch: list[Change] = []
    size = 0
    for change in changes:
        batch.append(change)
        size += len(change.article.paragraphs) if change.article else 1
        if size >= TOGETHER:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _unpacked(batch: list[Change], future: Future[list[str] | NotParsed]) -> Iterator[Analysed]:
    """What the process gave; where it was ended, the same is done here."""
    texts = future.result()
    if isinstance(texts, NotParsed):
        yield from analysed(batch)
        return
    given = iter(texts)
    for change in batch:
        article = change.article
        if article is None:
            yield change, None
        else:
            title, *paragraphs = (line.split() for line in next(given).split("\n"))
            yield change, entry_of(change.seq, article, Terms(title, paragraphs))
