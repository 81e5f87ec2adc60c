"""What an index on a cluster is made of.

Passages and articles lie in one index, so that one alias switches both and one moment shows both.
Lucene keeps statistics by field, of the documents that have a term in it: a passage's field is
`BODY`, the others are an article's. A document that is empty there does not count, as it does in
the formula.
"""

from retrieval.engines.engine import K1, B

KIND = "kind"
PASSAGE = "passage"
ARTICLE = "article"
NUMBER = "number"  # `paragraph_number`; of an article its `seq`
SEQ = "seq"
NAME = "name"  # the article's id
DAY = "day"  # its ordinal
LABELS = "labels"
BODY = "body"
HEADLINE = "headline"
LEAD = "lead"
WHOLE = "whole"

# Lucene leaves the constant out of its scores.
CONSTANT = K1 + 1


def settings_and_mappings(shards: int) -> dict[str, object]:
    """Refreshed by a commit only; a second copy of each shard where there is a second node."""
    return {
        "settings": {
            "number_of_shards": shards,
            "auto_expand_replicas": "0-1",
            "refresh_interval": -1,
            "similarity": {"default": {"type": "BM25", "k1": K1, "b": B}},
        },
        "mappings": {
            "dynamic": "strict",
            "_routing": {"required": True},
            "_source": {"excludes": [BODY, HEADLINE, LEAD, WHOLE]},
            "properties": {
                KIND: {"type": "keyword"},
                NUMBER: {"type": "long"},
                SEQ: {"type": "long"},
                NAME: {"type": "keyword"},
                DAY: {"type": "integer"},
                LABELS: {"type": "keyword"},
                BODY: _terms(positions=True),
                HEADLINE: _terms(positions=True),
                LEAD: _terms(positions=False),
                WHOLE: _terms(positions=False),
            },
        },
    }


def _terms(*, positions: bool) -> dict[str, object]:
    """A field of terms with spaces between; phrases are looked for where there are positions."""
    options = "positions" if positions else "freqs"
    return {"type": "text", "analyzer": "whitespace", "index_options": options}
