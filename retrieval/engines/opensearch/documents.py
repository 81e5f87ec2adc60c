"""An article as the documents that it is on a cluster, each with the action that puts it there."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from corpus.archive.elsewhere.whole import Whole
from corpus.article import instant, paragraph_number
from retrieval.engines.engine import Entry
from retrieval.engines.opensearch import mapping
from retrieval.verbatim.words import keys_of


def documents_of(entry: Entry) -> Iterator[bytes]:
    """Its passages, then the article itself, and its older versions if it has any."""
    whole = entry.printed
    about: dict[str, object] = {
        mapping.SEQ: entry.seq,
        mapping.NAME: entry.article,
        mapping.DAY: entry.day.toordinal(),
        mapping.LABELS: entry.labels,
    }
    for position, terms in enumerate(entry.paragraphs):
        number = paragraph_number(entry.seq, position)
        facts = {mapping.KIND: mapping.PASSAGE, mapping.NUMBER: number}
        kept = _passage(whole.article.paragraphs[position]) if whole else {}
        document = about | facts | {mapping.BODY: " ".join(terms)} | kept
        yield _put(f"p{number}", entry.article, document)
    texts = {
        mapping.KIND: mapping.ARTICLE,
        mapping.NUMBER: entry.seq,
        mapping.HEADLINE: " ".join(entry.title),
        mapping.LEAD: " ".join(entry.lead()),
        mapping.WHOLE: " ".join(entry.whole()),
    }
    yield _put(f"a{entry.seq}", entry.article, about | texts | (_kept(whole) if whole else {}))
    if whole and whole.older:
        past = {
            mapping.KIND: mapping.HISTORY,
            mapping.SEQ: entry.seq,
            mapping.NAME: entry.article,
            mapping.STORED: whole.older,
        }
        yield _put(f"h{entry.seq}", entry.article, past)


def removal(article: str, seq: int) -> bytes:
    """That change `seq` took an article down: whoever follows the changes is to know."""
    about = {mapping.KIND: mapping.REMOVAL, mapping.SEQ: seq, mapping.NAME: article}
    return _put(f"r{seq}", article, about)


def facts_document(facts: str) -> bytes:
    return _put("facts", "facts", {mapping.KIND: mapping.FACTS, mapping.STORED: facts})


def _passage(text: str) -> dict[str, object]:
    return {mapping.TEXT: text, mapping.WORDS: _words(text)}


def _kept(whole: Whole) -> dict[str, object]:
    article = whole.article
    return {
        mapping.WORDS: _words(article.title),
        mapping.NAMES: whole.names,
        mapping.SOURCE: article.source,
        mapping.AGENCY: article.agency,
        mapping.MOMENT: instant(article.published).timestamp(),
        mapping.DOUBTFUL: whole.is_doubtful,
        mapping.COPIES: whole.copies,
        mapping.LENGTH: len(whole.text),
        mapping.TITLE: article.title,
        mapping.LANGUAGE: article.language,
        mapping.STORED: whole.text,
        mapping.DIGEST: whole.digest,
        mapping.BOILERPLATE: whole.boilerplate,
        mapping.FIRST: not whole.older,
    }


def _words(text: str) -> str:
    return " ".join(keys_of(text))


def _put(name: str, article: str, document: Mapping[str, object | Sequence[object]]) -> bytes:
    """An article's documents lie in one shard."""
    action = {"index": {"_id": name, "routing": article}}
    return msgspec.json.encode(action) + b"\n" + msgspec.json.encode(document) + b"\n"
