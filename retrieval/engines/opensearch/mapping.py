"""What an index on a cluster is made of.

Passages and articles lie in one index, so that one alias switches both and one moment shows both.
Lucene keeps statistics by field, of the documents that have a term in it: a passage's field is
`BODY`, the others are an article's. A document that is empty there does not count, as it does in
the formula.

Whoever has no archive at hand reads the articles here too: what stands under "kept" below is what
an archive tells of them, and `WORDS` are a passage's or a headline's words as `verbatim/words.py`
compares them, so that any run of them can be found.
"""

from collections.abc import Mapping

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
WORDS = "words"

# Beside passages and articles, kinds of documents.
HISTORY = "history"  # the older versions of an article, at its newest one's `SEQ`
REMOVAL = "removal"  # that there was an article of a name
FACTS = "facts"  # what is counted over the whole archive

# Kept, and looked for.
NAMES = "names"  # hashes of all names of an article
SOURCE = "source"
AGENCY = "agency"
MOMENT = "moment"  # of publication, seconds since 1970
DOUBTFUL = "doubtful"  # something speaks against its dates
COPIES = "copies"  # versions that tell the same story
LENGTH = "length"  # of what is stored, in characters

# Kept, and only read.
TEXT = "text"  # of a passage
TITLE = "title"
LANGUAGE = "language"
STORED = "stored"  # the whole article, encoded; of a history several; of facts these
DIGEST = "digest"
BOILERPLATE = "boilerplate"  # positions of paragraphs
FIRST = "first"  # whether the article never had another version

LONGEST = 1_000  # characters of an outlet's name that is looked for
FORMAT = 1  # raise it when any of this changes

# A second copy of each shard, where there is a second node.
COPIED: Mapping[str, object] = {"auto_expand_replicas": "0-1"}

# Lucene leaves the constant out of its scores.
CONSTANT = K1 + 1


def settings_and_mappings(shards: int) -> dict[str, object]:
    """Refreshed by a commit only; of each shard one copy, until `Cluster.keep_copies`."""
    return {
        "settings": {
            "number_of_shards": shards,
            "number_of_replicas": 0,
            "refresh_interval": -1,
            "codec": "best_compression",  # of what is kept; it takes a quarter of the room
            "merge.policy.expunge_deletes_allowed": 0,  # per cent: see `Cluster.expunge`
            "similarity": {"default": {"type": "BM25", "k1": K1, "b": B}},
        },
        "mappings": {
            "dynamic": "strict",
            "_routing": {"required": True},
            "_source": {"excludes": [BODY, HEADLINE, LEAD, WHOLE, WORDS]},
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
                WORDS: {**_terms(positions=True), "norms": False},
                NAMES: {"type": "keyword", "doc_values": False},
                SOURCE: {"type": "keyword", "ignore_above": LONGEST},
                AGENCY: {"type": "keyword", "ignore_above": LONGEST},
                MOMENT: {"type": "double"},
                DOUBTFUL: {"type": "boolean"},
                COPIES: {"type": "long"},
                LENGTH: {"type": "long"},
                **dict.fromkeys((TEXT, TITLE, LANGUAGE, STORED, DIGEST), _only_read("keyword")),
                BOILERPLATE: _only_read("integer"),
                FIRST: {"type": "boolean"},
            },
        },
    }


def _terms(*, positions: bool) -> dict[str, object]:
    """A field of terms with spaces between; phrases are looked for where there are positions."""
    options = "positions" if positions else "freqs"
    return {"type": "text", "analyzer": "whitespace", "index_options": options}


def _only_read(kind: str) -> dict[str, object]:
    return {"type": kind, "index": False, "doc_values": False}
