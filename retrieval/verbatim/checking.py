"""Was this printed? A quote → whether it stands in the archive, where first, or what is nearest.

Each fragment of a quote (`Quoted.fragments`) stands in one paragraph, if the quote stands anywhere.
So all paragraphs that hold the terms of one fragment are asked of the index and read; of an
index's cut-off list nothing could be called the first. A fragment of stop words, or one whose
terms too many have, is looked for by a scan of the archive's texts.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import islice, pairwise

from corpus.archive.archive import Archive
from corpus.article import HEADLINE, Article, instant, place_of
from retrieval.article_store import ArchiveStore
from retrieval.engines.engine import Search, View
from retrieval.index.index import Index
from retrieval.text.analyser import analyser
from retrieval.verbatim.printings import Match, nearest, verbatim
from retrieval.verbatim.quoted import Quoted
from retrieval.verbatim.words import Words, keys_of

READ = 10_000  # paragraphs beyond which a scan is no slower than reading what an index found
MAX_GROUPS = 8  # words that a paragraph must hold to be read
MAX_TERMS = 48  # by which the nearest are looked for
LOOKED_AT = 150  # passages that share terms with the quote, and headlines
HOLDING_ALL = 1_000  # of those that hold all its rare words
ALIGNED = 24  # of them, those that share most words are held against it
FAR = 0.3  # share of a quote's words that may differ; of three or more, one may always
SHOWN = 5  # articles that print something near


class Verdict(StrEnum):
    """`verbatim`: it stands there; `differs`: nearly; `absent`: not in this archive."""

    VERBATIM = "verbatim"
    DIFFERS = "differs"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Said:
    """What the archive says of a quote.

    `matches`: of a verbatim quote all articles that print it, the earliest first; else the
    nearest, the best first. `first` is the earliest of those that differ least.
    """

    quote: str
    verdict: Verdict
    first: Match | None = None
    matches: tuple[Match, ...] = ()


class Checker:
    """Holds quotes against one archive, through one index."""

    def __init__(self, archive: Archive, index: Index) -> None:
        self._archive = archive
        self._index = index
        self._store = ArchiveStore(archive)

    def check(self, quote: str) -> Said:
        """Whether a quote was printed. One without a word is `absent`."""
        self._index.refresh()
        view = self._index.snapshot().view
        for quoted in Quoted(quote).readings():
            if matches := self._verbatim(quoted, view):
                return Said(quote, Verdict.VERBATIM, matches[0], tuple(matches))
        matches = self._nearest(Quoted(quote), view)
        if not matches:
            return Said(quote, Verdict.ABSENT)
        best = [match for match in matches if match.cost == matches[0].cost]
        return Said(quote, Verdict.DIFFERS, min(best, key=_printed), tuple(matches))

    def _verbatim(self, quoted: Quoted, view: View) -> list[Match]:
        if not quoted.parts:
            return []
        found = (verbatim(quoted, article) for article in self._holding(quoted, view))
        return sorted([match for match in found if match], key=_printed)

    def _holding(self, quoted: Quoted, view: View) -> Iterator[Article]:
        """Every article that prints one fragment whole, and others perhaps."""
        probe = max(quoted.fragments, key=lambda run: len(self._groups(run)))
        groups = self._groups(probe)
        hits = view.search(_all_of(groups), READ + 1).hits if groups else ()
        headlines = self._archive.scan_headlines(quoted.parts[0])
        seqs = {one.seq for one in headlines if Words(one.text).find(quoted.parts[0]) is not None}
        if not groups or len(hits) > READ:
            texts = ((one.seq, one.text) for one in self._archive.scan(probe))
        else:
            read = self._archive.paragraphs(hit.number for hit in hits)
            texts = ((place_of(number)[0], text) for number, text in read.items())
        seqs |= {seq for seq, text in texts if Words(text).find(probe) is not None}
        yield from self._articles(sorted(seqs))

    def _nearest(self, quoted: Quoted, view: View) -> list[Match]:
        """What differs least, the best first, of each article its nearest."""
        wanted = len(quoted.words.keys)
        most = max(FAR * wanted, 1 if wanted > 2 else 0)
        best: dict[str, Match] = {}
        for article, position in self._near(quoted, view):
            match = nearest(quoted, article, position)
            if match.cost > most:
                continue
            known = best.get(article.id)
            if known is None or match.cost < known.cost:
                best[article.id] = match
        return sorted(best.values(), key=lambda match: (match.cost, _printed(match)))[:SHOWN]

    def _near(self, quoted: Quoted, view: View) -> Iterator[tuple[Article, int]]:
        """Paragraphs and headlines that share most words with the quote."""
        hits: dict[int, None] = {}
        titles: dict[int, None] = {}
        for search, limit in self._searches(quoted.words.keys):
            found = view.search(search, limit)
            hits |= dict.fromkeys(hit.number for hit in found.hits)
            titles |= dict.fromkeys(list(found.titles)[:LOOKED_AT])
        texts = self._archive.paragraphs(hits)
        headings = self._archive.headings(titles)
        places = [(place_of(number), text) for number, text in texts.items()]
        places += [((seq, HEADLINE), heading.title) for seq, heading in headings.items()]
        said = _runs_of_two(quoted.words.keys)
        places.sort(key=lambda place: -len(said & _runs_of_two(keys_of(place[1]))))
        for (seq, position), _ in places[:ALIGNED]:
            article = self._archive.version(seq)
            if article is not None:
                yield article, position

    def _searches(self, keys: Sequence[str]) -> Iterator[tuple[Search, int]]:
        """For what shares most; for what has all rare words; for what has all of them but one."""
        if terms := self._terms(keys):
            yield Search(terms=terms), LOOKED_AT
        if groups := self._groups(keys):
            yield _all_of(groups), HOLDING_ALL
        for left_out in range(len(groups) if len(groups) > 1 else 0):
            yield _all_of(groups[:left_out] + groups[left_out + 1 :]), LOOKED_AT

    def _articles(self, seqs: Iterable[int]) -> Iterator[Article]:
        versions = map(self._archive.version, seqs)
        yield from (article for article in versions if article is not None)

    def _groups(self, run: Sequence[str]) -> list[tuple[str, ...]]:
        """For each word that an index has however it is written, the terms it may have there.

        Of the longest words, as they are rare and in the fewest compounds. One that is a stop word
        in one language, or in small letters, is no help.
        """
        words = sorted(
            {word for word in run if word.isalpha()}, key=lambda word: (-len(word), word)
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
        return tuple(sorted(forms))

    def _terms(self, run: Sequence[str]) -> tuple[str, ...]:
        """Terms of the longest words."""
        longest = sorted(dict.fromkeys(run), key=len, reverse=True)
        forms = (form for word in longest for form in self._forms(word) if form)
        return tuple(dict.fromkeys(forms))[:MAX_TERMS]


def _all_of(groups: Sequence[tuple[str, ...]]) -> Search:
    return Search(
        terms=groups[0], phrases=tuple(tuple((term,) for term in group) for group in groups)
    )


def _runs_of_two(keys: Sequence[str]) -> set[tuple[str, ...]]:
    """Neighbouring words, and each by itself."""
    return {*pairwise(keys), *((key,) for key in keys)}


def _printed(match: Match) -> datetime:
    return instant(match.article.published)
