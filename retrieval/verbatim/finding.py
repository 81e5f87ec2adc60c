"""Every article that may print a quote, by the index where that can find it, else by a scan.

Each fragment of a quote (`Quoted.fragments`) stands in one paragraph, if the quote stands anywhere.
So all paragraphs that hold the terms of one fragment are asked of the index and read; of an
index's cut-off list nothing could be called the first. A fragment of stop words, or one whose
terms too many have, is looked for by a scan of the archive's texts.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from corpus.archive.archive import Archive
from corpus.article import Article, place_of
from retrieval.article_store import ArticleStore, store_of
from retrieval.engines.engine import Search, View
from retrieval.text.analyser import analyser
from retrieval.text.languages.table import LANGUAGES
from retrieval.verbatim.quoted import Quoted
from retrieval.verbatim.words import Words

READ = 9_999  # paragraphs beyond which a scan is no slower; a cluster gives one more at once
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


class Finder:
    """Finds in one archive; the index is given as a view of it."""

    def __init__(self, archive: Archive | ArticleStore) -> None:
        self._store = store_of(archive)

    def holding(self, quoted: Quoted, view: View) -> Iterator[tuple[int, Article | None]]:
        """Every article that prints one fragment whole, and others perhaps; None: it is damaged.

        Each with its version (`seq`). One that was removed meanwhile is None too.
        """
        probe = max(quoted.fragments, key=lambda run: len(self.groups(run)))
        groups = self.groups(probe)
        hits = view.search(all_of(groups), READ + 1).hits if groups else ()
        headlines = self._store.headlines(quoted.parts[0])
        seqs = {one.seq for one in headlines if Words(one.text).find(quoted.parts[0]) is not None}
        if not groups or len(hits) > READ:
            texts = ((one.seq, one.text) for one in self._store.texts(probe))
        else:
            read = self._store.passages(hit.number for hit in hits)
            texts = ((place_of(number)[0], one.text) for number, one in read.items())
        seqs |= {seq for seq, text in texts if Words(text).find(probe) is not None}
        yield from ((seq, self._store.versions([seq]).get(seq)) for seq in sorted(seqs))

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


def all_of(groups: Sequence[tuple[str, ...]]) -> Search:
    return Search(
        terms=groups[0], phrases=tuple(tuple((term,) for term in group) for group in groups)
    )
