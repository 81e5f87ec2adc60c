"""`View` over an index on a cluster."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.article import paragraph_number, place_of
from retrieval.engines.engine import Found, Held, Hit, Search, Share, Wording, in_order
from retrieval.engines.opensearch.mapping import (
    ARTICLE,
    BODY,
    CONSTANT,
    COPIES,
    HEADLINE,
    LEAD,
    PASSAGE,
    WHOLE,
)
from retrieval.engines.opensearch.moment import Moment
from retrieval.engines.opensearch.queries import (
    Query,
    any_of,
    articles,
    best,
    counted,
    known_among,
    known_near,
    matching,
    newest,
    page,
    per_day,
    scores_of,
    with_copies,
)
from retrieval.engines.opensearch.replies import EACH, NEAR, Reply

COUNTED = 40  # terms that are counted one by one, which is read off where nothing was deleted
BROUGHT = 60  # articles that a search brings whole
LONGEST = 200_000  # characters of one of them


@dataclass(frozen=True, slots=True)
class ClusterView:
    """A search takes two round trips, all else one.

    `brings`: with a search come the articles that it finds, and those that tell the same stories,
    as nobody here has them.
    """

    moment: Moment
    brings: bool = False

    def passage_count(self) -> int:
        return self.moment.passages()

    def search(self, search: Search, limit: int) -> Found:
        if not search.terms:
            return Found(passages=self.passage_count())
        by_passage = search.phrases or search.excluded
        found = self._by_passage(search, limit) if by_passage else self._by_article(search, limit)
        return replace(found, passages=self.passage_count())

    def _by_article(self, search: Search, limit: int) -> Found:
        """The best articles, then the best of their passages."""
        fields = (LEAD, WHOLE)
        asked = [best(fields, search, search.articles)]
        if search.timely is not None:
            asked.append(best(fields, search.among_timely(search.timely), search.articles))
        replies, frequencies = self._with_frequencies(
            [with_copies(one) for one in asked] if self.brings else asked, search
        )
        scores, timely = self._scores(replies[0]), self._scores(replies[-1])
        others = [seq for seq in timely if seq not in scores]
        if not scores:
            return Found(frequencies=frequencies)
        of, those = [*scores, *others], self.moment.of_versions
        asked = [
            best([HEADLINE], search, len(of), of=those(of)),
            matching(BODY, search, limit, of=those(list(scores))),
        ]
        if search.timely is not None and others:
            asked.append(matching(BODY, search, search.timely.limit, of=those(others)))
        titles, *hits = self._bringing(asked, of, self._copies(replies))
        return Found(
            hits=in_order(hit for reply in hits for hit in self._hits(reply)),
            titles=self._scores(titles),
            articles=scores | timely,
            frequencies=frequencies,
        )

    def _by_passage(self, search: Search, limit: int) -> Found:
        """The best passages, then their articles."""
        asked = [matching(BODY, search, limit)]
        if search.timely is not None:
            timely = search.among_timely(search.timely)
            asked.append(matching(BODY, timely, search.timely.limit))
        replies, frequencies = self._with_frequencies(asked, search)
        hits = in_order({hit for reply in replies for hit in self._hits(reply)})
        if not hits:
            return Found(frequencies=frequencies)
        of = list(dict.fromkeys(place_of(hit.number)[0] for hit in hits))
        those = self.moment.of_versions(of)
        asked = [best(fields, search, len(of), of=those) for fields in ([HEADLINE], [LEAD, WHOLE])]
        titles, whole = self._bringing(asked, of, None)
        return Found(
            hits=hits,
            titles=self._scores(titles),
            articles=self._scores(whole),
            frequencies=frequencies,
        )

    def _copies(self, replies: Sequence[Reply]) -> list[int]:
        """The copies that articles name."""
        return [
            self.moment.version(one.index, seq)
            for reply in replies
            for one in reply.hits.hits
            for seq in one.fields.get(COPIES, ())
        ]

    def _bringing(
        self, asked: Sequence[Query], of: Sequence[int], copies: Sequence[int] | None
    ) -> list[Reply]:
        """What is asked, and in the same round trip the first of these articles.

        With their copies, where it is known which `copies` they name.
        """
        if not self.brings:
            return self.moment.ask(asked)
        first, is_all, those = of[:BROUGHT], copies is not None, self.moment.of_versions
        wanted = any_of([those([*first, *(copies or ())]), those(first, COPIES)])
        *replies, brought = self.moment.ask([*asked, articles(wanted, most=LONGEST)])
        version = self.moment.version
        found = {version(one.index, one.document.seq): one for one in brought.hits.hits}
        self.moment.remember(found, [seq for seq in first if is_all and seq in found])
        return replies

    def _with_frequencies(
        self, asked: Sequence[Query], search: Search
    ) -> tuple[list[Reply], dict[str, int]]:
        terms, are_many = search.terms, len(search.terms) > COUNTED
        counts = [known_among(BODY, terms)] if are_many else [counted(BODY, one) for one in terms]
        replies = self.moment.ask([*asked, *counts])
        found = replies[len(asked) :]
        frequencies = found[0].counts() if are_many else [one.hits.total.value for one in found]
        return replies[: len(asked)], dict(zip(terms, frequencies, strict=True))

    def leads(self, search: Search, limit: int) -> list[Hit]:
        (reply,) = self.moment.ask([newest(HEADLINE, ARTICLE, search, limit)])
        hits = []
        for one in reply.hits.hits:
            seq, day = one.sort[1:] if search.terms else reversed(one.sort)
            version = self.moment.version(one.index, seq)
            hits.append(Hit(paragraph_number(version, 0), 0.0, date.fromordinal(int(day))))
        return hits

    def days(self, search: Search, wordings: Sequence[Wording]) -> dict[date, int]:
        fields = [{LEAD: one.lead, HEADLINE: one.title} for one in wordings]
        (reply,) = self.moment.ask([per_day(ARTICLE, search, fields, excluded_in=LEAD)])
        counts = reply.aggregations[EACH].buckets
        return {date.fromordinal(one.key): one.doc_count for one in counts}

    def held(self) -> Held:
        return Held(self._numbers(PASSAGE), self._numbers(ARTICLE))

    def _numbers(self, kind: str) -> list[int]:
        numbers: list[int] = []
        while True:
            (reply,) = self.moment.ask([page(kind, numbers[-1] if numbers else -1)])
            if not reply.hits.hits:
                return numbers
            numbers += (int(one.sort[0]) for one in reply.hits.hits)

    def vocabulary(self, prefixes: Iterable[str], near: Iterable[str]) -> dict[str, int]:
        wanted = list(near)
        exact = [*wanted, *(prefix for prefix in prefixes if prefix)]
        if not exact:
            return {}
        among = known_among(BODY, exact)
        replies = self.moment.ask([known_near(BODY, wanted), among] if wanted else [among])
        counts = zip(exact, replies[-1].counts(), strict=True)
        found = {term: count for term, count in counts if count}
        for suggested in replies[0].suggest.get(NEAR, ()):
            found |= {option.text: option.freq for option in suggested.options}
        return found

    def examples(self, terms: Iterable[str]) -> dict[str, int]:
        asked = list(terms)
        if not asked:
            return {}
        replies = self.moment.ask([best([BODY], Search((term,)), 1) for term in asked])
        return {
            term: number
            for term, reply in zip(asked, replies, strict=True)
            for number in self._scores(reply, is_passage=True)
        }

    def explain(self, search: Search, numbers: Iterable[int]) -> dict[int, tuple[Share, ...]]:
        wanted = list(numbers)
        seqs = list({place_of(number)[0] for number in wanted})
        those, passages = self.moment.of_versions(seqs), self.moment.of_passages(wanted)
        fields = (
            ("passage", BODY, passages),
            ("headline", HEADLINE, those),
            ("lead", LEAD, those),
            ("article", WHOLE, those),
        )
        named = [(name, field, of, term) for name, field, of in fields for term in search.terms]
        if not (wanted and named):
            return dict.fromkeys(wanted, ())
        most = len(wanted)
        replies = self.moment.ask(
            [scores_of(field, term, of, most) for _, field, of, term in named]
        )
        scores = [
            (name, term, self._scores(reply, is_passage=name == "passage"))
            for (name, _, _, term), reply in zip(named, replies, strict=True)
        ]
        return {
            number: tuple(
                Share(term, name, given[document])
                for name, term, given in scores
                if (document := number if name == "passage" else place_of(number)[0]) in given
            )
            for number in wanted
        }

    def _scores(self, reply: Reply, *, is_passage: bool = False) -> dict[int, float]:
        """By version, or by number of a passage, best first."""
        name = self.moment.passage if is_passage else self.moment.version
        return {name(one.index, one.sort[1]): one.sort[0] * CONSTANT for one in reply.hits.hits}

    def _hits(self, reply: Reply) -> list[Hit]:
        hits = []
        for one in reply.hits.hits:
            score, number, day = one.sort
            number = self.moment.passage(one.index, number)
            hits.append(Hit(number, score * CONSTANT, date.fromordinal(int(day))))
        return hits
