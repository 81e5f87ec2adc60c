"""Every article that may print a quote, by the index where that can find it, else by a scan.

Each fragment of a quote (`Quoted.fragments`) stands in one paragraph, or in the headline, if the
quote stands anywhere. So all paragraphs that hold the terms of one fragment are asked of the index
and read; of an index's cut-off list nothing could be called the first. A fragment of stop words, or
one whose terms too many have, is looked for by a scan of the archive's texts as they are stored.
Where many print it, or the archive is too large for that, they are read in the order of their days:
then the first that print it come soon.
"""

from collections.abc import Generator, Iterator, Sequence
from itertools import islice

from msgspec import Struct, field

from corpus.archive.archive import Archive
from corpus.archive.scans.side_by_side import Selection
from corpus.article import Article, place_of
from retrieval.article_store import ArticleStore, store_of
from retrieval.deadline import Deadline
from retrieval.engines.engine import Search, View
from retrieval.text.analyser import analyser
from retrieval.text.languages.table import LANGUAGES
from retrieval.verbatim.quoted import Quoted
from retrieval.verbatim.words import Words, may_hold

READ = 9_999  # paragraphs beyond which a scan is no slower; a cluster gives one more at once
SCANNED = 300  # articles that print a fragment; where more do, the first by day come sooner
AT_ONCE = 8  # articles
MAX_GROUPS = 8  # words that a paragraph must hold to be read
MAX_TERMS = 48  # by which the nearest are looked for


# Words that an analyser may read together with their neighbours, as in `e-mail`, `five million`.
_TOGETHER = frozenset(
    word
    for table in LANGUAGES
    for words in (
        *(table.numbers, table.ordinals, table.multipliers, table.apart, table.units),
        *(pair.split() for pair in table.parted),
        [pair.partition("-")[0] for pair in table.joined],
    )
    for word in words
)
_JOINED = tuple({pair.partition("-")[2] for table in LANGUAGES for pair in table.joined})


def _is_read_with_others(word: str) -> bool:
    return word in _TOGETHER or word.startswith(_JOINED)


class Reading(Struct, frozen=True):
    """How articles are read: until when, which of them, from which end."""

    deadline: Deadline = field(default_factory=Deadline)
    selection: Selection = field(default_factory=Selection)
    is_newest: bool = False


class Finder:
    """Finds in one archive; the index is given as a view of it."""

    def __init__(self, archive: Archive | ArticleStore) -> None:
        self._store = store_of(archive)

    def holding(self, quoted: Quoted, view: View, deadline: Deadline) -> frozenset[int] | None:
        """The versions (`seq`) that print one fragment whole, with others perhaps.

        None where they are too many for a scan, or not found in most of the time; none of them
        where a scan would be needed and the quote runs on: it was made for the quote as it is.
        """
        probe = self._probe(quoted)
        groups = self.groups(probe)
        hits = view.search(all_of(groups), READ + 1).hits if groups else ()
        if not groups or len(hits) > READ:
            return frozenset() if quoted.is_run_on else self._scanned(probe, deadline)
        headlines = self._store.headlines(probe)
        seqs = {one.seq for one in headlines if _has(one.text, probe)}
        read = self._store.passages(hit.number for hit in hits)
        found = (place_of(number)[0] for number, one in read.items() if _has(one.text, probe))
        return frozenset(seqs.union(found))

    def _scanned(self, probe: Sequence[str], deadline: Deadline) -> frozenset[int] | None:
        found: set[int] = set()
        for texts in self._store.having(probe):
            found.update(one.seq for one in texts if _has(one.text, probe))
            if len(found) > SCANNED or deadline.is_near:
                return None
        return frozenset(found)

    def by_day(
        self, quoted: Quoted, held: frozenset[int] | None, how: Reading
    ) -> Generator[tuple[int, Article | None], None, None]:
        """Those versions, or without them all that `holding` could not tell, the oldest first.

        An article is None where it is damaged, or was removed meanwhile. Raises SearchTooLongError
        between two of them.
        """
        newest = how.is_newest
        known = None if held is None else self._store.in_order_of_day(held, is_newest=newest)
        seqs = iter(self._read(quoted, how) if known is None else known)
        while some := list(islice(seqs, AT_ONCE)):
            articles = self._store.versions(some)
            for seq in some:
                article = articles.get(seq)
                yield seq, article
                how.deadline.check(article.day if article else None)

    def _read(self, quoted: Quoted, how: Reading) -> Iterator[int]:
        probe = self._probe(quoted)
        done: set[int] = set()
        for read in self._store.by_day(probe, how.selection, is_newest=how.is_newest):
            found = {one.seq for one in read.texts if _has(one.text, probe)}
            yield from (seq for seq in read.seqs if seq in found - done)
            done |= found
            how.deadline.check(read.day)

    def _probe(self, quoted: Quoted) -> Sequence[str]:
        return max(quoted.fragments, key=lambda run: len(self.groups(run)))

    def groups(self, run: Sequence[str]) -> list[tuple[str, ...]]:
        """For each word that an index has however it is written, the terms it may have there.

        Of the longest words, as they are rare and in the fewest compounds. One that is a stop word
        in one language, or in small letters, is no help.
        """
        words = sorted(
            {word for word in run if word.isalpha() and not _is_read_with_others(word)},
            key=lambda word: (-len(word), word),
        )
        groups = (self._forms(word) for word in words)
        return list(islice((group for group in groups if all(group)), MAX_GROUPS))

    def _forms(self, word: str) -> tuple[str, ...]:
        forms = {
            term
            for language in self._store.languages() or ("en",)
            for form in (word, word.capitalize(), word.upper())
            for term in analyser(language).words(form)[1]
        }
        return tuple(sorted(forms | {word}))  # a name may be its own term

    def terms(self, run: Sequence[str]) -> tuple[str, ...]:
        """Terms of the longest words."""
        longest = sorted(dict.fromkeys(run), key=len, reverse=True)
        forms = (form for word in longest for form in self._forms(word) if form)
        return tuple(dict.fromkeys(forms))[:MAX_TERMS]


def _has(text: str, run: Sequence[str]) -> bool:
    return may_hold(text, run) and Words(text).find(run) is not None


def all_of(groups: Sequence[tuple[str, ...]]) -> Search:
    return Search(
        terms=groups[0], phrases=tuple(tuple((term,) for term in group) for group in groups)
    )
