"""A new index on a cluster held against its archive, before anybody is to be answered from it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain

from corpus.archive.archive import Archive
from corpus.archive.scans.side_by_side import Selection
from corpus.article import Article, paragraph_number
from retrieval.answer import Answer
from retrieval.answering import Answerer
from retrieval.article_store import ArchiveStore, ArticleStore
from retrieval.cluster.store import ClusterStore
from retrieval.engines.opensearch.moment import Moment
from retrieval.engines.opensearch.view import ClusterView
from retrieval.errors import IndexUnusableError
from retrieval.index.snapshot import Snapshot
from retrieval.notes import PhraseNotFound
from retrieval.verbatim.words import Words, keys_of, may_hold_one, signs_of

SAMPLE = 12  # articles, from the first to the last
RUN = 8  # words of one of its paragraphs that are looked for


@dataclass(frozen=True, slots=True)
class _AsItIs:
    """An index that nobody else writes to."""

    view: ClusterView

    def snapshot(self) -> Snapshot:
        return Snapshot("opensearch", "", self.view)

    def is_fresh(self) -> bool:
        return True

    def refresh(self) -> None:
        pass

    def mend(self, broken: Snapshot) -> None:
        raise _differs("it cannot be read")

    def close(self) -> None:
        pass


def prove(archive: Archive, moment: Moment) -> None:
    """All that the archive has is there, and a sample is quoted as the archive itself has it.

    Words of an article are looked for here by the index, there by a scan, and asked for with the
    articles of either. Raises IndexUnusableError, which says what differs.
    """
    view = ClusterView(moment, brings=True)
    _count(archive, view)
    ours, theirs = ArchiveStore(archive), ClusterStore(lambda: moment, lambda: None)
    asked_at = datetime.now(UTC)
    answerers = [Answerer(store, _AsItIs(view)) for store in (ours, theirs)]
    sample = [(article, run) for article in _sample(archive) if (run := _run_of(article))]
    for (article, run), printed in zip(
        sample, _printings(ours, [run for _, run in sample]), strict=True
    ):
        found = _printing(theirs, run)
        if printed != found or ours.versions(printed) != theirs.versions(printed):
            raise _differs(f"what prints a line of {article.id} is another")
        for question in (f'"{" ".join(run)}"', article.title):
            one, other = (answerer.ask(question, asked_at=asked_at) for answerer in answerers)
            if _is_read_in_part(one):
                continue
            if [(quote.text, quote.article) for quote in one.quotes] != [
                (quote.text, quote.article) for quote in other.quotes
            ]:
                raise _differs(f"a question about {article.id} has another answer")


def _is_read_in_part(answer: Answer) -> bool:
    """Whether an archive had no time to look for a phrase that an index looks up."""
    notes = (note for note in answer.notes if isinstance(note, PhraseNotFound))
    return not all(note.is_all_read for note in notes)


def _count(archive: Archive, view: ClusterView) -> None:
    """Articles that are damaged beyond reading are in no index."""
    wanted = archive.paragraph_counts()
    passages, articles = view.passage_count(), view.moment.articles()
    if (passages, articles) == (sum(wanted.values()), len(wanted)):
        return
    held = view.held()
    lost = archive.damaged(wanted.keys() - set(held.articles))
    expected = {
        paragraph_number(seq, n) for seq in wanted if seq not in lost for n in range(wanted[seq])
    }
    if set(held.passages) != expected or set(held.articles) != wanted.keys() - lost.keys():
        raise _differs(
            f"{passages:,} passages of {articles:,} articles,"
            f" where the archive has {sum(wanted.values()):,} of {len(wanted):,}"
        )


def _differs(what: str) -> IndexUnusableError:
    return IndexUnusableError(
        f"the new index is not as the archive is: {what}; what answered before stays as it is"
    )


def _sample(archive: Archive) -> Iterator[Article]:
    seqs = sorted(archive.paragraph_counts())
    for seq in seqs[:: max(1, len(seqs) // SAMPLE)][:SAMPLE]:
        article = archive.version(seq)
        if article is not None:
            yield article


def _run_of(article: Article) -> list[str]:
    """Words side by side from the middle of its longest paragraph; none where it has too few."""
    keys = keys_of(max(article.paragraphs, key=len, default=""))
    start = (len(keys) - RUN) // 2
    return keys[start : start + RUN] if start >= 0 else []


def _printings(store: ArticleStore, runs: Sequence[list[str]]) -> list[set[int]]:
    """Of each of some runs of words the same, by reading all that there is, once."""
    signs = list(chain.from_iterable(map(signs_of, runs)))
    found: list[set[int]] = [set() for _ in runs]
    read = store.by_day((), Selection(), is_newest=True)
    for one in (one for some in read for one in some.texts):
        if may_hold_one(one.text, signs):
            words = Words(one.text)
            for run, seqs in zip(runs, found, strict=True):
                if words.find(run) is not None:
                    seqs.add(one.seq)
    return found


def _printing(store: ArticleStore, run: list[str]) -> set[int]:
    """Versions of which a headline or paragraph has the words."""
    read = store.by_day(run, Selection(), is_newest=True)
    texts = (one for some in read for one in some.texts)
    return {one.seq for one in texts if Words(one.text).find(run) is not None}
