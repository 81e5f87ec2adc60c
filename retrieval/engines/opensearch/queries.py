"""A search → what a cluster is asked."""

from collections.abc import Iterator, Mapping, Sequence

from retrieval.engines.engine import Search
from retrieval.engines.opensearch.mapping import (
    AGENCY,
    ARTICLE,
    COPIES,
    DAY,
    DOUBTFUL,
    FIRST,
    HISTORY,
    KIND,
    LABELS,
    LENGTH,
    MOMENT,
    NAME,
    NAMES,
    NUMBER,
    REMOVAL,
    SEQ,
    SOURCE,
    WORDS,
)
from retrieval.engines.opensearch.replies import EACH, NEAR

Query = Mapping[str, object]

BY_SCORE = ({"_score": "desc"}, {NUMBER: "asc"}, {DAY: "asc"})
BY_DAY = ({DAY: "desc"}, {NUMBER: "asc"})
MOST = 10_000  # documents that a cluster gives at once
PAGE = 1_000  # of those that perhaps not all are wanted
MOST_TERMS = 400  # of a search; a cluster takes 1,024 conditions, and these stand in two fields
MOST_DAYS = 50_000  # of which articles are counted: more than a century
NEIGHBOURS = 200  # terms near another that are looked at
MANY = 10**9  # documents; more than any word's, so that frequent words have neighbours too


def best(fields: Sequence[str], search: Search, limit: int, *, of: Query | None = None) -> Query:
    """The best documents by score, summed over fields; phrases and exclusions do not matter.

    `of`: only of these, as `Moment.of_versions` has them.
    """
    return _ranked({**_any_term(fields, search.terms), "filter": [*_filters(search, of)]}, limit)


def matching(field: str, search: Search, limit: int, *, of: Query | None = None) -> Query:
    """The best documents that meet the whole search."""
    phrases = (_phrase(field, phrase) for phrase in search.phrases)
    query = {
        **_any_term([field], search.terms),
        "filter": [*_filters(search, of), *phrases],
        "must_not": [_term(field, term) for term in search.excluded],
    }
    return _ranked(query, limit)


def newest(field: str, kind: str, search: Search, limit: int) -> Query:
    """Documents of a kind by the score of a field, or without terms the newest."""
    phrases = [_phrase(field, phrase) for phrase in search.phrases]
    filters = [*_filters(search, None), *phrases]
    if search.terms:
        return _ranked({**_any_term([field], search.terms), "filter": filters}, limit)
    query: Query = {"filter": [_term(KIND, kind), *filters]}
    return {**_ranked(query, limit), "sort": [*BY_DAY]}


def scores_of(field: str, term: str, of: Query, limit: int) -> Query:
    """What one term gives to each of some documents."""
    return _ranked({"must": [_term(field, term)], "filter": [of]}, limit)


def counted(field: str, term: str) -> Query:
    """In how many documents a term stands."""
    return {"query": _term(field, term), "size": 0, "track_total_hits": True}


def known_near(field: str, terms: Sequence[str]) -> Query:
    """Terms that stand within two edits of some, with the number of their documents."""
    near = {
        "field": field,
        "suggest_mode": "always",
        "string_distance": "damerau_levenshtein",
        "max_edits": 2,
        "prefix_length": 0,
        "min_word_length": 1,
        "accuracy": 0.0,
        "max_term_freq": MANY,
        "size": NEIGHBOURS,
    }
    suggest = {"text": " ".join(terms), NEAR: {"term": near}}
    return {"size": 0, "track_total_hits": False, "suggest": suggest}


def known_among(field: str, terms: Sequence[str]) -> Query:
    """In how many documents each of some terms stands."""
    each = {"filters": {"filters": [_term(field, term) for term in terms]}}
    return _counted_by(each, {"terms": {field: [*terms]}})


def per_day(
    kind: str, search: Search, wordings: Sequence[Mapping[str, Sequence[str]]], *, excluded_in: str
) -> Query:
    """How many documents each day has that pass the filters.

    `wordings` are alternatives: by field, terms that must all stand there.
    """
    either = [
        {"bool": {"filter": [_term(field, term) for field, terms in one.items() for term in terms]}}
        for one in wordings
    ]
    query = {
        "filter": [
            _term(KIND, kind),
            *_filters(search, None),
            *([any_of(either)] if either else []),
        ],
        "must_not": [_term(excluded_in, term) for term in search.excluded],
    }
    return _counted_by({"terms": {"field": DAY, "size": MOST_DAYS}}, {"bool": query})


def _counted_by(each: Query, query: Query) -> Query:
    return {"query": query, "size": 0, "track_total_hits": False, "aggregations": {EACH: each}}


def page(kind: str, after: int) -> Query:
    """The next documents of a kind, by number."""
    query: Query = {"filter": [_term(KIND, kind)]}
    return {**_ranked(query, MOST), "sort": [{NUMBER: "asc"}], "search_after": [after]}


# For who reads the articles here


def with_copies(query: Query) -> Query:
    """The same articles, and which others tell their stories."""
    return {**query, "docvalue_fields": [COPIES]}


def articles(of: Query, *, fields: Sequence[str] = (), most: int | None = None) -> Query:
    """Articles whole, or some fields of them; `most`: no longer ones than so many characters."""
    short: list[Query] = [{"range": {LENGTH: {"lte": most}}}] if most else []
    return _read([_term(KIND, ARTICLE), of, *short], fields=fields, sort={SEQ: "asc"})


