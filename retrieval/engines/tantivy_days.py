"""How many documents of a tantivy index each day has, counted where they lie."""

from collections.abc import Mapping, Sequence
from datetime import date

from tantivy import Occur, Query

from retrieval.engines.engine import Search
from retrieval.engines.tantivy_level import DAY, LevelView

MOST_DAYS = 65_000  # as many as tantivy counts at once: 178 years


def per_day(
    level: LevelView,
    search: Search,
    wordings: Sequence[Mapping[str, Sequence[str]]],
    *,
    excluded_in: str,
) -> dict[date, int]:
    """Documents that pass the filters and have, field by field, all terms of one of `wordings`.

    The excluded terms are looked for in one field.
    """
    conditions = [
        (Occur.Must, Query.all_query()),
        *level.filters(search),
        *((Occur.MustNot, level.term(excluded_in, term)) for term in search.excluded),
    ]
    if wordings:
        worded = [(Occur.Should, _worded(level, wording)) for wording in wordings]
        conditions.append((Occur.Must, Query.boolean_query(worded)))
    counted = level.searcher.aggregate(
        Query.boolean_query(conditions), {"days": {"terms": {"field": DAY, "size": MOST_DAYS}}}
    )
    buckets = counted["days"]["buckets"]
    return {date.fromordinal(int(one["key"])): int(one["doc_count"]) for one in buckets}


def _worded(level: LevelView, wording: Mapping[str, Sequence[str]]) -> Query:
    terms = [level.term(field, term) for field, several in wording.items() for term in several]
    return Query.boolean_query([(Occur.Must, term) for term in terms])
