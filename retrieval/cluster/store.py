"""The store that a cluster is, for whoever has no archive at hand.

All of it is read from the moment that answers now. An article is held against its digest as it is
where its archive lies; what comes with a search is not asked for again.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import wraps
from heapq import merge
from itertools import groupby
from typing import Concatenate, ParamSpec, TypeVar

import msgspec

from corpus.archive.elsewhere.facts import Facts, together
from corpus.archive.elsewhere.whole import hashes_for
from corpus.archive.scans.all_texts import Text
from corpus.archive.scans.by_day import Read
from corpus.archive.scans.side_by_side import Printed, Selection
from corpus.article import Article, place_of
from corpus.names import label
from retrieval.article_store import Passage
from retrieval.cluster.documents import (
    HEADING,
    article_in,
    dated,
    pages,
    passage_of,
    passages_with_headings,
    stored_text,
    verified,
)
from retrieval.engines.engine import Search
from retrieval.engines.opensearch import mapping
from retrieval.engines.opensearch.moment import Moment
from retrieval.engines.opensearch.queries import (
    articles,
    called,
    documents,
    having,
    in_order_of_day,
    newest_articles,
)
from retrieval.engines.opensearch.replies import Document
from retrieval.errors import IndexUnusableError
from retrieval.text.languages.table import code_of
from retrieval.text.phrase import has_phrase, with_apostrophes
from retrieval.verbatim.words import keys_of

AT_ONCE = 200  # whole articles in one reply
PASSAGES = 5_000  # passages in one
ANYWHERE = Search(())

Store = TypeVar("Store", bound="ClusterStore")
Given = ParamSpec("Given")
Found = TypeVar("Found")


def _mended(
    read: Callable[Concatenate[Store, Given], Found],
) -> Callable[Concatenate[Store, Given], Found]:
    """What is read once more where the index is gone; nothing that is given may be used up."""

    @wraps(read)
    def reading(store: Store, /, *given: Given.args, **named: Given.kwargs) -> Found:
        try:
            return read(store, *given, **named)
        except IndexUnusableError:
            store._mend()
            return read(store, *given, **named)

    return reading


class ClusterStore:
    """Safe to use from several threads.

    `moment` gives the one that answers now; `mend` has another one taken, where its index is gone
    as it was built anew elsewhere.
    """

    def __init__(self, moment: Callable[[], Moment], mend: Callable[[], None]) -> None:
        self._moment = moment
        self._mend = mend
        self._counted: tuple[Moment, Facts] | None = None

    def passages(self, numbers: Iterable[int]) -> dict[int, Passage]:
        return self._passages(list(dict.fromkeys(numbers)))

    def titles(self, seqs: Iterable[int]) -> dict[int, str]:
        found = self._documents([*seqs], (mapping.SEQ, mapping.TITLE))
        return {seq: document.title for seq, document in found.items()}

    def versions(self, seqs: Iterable[int]) -> dict[int, Article]:
        read = {seq: verified(one) for seq, one in self._documents([*seqs]).items()}
        return {seq: article for seq, article in read.items() if article is not None}

    def damaged(self, seqs: Iterable[int]) -> tuple[str, ...]:
        found = self._documents([*seqs]).values()
        return tuple(one.name for one in found if verified(one) is None)

    @_mended
    def copies(self, seq: int, article: Article) -> dict[int, Article]:
        moment = self._moment()
        known = moment.copies.get(seq)
        return self.versions(self._ask_for_copies(moment, seq) if known is None else known)

    def boilerplate(self, texts: Mapping[int, str]) -> set[int]:
        found = self._documents([place_of(number)[0] for number in texts])
        places = ((number, *place_of(number)) for number in texts)
        return {n for n, seq, at in places if seq in found and at in found[seq].boilerplate}

    def doubtful(self, seqs: Iterable[int]) -> set[int]:
        found = self._documents([*seqs], (mapping.SEQ, mapping.DOUBTFUL))
        return {seq for seq, document in found.items() if document.doubtful}

    def printed(self, phrase: str, selection: Selection) -> Iterator[Printed]:
        """An index has the words, so that all is looked through, whatever is `newest`."""
        among = _among(selection)
        moment, fields = self._moment(), (mapping.TEXT, mapping.DAY)
        run = keys_of(with_apostrophes(phrase))
        for one in pages(moment, having(mapping.PASSAGE, run, fields, among=among)):
            text, day = one.document.text, date.fromordinal(one.document.day)
            if has_phrase(text, phrase):
                yield Printed(moment.passage(one.index, one.sort[0]), text, day)

    def by_day(
        self, run: Sequence[str], selection: Selection, *, is_newest: bool
    ) -> Iterator[Read]:
        """An index has the words: only texts that have them are read."""
        moment, among = self._moment(), _among(selection)
        passages = having(mapping.PASSAGE, run, (mapping.TEXT, mapping.DAY), among=among)
        headlines = having(mapping.ARTICLE, run, (mapping.TITLE, mapping.DAY), among=among)
        found = (
            dated(moment, in_order_of_day(query, is_newest=is_newest))
            for query in (passages, headlines)
        )
        sign = -1 if is_newest else 1
        in_order = merge(*found, key=lambda one: (sign * one[0], one[1].seq))
        for (day, seq), texts in groupby(in_order, key=lambda one: (one[0], one[1].seq)):
            yield Read([seq], [text for _, text in texts], date.fromordinal(day))

    def having(self, run: Sequence[str]) -> Iterator[Sequence[Text]]:
        return (read.texts for read in self.by_day(run, Selection(), is_newest=False))

    def in_order_of_day(self, seqs: Collection[int], *, is_newest: bool) -> list[int]:
        found = self._documents([*seqs], (mapping.SEQ, mapping.DAY))
        sign = -1 if is_newest else 1
        return sorted(found, key=lambda seq: (sign * found[seq].day, seq))

    @_mended
    def headlines(self, run: Sequence[str]) -> list[Text]:
        moment = self._moment()
        found = pages(moment, having(mapping.ARTICLE, run, [mapping.TITLE], among=ANYWHERE))
        return [
            Text(moment.version(one.index, one.sort[0]), None, one.document.title) for one in found
        ]

    @_mended
    def seq_of(self, name: str) -> int | None:
        moment = self._moment()
        asked = articles(called(name, hashes_for(name)), fields=(mapping.SEQ, mapping.NAME))
        (reply,) = moment.ask([asked])
        found = sorted(reply.hits.hits, key=lambda one: one.document.name != name)
        return moment.version(found[0].index, found[0].document.seq) if found else None

    @_mended
    def newest(self, count: int, *, until: date, sources: Sequence[str] = ()) -> list[Article]:
        (reply,) = self._moment().ask([newest_articles(count, until.toordinal(), sources)])
        read = (verified(one.document) for one in reply.hits.hits)
        return [article for article in read if article is not None]

    def outlets(self) -> tuple[str, ...]:
        facts = self.counts()
        return tuple(dict.fromkeys((*facts.sources, *facts.agencies)))

    def languages(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(code_of, self.counts().languages)))

    @_mended
    def counts(self) -> Facts:
        """As the archives' keepers counted when they last brought their indexes up."""
        moment, counted = self._moment(), self._counted
        if counted is None or counted[0] is not moment:
            found = pages(moment, documents(mapping.FACTS, fields=[mapping.STORED]))
            told = [msgspec.json.decode(stored_text(one.document), type=Facts) for one in found]
            counted = self._counted = (moment, together(told))
        return counted[1]

    def collected(self) -> None:
        """Collecting is told nobody else."""

    def state(self) -> Moment:
        return self._moment()

    @_mended
    def _passages(self, wanted: Sequence[int]) -> dict[int, Passage]:
        moment = self._moment()
        known = moment.known
        found, rest = {}, []
        for number in wanted:
            seq, position = place_of(number)
            one = known[seq].document if seq in known else None
            article = article_in(stored_text(one)) if one else None
            if not (one and article):
                rest.append(number)
            elif position < len(article.paragraphs):
                found[number] = passage_of(article.paragraphs[position], one)
        for start in range(0, len(rest), PASSAGES):
            found |= passages_with_headings(moment, rest[start : start + PASSAGES])
        return found

    @_mended
    def _documents(self, seqs: Sequence[int], fields: Sequence[str] = ()) -> dict[int, Document]:
        """Articles by version, whole or some fields of them."""
        moment = self._moment()
        known = moment.known
        found = {seq: known[seq].document for seq in seqs if seq in known}
        rest = [seq for seq in dict.fromkeys(seqs) if seq not in found]
        step = PASSAGES if fields else AT_ONCE
        for start in range(0, len(rest), step):
            of = moment.of_versions(rest[start : start + step])
            (reply,) = moment.ask([articles(of, fields=fields)])
            read = {moment.version(one.index, one.document.seq): one for one in reply.hits.hits}
            if not fields:
                moment.remember(read)
            found |= {seq: one.document for seq, one in read.items()}
        return found

    def _ask_for_copies(self, moment: Moment, seq: int) -> list[int]:
        named = self._documents([seq]).get(seq)
        index = moment.known[seq].index if seq in moment.known else None
        copies = [moment.version(index, one) for one in named.copies] if named and index else []
        naming = articles(moment.of_versions([seq], mapping.COPIES), fields=HEADING[:1])
        (reply,) = moment.ask([naming])
        copies += [moment.version(one.index, one.document.seq) for one in reply.hits.hits]
        return list(dict.fromkeys(copies))


def _among(selection: Selection) -> Search:
    return Search(
        (),
        since=selection.since,
        until=selection.until,
        labels=tuple(map(label, selection.sources)),
        without=tuple(map(label, selection.without)),
    )