def called(name: str, hashes: Sequence[str]) -> Query:
    """Articles of an id, or known by one of the hashes of names."""
    return any_of([_term(NAME, name), {"terms": {NAMES: [*hashes]}}])


def documents(kind: str, of: Query | None = None, *, fields: Sequence[str] = ()) -> Query:
    """Documents of a kind, all or some."""
    return _read([_term(KIND, kind), *([of] if of else [])], fields=fields)


def changes(index: str, after: int) -> Query:
    """What an archive has taken in after a change, in order."""
    kinds: Query = {"terms": {KIND: [ARTICLE, REMOVAL]}}
    conditions = [_term("_index", index), kinds, {"range": {SEQ: {"gt": after}}}]
    return {**_read(conditions, fields=(SEQ, NAME, FIRST)), "size": PAGE}


def versions_of(index: str, name: str) -> Query:
    """The newest version of an article, and the document of its older ones."""
    kinds: Query = {"terms": {KIND: [ARTICLE, HISTORY]}}
    return _read([_term("_index", index), kinds, _term(NAME, name)])


def having(kind: str, run: Sequence[str], fields: Sequence[str], *, among: Search) -> Query:
    """Passages or articles, by their headlines, with a run of words, the last ones first."""
    words: Query = {"match_phrase": {WORDS: " ".join(run)}}
    conditions = [_term(KIND, kind), words, *_filters(among, None)]
    return {**_read(conditions, fields=fields, sort={NUMBER: "desc"}), "size": PAGE}


def in_order_of_day(query: Query, *, is_newest: bool) -> Query:
    """The same in the order of the articles' days; a document's number is sorted by second."""
    by: list[Query] = [{DAY: "desc" if is_newest else "asc"}, {NUMBER: "asc"}]
    return {**query, "sort": [*by, {"_shard_doc": "asc"}]}


def newest_articles(count: int, until: int, sources: Sequence[str]) -> Query:
    """Whole articles, the last published first, up to a day; of these outlets or agencies."""
    named = [{"terms": {field: [*sources]}} for field in (SOURCE, AGENCY)] if sources else []
    conditions: list[Query] = [
        _term(KIND, ARTICLE),
        {"term": {DOUBTFUL: False}},
        {"range": {DAY: {"lte": until}}},
        *([any_of(named)] if named else []),
    ]
    found = _read(conditions)
    return {**found, "size": count, "sort": [{MOMENT: "desc"}, {SEQ: "desc"}]}


def going_on(query: Query, after: Sequence[float]) -> Query:
    """The same from behind a document, by what it was sorted by."""
    return {**query, "search_after": [*after]}


def _read(
    conditions: Sequence[Query], *, fields: Sequence[str] = (), sort: Query | None = None
) -> Query:
    return {
        "query": {"bool": {"filter": [*conditions]}},
        "size": MOST,
        "sort": [sort or {SEQ: "asc"}, {"_shard_doc": "asc"}],
        "track_total_hits": False,
        "_source": [*fields] or True,
    }


def older(name: str, before: int) -> Query:
    """An article's documents of versions below `before`."""
    return {"bool": {"filter": [_term(NAME, name), {"range": {SEQ: {"lt": before}}}]}}


def later(seq: int) -> Query:
    """All documents of versions above `seq`."""
    return {"range": {SEQ: {"gt": seq}}}


def of_index(index: str, field: str, values: Sequence[int]) -> Query:
    """Documents of one index that have one of some values."""
    return {"bool": {"filter": [_term("_index", index), {"terms": {field: [*values]}}]}}


def any_of(queries: Sequence[Query]) -> Query:
    if not queries:
        return {"match_none": {}}
    return {"bool": {"should": [*queries], "minimum_should_match": 1}}


def _ranked(query: Query, limit: int) -> Query:
    """What is wanted of a document stands in its sort, so that nothing of it is fetched."""
    return {
        "query": {"bool": query},
        "size": min(limit, MOST),
        "sort": [*BY_SCORE],
        "track_total_hits": False,
        "_source": False,
        "stored_fields": "_none_",
    }


def _any_term(fields: Sequence[str], terms: Sequence[str]) -> Query:
    """Of more terms than a cluster takes, the first count."""
    return {
        "should": [_term(field, term) for field in fields for term in terms[:MOST_TERMS]],
        "minimum_should_match": 1,
    }


def _term(field: str, term: str) -> Query:
    return {"term": {field: term}}


def _phrase(field: str, alternatives: Sequence[Sequence[str]]) -> Query:
    return any_of(
        [
            _term(field, phrase[0])
            if len(phrase) == 1
            else {"match_phrase": {field: " ".join(phrase)}}
            for phrase in alternatives
        ]
    )


def _filters(search: Search, of: Query | None) -> Iterator[Query]:
    if search.since or search.until:
        since = {"gte": search.since.toordinal()} if search.since else {}
        until = {"lte": search.until.toordinal()} if search.until else {}
        yield {"range": {DAY: since | until}}
    if search.labels:
        yield {"terms": {LABELS: [*search.labels]}}
    if search.without:
        yield {"bool": {"must_not": {"terms": {LABELS: [*search.without]}}}}
    if of is not None:
        yield of
